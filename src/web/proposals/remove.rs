//! Removing a proposal because the law asks for it.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    proposals::entity::proposal,
    rules::permission::Deed,
    votes,
    web::{
        Page, PageError,
        form::{Faults, FormPage, Reason, Sent},
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = any(&visit, &number).await?;
    Ok(show(&visit, &row, &Reason::default(), &Faults::none()).answer())
}

/// Removes it; the number and the reason stay.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    let (row, now) = (any(&visit, &number).await?, visit.now);
    let done =
        visit.act(async |tx, by| votes::remove(tx, now, by, row.id, &typed.reason).await).await;
    match done {
        Ok(()) => {
            let path = format!("/proposals/{}?done=removed", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).answer())
        }
    }
}

/// The proposal, for those only who may remove it.
async fn any(visit: &Visit, number: &str) -> Result<proposal::Model, PageError> {
    visit.only(Deed::RemoveProposal)?;
    Ok(show::find(visit, number).await?)
}

fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    typed: &Reason,
    faults: &Faults,
) -> FormPage<'a> {
    let action = format!("/proposals/{}/removal", row.number);
    let title = visit.with("remove-title", "title", &row.title);
    typed
        .page(visit, title, (action, "remove-button"), faults)
        .intro(visit.say("remove-lead"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal")
}
