//! A form that asks for nothing but a reason.

use serde::Deserialize;

use super::{Faults, Form, FormPage};
use crate::web::visit::Visit;

/// A form without fields.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// The reason that was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Reason {
    pub reason: String,
}

impl Reason {
    /// A page that asks for the reason of a grave act, which everybody will read.
    #[must_use]
    pub fn page<'a>(
        &self,
        visit: &'a Visit,
        title: String,
        (action, button): (String, &str),
        faults: &Faults,
    ) -> FormPage<'a> {
        let form = Form::to(visit, action, button)
            .text("reason", "reason-label", 3, &self.reason)
            .hint("reason-hint")
            .grave()
            .faulty(faults);
        FormPage::new(visit, title, form)
    }
}
