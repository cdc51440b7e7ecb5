//! Taking a seat out of one count, with a reason that everybody reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::{booth, show};
use crate::{
    error::{Error, Result},
    ids::SeatId,
    rules::permission::Deed,
    votes::{self, entity::vote, store},
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Pick, Sent},
        sectors::Sectors,
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    seat: String,
    reason: String,
}

/// Asks which seat, and why.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::MarkAbsent)?;
    let row = show::find(&visit, &number).await?;
    Ok(form(&visit, &row, &Typed::default(), &Faults::none()).await?.answer())
}

/// Takes it out.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::MarkAbsent)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let seat: SeatId = typed.seat.parse().map_err(|_| Error::NotFound("seat"))?;
    let out = (seat, typed.reason.as_str());
    match visit.act(async |tx, by| votes::recuse(tx, now, by, row.id, out).await).await {
        Ok(()) => {
            Ok(Redirect::to(&format!("/votes/{}?done=seat-recused", row.number)).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &typed, &faults).await?.answer())
        }
    }
}

async fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<FormPage<'a>> {
    let sectors = Sectors::of(visit).await?;
    let voters = store::voters(visit.app().db.read(), row.id).await?;
    let picks = voters.iter().filter_map(|voter| {
        let value = voter.seat_id?.to_string();
        let is_picked = value == typed.seat;
        Some(Pick { label: booth::seat(visit, &sectors, voter)?, value, is_picked })
    });
    let form = Form::to(visit, format!("/votes/{}/recusal", row.number), "recuse-button")
        .field("seat", "recuse-seat", Kind::Select(picks.collect()), &typed.seat)
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    let title = visit.with("recuse-title", "title", visit.title(&row.title));
    Ok(FormPage::new(visit, title, form)
        .intro(visit.say("recuse-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote"))
}
