//! A page that is one form.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::Form;
use crate::web::{self, visit::Visit};

/// A page that is one form, with a few sentences above it.
#[derive(Template)]
#[template(path = "form/page.html")]
pub struct FormPage<'a> {
    visit: &'a Visit,
    title: String,
    intro: Vec<String>,
    form: Form<'a>,
    back: Option<(String, String)>,
}

impl<'a> FormPage<'a> {
    /// A page with this title.
    #[must_use]
    pub fn new(visit: &'a Visit, title: String, form: Form<'a>) -> Self {
        Self { visit, title, intro: Vec::new(), form, back: None }
    }

    /// Adds a sentence above the form.
    #[must_use]
    pub fn intro(mut self, sentence: String) -> Self {
        self.intro.push(sentence);
        self
    }

    /// Adds a way back below the form.
    #[must_use]
    pub fn back(mut self, path: impl Into<String>, label: &str) -> Self {
        self.back = Some((path.into(), self.visit.say(label)));
        self
    }

    /// The answer: 422 when there are faults to tell.
    #[must_use]
    pub fn answer(self) -> Response {
        let status = status(self.form.faults.is_empty());
        (status, web::render(&self)).into_response()
    }
}

/// The status of a page with forms.
#[must_use]
pub const fn status(is_faultless: bool) -> StatusCode {
    if is_faultless { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}
