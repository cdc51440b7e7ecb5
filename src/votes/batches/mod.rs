//! Batches of ballots that didn't come in over the web: on paper, by mail, by show of hands. They are
//! announced before the close, typed by two tellers, and taken into the count when both typed the
//! same; until then the vote isn't counted.
//!
//! What was typed is kept encrypted, without any order, and only until the batch is taken in.

pub mod entity;
pub mod store;

mod announce;
mod correct;
mod discard;
mod enter;
mod hall;
mod take_in;
#[cfg(test)]
mod tests;

use entity::batch;

use crate::{
    error::{Error, Result},
    ids::BatchId,
};

pub use announce::{Announcement, announce};
pub use correct::correct;
pub use discard::discard;
pub use enter::{Entered, enter};
pub use hall::{has_own_interest, layout};

/// How many papers of a batch were announced.
///
/// # Errors
/// The row contradicts the rules.
pub fn announced(batch: &batch::Model) -> Result<u64> {
    let wrong = |_| Error::contradiction("batches", "announced", batch.id);
    u64::try_from(batch.announced).map_err(wrong)
}

/// A number of papers as it stands in a column.
fn column(papers: u64, id: BatchId) -> Result<i64> {
    i64::try_from(papers).map_err(|_| Error::contradiction("batches", "announced", id))
}
