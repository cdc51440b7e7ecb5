//! Counting. One method per file; every method returns the result and the steps that led to it, so
//! that anyone can follow the count by hand.
//!
//! A method is named `id` and `version`; once released it is kept for ever, because old records
//! are recounted with it. A method takes its parameters, the options and the ballots, and the lots
//! that were drawn; the order of ballots and of options never decides anything.

pub mod paper;
pub mod lot;
mod choose;
mod exact;
mod fixed;
pub mod money;
mod preference;
pub mod majority;
pub mod majority_v2;
pub mod group_majority;
pub mod persons;
pub mod consent;
pub mod approval;
pub mod agenda_phragmen;
pub mod stv_scottish;
pub mod stv_meek;
pub mod schulze;
pub mod equal_shares;
pub mod greedy;
pub mod sortition;
mod papers;
pub mod method;
pub mod margin;
pub mod succession;

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod profiles;

use serde::{Deserialize, Serialize};

/// The result of a count with several options, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted<Step> {
    /// The options that won, in the order in which they were chosen.
    pub winners: Vec<String>,
    /// The ties that a lot decided.
    pub ties: Vec<lot::Tie>,
    /// The steps, in the order in which they are told.
    pub steps: Vec<Step>,
}

impl<Step> Counted<Step> {
    /// Whether two counts have the same winners, in whatever order.
    #[must_use]
    pub fn has_winners_of(&self, other: &Self) -> bool {
        let sorted = |winners: &[String]| {
            let mut winners = winners.to_vec();
            winners.sort_unstable();
            winners
        };
        sorted(&self.winners) == sorted(&other.winners)
    }
}
