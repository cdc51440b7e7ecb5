//! `majority` version 2: for or against, with what version 1 lacks: the base of which a share is
//! asked, blank and invalid papers, presence apart from ballots, and what follows a tie.
//!
//! Source: association law, art. 2:13, 2:38 and 2:43 BW (the votes cast decide; a quorum only where
//! the statutes set one), the usual statutes (a blank paper is no vote cast; a tie rejects), and for
//! councils art. 28–32 Gemeentewet (a tie is postponed once, the second one rejects; a second
//! meeting may decide however many come).
//!
//! It promises that a voter who comes over from against to for never hurts the proposal. It decides
//! nothing about groups: that is `group_majority`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::majority::Share;
use crate::rules::word::words;

/// The name of this method in a record.
pub const METHOD: &str = "majority";
/// The version of this method in a record.
pub const VERSION: u32 = 2;

words! {
    /// The whole of which a share must be for.
    #[derive(Default)]
    pub enum Base {
        /// For and against: abstentions, blank and invalid papers are no votes cast.
        #[default]
        Cast = "cast",
        /// For, against and abstentions.
        CastPlusAbstain = "cast_plus_abstain",
        /// All who are present or take part.
        Present = "present",
        /// The whole roll.
        Roll = "roll",
    }
}

words! {
    /// What follows when a simple majority is tied.
    #[derive(Default)]
    pub enum OnTie {
        /// The proposal is rejected.
        #[default]
        Reject = "reject",
        /// The vote is held again at the next meeting; a second tie rejects.
        PostponeOnce = "postpone_once",
        /// The chair decides.
        Chair = "chair",
    }
}

words! {
    /// What follows when too few take part.
    #[derive(Default)]
    pub enum OnMissing {
        /// The proposal is not adopted.
        #[default]
        Reject = "reject",
        /// The vote is held once more, with the same quorum.
        Again = "again",
        /// The vote is held once more, and then however many take part.
        AgainWithout = "again_without",
    }
}

impl OnMissing {
    /// Whether it is what holds where nothing else is said.
    #[must_use]
    pub const fn is_default(&self) -> bool {
        matches!(self, Self::Reject)
    }
}

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Share of the roll that must be present; `None` is no quorum.
    pub quorum: Option<Share>,
    /// Share of the base that must be for, at least; `None` is more than half of it.
    pub majority: Option<Share>,
    #[serde(default)]
    pub base: Base,
    #[serde(default)]
    pub tie: OnTie,
    #[serde(default)]
    pub missing: OnMissing,
}

/// Votes of everybody or of one group, in entitled votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// On the roll.
    pub entitled: u64,
    /// Present or taking part: themselves, by proxy, in advance, on paper.
    pub present: u64,
    #[serde(rename = "for")]
    pub in_favour: u64,
    pub against: u64,
    pub abstain: u64,
    pub blank: u64,
    pub invalid: u64,
}

/// Votes that can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Impossible {
    #[error("{papers} votes were given by {present} present")]
    MoreVotesThanPresent { papers: u64, present: u64 },
    #[error("{present} are present of {entitled} on the roll")]
    MorePresentThanEntitled { present: u64, entitled: u64 },
    #[error("the numbers are too large")]
    TooMany,
}

impl Votes {
    /// Votes cast: for and against.
    #[must_use]
    pub const fn cast(&self) -> u64 {
        self.in_favour.saturating_add(self.against)
    }

    /// Everything that was given: votes cast, abstentions, blank and invalid papers.
    #[must_use]
    pub const fn given(&self) -> u64 {
        let others = self.abstain.saturating_add(self.blank).saturating_add(self.invalid);
        self.cast().saturating_add(others)
    }

    /// The whole of which a share is asked, in votes.
    #[must_use]
    pub const fn whole(&self, base: Base) -> u64 {
        match base {
            Base::Cast => self.cast(),
            Base::CastPlusAbstain => self.cast().saturating_add(self.abstain),
            Base::Present => self.present,
            Base::Roll => self.entitled,
        }
    }

    /// Checks that nobody voted who wasn't there, and that nobody was there who isn't on the roll.
    ///
    /// # Errors
    /// Numbers that contradict one another.
    pub const fn check(&self) -> Result<(), Impossible> {
        let (papers, present, entitled) = (self.given(), self.present, self.entitled);
        if papers == u64::MAX {
            return Err(Impossible::TooMany);
        }
        if papers > present {
            return Err(Impossible::MoreVotesThanPresent { papers, present });
        }
        if present > entitled {
            return Err(Impossible::MorePresentThanEntitled { present, entitled });
        }
        Ok(())
    }

    /// These votes and those of another group together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            entitled: self.entitled.saturating_add(other.entitled),
            present: self.present.saturating_add(other.present),
            in_favour: self.in_favour.saturating_add(other.in_favour),
            against: self.against.saturating_add(other.against),
            abstain: self.abstain.saturating_add(other.abstain),
            blank: self.blank.saturating_add(other.blank),
            invalid: self.invalid.saturating_add(other.invalid),
        }
    }
}

/// What happened around the vote and has a part in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    /// Whether the vote was tied or lacked its quorum before, and was postponed.
    pub was_postponed: bool,
    /// How the chair decided a tie: whether for; `None` as long as the chair hasn't.
    pub chair_is_for: Option<bool>,
}

words! {
    /// How a vote ended.
    pub enum Outcome {
        Adopted = "adopted",
        Rejected = "rejected",
        /// As many for as not: not adopted.
        Tied = "tied",
        /// Tied or without its quorum, and to be held once more.
        Postponed = "postponed",
        /// Tied, and the chair has still to decide.
        ChairDecides = "chair_decides",
        NoQuorum = "no_quorum",
        /// Nobody stands in the base: not adopted.
        NoVotes = "no_votes",
        /// A majority of all, but a condition on groups doesn't hold.
        GroupAgainst = "group_against",
    }
}

impl Outcome {
    /// Whether the proposal is adopted.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(self, Self::Adopted)
    }

    /// Whether something has still to happen before it is decided.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Postponed | Self::ChairDecides)
    }
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// All votes together.
    Total { votes: Votes },
    /// The votes of one group; they decide nothing apart.
    Group { group: String, votes: Votes },
    /// Whether enough are present.
    Quorum { share: Share, least: u64, have: u64, met: bool },
    /// Whether enough of the base are for. `share` is absent for a simple majority.
    Majority { share: Option<Share>, base: Base, least: u64, have: u64, of: u64, met: bool },
    /// It is the second reading, and no quorum is asked for any more.
    NoQuorumAsked { share: Share },
    /// Too few are present: what follows.
    Missing { rule: OnMissing, around: Around, outcome: Outcome },
    /// Exactly half are for: what follows.
    Tie { rule: OnTie, around: Around, outcome: Outcome },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total { votes } => write!(
                f,
                "{} on the roll, {} present: {} for, {} against, {} abstain, {} blank, {} invalid.",
                votes.entitled,
                votes.present,
                votes.in_favour,
                votes.against,
                votes.abstain,
                votes.blank,
                votes.invalid
            ),
            Self::Group { group, votes } => write!(
                f,
                "In {group}: {} for, {} against, {} abstain.",
                votes.in_favour, votes.against, votes.abstain
            ),
            Self::NoQuorumAsked { .. } => {
                write!(f, "It is the second reading: no quorum is asked for any more.")
            }
            Self::Missing { rule, outcome, .. } => {
                write!(f, "Too few are present; the rule is {rule}, so: {outcome}.")
            }
            Self::Quorum { least, have, met, .. } => {
                write!(f, "{have} are present, {least} are needed: {}.", quorum_word(*met))
            }
            Self::Majority { base, least, have, of, met, .. } => write!(
                f,
                "{have} of {of} ({base}) are for, {least} are needed: {}.",
                if *met { "a majority" } else { "no majority" }
            ),
            Self::Tie { rule, outcome, .. } => {
                write!(f, "Exactly half are for; the rule is {rule}, so: {outcome}.")
            }
        }
    }
}

const fn quorum_word(met: bool) -> &'static str {
    if met { "a quorum" } else { "no quorum" }
}

/// The result and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    pub steps: Vec<Step>,
}

/// Counts a vote from its totals.
///
/// # Errors
/// Totals that can't be.
pub fn count(rules: &Rules, votes: Votes, around: Around) -> Result<Tally, Impossible> {
    votes.check()?;
    let mut steps = vec![Step::Total { votes }];
    let mut has_quorum = true;
    let is_waived = around.was_postponed && rules.missing == OnMissing::AgainWithout;
    if let Some(share) = rules.quorum.filter(|_| is_waived) {
        steps.push(Step::NoQuorumAsked { share });
    }
    if let Some(share) = rules.quorum.filter(|_| !is_waived) {
        has_quorum = share.is_reached(votes.present, votes.entitled);
        let least = share.least(votes.entitled);
        steps.push(Step::Quorum { share, least, have: votes.present, met: has_quorum });
    }
    let majority = majority(rules, votes);
    let is_for = matches!(majority, Step::Majority { met: true, .. });
    steps.push(majority);
    let whole = votes.whole(rules.base);
    let is_tied = rules.majority.is_none() && votes.in_favour.checked_mul(2) == Some(whole);
    let outcome = if !has_quorum {
        let outcome = missing(rules.missing, around);
        if rules.missing != OnMissing::Reject {
            steps.push(Step::Missing { rule: rules.missing, around, outcome });
        }
        outcome
    } else if whole == 0 {
        Outcome::NoVotes
    } else if is_for {
        Outcome::Adopted
    } else if is_tied {
        let outcome = tied(rules.tie, around);
        steps.push(Step::Tie { rule: rules.tie, around, outcome });
        outcome
    } else {
        Outcome::Rejected
    };
    Ok(Tally { outcome, steps })
}

fn majority(rules: &Rules, votes: Votes) -> Step {
    let (have, of) = (votes.in_favour, votes.whole(rules.base));
    let half = of.checked_div(2).unwrap_or_default().saturating_add(1);
    let least = rules.majority.map_or(half, |share| share.least(of).max(1));
    Step::Majority { share: rules.majority, base: rules.base, least, have, of, met: have >= least }
}

const fn missing(rule: OnMissing, around: Around) -> Outcome {
    match rule {
        OnMissing::Again | OnMissing::AgainWithout if !around.was_postponed => Outcome::Postponed,
        _ => Outcome::NoQuorum,
    }
}

const fn tied(rule: OnTie, around: Around) -> Outcome {
    match (rule, around.chair_is_for) {
        (OnTie::PostponeOnce, _) if !around.was_postponed => Outcome::Postponed,
        (OnTie::Chair, None) => Outcome::ChairDecides,
        (OnTie::Chair, Some(true)) => Outcome::Adopted,
        (OnTie::Chair, Some(false)) => Outcome::Rejected,
        (OnTie::Reject | OnTie::PostponeOnce, _) => Outcome::Tied,
    }
}

#[cfg(test)]
mod tests;
