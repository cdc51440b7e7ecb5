//! When something can't be done: one page that says why, in the reader's language.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    Door,
    form::{Typed, seal::Broken},
    visit::{self, Visit},
    words::Words,
};
use crate::{
    chance,
    error::{Conflict, Error, Refusal},
};

pub mod sentence;
mod batches;
mod voters;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// What an act or a read said.
    Act(Error),
    /// A form with a broken seal, and what was typed in it.
    Stale(Box<Typed>),
    /// Another site sent this on somebody's behalf.
    Foreign,
    /// The record of a vote whose proposal was removed because the law asks for it.
    RecordRemoved { hash: String },
    /// The record of a secret vote in which few took part.
    RecordWithheld { hash: String },
    /// More than a form can hold.
    TooLarge,
    /// A form with fields that are missing or of the wrong kind.
    Unreadable,
    /// There is no such method here.
    NoSuchMethod,
    /// The neighbourhood has not been founded yet.
    NotFounded,
}

impl<E: Into<Error>> From<E> for PageError {
    fn from(error: E) -> Self {
        Self::Act(error.into())
    }
}

/// Hands the error to [`tell`], which knows who reads it.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::Act(Error::Refused(Refusal::TooOften(_))) => StatusCode::TOO_MANY_REQUESTS,
            Self::Act(Error::Refused(_)) | Self::Stale(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Act(Error::NotFound(_)) => StatusCode::NOT_FOUND,
            Self::Act(Error::Conflict(_)) => StatusCode::CONFLICT,
            Self::Act(Error::Unreachable(_)) => StatusCode::BAD_GATEWAY,
            Self::Act(error) if error.is_full_disk() => StatusCode::INSUFFICIENT_STORAGE,
            Self::Act(Error::Database(_)) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::RecordRemoved { .. } => StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS,
            Self::RecordWithheld { .. } => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotFounded => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn is_about_signing_in(&self) -> bool {
        matches!(self, Self::Act(Error::Refused(refusal)) if sentence::is_about_signing_in(refusal))
    }

    fn title(&self, words: &Words) -> String {
        match self {
            Self::Act(Error::NotFound(_)) | Self::NoSuchMethod => words.say("error-not-found"),
            Self::Act(Error::Database(_)) => words.say("error-ours"),
            Self::Act(Error::Unreachable(_)) => words.say("error-unreachable"),
            Self::Act(Error::Conflict(_)) => words.say("error-conflict"),
            Self::Act(Error::Refused(_)) => words.say("error-refused"),
            Self::Stale(_) => words.say("error-stale"),
            Self::Foreign => words.say("error-foreign"),
            Self::RecordRemoved { .. } => words.say("error-removed"),
            Self::RecordWithheld { .. } => words.say("error-withheld"),
            Self::TooLarge => words.say("error-too-large"),
            Self::Unreadable => words.say("error-unreadable"),
            Self::NotFounded => words.say("error-not-founded"),
        }
    }

    fn sentences(&self, words: &Words) -> Vec<String> {
        match self {
            Self::Act(Error::Refused(refusal)) => {
                sentence::faults(words, refusal).into_iter().map(|(_, said)| said).collect()
            }
            Self::Act(Error::NotFound(_)) | Self::NoSuchMethod => {
                vec![words.say("error-not-found-why")]
            }
            Self::Act(Error::Conflict(conflict)) => vec![conflict_sentence(words, *conflict)],
            Self::Act(Error::Unreachable(_)) => vec![words.say("error-unreachable-why")],
            Self::Act(error) if error.is_full_disk() => vec![words.say("error-full-why")],
            Self::Act(Error::Database(_)) => vec![words.say("error-ours-why")],
            Self::Stale(typed) => vec![match typed.broken {
                Broken::Expired => words.say("error-stale-expired"),
                Broken::OfAnother => words.say("error-stale-of-another"),
            }],
            Self::Foreign => vec![words.say("error-foreign-why")],
            Self::RecordRemoved { hash } => vec![words.with("error-removed-why", "hash", hash)],
            Self::RecordWithheld { hash } => vec![words.with("error-withheld-why", "hash", hash)],
            Self::TooLarge => vec![words.say("error-too-large-why")],
            Self::Unreadable => vec![words.say("error-unreadable-why")],
            Self::NotFounded => vec![words.say("error-not-founded-why")],
        }
    }
}

fn conflict_sentence(words: &Words, conflict: Conflict) -> String {
    match conflict {
        Conflict::Already => words.say("conflict-already"),
        Conflict::NewerVersion { version } => {
            words.with("conflict-newer-version", "version", version)
        }
        Conflict::Founded => words.say("conflict-founded"),
    }
}

#[derive(Template)]
#[template(path = "refusal/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: String,
    sentences: Vec<String>,
    number: Option<String>,
    typed: Option<&'a Typed>,
    back: Option<String>,
}

/// The page for when not even the neighbourhood is known.
#[derive(Template)]
#[template(path = "refusal/bare.html")]
struct Bare {
    words: Words,
    title: String,
    sentences: Vec<String>,
    number: Option<String>,
}

/// Tells every failure on a page of its own. The one place that logs what is ours to fix.
pub async fn tell(State(door): State<Door>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(error) = error_of(&response) else { return response };
    if error.is_about_signing_in() {
        return sign_in_and_back(&asked);
    }
    let number = matches!(&*error, PageError::Act(Error::Database(_))).then(number);
    if let (PageError::Act(Error::Database(cause)), Some(number)) = (&*error, &number) {
        tracing::error!(%number, %cause, method = %asked.method, "a page failed");
    }
    let html = match Visit::of(&asked, &door).await {
        Ok(visit) => {
            let page = Page {
                title: error.title(&visit),
                sentences: error.sentences(&visit),
                number,
                typed: if let PageError::Stale(typed) = &*error { Some(&**typed) } else { None },
                back: referred_from(&asked.headers).filter(|_| asked.method == Method::POST),
                visit: &visit,
            };
            super::render(&page)
        }
        Err(_) => {
            let language = visit::language(&door.app, &asked.headers, None, "nl");
            let zone = &door.app.settings.neighbourhood.time_zone;
            let words = Words::new(language, zone, door.app.clock.now());
            let (title, sentences) = (error.title(&words), error.sentences(&words));
            super::render(&Bare { words, title, sentences, number })
        }
    };
    let mut answer = (error.status(), html).into_response();
    if let PageError::Act(Error::Refused(Refusal::TooOften(too_often))) = &*error {
        let wait = too_often.again_at - door.app.clock.now();
        answer.headers_mut().insert(header::RETRY_AFTER, wait.num_seconds().max(1).into());
    }
    answer
}

/// The error behind a response: one of ours, or one that the router answered by itself.
fn error_of(response: &Response) -> Option<Arc<PageError>> {
    if let Some(error) = response.extensions().get::<Arc<PageError>>() {
        return Some(error.clone());
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    if is_page {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => {
            Some(Arc::new(Error::NotFound("page").into()))
        }
        StatusCode::METHOD_NOT_ALLOWED => Some(Arc::new(PageError::NoSuchMethod)),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Arc::new(PageError::TooLarge)),
        _ => None,
    }
}

/// To the page to sign in, and afterwards to where the button was.
fn sign_in_and_back(asked: &Parts) -> Response {
    let here = asked.uri.path_and_query().map(|here| here.as_str().to_owned());
    let back = if asked.method == Method::GET { here } else { referred_from(&asked.headers) };
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", back.as_deref().unwrap_or("/"))
        .finish();
    Redirect::to(&format!("/sign-in?{query}")).into_response()
}

/// The path of the page that a form was on.
pub(super) fn referred_from(headers: &HeaderMap) -> Option<String> {
    let referrer = headers.get(header::REFERER)?.to_str().ok()?;
    let url = url::Url::parse(referrer).ok()?;
    let host = url.host_str()?;
    let authority = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    if headers.get(header::HOST)?.to_str().ok()? != authority {
        return None;
    }
    Some(url.path().to_owned())
}

/// A number that somebody can read out on the telephone and that stands in the log.
fn number() -> String {
    format!("{:08}", u32::from_le_bytes(chance::bytes()) % 100_000_000)
}
