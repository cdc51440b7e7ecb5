//! Taking a proposal back.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    error::{Error, Result},
    proposals::{self, entity::proposal},
    web::{
        Page,
        form::{Faults, FormPage, Reason, Sent},
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = hers(&visit, &number).await?;
    Ok(show(&visit, &row, &Reason::default(), &Faults::none()).answer())
}

/// Takes it back.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    let (row, now) = (hers(&visit, &number).await?, visit.now);
    let done = visit
        .act(async |tx, by| proposals::withdraw(tx, now, by, row.id, &typed.reason).await)
        .await;
    match done {
        Ok(()) => {
            let path = format!("/proposals/{}?done=withdrawn", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).answer())
        }
    }
}

/// The proposal, for its submitter only.
async fn hers(visit: &Visit, number: &str) -> Result<proposal::Model> {
    let row = show::find(visit, number).await?;
    if visit.is(row.submitter_id) { Ok(row) } else { Err(Error::NotFound("page")) }
}

fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    typed: &Reason,
    faults: &Faults,
) -> FormPage<'a> {
    let action = format!("/proposals/{}/withdrawal", row.number);
    let title = visit.with("withdraw-title", "title", &row.title);
    typed
        .page(visit, title, (action, "withdraw-button"), faults)
        .intro(visit.say("withdraw-lead"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal")
}
