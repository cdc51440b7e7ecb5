//! Having somebody speak for one in an open vote.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::show;
use crate::{
    bodies,
    error::Result,
    rules::{delegation as rule, vote::Stage},
    votes::{
        self,
        entity::{delegation, vote},
        store,
    },
    web::{
        self, Page,
        form::{Faults, Form, Nothing, Sent, status},
        people::{self, People},
        visit::Visit,
    },
};

/// Who is to speak: a name or a number.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    delegate: String,
}

#[derive(Template)]
#[template(path = "votes/delegation.html")]
struct Delegation<'a> {
    visit: &'a Visit,
    row: vote::Model,
    notes: Vec<String>,
    form: Option<Form<'a>>,
}

/// Who speaks for her, and for how many she does.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = show::find(&visit, &number).await?;
    Ok(answer(&visit, row, &Typed::default(), &Faults::none()).await?)
}

/// Has somebody speak for her.
pub async fn give(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = show::find(&visit, &number).await?;
    let delegate = match people::named_exactly(&visit, "delegate", &typed.delegate).await? {
        Ok(member) => member.id,
        Err(faults) => return Ok(answer(&visit, row, &typed, &faults).await?),
    };
    let at = (visit.now, visit.today());
    match visit.act(async |tx, by| votes::delegate(tx, at, by, row.id, delegate).await).await {
        Ok(()) => {
            let done = format!("/votes/{}/delegation?done=delegation-given", row.number);
            Ok(Redirect::to(&done).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(answer(&visit, row, &typed, &faults).await?)
        }
    }
}

/// Takes it back.
pub async fn take_back(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    visit.act(async |tx, by| votes::take_back_delegation(tx, now, by, row.id).await).await?;
    let done = format!("/votes/{}/delegation?done=delegation-taken-back", row.number);
    Ok(Redirect::to(&done).into_response())
}

async fn answer(
    visit: &Visit,
    row: vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Response> {
    let member = visit.signed_in()?;
    let given = store::delegations(visit.app().db.read(), row.id).await?;
    let is_going = matches!(row.stage, Stage::Prepared | Stage::Open);
    let has_given = given.iter().any(|it| it.giver_id == member && it.ended_at.is_none());
    let action = format!("/votes/{}/delegation", row.number);
    let form = if has_given {
        Form::to(visit, format!("{action}/end"), "delegation-take-back")
    } else {
        Form::to(visit, action, "delegation-give")
            .line("delegate", "delegation-who", &typed.delegate)
            .required()
            .hint("proxy-who-hint")
    };
    let form = (is_going || !faults.is_empty()).then(|| form.faulty(faults));
    let notes = notes(visit, &given).await?;
    let page = Delegation { visit, row, notes, form };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}

/// Who speaks for the visitor, and for how many she does, in one vote.
async fn notes(visit: &Visit, given: &[delegation::Model]) -> Result<Vec<String>> {
    let member = visit.signed_in()?;
    let live = || given.iter().filter(|it| it.ended_at.is_none());
    let hers = live().find(|it| it.giver_id == member).map(|it| it.delegate_id);
    let people = People::of(visit, hers).await?;
    let hers = hers.map(|id| visit.with("delegation-given", "name", people.name(&id)));
    let held = live().filter(|it| it.delegate_id == member).count();
    let held = (held > 0).then(|| visit.with("delegation-held", "n", held));
    Ok(hers.into_iter().chain(held).collect())
}

/// What the page of a vote says to her about it: nothing where there is no delegation.
///
/// # Errors
/// What the database says.
pub async fn at_the_vote(visit: &Visit, row: &vote::Model) -> Result<Option<Vec<String>>> {
    let is_going = matches!(row.stage, Stage::Prepared | Stage::Open);
    let may_be = rule::may_be_in(row.body, row.secrecy).is_ok();
    if visit.member.is_none() || !is_going || !may_be {
        return Ok(None);
    }
    let reader = visit.app().db.read();
    let charter = bodies::charter_version(reader, row.charter_version).await?.charter;
    if charter.delegations_most == 0 {
        return Ok(None);
    }
    Ok(Some(notes(visit, &store::delegations(reader, row.id).await?).await?))
}

/// The same for all votes that come or are open.
///
/// # Errors
/// What the database says.
pub async fn of_visitor(visit: &Visit) -> Result<Vec<(vote::Model, String)>> {
    let reader = visit.app().db.read();
    let mut told = Vec::new();
    let hers = store::delegations_with(reader, visit.signed_in()?).await?;
    let named = store::of_ids(reader, hers.iter().map(|it| it.vote_id)).await?;
    for vote in named.into_values() {
        let given: Vec<_> = hers.iter().filter(|it| it.vote_id == vote.id).cloned().collect();
        if matches!(vote.stage, Stage::Prepared | Stage::Open) {
            let notes = notes(visit, &given).await?;
            told.extend(notes.into_iter().map(|note| (vote.clone(), note)));
        }
    }
    Ok(told)
}
