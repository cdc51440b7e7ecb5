//! Casting a ballot, or replacing the one that was cast before.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::Error,
    rules::ballot::Channel,
    votes::{self, Casting},
    web::{Page, PageError, form::Sent, visit::Visit},
};

/// The button that was pressed, and for which entry on the roll.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    voter: String,
    choice: String,
}

/// Casts it; the answer comes after it is kept.
pub async fn cast(visit: Visit, Path(number): Path<String>, Sent(pressed): Sent<Pressed>) -> Page {
    visit.signed_in()?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let voter = pressed.voter.parse().map_err(|_| Error::NotFound("voter"))?;
    // An option that doesn't stand on the ballot paper.
    let choice = pressed.choice.parse().map_err(|_| PageError::Unreadable)?;
    let new = Casting { vote: row.id, voter, choice, channel: Channel::Web };
    let cast = visit.act(async |tx, by| votes::cast(tx, now, by, new).await).await?;
    let done = if cast.replaced { "ballot-replaced" } else { "ballot-cast" };
    Ok(Redirect::to(&format!("/votes/{}?done={done}", row.number)).into_response())
}
