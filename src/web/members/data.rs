//! Everything that is kept about a member, as a file she can take along.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    error::Result,
    members::{self, Portrait},
    web::{Page, visit::Visit},
};

/// The file.
#[derive(Serialize)]
struct Data {
    neighbourhood: String,
    roll: Portrait,
}

/// The file, for the member who is signed in and for nobody else.
pub async fn file(visit: Visit) -> Page {
    Ok(write(&gather(&visit).await?))
}

async fn gather(visit: &Visit) -> Result<Data> {
    let reader = visit.app().db.read();
    let member = visit.signed_in()?;
    Ok(Data {
        neighbourhood: visit.neighbourhood.name.clone(),
        roll: members::portrait(reader, member).await?,
    })
}

fn write(data: &Data) -> Response {
    #[expect(clippy::expect_used, reason = "plain values without maps are always JSON")]
    let json = serde_json::to_string_pretty(data).expect("the data is JSON");
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"translokaal.json\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    (headers, json).into_response()
}
