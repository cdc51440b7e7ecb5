//! Putting a batch aside that can't be typed as it was announced, with a reason that everybody reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use crate::{
    rules::permission::Deed,
    votes::{
        batches::{self, entity::batch},
        entity::vote,
    },
    web::{
        Page,
        form::{Faults, FormPage, Reason, Sent},
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path((number, batch)): Path<(String, String)>) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, batch) = super::find(&visit, &number, &batch).await?;
    Ok(form(&visit, &row, &batch, &Reason::default(), &Faults::none()).answer())
}

/// Puts it aside.
pub async fn act(
    visit: Visit,
    Path((number, batch)): Path<(String, String)>,
    Sent(typed): Sent<Reason>,
) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, batch) = super::find(&visit, &number, &batch).await?;
    let (now, ids) = (visit.now, (row.id, batch.id));
    let done = visit.act(async |tx, by| batches::discard(tx, now, by, ids, &typed.reason).await);
    match done.await {
        Ok(()) => {
            let path = format!("/votes/{number}/batches?done=batch-discarded");
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &batch, &typed, &faults).answer())
        }
    }
}

fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    batch: &batch::Model,
    typed: &Reason,
    faults: &Faults,
) -> FormPage<'a> {
    let here = format!("/votes/{}/batches/{}", row.number, batch.number);
    let title = visit.with("batch-discard-title", "batch", super::name(visit, batch));
    typed
        .page(visit, title, (format!("{here}/discarding"), "batch-discard"), faults)
        .intro(visit.say("batch-discard-lead"))
        .back(here, "back-to-batch")
}
