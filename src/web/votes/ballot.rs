//! Casting a ballot, or replacing the one that was cast before.

use axum::{
    extract::{FromRequest, Path, Request, State},
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::{ballot_box::Slip, receipt};
use crate::{
    error::{Error, Refusal},
    rules::{ballot::Channel, canonical, permission},
    votes::Casting,
    web::{Door, Page, PageError, form::Sent, session::Kind, visit::Visit},
};

/// The button that was pressed, in which vote, and for which entry on the roll; in a secret vote
/// with the code of the receipt.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    vote: String,
    voter: String,
    choice: String,
    receipt: String,
    channel: String,
    helped: String,
}

/// How a ballot comes in from a page: the voter's own, or by proxy.
///
/// # Errors
/// No page sends anything else.
pub fn channel(typed: &str) -> Result<Channel, PageError> {
    match typed.parse() {
        Ok(channel @ (Channel::Web | Channel::Proxy)) => Ok(channel),
        Err(_) if typed.is_empty() => Ok(Channel::Web),
        _ => Err(PageError::Unreadable),
    }
}

/// Casts it; the answer comes after it is kept. It is received when the last byte of the form is.
pub async fn cast(State(door): State<Door>, Path(number): Path<String>, request: Request) -> Page {
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let Sent(pressed) = Sent::<Pressed>::from_request(request, &door).await?;
    let at = door.app.clock.now();
    let first = || Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst));
    let session = Kind::Member.read(&door.app.settings, &parts.headers).ok_or_else(first)?;
    let number: i64 = number.parse().map_err(|_| Error::NotFound("vote"))?;
    let vote = pressed.vote.parse().map_err(|_| Error::NotFound("vote"))?;
    let voter = pressed.voter.parse().map_err(|_| Error::NotFound("voter"))?;
    // An option that doesn't stand on the ballot paper.
    let mark = pressed.choice.parse().map_err(|_| PageError::Unreadable)?;
    let receipt = match pressed.receipt.as_str() {
        "" => String::new(),
        code => canonical::hash_text(code),
    };
    let (channel, helped) = (channel(&pressed.channel)?, pressed.helped == "yes");
    let new = Casting { vote, voter, mark, channel, receipt, helped };
    let cast = door.ballot_box.drop_in(Slip { session, at, new }).await?;
    if !pressed.receipt.is_empty() {
        let visit = Visit::of(&parts, &door).await?;
        return receipt::fresh(&visit, &number.to_string(), &pressed.receipt).await;
    }
    let done = if cast.replaced { "ballot-replaced" } else { "ballot-cast" };
    Ok(Redirect::to(&format!("/votes/{number}?done={done}")).into_response())
}
