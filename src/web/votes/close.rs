//! Closing a vote, counting it and publishing the result: one act, so that no count lies in a
//! drawer.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    rules::permission::Deed,
    votes::{self, Finished, Origin, entity::vote},
    web::{
        Page,
        form::{Faults, FormPage, Reason, Sent},
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::CloseVote)?;
    let row = show::find(&visit, &number).await?;
    Ok(show(&visit, &row, &Reason::default(), &Faults::none()).answer())
}

/// Closes, counts and publishes.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let origin = &Origin::of(visit.app());
    let done = visit
        .act(async |tx, by| votes::finish(tx, now, Some(by), row.id, &typed.reason, origin).await)
        .await;
    match done {
        Ok(Finished::Published) => {
            let path = format!("/votes/{}?done=vote-closed#outcome", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Ok(Finished::Undecided) => {
            Ok(Redirect::to(&format!("/votes/{}#waiting-title", row.number)).into_response())
        }
        Ok(Finished::Waiting { .. }) => {
            let path = format!("/votes/{}/batches?done=vote-waits", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn show<'a>(visit: &'a Visit, row: &vote::Model, typed: &Reason, faults: &Faults) -> FormPage<'a> {
    let action = format!("/votes/{}/closing", row.number);
    let title = visit.with("close-title", "title", &row.title);
    typed
        .page(visit, title, (action, "close-button"), faults)
        .intro(visit.say("close-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
}
