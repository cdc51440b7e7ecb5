//! Choosing the language of the pages.

use axum::{
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect},
};
use serde::Deserialize;

use super::{Page, form::Sent, session::Kind, visit::Visit, words::Language};
use crate::error::Error;

#[derive(Deserialize)]
pub struct Choice {
    #[serde(default)]
    language: String,
    #[serde(default)]
    next: String,
}

/// Keeps the choice in a cookie and goes back to the page.
pub async fn choose(visit: Visit, Sent(choice): Sent<Choice>) -> Page {
    let language = Language::read(&choice.language).ok_or(Error::NotFound("language"))?;
    let cookie = Kind::Language.set(&visit.app().settings, Some(language.code()));
    let back = Redirect::to(&super::own_path(&choice.next));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), back).into_response())
}
