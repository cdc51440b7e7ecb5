//! All proxies in one vote, for the secretary, who writes down those that come in on paper.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::{Error, Result},
    ids::MemberId,
    rules::{
        permission::Deed,
        proxy::{Ending, Mandate},
        vote::Stage,
    },
    votes::{self, entity::vote, store},
    web::{
        self, Page,
        form::{Faults, Form, Sent, status},
        people::{self, People},
        visit::Visit,
    },
};

/// Who gives it to whom.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    giver: String,
    holder: String,
}

/// Whose it is.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Taken {
    giver: String,
}

/// A proxy as the log tells it.
struct Told {
    sentence: String,
    is_on_paper: bool,
    ending: Option<&'static str>,
    take_back: Option<MemberId>,
}

#[derive(Template)]
#[template(path = "votes/proxies.html")]
struct Proxies<'a> {
    visit: &'a Visit,
    row: vote::Model,
    form: Option<Form<'a>>,
    given: Vec<Told>,
}

/// The log, and the form.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let row = show::find(&visit, &number).await?;
    Ok(answer(&visit, row, &Typed::default(), &Faults::none()).await?)
}

/// Writes one down that came in on paper.
pub async fn record(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let row = show::find(&visit, &number).await?;
    let giver = people::named(&visit, "giver", &typed.giver).await?;
    let holder = people::named(&visit, "holder", &typed.holder).await?;
    let new = match (giver, holder) {
        (Ok(giver), Ok(holder)) => Mandate { giver: giver.id, holder: holder.id },
        (giver, holder) => {
            let faults = [giver.err(), holder.err()].into_iter().flatten().flat_map(|it| it.0);
            return Ok(answer(&visit, row, &typed, &Faults(faults.collect())).await?);
        }
    };
    let at = (visit.now, visit.today());
    match visit.act(async |tx, by| votes::give_proxy(tx, at, by, row.id, new).await).await {
        Ok(()) => {
            let done = format!("/votes/{}/proxies?done=proxy-given", row.number);
            Ok(Redirect::to(&done).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(answer(&visit, row, &typed, &faults).await?)
        }
    }
}

/// Takes one back for a giver who asked for it.
pub async fn take_back(visit: Visit, Path(number): Path<String>, Sent(taken): Sent<Taken>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let giver = taken.giver.parse().map_err(|_| Error::NotFound("member"))?;
    visit.act(async |tx, by| votes::take_back_proxy(tx, now, by, row.id, giver).await).await?;
    let done = format!("/votes/{}/proxies?done=proxy-taken-back", row.number);
    Ok(Redirect::to(&done).into_response())
}

async fn answer(
    visit: &Visit,
    row: vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Response> {
    let action = format!("/votes/{}/proxies", row.number);
    let form = (row.stage == Stage::Prepared || !faults.is_empty()).then(|| {
        Form::to(visit, action, "proxies-record")
            .line("giver", "proxies-giver", &typed.giver)
            .required()
            .hint("who-hint")
            .line("holder", "proxies-holder", &typed.holder)
            .required()
            .hint("who-hint")
            .faulty(faults)
    });
    let given = given(visit, &row).await?;
    let page = Proxies { visit, row, form, given };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}

async fn given(visit: &Visit, row: &vote::Model) -> Result<Vec<Told>> {
    let given = store::mandates(visit.app().db.read(), row.id).await?;
    let people = People::of(visit, given.iter().flat_map(|it| [it.giver_id, it.holder_id])).await?;
    let is_going = matches!(row.stage, Stage::Prepared | Stage::Open);
    let told = given.iter().map(|it| {
        let things = [
            ("giver", people.name(&it.giver_id).into()),
            ("holder", people.name(&it.holder_id).into()),
            ("at", visit.moment(it.given_at).into()),
        ];
        Told {
            sentence: visit.fill("proxies-line", &things),
            is_on_paper: it.recorded_by.is_some(),
            ending: it.ending.map(Ending::word),
            take_back: (is_going && it.ended_at.is_none()).then_some(it.giver_id),
        }
    });
    Ok(told.collect())
}
