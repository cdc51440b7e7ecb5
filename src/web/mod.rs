//! The front door: pages for people. One folder per room, one file per page, its template beside
//! it. A page never decides: it asks the same rule as the act, and shows what the rule said.

use std::sync::{Arc, OnceLock};

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef},
    http::{HeaderName, HeaderValue, header},
    middleware,
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use tower_http::{limit::RequestBodyLimitLayer, set_header::SetResponseHeaderLayer};

use crate::{app::App, bodies::entity::neighbourhood, error::Error, rules::proposal::Stage};

mod bar;
mod bodies;
pub mod desk;
mod elections;
mod form;
mod home;
mod journal;
mod language;
mod limit;
mod markdown;
mod members;
mod neighbours;
mod overlong;
mod paging;
mod people;
mod picture;
mod proposals;
mod refusal;
mod sectors;
mod session;
mod style;
#[cfg(test)]
mod tests;
mod visit;
mod votes;
mod words;

use limit::Limiter;
use refusal::PageError;
use votes::BallotBox;

/// The largest form, in bytes: the longest text with room to spare.
const FORM_MOST: usize = 256 * 1024;
/// The largest request of all, in bytes: a roll as a file.
pub const REQUEST_MOST: usize = 5 * 1024 * 1024;

/// What every page is given.
#[derive(Clone, Debug)]
pub struct Door {
    pub app: App,
    limiter: Arc<Limiter>,
    ballot_box: BallotBox,
    /// What was answered about results before.
    answers: votes::Kept,
    /// The neighbourhood, from when it is founded; it keeps its name.
    founded: Arc<OnceLock<neighbourhood::Model>>,
}

impl FromRef<Door> for App {
    fn from_ref(door: &Door) -> Self {
        door.app.clone()
    }
}

/// A page, or why there is none.
type Page = Result<Response, PageError>;

/// Every page.
pub fn routes(app: App) -> Router {
    let ballot_box = BallotBox::new(app.clone());
    let (limiter, answers, founded) = Default::default();
    let door = Door { app, limiter, ballot_box, answers, founded };
    Router::new()
        .merge(home::routes())
        .merge(proposals::routes())
        .merge(votes::routes())
        .merge(elections::routes())
        .merge(bodies::routes())
        .merge(neighbours::routes())
        .merge(journal::routes())
        .merge(desk::routes())
        .merge(members::routes())
        .route("/language", post(language::choose))
        .fallback(nothing_here)
        .method_not_allowed_fallback(no_such_method)
        .layer(DefaultBodyLimit::max(FORM_MOST))
        // Within what tells failures, so that it is told kindly, too.
        .layer(RequestBodyLimitLayer::new(REQUEST_MOST))
        .layer(middleware::from_fn(overlong::read_rest))
        .layer(middleware::from_fn_with_state(door.clone(), refusal::tell))
        .layer(middleware::from_fn_with_state(door.clone(), session::greet))
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::CACHE_CONTROL, "private, no-cache"))
        .route("/style/{name}", get(style::sheet))
        .with_state(door)
}

/// No scripts at all, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

async fn nothing_here() -> PageError {
    Error::NotFound("page").into()
}

async fn no_such_method() -> PageError {
    PageError::NoSuchMethod
}

/// Writes a page out.
fn render(template: &impl askama::Template) -> Response {
    #[expect(clippy::expect_used, reason = "writing to a string never fails")]
    let html = template.render().expect("a template renders to a string");
    Html(html).into_response()
}

/// The class of the tag that shows where a proposal stands.
const fn tag(stage: &Stage) -> &'static str {
    match stage {
        Stage::Adopted | Stage::Supported => "good",
        Stage::Rejected | Stage::Withdrawn | Stage::Lapsed => "bad",
        Stage::InVote => "busy",
        Stage::Draft | Stage::Open => "",
    }
}

/// A path on this site, whatever somebody put into a link: never another site's address.
fn own_path(next: &str) -> String {
    let is_path = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && next.bytes().all(|byte| byte.is_ascii_graphic());
    if is_path { next.to_owned() } else { "/".to_owned() }
}
