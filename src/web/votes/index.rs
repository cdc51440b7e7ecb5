//! The list of votes: what is open, what comes, what was decided.

use askama::Template;

use crate::{
    error::Result,
    rules::{tally::majority::Outcome, vote::Stage},
    votes::{entity::vote, store},
    web::{self, Page, visit::Visit},
};

/// Most votes on the page.
const MOST: u64 = 300;

/// A vote in a list.
#[derive(Debug)]
pub struct Item {
    pub row: vote::Model,
    pub outcome: Option<Outcome>,
}

#[derive(Template)]
#[template(path = "votes/index.html")]
struct Index<'a> {
    visit: &'a Visit,
    groups: Vec<(String, Vec<Item>)>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    let reader = visit.app().db.read();
    let rows = store::list(reader, MOST).await?;
    let items = Item::all(&visit, rows).await?;
    let (mut open, mut coming, mut done) = (Vec::new(), Vec::new(), Vec::new());
    for item in items {
        match item.row.stage {
            Stage::Open => open.push(item),
            Stage::Prepared => coming.push(item),
            _ => done.push(item),
        }
    }
    let groups = vec![
        (visit.say("votes-open"), open),
        (visit.say("votes-coming"), coming),
        (visit.say("votes-done"), done),
    ];
    Ok(web::render(&Index { visit: &visit, groups }))
}

impl Item {
    /// Votes with their outcomes, read in one go.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(visit: &Visit, rows: Vec<vote::Model>) -> Result<Vec<Self>> {
        let outcomes = store::outcomes(visit.app().db.read(), MOST).await?;
        let item = |row: vote::Model| {
            let outcome = outcomes.iter().find(|(vote, _)| vote.id == row.id);
            Self { outcome: outcome.map(|(_, outcome)| *outcome), row }
        };
        Ok(rows.into_iter().map(item).collect())
    }
}
