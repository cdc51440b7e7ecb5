//! Whether a member is reminded by mail of votes in which she hasn't voted.

use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use crate::{
    notify,
    web::{Page, form::Sent, visit::Visit},
};

/// Which button was pressed.
#[derive(Deserialize)]
pub struct Choice {
    #[serde(default)]
    wanted: String,
}

/// Turns reminders on or off for the member who is signed in.
pub async fn choose(visit: Visit, Sent(choice): Sent<Choice>) -> Page {
    let now = visit.now;
    let is_wanted = choice.wanted == "yes";
    visit
        .act(async |tx, by| match is_wanted {
            true => notify::accept(tx, by).await,
            false => notify::decline(tx, now, by).await,
        })
        .await?;
    let done = if is_wanted { "reminders-on" } else { "reminders-off" };
    Ok(Redirect::to(&format!("/me?done={done}#reminders")).into_response())
}
