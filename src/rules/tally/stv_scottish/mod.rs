//! `stv_scottish` version 1: seats by single transferable vote, as Scotland elects its councils.
//! With one seat this is instant runoff.
//!
//! Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52. The
//! quota is the whole part of valid papers divided by one more than the seats, plus one (46). Who
//! has the quota is elected (47). The largest surplus moves first, each paper at the value at which
//! it was received times surplus divided by votes, to five decimal places, the rest lost (48, 49).
//! Without a surplus the lowest is excluded and its papers move on at their value (50). Ties go by
//! the most recent earlier stage at which they differed, else by lot (49(2), 51(2)); among three it
//! is applied to those who are left. When no more candidates than seats are left they are elected,
//! and no more papers move (52). How papers are read stands in `tally::preference`.
//!
//! Promises: any group of voters with q quotas that ranks the same candidates above all others gets
//! at least q of them elected, or all (proportionality for solid coalitions); it can be counted by
//! hand. Does not promise: that more votes never hurt, nor that a Condorcet winner is elected.

mod break_tie;
pub mod countback;
mod run;
mod step;
mod table;

use serde::{Deserialize, Serialize};

pub use step::{About, Moved, Standing, Step, Votes};

use super::{
    Counted,
    lot::{Lots, Needed},
    paper::{Options, Ranking},
    preference::Preferences,
};

/// The name of this method in a record.
pub const METHOD: &str = "stv_scottish";
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

/// Counts an election. The order of papers and options doesn't matter. Who is elected at the same
/// stage is listed by votes, then by votes at the stage before, and at last by id, which decides
/// nothing since all of them are elected.
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
pub(crate) mod handed;
#[cfg(test)]
mod tests;
