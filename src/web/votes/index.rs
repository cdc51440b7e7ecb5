//! The list of votes: what is open, what comes, what was decided.

use askama::Template;

use crate::{
    error::Result,
    proposals,
    rules::{challenge::takes_the_place, tally::majority::Outcome, vote::Stage},
    votes::{entity::vote, store},
    web::{self, Page, sectors::Sectors, visit::Visit},
};

/// Most votes on the page.
const MOST: u64 = 300;

/// A vote in a list.
#[derive(Debug)]
pub struct Item {
    pub row: vote::Model,
    pub outcome: Option<Outcome>,
    /// The result of another vote came in the place of its own.
    pub gave_way: bool,
    /// The language in which the proposal was written.
    pub language: String,
    /// Its number, and whose vote it is.
    pub called: String,
}

/// What a vote is called: its number, and whose it is.
#[must_use]
pub fn called(visit: &Visit, sectors: &Sectors, row: &vote::Model) -> String {
    let number = ("number", row.number);
    match row.sector.as_deref() {
        Some(key) => {
            visit.with_two("vote-sector-and-number", ("sector", sectors.name(key)), number)
        }
        None => visit.with_two("vote-body-and-number", ("body", row.body.word()), number),
    }
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
    let outcomes = store::outcomes(reader, MOST).await?;
    let outcome = |row: &vote::Model| outcomes.iter().find(|(vote, _)| vote.id == row.id);
    let rows = rows.into_iter().map(|row| (outcome(&row).map(|(_, outcome)| *outcome), row));
    let items = Item::all(&visit, rows.collect()).await?;
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
    /// Votes with their outcomes, in the languages of their proposals.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(
        visit: &Visit,
        rows: Vec<(Option<Outcome>, vote::Model)>,
    ) -> Result<Vec<Self>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids = rows.iter().map(|(_, row)| row.proposal_id);
        let about = proposals::store::of_ids(visit.app().db.read(), ids).await?;
        let ids = rows.iter().filter(|(outcome, _)| outcome.is_some()).map(|(_, row)| row.id);
        let gone_on = store::gone_on(visit.app().db.read(), ids).await?;
        let sectors = Sectors::of(visit).await?;
        let item = |(outcome, row): (Option<Outcome>, vote::Model)| {
            let language = about.get(&row.proposal_id).map(|it| it.language.clone());
            let gave_way = outcome.is_some_and(takes_the_place) && gone_on.contains(&row.id);
            let called = called(visit, &sectors, &row);
            Self { row, outcome, gave_way, language: language.unwrap_or_default(), called }
        };
        Ok(rows.into_iter().map(item).collect())
    }
}
