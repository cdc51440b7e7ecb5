//! What happened in each round of the count, for the page that tells it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rules::{tally::fixed::Fixed, word::words};

/// Votes and parts of votes, to nine decimal places.
pub type Votes = Fixed<9>;

/// What somebody has at the end of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    pub option: String,
    pub votes: Votes,
    /// The part that stays here of every vote that comes by; the rest goes on.
    pub keeps: Votes,
}

words! {
    /// Why it was time to exclude somebody.
    pub enum Why {
        /// The surpluses are under a millionth of a vote together.
        Spent = "spent",
        /// The surpluses don't get smaller any more.
        Stable = "stable",
    }
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The papers, in ballots: `unclear` ones have no clear first choice, those `cut_short` are
    /// valid and end before a rank that isn't clear.
    Papers { valid: u64, blank: u64, unclear: u64, cut_short: u64 },
    /// An option that no longer stands.
    Withdrawn { option: String },
    /// Where everybody who isn't excluded stands at the end of a round, after the votes were shared
    /// out `times` times. `exhausted` votes have nobody left to go to; `surplus` is what the elected
    /// have over the quota together.
    Round {
        round: u32,
        times: u64,
        quota: Votes,
        standing: Vec<Standing>,
        exhausted: Votes,
        surplus: Votes,
    },
    /// Elected with the quota.
    Elected { round: u32, option: String, votes: Votes },
    /// The lowest options were closer together than the surplus that is left: a lot decided.
    Tie { round: u32, among: Vec<String>, option: String },
    /// The lowest leaves the count.
    Excluded { round: u32, option: String, votes: Votes, why: Why },
    /// Elected without the quota, since there are no more candidates than seats.
    Filled { round: u32, option: String, votes: Votes },
    /// Still in the running when all seats were filled.
    NotElected { round: u32, option: String, votes: Votes },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Papers { valid, blank, unclear, cut_short } => write!(
                f,
                "{valid} papers are valid; {blank} are blank, {unclear} have no clear first choice, \
                 {cut_short} of the valid ones end before a rank that is not clear."
            ),
            Self::Withdrawn { option } => write!(f, "{option} no longer stands."),
            Self::Round { round, quota, standing, exhausted, .. } => {
                write!(f, "Round {round}, with a quota of {quota}: ")?;
                for Standing { option, votes, keeps } in standing {
                    write!(f, "{option} {votes}")?;
                    if keeps.units < Votes::ONE {
                        write!(f, " (keeps {keeps} of each vote)")?;
                    }
                    f.write_str(", ")?;
                }
                write!(f, "exhausted {exhausted}.")
            }
            Self::Elected { option, votes, .. } => {
                write!(f, "{option} has the quota with {votes} votes and is elected.")
            }
            Self::Tie { among, option, .. } => {
                write!(f, "{} are tied; by lot, {option} is excluded.", among.join(", "))
            }
            Self::Excluded { option, votes, .. } => {
                write!(f, "{option} has {votes} votes, is the lowest and is excluded.")
            }
            Self::Filled { option, votes, .. } => write!(
                f,
                "{option} is elected with {votes} votes: no more candidates than seats are left."
            ),
            Self::NotElected { option, votes, .. } => {
                write!(f, "All seats are filled; {option} has {votes} votes and is not elected.")
            }
        }
    }
}
