//! Giving seats: to who was elected, and to who follows when one became vacant.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use crate::{
    elections,
    rules::{candidacy::Stage, permission::Deed},
    votes::Origin,
    web::{
        Page,
        form::{Nothing, Sent},
        visit::Visit,
    },
};

/// Does what the button says.
pub async fn act(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    visit.only(Deed::FillSeats)?;
    let row = super::find(&visit, &number).await?;
    let (now, today, id) = (visit.now, visit.today(), row.id);
    let origin = Origin::of(visit.app());
    visit
        .act(async |tx, by| match row.stage {
            Stage::Seated => elections::succeed(tx, now, today, by, id, &origin).await,
            _ => elections::seat(tx, now, today, Some(by), id, &origin).await,
        })
        .await?;
    let path = format!("/elections/{}?done=seats-given", row.number);
    Ok(Redirect::to(&path).into_response())
}
