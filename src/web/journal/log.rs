//! The public log, newest first.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use super::sentence::{self, Told};
use crate::{
    journal,
    web::{self, Page, visit::Visit},
};

/// Lines on one page.
const PER_PAGE: u64 = 50;

/// From where to read on.
#[derive(Default, Deserialize)]
pub struct From {
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "journal/log.html")]
struct Log<'a> {
    visit: &'a Visit,
    lines: Vec<Told>,
    earlier: Option<i64>,
}

/// The page.
pub async fn page(visit: Visit, Query(from): Query<From>) -> Page {
    let reader = visit.app().db.read();
    let lines = journal::public_before(reader, from.before, PER_PAGE).await?;
    let is_full = u64::try_from(lines.len()).is_ok_and(|len| len == PER_PAGE);
    let earlier = lines.last().map(|line| line.position).filter(|_| is_full);
    let lines = sentence::tell(&visit, &lines).await?;
    Ok(web::render(&Log { visit: &visit, lines, earlier }))
}
