//! `group_majority` version 1: several majorities at once. Conditions are a list, and all must hold:
//! of everybody, of each of some groups, of the residents, of at least so many groups, or weighted
//! by group.
//!
//! Source: the charter of the neighbourhood (a council of sectors decides with a majority of all
//! and of the residents) and of joint votes (a majority of all voters and of at least so many
//! neighbourhoods). Weighted shares are exact fractions.
//!
//! It promises that a voter who comes over from against to for never hurts the proposal. It does
//! not promise that a majority of all suffices: that is its purpose.

mod condition;
mod publication;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use condition::{Condition, Shown, Verdict};
pub use publication::{MINIMUM, Publication, publishable};

use super::majority_v2::{self, Around, Impossible, Outcome, Votes};
use crate::rules::word::words;

/// The name of this method in a record.
pub const METHOD: &str = "group_majority";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

words! {
    /// What becomes of a group of which nobody was for or against.
    #[derive(Default)]
    pub enum Silent {
        /// Passed over if nobody of it stands on the roll; else it is not for.
        #[default]
        SkipWithoutMembers = "skip_without_members",
        /// Passed over.
        Skip = "skip",
        /// It is not for.
        Fail = "fail",
    }
}

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// All must hold.
    pub conditions: Vec<Condition>,
    #[serde(default)]
    pub silent: Silent,
}

impl Rules {
    /// What is asked of everybody, if anything is.
    #[must_use]
    pub fn overall(&self) -> Option<&majority_v2::Rules> {
        self.conditions.iter().find_map(|condition| match condition {
            Condition::Overall { majority } => Some(majority),
            _ => None,
        })
    }

    /// The groups that the conditions name.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().flat_map(Condition::groups)
    }
}

/// The votes: of every group by its key, and of those who belong to none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    pub of: BTreeMap<String, Votes>,
    #[serde(default)]
    pub others: Votes,
}

impl Groups {
    /// The votes of everybody.
    #[must_use]
    pub fn total(&self) -> Votes {
        self.of.values().fold(self.others, |total, votes| total.and(*votes))
    }

    /// The votes of a group; none when nobody belongs to it.
    #[must_use]
    pub fn votes(&self, group: &str) -> Votes {
        self.of.get(group).copied().unwrap_or_default()
    }
}

impl Silent {
    /// What a group says, by a simple majority of the votes cast in it.
    #[must_use]
    pub fn verdict(self, votes: Votes) -> Verdict {
        let is_passed_over = votes.cast() == 0
            && match self {
                Self::Skip => true,
                Self::SkipWithoutMembers => votes.entitled == 0,
                Self::Fail => false,
            };
        if is_passed_over {
            Verdict::PassedOver
        } else if votes.in_favour > votes.against {
            Verdict::For
        } else {
            Verdict::NotFor
        }
    }
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// All votes together.
    Total { votes: Votes },
    /// The votes of one group.
    Group { group: String, votes: Votes, verdict: Verdict },
    /// A condition, with its numbers.
    Condition { shown: Shown, met: bool },
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Total { votes } => write!(f, "{}", majority_v2::Step::Total { votes: *votes }),
            Self::Group { group, votes, verdict } => write!(
                f,
                "In {group} {} are for and {} against: {}.",
                votes.in_favour,
                votes.against,
                verdict.word().replace('_', " ")
            ),
            Self::Condition { shown, met } => {
                write!(f, "{shown}: {}.", if *met { "met" } else { "not met" })
            }
        }
    }
}

/// The result and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    pub steps: Vec<Step>,
}

/// Counts a vote from the totals of its groups.
///
/// # Errors
/// Totals that can't be.
pub fn count(rules: &Rules, groups: &Groups, around: Around) -> Result<Tally, Impossible> {
    for votes in groups.of.values().chain([&groups.others]) {
        votes.check()?;
    }
    let total = groups.total();
    total.check()?;
    let mut steps = vec![Step::Total { votes: total }];
    steps.extend(groups.of.iter().map(|(group, votes)| Step::Group {
        group: group.clone(),
        votes: *votes,
        verdict: rules.silent.verdict(*votes),
    }));
    let mut outcome = Outcome::Adopted;
    let mut all_others_hold = true;
    for condition in &rules.conditions {
        let shown = condition.show(rules.silent, groups, around)?;
        let met = shown.is_met();
        match &shown {
            Shown::Overall { tally } => outcome = worse(outcome, tally.outcome),
            _ => all_others_hold = all_others_hold && met,
        }
        steps.push(Step::Condition { shown, met });
    }
    if total.cast() == 0 && outcome.is_adopted() {
        outcome = Outcome::NoVotes;
    }
    // What is still to be decided about all is moot when a group is against.
    if !all_others_hold && (outcome.is_adopted() || outcome.is_pending()) {
        outcome = Outcome::GroupAgainst;
    }
    Ok(Tally { outcome, steps })
}

/// Of two outcomes the one that holds when both are asked for.
const fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one.is_adopted(), one.is_pending()) {
        (true, _) => other,
        (_, true) if !other.is_adopted() => other,
        _ => one,
    }
}

#[cfg(test)]
mod tests;
