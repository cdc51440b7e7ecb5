//! Casting a ballot, or replacing the one that was cast before.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    error::Error,
    rules::ballot::Channel,
    votes::{self, Casting},
    web::{Page, PageError, form::Sent, hand::Hand},
};

/// The button that was pressed, and for which entry on the roll.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    voter: String,
    choice: String,
}

/// Casts it; the answer comes after it is kept.
pub async fn cast(hand: Hand, Path(number): Path<String>, Sent(pressed): Sent<Pressed>) -> Page {
    let number = number.parse().map_err(|_| Error::NotFound("vote"))?;
    let found = votes::store::id_of(hand.app.db.read(), number).await?;
    let vote = found.ok_or(Error::NotFound("vote"))?;
    let voter = pressed.voter.parse().map_err(|_| Error::NotFound("voter"))?;
    // An option that doesn't stand on the ballot paper.
    let choice = pressed.choice.parse().map_err(|_| PageError::Unreadable)?;
    let (new, now) = (Casting { vote, voter, choice, channel: Channel::Web }, hand.now);
    let cast = hand.act(async |tx, by| votes::cast(tx, now, by, new).await).await?;
    let done = if cast.replaced { "ballot-replaced" } else { "ballot-cast" };
    Ok(Redirect::to(&format!("/votes/{number}?done={done}")).into_response())
}
