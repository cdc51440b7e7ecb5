//! Forms: how they come in, how they are shown, and how faults are told at the field.

mod field;
mod page;
mod reason;
mod sent;
mod upload;
pub mod seal;

pub use field::{Form, Kind, Number, Pick};
pub use page::{FormPage, status};
pub use reason::{Nothing, Reason};
pub use sent::{Sent, Typed};
pub use upload::Upload;

use super::{refusal::PageError, refusal::sentence, words::Words};
use crate::error::{Error, Refusal};

/// What is wrong with a form: sentences, each with the field it belongs to if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<(Option<&'static str>, String)>);

impl Faults {
    /// No faults yet.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds a fault at a field.
    pub fn at(&mut self, field: &'static str, sentence: String) {
        self.0.push((Some(field), sentence));
    }

    /// Reads a word that was picked from a list; one that isn't on it is a fault, not a default.
    pub fn word<T: std::str::FromStr>(
        &mut self,
        words: &Words,
        field: &'static str,
        typed: &str,
    ) -> Option<T> {
        let read = typed.trim().parse().ok();
        if read.is_none() {
            self.at(field, words.say("fault-choice"));
        }
        read
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence at a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(at, _)| *at == Some(field)).map(|(_, sentence)| sentence.as_str())
    }

    /// What the rules said, for a form that is shown again.
    #[must_use]
    pub fn from_refusal(words: &Words, refusal: &Refusal) -> Self {
        Self(sentence::faults(words, refusal))
    }

    /// Turns a refusal into faults to show again; every other failure leaves the page. One who
    /// has to sign in first stays too, so that nothing typed is lost.
    ///
    /// # Errors
    /// Everything that is not a refusal.
    pub fn or_leave(words: &Words, error: Error) -> Result<Self, PageError> {
        match error {
            Error::Refused(refusal) => Ok(Self::from_refusal(words, &refusal)),
            other => Err(other.into()),
        }
    }
}

/// Text that may be left out: nothing when only white space was typed.
#[must_use]
pub fn optional(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
