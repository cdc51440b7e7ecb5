//! The list of elections, newest first.

use askama::Template;

use crate::{
    elections::{entity::election, store},
    error::Result,
    web::{self, Page, sectors::Sectors, visit::Visit},
};

/// Most elections on the page.
const MOST: u64 = 200;

/// An election in a list.
#[derive(Debug)]
pub struct Item {
    pub row: election::Model,
    pub title: String,
    pub tag: &'static str,
}

impl Item {
    /// Elections as they stand in a list.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(visit: &Visit, rows: Vec<election::Model>) -> Result<Vec<Self>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let sectors = Sectors::of(visit).await?;
        let item = |row: election::Model| Self {
            title: super::title(visit, &sectors, &row),
            tag: super::tag(row.stage),
            row,
        };
        Ok(rows.into_iter().map(item).collect())
    }
}

#[derive(Template)]
#[template(path = "elections/index.html")]
struct Index<'a> {
    visit: &'a Visit,
    items: Vec<Item>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    let rows = store::list(visit.app().db.read(), MOST).await?;
    let items = Item::all(&visit, rows).await?;
    Ok(web::render(&Index { visit: &visit, items }))
}
