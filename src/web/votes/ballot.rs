//! Casting a ballot, or replacing the one that was cast before.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::ballot_box::Slip;
use crate::{
    error::{Error, Refusal},
    rules::{ballot::Channel, permission},
    votes::Casting,
    web::{Door, Page, PageError, form::Sent, session::Kind},
};

/// The button that was pressed, in which vote, and for which entry on the roll.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    vote: String,
    voter: String,
    choice: String,
}

/// Casts it; the answer comes after it is kept. It is received when the last byte of the form is.
pub async fn cast(
    State(door): State<Door>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Sent(pressed): Sent<Pressed>,
) -> Page {
    let at = door.app.clock.now();
    let number: i64 = number.parse().map_err(|_| Error::NotFound("vote"))?;
    let first = || Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst));
    let session = Kind::Member.read(&door.app.settings, &headers).ok_or_else(first)?;
    let vote = pressed.vote.parse().map_err(|_| Error::NotFound("vote"))?;
    let voter = pressed.voter.parse().map_err(|_| Error::NotFound("voter"))?;
    // An option that doesn't stand on the ballot paper.
    let mark = pressed.choice.parse().map_err(|_| PageError::Unreadable)?;
    let new = Casting { vote, voter, mark, channel: Channel::Web, receipt: String::new() };
    let cast = door.ballot_box.drop_in(Slip { session, at, new }).await?;
    let done = if cast.replaced { "ballot-replaced" } else { "ballot-cast" };
    Ok(Redirect::to(&format!("/votes/{number}?done={done}")).into_response())
}
