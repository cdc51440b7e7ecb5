//! What tellers print: the roll of a vote with names, and ballot papers.

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;

use crate::{
    bodies,
    error::Result,
    rules::{
        ballot::{Choice, Secrecy},
        permission::Deed,
        printed as rule,
        tally::method::{Opt, PaperKind},
    },
    votes::{self, entity::vote, store},
    web::{
        self, Page,
        people::People,
        sectors::Sectors,
        visit::Visit,
        votes::{booth, index, sheet, show},
    },
};

/// Most papers that are printed at once.
const PAPERS_MOST: usize = 500;

/// A line of the roll.
struct Voter {
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
    lines: Vec<Voter>,
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
    let line = |voter: &votes::entity::voter::Model| Voter {
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
    called: String,
    lines: Vec<Line>,
    copies: usize,
    /// What the orders of candidates are drawn with.
    seed: String,
    /// The orders, each as places of lines; one for all papers where there are no candidates.
    orders: Vec<Vec<usize>>,
}

/// An option on a paper.
#[derive(Clone)]
struct Line {
    letter: String,
    title: String,
    cost: Option<String>,
}

/// Ballot papers: nothing on a paper tells whose it is. Candidates stand in several orders.
pub async fn papers(
    visit: Visit,
    Path(number): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Page {
    visit.only(Deed::AnnounceBatch)?;
    let row = show::find(&visit, &number).await?;
    let reader = visit.app().db.read();
    let options = store::options(reader, row.id).await?;
    // What isn't filled in or can't be is asked for on the same page, and shown with what is usual.
    let copies = wanted.n.trim().parse().unwrap_or(4).clamp(1, PAPERS_MOST);
    let seed = rule::seed(row.number, &options);
    let orders = if row.is_election {
        let entitled = entitled(&visit, &row).await?;
        let many = rule::orders(row.secrecy, options.len(), (copies, entitled));
        (0..many).map(|number| rule::order(&seed, &options, number)).collect()
    } else {
        vec![(0..options.len()).collect()]
    };
    let line = |(place, option): (usize, Opt)| Line {
        letter: rule::letter(place),
        title: option.title,
        cost: option.cost.map(|cents| visit.money(cents)),
    };
    let lines = options.into_iter().enumerate().map(line).collect();
    let kind = votes::method(&row)?.paper();
    let called = index::called(&visit, &Sectors::of(&visit).await?, &row);
    let (visit, row) = (&visit, &row);
    Ok(web::render(&Papers { visit, row, kind, called, lines, copies, seed, orders }))
}

/// How many may vote: on the roll, or if the vote opened now.
async fn entitled(visit: &Visit, row: &vote::Model) -> Result<usize> {
    let reader = visit.app().db.read();
    if row.opened_at.is_some() {
        return Ok(store::voters(reader, row.id).await?.len());
    }
    let charter = bodies::charter_version(reader, row.charter_version).await?.charter;
    let of = (row.body, row.sector.as_deref());
    votes::size(reader, (visit.now, visit.today()), of, &charter).await
}

impl Papers<'_> {
    /// The options of each paper, in its order.
    fn copies(&self) -> impl Iterator<Item = Vec<Line>> {
        let lines = |order: &Vec<usize>| {
            order.iter().filter_map(|place| self.lines.get(*place).cloned()).collect()
        };
        self.orders.iter().cycle().take(self.copies).map(lines)
    }

    /// How the orders of candidates come about.
    fn by_lot(&self) -> Vec<String> {
        let visit = self.visit;
        let how = match self.row.secrecy {
            Secrecy::Open => visit.say("printed-by-lot-open"),
            Secrecy::Secret => visit.with("printed-by-lot", "orders", self.orders.len()),
        };
        let check = visit.with("printed-by-lot-check", "seed", &self.seed);
        let mix = (self.row.secrecy == Secrecy::Secret).then(|| visit.say("printed-by-lot-mix"));
        [Some(how), mix, Some(check)].into_iter().flatten().collect()
    }

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
