//! A proxy for one vote, as the one sees it who gives it or holds it.

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
    ids::MemberId,
    rules::{
        ballot::BodyKind,
        proxy::{Ending, Mandate},
        role::Role,
        vote::Stage,
    },
    votes::{
        self,
        entity::{mandate, vote},
        store,
    },
    web::{
        self, Page,
        form::{Faults, Form, Kind, Nothing, Pick, Sent, status},
        people::{self, People},
        visit::Visit,
    },
};

/// To whom it is given: a name or number, in the council one of a list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    holder: String,
}

#[derive(Template)]
#[template(path = "votes/proxy.html")]
struct Proxy<'a> {
    visit: &'a Visit,
    row: vote::Model,
    notes: Vec<String>,
    give: Option<Form<'a>>,
    take_back: Option<Form<'a>>,
}

/// What she gave and holds in this vote.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = show::find(&visit, &number).await?;
    Ok(answer(&visit, row, &Typed::default(), &Faults::none()).await?)
}

/// Gives it.
pub async fn give(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let giver = visit.signed_in()?;
    let row = show::find(&visit, &number).await?;
    let holder = match holder(&visit, &row, &typed).await? {
        Ok(holder) => holder,
        Err(faults) => return Ok(answer(&visit, row, &typed, &faults).await?),
    };
    let (at, new) = ((visit.now, visit.today()), Mandate { giver, holder });
    match visit.act(async |tx, by| votes::give_proxy(tx, at, by, row.id, new).await).await {
        Ok(()) => {
            let done = format!("/votes/{}/proxy?done=proxy-given", row.number);
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
    visit.act(async |tx, by| votes::take_back_proxy(tx, now, by, row.id, by).await).await?;
    let done = format!("/votes/{}/proxy?done=proxy-taken-back", row.number);
    Ok(Redirect::to(&done).into_response())
}

async fn holder(
    visit: &Visit,
    row: &vote::Model,
    typed: &Typed,
) -> Result<Result<MemberId, Faults>> {
    if row.body == BodyKind::Assembly {
        let named = people::named_exactly(visit, "holder", &typed.holder).await?;
        return Ok(named.map(|member| member.id));
    }
    Ok(typed.holder.parse().map_err(|_| {
        let mut faults = Faults::none();
        faults.at("holder", visit.say("proxy-no-colleague"));
        faults
    }))
}

async fn answer(
    visit: &Visit,
    row: vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Response> {
    let member = visit.signed_in()?;
    let reader = visit.app().db.read();
    let mut hers = store::mandates(reader, row.id).await?;
    hers.retain(|it| it.giver_id == member || it.holder_id == member);
    let live = hers.iter().find(|it| it.ended_at.is_none());
    let has_faults = !faults.is_empty();
    let give = match has_faults || live.is_none() && may_give(visit, &row).await? {
        true => Some(form(visit, &row, typed, faults).await?),
        false => None,
    };
    let is_going = matches!(row.stage, Stage::Prepared | Stage::Open);
    let has_given = live.is_some_and(|it| it.giver_id == member) && is_going;
    let action = format!("/votes/{}/proxy/end", row.number);
    let take_back = has_given.then(|| Form::to(visit, action, "proxy-take-back"));
    let notes = notes(visit, &hers).await?;
    let page = Proxy { visit, row, notes, give, take_back };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}

async fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Form<'a>> {
    let form = Form::to(visit, format!("/votes/{}/proxy", row.number), "proxy-give");
    let form = match row.body {
        BodyKind::Assembly => {
            form.line("holder", "proxy-who", &typed.holder).hint("proxy-who-hint")
        }
        BodyKind::Council => {
            let colleagues = colleagues(visit, &typed.holder).await?;
            form.field("holder", "proxy-who", Kind::Select(colleagues), "")
        }
    };
    Ok(form.required().faulty(faults))
}

/// Who holds another seat in her sector.
async fn colleagues(visit: &Visit, typed: &str) -> Result<Vec<Pick>> {
    let member = visit.signed_in()?;
    let seating = bodies::store::seating(visit.app().db.read(), visit.today()).await?;
    let held = seating.iter().filter_map(|place| Some((place, place.tenure.as_ref()?.holder_id)));
    let hers = held.clone().find(|(_, holder)| *holder == member);
    let sector = hers.map(|(place, _)| place.sector.id);
    let others =
        held.filter(|(place, holder)| Some(place.sector.id) == sector && *holder != member);
    let others: Vec<MemberId> = others.map(|(_, holder)| holder).collect();
    let people = People::of(visit, others.iter().copied()).await?;
    let none = Pick { value: String::new(), label: visit.say("proxy-choose"), is_picked: false };
    let picks = others.iter().map(|id| {
        let (value, label) = (id.to_string(), people.name(id).to_owned());
        Pick { is_picked: value == typed, value, label }
    });
    Ok(std::iter::once(none).chain(picks).collect())
}

/// What became of proxies that the visitor gave or holds, each in a sentence.
///
/// # Errors
/// What the database says.
pub async fn notes(visit: &Visit, hers: &[mandate::Model]) -> Result<Vec<String>> {
    let member = visit.signed_in()?;
    let people = People::of(visit, hers.iter().flat_map(|it| [it.giver_id, it.holder_id])).await?;
    let told = hers.iter().map(|it| {
        let (is_hers, other) = match it.giver_id == member {
            true => (true, people.name(&it.holder_id)),
            false => (false, people.name(&it.giver_id)),
        };
        match (it.ending, is_hers) {
            (None, true) => visit.with("proxy-you-gave", "name", other),
            (None, false) => visit.with("proxy-you-hold", "name", other),
            (Some(ending), is_hers) => {
                let key = if is_hers { "proxy-ended" } else { "proxy-held-ended" };
                visit.with_two(key, ("ending", ending.word()), ("name", other))
            }
        }
    });
    Ok(told.collect())
}

/// What the page of a vote says to her about proxies: nothing when there is nothing to do and nothing
/// to know.
///
/// # Errors
/// What the database says.
pub async fn at_the_vote(visit: &Visit, row: &vote::Model) -> Result<Option<Vec<String>>> {
    let Some(member) = &visit.member else { return Ok(None) };
    let reader = visit.app().db.read();
    let mut hers = match row.stage {
        Stage::Prepared | Stage::Open => store::mandates_with(reader, member.id).await?,
        _ => return Ok(None),
    };
    hers.retain(|it| it.vote_id == row.id && it.ending != Some(Ending::TakenBack));
    let notes = notes(visit, &hers).await?;
    if !notes.is_empty() {
        return Ok(Some(notes));
    }
    Ok(may_give(visit, row).await?.then_some(notes))
}

/// Whether there is a form to offer; the act decides.
async fn may_give(visit: &Visit, row: &vote::Model) -> Result<bool> {
    let has_a_vote = row.body == BodyKind::Assembly || visit.roles.contains(&Role::Holder);
    if row.stage != Stage::Prepared || !has_a_vote {
        return Ok(false);
    }
    let reader = visit.app().db.read();
    let charter = bodies::charter_version(reader, row.charter_version).await?.charter;
    Ok(charter.proxies_most > 0)
}
