//! Batches of ballots that didn't come in over the web: on paper, by mail, by show of hands. They are
//! announced before the close, typed by two tellers, and taken into the count when both typed the
//! same; until then the vote isn't counted.
//!
//! What was typed is kept encrypted, without any order, and only until the batch is taken in.

pub mod entity;
pub mod store;

mod announce;
mod discard;
mod enter;
mod hall;
mod take_in;
#[cfg(test)]
mod tests;

pub use announce::{Announcement, announce};
pub use discard::discard;
pub use enter::{Entered, enter};
pub use hall::{has_own_interest, layout};
