//! What tellers print: the roll of a vote with names, and ballot papers.

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;

use crate::{
    rules::{
        ballot::Choice,
        permission::Deed,
        tally::method::{Opt, PaperKind},
    },
    votes::{self, entity::vote, store},
    web::{
        self, Page,
        people::People,
        sectors::Sectors,
        visit::Visit,
        votes::{booth, sheet, show},
    },
};

/// Most papers that are printed at once.
const PAPERS_MOST: usize = 500;

/// A line of the roll.
struct Line {
    number: i64,
    holder: String,
    alternate: Option<String>,
    seat: Option<String>,
}

#[derive(Template)]
#[template(path = "votes/batches/roll.html")]
struct Roll<'a> {
    visit: &'a Visit,
    row: &'a vote::Model,
    lines: Vec<Line>,
}

/// The roll by number. Who has which number is for those who keep the roll and count: in an open vote
/// the record says what each number voted.
pub async fn roll(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::ReadRoll)?;
    let row = show::find(&visit, &number).await?;
    let voters = store::voters(visit.app().db.read(), row.id).await?;
    let ids = voters.iter().flat_map(|it| [it.holder_id, it.alternate_id]).flatten();
    let people = People::of(&visit, ids.collect::<Vec<_>>()).await?;
    let sectors = Sectors::of(&visit).await?;
    let name = |id: Option<_>| id.map(|id| people.name(&id).to_owned());
    let line = |voter: &votes::entity::voter::Model| Line {
        number: voter.number,
        holder: name(voter.holder_id).unwrap_or_default(),
        alternate: name(voter.alternate_id),
        seat: booth::seat(&visit, &sectors, voter),
    };
    let lines = voters.iter().map(line).collect();
    Ok(web::render(&Roll { visit: &visit, row: &row, lines }))
}

/// How many papers are asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    n: String,
}

#[derive(Template)]
#[template(path = "votes/batches/papers.html")]
struct Papers<'a> {
    visit: &'a Visit,
    row: &'a vote::Model,
    kind: PaperKind,
    options: Vec<(Opt, Option<String>)>,
    copies: usize,
}

/// Ballot papers, all alike: nothing on a paper tells whose it is.
pub async fn papers(
    visit: Visit,
    Path(number): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Page {
    visit.only(Deed::AnnounceBatch)?;
    let row = show::find(&visit, &number).await?;
    let options = store::options(visit.app().db.read(), row.id).await?;
    let priced = |option: Opt| {
        let cost = option.cost.map(|cents| visit.money(cents));
        (option, cost)
    };
    let options = options.into_iter().map(priced).collect();
    let copies = wanted.n.trim().parse().unwrap_or(4).clamp(1, PAPERS_MOST);
    let kind = votes::method(&row)?.paper();
    Ok(web::render(&Papers { visit: &visit, row: &row, kind, options, copies }))
}

impl Papers<'_> {
    /// What somebody writes into the boxes.
    const fn hint(&self) -> &'static str {
        match self.kind {
            PaperKind::Choice | PaperKind::One | PaperKind::Consent => "choice",
            PaperKind::Marks | PaperKind::Money => "marks",
            PaperKind::Ranking { may_share: true } => "shared",
            PaperKind::Ranking { may_share: false } => "ranking",
        }
    }
}
