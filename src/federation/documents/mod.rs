//! What other servers can fetch: actors, collections, objects, and the well-known addresses.

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Serialize;
use serde_json::Value;
use url::Url;

mod collections;
mod groups;
mod negotiate;
mod objects;
mod wellknown;

pub use negotiate::negotiate;

use super::{Federation, fetch::Fault, incoming::inbox};
use crate::error::Error;

/// The routes of the back door.
pub fn routes(federation: &Federation) -> Router {
    Router::new()
        .route("/inbox", post(inbox::post))
        .route("/ap/actor", get(groups::instance))
        .route("/ap/actor/inbox", post(inbox::post))
        .route("/ap/groups/{handle}", get(groups::group))
        .route("/ap/groups/{handle}/inbox", post(inbox::post_to_group))
        .route("/ap/groups/{handle}/outbox", get(collections::outbox))
        .route("/ap/groups/{handle}/followers", get(collections::followers))
        .route("/ap/groups/{handle}/following", get(collections::following))
        .route("/ap/groups/{handle}/featured", get(collections::featured))
        .route("/ap/activities/{id}", get(objects::activity))
        .route("/ap/proposals/{number}", get(objects::proposal))
        .route("/ap/proposals/{number}/versions/{version}", get(objects::version))
        .route("/ap/openings/{number}", get(objects::opening))
        .route("/ap/results/{number}", get(objects::result))
        .route("/.well-known/webfinger", get(wellknown::webfinger))
        .route("/.well-known/host-meta", get(wellknown::host_meta))
        .route("/.well-known/nodeinfo", get(wellknown::nodeinfo_links))
        .route("/nodeinfo/2.1", get(wellknown::nodeinfo))
        .layer(middleware::map_response(for_everybody))
        .with_state(federation.clone())
}

/// What is public may be read by pages of other sites too.
async fn for_everybody(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

/// Why a document isn't given.
#[derive(Debug)]
pub struct NotGiven(Error);

impl From<Error> for NotGiven {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Fault> for NotGiven {
    fn from(fault: Fault) -> Self {
        Self(fault.into())
    }
}

impl IntoResponse for NotGiven {
    fn into_response(self) -> Response {
        match self.0 {
            Error::NotFound(_) | Error::Refused(_) => StatusCode::NOT_FOUND.into_response(),
            error => {
                tracing::error!(%error, "a document was not given");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

const NOT_FOUND: NotGiven = NotGiven(Error::NotFound("document"));

/// A document for programs, or for people the page that says the same.
fn document(headers: &HeaderMap, page: Option<&Url>, json: &impl Serialize) -> Response {
    match page {
        Some(page) if negotiate::is_for_people(headers) => {
            let mut answer = Redirect::to(page.as_str()).into_response();
            answer.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept"));
            answer
        }
        _ => activity_json(StatusCode::OK, json),
    }
}

fn activity_json(status: StatusCode, json: &impl Serialize) -> Response {
    let body = match serde_json::to_string(json) {
        Ok(body) => body,
        Err(error) => {
            tracing::error!(%error, "a document was not written");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let headers = [
        (header::CONTENT_TYPE, "application/activity+json"),
        (header::VARY, "Accept"),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    (status, headers, body).into_response()
}

fn gone(tombstone: &Value) -> Response {
    activity_json(StatusCode::GONE, tombstone)
}
