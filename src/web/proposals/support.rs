//! Supporting a proposal, and taking the support back.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    proposals,
    web::{
        Page,
        form::{Nothing, Sent},
        visit::Visit,
    },
};

/// Gives support; giving it twice is giving it once.
pub async fn give(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    visit.act(async |tx, by| proposals::support(tx, now, by, row.id).await).await?;
    Ok(Redirect::to(&format!("/proposals/{}?done=supported", row.number)).into_response())
}

/// Takes it back.
pub async fn take_back(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    visit.act(async |tx, by| proposals::take_support_back(tx, now, by, row.id).await).await?;
    Ok(Redirect::to(&format!("/proposals/{}?done=support-ended", row.number)).into_response())
}
