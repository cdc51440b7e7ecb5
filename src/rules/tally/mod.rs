//! Counting. One method per file; every method returns the result and the steps that led to it, so
//! that anyone can follow the count by hand.
//!
//! A method is named `id` and `version`; once released it is kept for ever, because old records
//! are recounted with it. A method takes its parameters, the options and the ballots, and the lots
//! that were drawn; the order of ballots and of options never decides anything.

pub mod paper;
pub mod lot;
mod fixed;
mod preference;
pub mod majority;
pub mod majority_v2;
pub mod group_majority;
pub mod persons;
pub mod consent;
pub mod stv_scottish;
pub mod stv_meek;
pub mod sortition;
pub mod method;
pub mod fixed;
pub mod preference;
pub mod stv_scottish;
pub mod stv_meek;
pub mod schulze;

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

#[cfg(test)]
mod profiles;
