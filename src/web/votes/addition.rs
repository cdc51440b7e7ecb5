//! Putting somebody on the roll of an open vote who was left out of it, with a reason that everybody
//! reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::show;
use crate::{
    bodies,
    error::Result,
    ids::SeatId,
    rules::{ballot::BodyKind, permission::Deed},
    votes::{self, LeftOut, entity::vote, store},
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Pick, Sent},
        people, sectors,
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    who: String,
    seat: String,
    reason: String,
}

/// Asks who, and why.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let row = show::find(&visit, &number).await?;
    Ok(form(&visit, &row, &Typed::default(), &Faults::none()).await?)
}

/// Puts her on the roll.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let row = show::find(&visit, &number).await?;
    let at = (visit.now, visit.today());
    let left_out = match left_out(&visit, &row, &typed).await? {
        Ok(left_out) => left_out,
        Err(faults) => return Ok(form(&visit, &row, &typed, &faults).await?),
    };
    let added = (left_out, typed.reason.as_str());
    match visit.act(async |tx, by| votes::add_voter(tx, at, by, row.id, added).await).await {
        Ok(()) => {
            Ok(Redirect::to(&format!("/votes/{}?done=voter-added", row.number)).into_response())
        }
        Err(error) => Ok(form(&visit, &row, &typed, &Faults::or_leave(&visit, error)?).await?),
    }
}

async fn left_out(
    visit: &Visit,
    row: &vote::Model,
    typed: &Typed,
) -> Result<Result<LeftOut, Faults>> {
    if row.body == BodyKind::Assembly {
        let named = people::named(visit, "who", &typed.who).await?;
        return Ok(named.map(|member| LeftOut::Member(member.id)));
    }
    Ok(typed.seat.parse().map(LeftOut::Seat).map_err(|_| {
        let mut faults = Faults::none();
        faults.at("seat", visit.say("addition-no-seat"));
        faults
    }))
}

async fn form(
    visit: &Visit,
    row: &vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Response> {
    let action = format!("/votes/{}/voters", row.number);
    let form = Form::to(visit, action, "addition-button");
    let form = match row.body {
        BodyKind::Assembly => {
            form.line("who", "addition-who", &typed.who).required().hint("who-hint")
        }
        BodyKind::Council => {
            let seats = seats(visit, row, &typed.seat).await?;
            form.field("seat", "addition-seat", Kind::Select(seats), "").required()
        }
    };
    let form = form
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("addition-reason-hint")
        .faulty(faults);
    let title = visit.with("addition-title", "title", visit.title(&row.title));
    Ok(FormPage::new(visit, title, form)
        .intro(visit.say("addition-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
        .answer())
}

/// The seats that somebody holds and that don't stand on the roll.
async fn seats(visit: &Visit, row: &vote::Model, typed: &str) -> Result<Vec<Pick>> {
    let reader = visit.app().db.read();
    let voters = store::voters(reader, row.id).await?;
    let stands = |seat: SeatId| voters.iter().any(|voter| voter.seat_id == Some(seat));
    let seating = bodies::store::seating(reader, visit.today()).await?;
    let out = seating.iter().filter(|it| it.tenure.is_some() && !stands(it.seat.id));
    let none = Pick { value: String::new(), label: visit.say("addition-choose"), is_picked: false };
    let picks = out.map(|place| {
        let sector = sectors::name(visit, &place.sector);
        let number = place.seat.number;
        let value = place.seat.id.to_string();
        let is_picked = value == typed;
        let label = visit.with_two("seat-name", ("sector", sector), ("number", number));
        Pick { value, label, is_picked }
    });
    Ok(std::iter::once(none).chain(picks).collect())
}
