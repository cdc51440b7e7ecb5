//! The receipt of a secret ballot: what the voter keeps, and the page where she finds her ballot again
//! when the result is published.

use askama::Template;
use axum::extract::Path;
use serde::Deserialize;

use super::{sheet, show};
use crate::{
    error::{Error, Result},
    rules::{
        ballot::Secrecy,
        canonical,
        record::{Published, v2::Ballot},
    },
    votes::{entity::vote, store},
    web::{
        self, Page,
        form::{Form, Kind, Sent},
        visit::Visit,
    },
};

#[derive(Template)]
#[template(path = "votes/receipt.html")]
struct Receipt<'a> {
    visit: &'a Visit,
    title: String,
    number: i64,
    /// What the voter keeps; shown once.
    fresh: Option<&'a str>,
    found: Option<String>,
    form: Form<'a>,
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    code: String,
}

/// The page that a voter sees once, right after her ballot was kept.
///
/// # Errors
/// What the database says.
pub async fn fresh(visit: &Visit, number: &str, code: &str) -> Page {
    let row = show::find(visit, number).await?;
    Ok(web::render(&page(visit, &row, Some(code), None)))
}

/// The page where a code can be typed.
pub async fn ask(visit: Visit, Path(number): Path<String>) -> Page {
    let row = secret(&visit, &number).await?;
    Ok(web::render(&page(&visit, &row, None, None)))
}

/// Looks a ballot up. The code comes in a form, so that it stands in no address and no log.
pub async fn find(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = secret(&visit, &number).await?;
    let found = look_up(&visit, &row, typed.code.trim()).await?;
    Ok(web::render(&page(&visit, &row, None, Some(found))))
}

async fn secret(visit: &Visit, number: &str) -> Result<vote::Model> {
    let row = show::find(visit, number).await?;
    if row.secrecy == Secrecy::Secret { Ok(row) } else { Err(Error::NotFound("receipt")) }
}

async fn look_up(visit: &Visit, row: &vote::Model, code: &str) -> Result<String> {
    let result = store::result(visit.app().db.read(), row.id).await?;
    let Some(result) = result.filter(|result| result.published_at.is_some()) else {
        return Ok(visit.say("receipt-not-yet"));
    };
    let wrong = || Error::contradiction("results", "record", row.id);
    let Published::V2(published) = Published::read(&result.record).map_err(|_| wrong())? else {
        return Err(wrong());
    };
    let hash = canonical::hash_text(code);
    let record = &published.record;
    let is_hers = |it: &&Ballot| it.receipt.as_deref() == Some(hash.as_str());
    let ballot = record.ballots.iter().find(is_hers);
    // Not the titles in the record: those of a vote that was removed by law are named nowhere.
    let options = store::options(visit.app().db.read(), row.id).await?;
    Ok(match ballot {
        Some(it) => visit.with("receipt-found", "mark", sheet::told(visit, &it.mark, &options)),
        None => visit.say("receipt-not-found"),
    })
}

fn page<'a>(
    visit: &'a Visit,
    row: &'a vote::Model,
    fresh: Option<&'a str>,
    found: Option<String>,
) -> Receipt<'a> {
    let action = format!("/votes/{}/receipt", row.number);
    let form = Form::to(visit, action, "receipt-look")
        .field("code", "receipt-code", Kind::Line("text"), "")
        .required();
    Receipt { visit, title: visit.title(&row.title), number: row.number, fresh, found, form }
}
