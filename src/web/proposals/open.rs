//! Putting a draft before the neighbourhood.

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

/// Opens it.
pub async fn act(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    visit.act(async |tx, by| proposals::open(tx, now, by, row.id).await).await?;
    Ok(Redirect::to(&format!("/proposals/{}?done=opened", row.number)).into_response())
}
