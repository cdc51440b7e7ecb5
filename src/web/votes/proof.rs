//! Finding a ballot in a record, and writing its proof out.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;

use crate::rules::{
    canonical,
    record::{proof, v2::Published},
};

/// The place of the ballot with the receipt that has this code.
#[must_use]
pub fn of_code(published: &Published, code: &str) -> Option<usize> {
    proof::index_of(published, &canonical::hash_text(code))
}

/// The place of the ballot of a number on the roll, as it was typed.
#[must_use]
pub fn of_number(published: &Published, typed: &str) -> Option<usize> {
    proof::index_of_voter(published, typed.parse().ok()?)
}

/// A receipt or a proof as a file.
#[must_use]
pub fn written(value: &impl Serialize) -> String {
    #[expect(clippy::expect_used, reason = "texts and whole numbers are always written")]
    canonical::write(value).expect("a receipt or a proof is JSON")
}

/// A receipt as an address that holds it whole: the page that shows it can't be asked for again.
#[must_use]
pub fn as_address(value: &impl Serialize) -> String {
    format!("data:application/json;base64,{}", BASE64_STANDARD.encode(written(value)))
}
