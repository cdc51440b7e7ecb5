//! A vacancy filled from the papers of the election, so that the voters who lost their member choose
//! the next one and nobody else loses a seat.
//!
//! The same papers are counted again by the same rules. Those who left, and those who no longer
//! want the seat, are read as if they had never stood. Those who sit keep their seats: they are
//! never excluded, and a surplus over the quota moves on as it did. The first newcomers to be
//! elected take the vacant seats. Where nobody is left, a seat stays empty and needs an election.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Step, run::Run};
use crate::rules::tally::{
    Counted,
    lot::{Lots, Needed},
    paper::{Options, Ranking},
    preference::Preferences,
};

/// The parameters of one countback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many seats there are, those who sit and the vacant ones together.
    pub seats: u32,
    /// The ids of those who sit and keep their seats.
    pub sitting: Vec<String>,
    /// The ids of those who left or no longer want a seat.
    pub gone: Vec<String>,
}

/// Fills the vacant seats. The winners are the newcomers alone, in the order in which they were
/// elected.
///
/// # Errors
/// [`Needed`] when a tie needs a lot that wasn't drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Ranking],
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let places = |ids: &[String]| -> BTreeSet<usize> {
        ids.iter().filter_map(|id| options.place(id)).collect()
    };
    let gone = places(&rules.gone);
    let sitting: BTreeSet<usize> = places(&rules.sitting).difference(&gone).copied().collect();
    let papers = Preferences::read(options.len(), &gone, ballots);
    let mut run = Run::new(rules.seats, options, &papers, &gone, lots);
    run.open = run.open.saturating_sub(sitting.len());
    run.sitting = sitting;
    run.finish()
}
