//! `stv_meek` version 1: seats by Meek's single transferable vote, which only a computer can count.
//!
//! Source: the Meek reference rule of the Proportional Representation Foundation, steps A to C, in
//! fixed decimals with nine places. Every elected candidate keeps a part of each vote (the keep
//! factor) and passes the rest on, until each has no more than a quota; the quota is worked out
//! again from the votes that aren't exhausted (B.2). When the surpluses together are under a
//! millionth of a vote, or don't get smaller any more, the lowest is excluded (B.3). Candidates
//! whose votes differ by no more than the surplus are tied, and a lot decides (procedure T). How
//! papers are read stands in `tally::preference`.
//!
//! Promises: proportionality for solid coalitions, as [`stv_scottish`](super::stv_scottish), and
//! that papers count as if those who were excluded had never stood, and that it doesn't help to
//! leave out a favourite who is sure to be elected. Does not promise: that more votes never hurt.

mod run;
mod share;
mod step;

use serde::{Deserialize, Serialize};

pub use step::{Standing, Step, Votes, Why};

use super::{
    Counted,
    lot::{Lots, Needed},
    paper::{Options, Ranking},
    preference::Preferences,
};

/// The name of this method in a record.
pub const METHOD: &str = "stv_meek";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// The parameters of one election, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many are elected.
    pub seats: u32,
    /// Ids on the ballot that no longer stand; their papers go to the next choice.
    #[serde(default)]
    pub withdrawn: Vec<String>,
}

/// Counts an election. The order of papers and options doesn't matter. Who is elected in the same
/// round is listed by votes, then by id, which decides nothing since all of them are elected.
///
/// # Errors
/// [`Needed`] when a tie needs a lot that wasn't drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Ranking],
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let gone = rules.withdrawn.iter().filter_map(|id| options.place(id)).collect();
    let papers = Preferences::read(options.len(), &gone, ballots);
    run::Run::new(rules.seats, options, &papers, &gone, lots).finish()
}

#[cfg(test)]
mod handed;
#[cfg(test)]
mod tests;
