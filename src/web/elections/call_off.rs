//! Calling an election off.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use crate::{
    elections,
    rules::permission::Deed,
    web::{
        Page,
        form::{Faults, FormPage, Reason, Sent},
        sectors::Sectors,
        visit::Visit,
    },
};

/// The form.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::FillSeats)?;
    let title = title(&visit, &number).await?;
    Ok(show(&visit, &number, title, &Reason::default(), &Faults::none()).answer())
}

/// Calls it off.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    visit.only(Deed::FillSeats)?;
    let (row, now) = (super::find(&visit, &number).await?, visit.now);
    let done = visit
        .act(async |tx, by| elections::call_off(tx, now, Some(by), row.id, &typed.reason).await)
        .await;
    match done {
        Ok(()) => {
            let path = format!("/elections/{}?done=election-called-off", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            let title = title(&visit, &number).await?;
            Ok(show(&visit, &number, title, &typed, &faults).answer())
        }
    }
}

async fn title(visit: &Visit, number: &str) -> crate::error::Result<String> {
    let row = super::find(visit, number).await?;
    Ok(super::title(visit, &Sectors::of(visit).await?, &row))
}

fn show<'a>(
    visit: &'a Visit,
    number: &str,
    title: String,
    typed: &Reason,
    faults: &Faults,
) -> FormPage<'a> {
    let path = format!("/elections/{number}/cancellation");
    let title = visit.with("call-off-title", "title", title);
    typed
        .page(visit, title, (path, "call-off-button"), faults)
        .intro(visit.say("call-off-lead"))
        .back(format!("/elections/{number}"), "back-to-election")
}
