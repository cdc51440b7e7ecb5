//! Opening a prepared vote.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    votes,
    web::{
        Page,
        form::{Nothing, Sent},
        visit::Visit,
    },
};

/// Freezes the roll and opens the vote.
pub async fn act(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let today = visit.today();
    visit.act(async |tx, by| votes::open(tx, now, today, Some(by), row.id).await).await?;
    Ok(Redirect::to(&format!("/votes/{}?done=vote-opened", row.number)).into_response())
}
