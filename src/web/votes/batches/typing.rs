//! Typing a batch: the form of one teller, what became of it, and where it differs from what the other
//! one typed.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    error::{Error, Result},
    rules::{
        ballot::{Channel, Mark},
        batch::{
            self as rule, Layout, Stage, Turn,
            entry::{Difference, Entry, Has, compare},
            typed::{self, Fault, Place, Sheet, Typed},
        },
        permission::Deed,
        printed,
        tally::method::{Method, Opt},
    },
    votes::{
        self,
        batches::{self, Entered, entity::batch, store},
        entity::vote,
    },
    web::{
        self, Page,
        form::{self, Faults, Form, Kind, Sent},
        people::People,
        refusal::sentence,
        visit::Visit,
        votes::sheet,
    },
};

#[derive(Template)]
#[template(path = "votes/batches/typing.html")]
struct Typing<'a> {
    visit: &'a Visit,
    row: &'a vote::Model,
    batch: &'a batch::Model,
    name: String,
    /// The two who typed the same.
    signed: Option<String>,
    /// How the number that was announced was corrected.
    corrected: Vec<String>,
    /// Why she doesn't type it now.
    why_not: Vec<String>,
    differences: Vec<String>,
    /// By letter.
    options: Vec<(String, String)>,
    form: Option<Form<'a>>,
}

/// The fields as they came in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    lines: String,
    papers: String,
    aside: String,
    helped: String,
}

/// A vote and a batch of it, with what is needed to read what is typed.
struct Desk {
    row: vote::Model,
    batch: batch::Model,
    method: Method,
    options: Vec<Opt>,
    layout: Layout,
    highest: i64,
}

impl Desk {
    async fn find(visit: &Visit, number: &str, batch: &str) -> Result<Self, web::PageError> {
        let (row, batch) = super::find(visit, number, batch).await?;
        let reader = visit.app().db.read();
        let voters = votes::store::voters(reader, row.id).await?;
        Ok(Self {
            method: votes::method(&row)?,
            options: votes::store::options(reader, row.id).await?,
            layout: batches::layout(&row, batch.channel)?,
            highest: voters.last().map_or(0, |voter| voter.number),
            row,
            batch,
        })
    }

    fn sheet(&self) -> Sheet<'_> {
        let Self { row, method, options, layout, highest, .. } = self;
        Sheet { layout: *layout, method, options, is_by_lot: row.is_election, highest: *highest }
    }
}

/// The page.
pub async fn page(visit: Visit, Path((number, batch)): Path<(String, String)>) -> Page {
    let desk = Desk::find(&visit, &number, &batch).await?;
    show(&visit, &desk, None, &Faults::none()).await
}

/// Takes what was typed.
pub async fn act(
    visit: Visit,
    Path((number, batch)): Path<(String, String)>,
    Sent(fields): Sent<Fields>,
) -> Page {
    visit.only(Deed::EnterPaper)?;
    let desk = Desk::find(&visit, &number, &batch).await?;
    let Fields { lines, papers, aside, helped } = fields;
    let typed = Typed { lines, papers, aside, helped };
    let entry = match typed::read(&desk.sheet(), &typed) {
        Ok(entry) => entry,
        Err(faults) => {
            let mut told = Faults::none();
            for fault in &faults {
                told.at(fault.place.word(), fault_told(&visit, fault));
            }
            return show(&visit, &desk, Some(&typed), &told).await;
        }
    };
    let (now, ids, secret) = (visit.now, (desk.row.id, desk.batch.id), &visit.app().secret);
    let done = visit.act(async |tx, by| batches::enter(tx, now, by, ids, entry, secret).await);
    match done.await {
        Ok(entered) => {
            let done = match entered {
                Entered::Waiting => "batch-typed",
                Entered::Differs => "batch-differs",
                Entered::TakenIn => "batch-taken-in",
            };
            let path = format!("/votes/{number}/batches/{batch}?done={done}");
            Ok(Redirect::to(&path).into_response())
        }
        Err(error @ Error::Refused(_)) => {
            let faults = Faults::or_leave(&visit, error)?;
            show(&visit, &desk, Some(&typed), &faults).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn show(visit: &Visit, desk: &Desk, typed: Option<&Typed>, faults: &Faults) -> Page {
    let Desk { row, batch, options, .. } = desk;
    let reader = visit.app().db.read();
    let me = visit.signed_in()?;
    let entries = store::entries(reader, batch.id, &visit.app().secret).await?;
    let hers = entries.iter().find(|(teller, _)| *teller == me).map(|(_, entry)| entry);
    let other = entries.iter().find(|(teller, _)| *teller != me).map(|(_, entry)| entry);
    let others = entries.len() - usize::from(hers.is_some());
    let own_interest = batches::has_own_interest(reader, row, me).await?;
    let turn = rule::turn((row.stage, batch.stage), hers.is_some(), others, own_interest);
    let is_teller = visit.may(Deed::EnterPaper);
    let differences = match (&turn, hers, other) {
        (Ok(Turn::Correction), Some(hers), Some(other)) if is_teller => {
            let told = |it: &Difference| difference(visit, options, it);
            compare(hers, other).iter().map(told).collect()
        }
        _ => Vec::new(),
    };
    let form = match &turn {
        Ok(_) if is_teller => Some(typing(visit, desk, hers, typed).faulty(faults)),
        _ => None,
    };
    let why_not = match turn.err() {
        _ if batch.stage != Stage::Announced => Vec::new(),
        Some(refusal) if is_teller => {
            let all = sentence::faults(visit, &refusal.into());
            all.into_iter().map(|(_, told)| told).collect()
        }
        _ if is_teller => Vec::new(),
        _ => vec![visit.with("batch-typed-by", "tellers", entries.len())],
    };
    let people = People::of(visit, [batch.first_teller, batch.second_teller].into_iter().flatten());
    let people = people.await?;
    let signed = batch.first_teller.zip(batch.second_teller).map(|(first, second)| {
        let (first, second) = (people.name(&first), people.name(&second));
        visit.with_two("batch-signed", ("first", first), ("second", second))
    });
    let changes = votes::store::changes(reader, row.id).await?;
    let corrected = super::correct::told(visit, row, &changes, Some(batch.number));
    let name = super::name(visit, batch);
    let letter = |(place, option): (usize, &Opt)| (printed::letter(place), option.title.clone());
    let options = options.iter().enumerate().map(letter).collect();
    let page =
        Typing { visit, row, batch, name, signed, corrected, why_not, differences, options, form };
    Ok((form::status(faults.is_empty()), web::render(&page)).into_response())
}

/// The form, with what was typed, or what she typed before.
fn typing<'a>(
    visit: &'a Visit,
    desk: &Desk,
    hers: Option<&Entry>,
    typed: Option<&Typed>,
) -> Form<'a> {
    let word = |mark: &Mark| visit.with("batch-word", "mark", mark.kind());
    let before = hers.map(|entry| typed::write(&desk.sheet(), entry, word));
    let typed = typed.cloned().or(before).unwrap_or_default();
    let action = format!("/votes/{}/batches/{}", desk.row.number, desk.batch.number);
    let form = Form::to(visit, action, "batch-type");
    let form = match (desk.layout, desk.method.has_options()) {
        (Layout::Paired, false) => form
            .field("lines", "batch-lines", Kind::Text { rows: 14 }, &typed.lines)
            .hint("batch-lines-hint"),
        (Layout::Paired, true) => form
            .field("lines", "batch-lines", Kind::Text { rows: 14 }, &typed.lines)
            .hint("batch-lines-options-hint"),
        (Layout::Apart, has_options) => {
            let (label, hint) = match (desk.batch.channel, has_options) {
                (Channel::Hands, _) => ("batch-hands", "batch-hands-hint"),
                (_, false) => ("batch-papers", "batch-papers-hint"),
                (_, true) => ("batch-papers", "batch-papers-options-hint"),
            };
            form.field("lines", "batch-numbers", Kind::Text { rows: 5 }, &typed.lines)
                .hint("batch-numbers-hint")
                .field("papers", label, Kind::Text { rows: 8 }, &typed.papers)
                .hint(hint)
        }
    };
    form.field("aside", "batch-aside", Kind::Line("number"), &typed.aside)
        .hint("batch-aside-hint")
        .field("helped", "batch-helped", Kind::Line("number"), &typed.helped)
        .hint("batch-helped-hint")
}

/// What is wrong with a line.
fn fault_told(visit: &Visit, fault: &Fault) -> String {
    let things = [
        ("line", fault.line.into()),
        ("wrong", fault.wrong.word().into()),
        ("text", fault.text.as_str().into()),
    ];
    match fault.place {
        Place::Lines | Place::Papers => visit.fill("batch-fault", &things),
        Place::Aside | Place::Helped => visit.fill("batch-fault-number", &things),
    }
}

/// Where two entries differ, for the one who reads it.
fn difference(visit: &Visit, options: &[Opt], difference: &Difference) -> String {
    let has = |has: &Has| match has {
        Has::Nothing => visit.say("batch-has-nothing"),
        Has::Number => visit.say("batch-has-number"),
        Has::Mark(mark) => sheet::told(visit, mark, options),
    };
    let told = |key, what: String, (hers, other): (String, String)| {
        visit.fill(key, &[("what", what.into()), ("hers", hers.into()), ("other", other.into())])
    };
    let numbers = |(hers, other): &(u64, u64)| (hers.to_string(), other.to_string());
    match difference {
        Difference::Number { number, has: (hers, other) } => {
            told("batch-differs-number", number.to_string(), (has(hers), has(other)))
        }
        Difference::Papers { mark, has } => {
            told("batch-differs-papers", sheet::told(visit, mark, options), numbers(has))
        }
        Difference::Aside { has } => told("batch-differs-aside", String::new(), numbers(has)),
        Difference::Helped { has } => told("batch-differs-helped", String::new(), numbers(has)),
    }
}
