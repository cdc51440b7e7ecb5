//! Elections of persons: calling them, standing, and who gets which seat.
//!
//! The vote itself lives as every vote does, in `votes`; here it is given its candidates, and its
//! result becomes seats. Nobody stands or is named in public without her own consent. Never counts
//! by itself: that is `rules`.

pub mod entity;
pub mod store;

mod able;
mod call;
mod call_off;
mod close;
mod decline;
mod draw;
mod due;
mod erase;
mod give;
mod nominate;
mod seat;
mod stand;
mod succeed;
#[cfg(test)]
mod tests;
mod withdraw;
mod within;

pub use call::{Calling, NewElection, Phrases, Texts, call};
pub use call_off::call_off;
pub use close::close_nominations;
pub use decline::decline;
pub use due::{attend, due};
pub use erase::erase;
pub use nominate::nominate;
pub use seat::seat;
pub use stand::{on_paper, stand};
pub use succeed::{succeed, vacant};
pub use withdraw::withdraw;

use crate::{
    error::{Error, Result},
    rules::age_quota::AgeQuotas,
};

/// The quotas that a drawing of seats is asked.
///
/// # Errors
/// The row contradicts the rules.
pub fn quotas(election: &entity::election::Model) -> Result<AgeQuotas> {
    let wrong = |_| Error::contradiction("elections", "quotas", election.id);
    serde_json::from_str(&election.quotas).map_err(wrong)
}
