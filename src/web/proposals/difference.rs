//! What changed between a version and the one before it.

use askama::Template;
use axum::extract::Path;
use similar::{ChangeTag, TextDiff};

use super::show;
use crate::{
    error::Error,
    proposals::{
        entity::{proposal, version},
        store,
    },
    web::{self, Page, visit::Visit},
};

/// A piece of text that stayed, came or went.
struct Piece {
    tag: ChangeTag,
    text: String,
}

#[derive(Template)]
#[template(path = "proposals/difference.html")]
struct Difference<'a> {
    visit: &'a Visit,
    row: proposal::Model,
    this: version::Model,
    parts: Vec<(String, Vec<Piece>)>,
    versions: Vec<version::Model>,
}

/// The page; the first version is shown as it was.
pub async fn page(visit: Visit, Path((number, version)): Path<(String, i32)>) -> Page {
    let row = show::find(&visit, &number).await?;
    let reader = visit.app().db.read();
    let this = store::version(reader, row.id, version).await?;
    let before = match version {
        ..=1 => this.clone(),
        _ => store::version(reader, row.id, version - 1).await?,
    };
    if row.removed_at.is_some() {
        return Err(Error::NotFound("version").into());
    }
    let parts = vec![
        (visit.say("write-title"), pieces(&before.title, &this.title)),
        (visit.say("write-summary"), pieces(&before.summary, &this.summary)),
        (visit.say("write-text"), pieces(&before.text, &this.text)),
    ];
    let versions = store::versions(reader, row.id).await?;
    Ok(web::render(&Difference { visit: &visit, row, this, parts, versions }))
}

/// Compares word by word; pieces of one kind that follow each other are put together.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        match pieces.last_mut().filter(|last| last.tag == change.tag()) {
            Some(last) => last.text.push_str(change.value()),
            None => pieces.push(Piece { tag: change.tag(), text: change.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_came_and_went_are_told_apart() {
        let told: Vec<String> = pieces("tien rekken bij het plein", "twintig rekken bij het plein")
            .iter()
            .map(|piece| format!("{:?}:{}", piece.tag, piece.text))
            .collect();
        assert_eq!(told, ["Delete:tien", "Insert:twintig", "Equal: rekken bij het plein"]);
    }
}
