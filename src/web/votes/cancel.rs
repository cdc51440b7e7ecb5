//! Calling a vote off, with a reason.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    rules::permission::Deed,
    votes::{self, entity::vote},
    web::{
        Page,
        form::{Faults, FormPage, Reason, Sent},
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let row = show::find(&visit, &number).await?;
    Ok(show(&visit, &row, &Reason::default(), &Faults::none()).answer())
}

/// Calls it off.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let done = visit
        .act(async |tx, by| votes::cancel(tx, now, Some(by), row.id, &typed.reason).await)
        .await;
    match done {
        Ok(()) => {
            let path = format!("/votes/{}?done=vote-cancelled", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn show<'a>(visit: &'a Visit, row: &vote::Model, typed: &Reason, faults: &Faults) -> FormPage<'a> {
    let action = format!("/votes/{}/cancellation", row.number);
    let title = visit.with("cancel-title", "title", visit.title(&row.title));
    typed
        .page(visit, title, (action, "cancel-button"), faults)
        .intro(visit.say("cancel-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
}
