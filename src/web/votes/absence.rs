//! Marking holders absent in a vote, so that their alternates vote; or present again.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::{Error, Refusal, Result},
    ids::SeatId,
    rules::{permission::Deed, seat},
    votes::{self, entity::vote, store},
    web::{
        self, Page, form::Sent, people::People, refusal::sentence, sectors::Sectors, visit::Visit,
    },
};

/// A seat, who holds it, and whether it can be marked.
struct Seat {
    id: SeatId,
    name: String,
    holder: String,
    alternate: Option<String>,
    is_absent: bool,
    why_not: Option<String>,
}

/// Which seat, and how.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Mark {
    seat: String,
    absent: String,
}

#[derive(Template)]
#[template(path = "votes/absence.html")]
struct Absences<'a> {
    visit: &'a Visit,
    row: vote::Model,
    seats: Vec<Seat>,
}

/// The seats of this vote.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::MarkAbsent)?;
    let row = show::find(&visit, &number).await?;
    let seats = seats(&visit, &row).await?;
    Ok(web::render(&Absences { visit: &visit, row, seats }))
}

/// Marks one.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(mark): Sent<Mark>) -> Page {
    visit.only(Deed::MarkAbsent)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let seat: SeatId = mark.seat.parse().map_err(|_| Error::NotFound("seat"))?;
    visit
        .act(async |tx, by| {
            if mark.absent == "yes" {
                votes::mark_absent(tx, now, by, row.id, seat).await
            } else {
                votes::mark_present(tx, now, by, row.id, seat).await
            }
        })
        .await?;
    Ok(Redirect::to(&format!("/votes/{}/absences?done=marked", row.number)).into_response())
}

async fn seats(visit: &Visit, row: &vote::Model) -> Result<Vec<Seat>> {
    let reader = visit.app().db.read();
    let voters = store::voters(reader, row.id).await?;
    let ballots = store::ballots(reader, row.id).await?;
    let mut ids = Vec::new();
    for voter in &voters {
        ids.extend(voter.holder_id);
        ids.extend(voter.alternate_id);
    }
    let people = People::of(visit, ids).await?;
    let sectors = Sectors::of(visit).await?;
    let seats = voters.iter().filter_map(|voter| {
        let ballot = ballots.iter().find(|ballot| ballot.voter_id == voter.id);
        let refusal =
            seat::may_mark(&votes::occupancy(voter, ballot), voter.channel.is_some()).err();
        let why_not = refusal.and_then(|it| sentence::faults(visit, &Refusal::Seat(it)).pop());
        Some(Seat {
            id: voter.seat_id?,
            name: super::booth::seat(visit, &sectors, voter)?,
            holder: people.name(&voter.holder_id?).to_owned(),
            alternate: voter.alternate_id.map(|id| people.name(&id).to_owned()),
            is_absent: voter.absent_since.is_some(),
            why_not: why_not.map(|(_, said)| said),
        })
    });
    Ok(seats.collect())
}
