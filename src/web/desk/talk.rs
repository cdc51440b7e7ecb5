//! The newest comments of all, for moderation.

use askama::Template;

use crate::{
    proposals::{entity::comment, store},
    rules::permission::Deed,
    web::{self, Page, markdown, people::People, visit::Visit},
};

/// Comments on the page.
const MOST: u64 = 100;

/// A comment, who wrote it, and under what.
struct Said {
    row: comment::Model,
    author: String,
    number: i64,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "desk/talk.html")]
struct Talk<'a> {
    visit: &'a Visit,
    comments: Vec<Said>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::Moderate)?;
    let reader = visit.app().db.read();
    let rows = store::newest_comments(reader, MOST).await?;
    let people = People::of(&visit, rows.iter().map(|row| row.author_id)).await?;
    let under = store::of_ids(reader, rows.iter().map(|row| row.proposal_id)).await?;
    let said = rows.into_iter().filter_map(|row| {
        let proposal = under.get(&row.proposal_id)?;
        Some(Said {
            author: people.name(&row.author_id).to_owned(),
            number: proposal.number,
            title: proposal.title.clone(),
            text: markdown::plain(&row.text, 200),
            row,
        })
    });
    Ok(web::render(&Talk { visit: &visit, comments: said.collect() }))
}
