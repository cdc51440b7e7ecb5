use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use dashu_ratio::RBig;
use serde::{Deserialize, Serialize};

use super::{Groups, Silent};
use crate::rules::{
    tally::{
        majority::Share,
        majority_v2::{self, Around, Impossible, Tally, Votes},
    },
    word::words,
};

words! {
    /// What a group says.
    pub enum Verdict {
        /// More of it are for than against.
        For = "for",
        NotFor = "not_for",
        /// Nobody of it voted, and the rules pass it over.
        PassedOver = "passed_over",
    }
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "condition", rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// A majority of everybody.
    Overall { majority: majority_v2::Rules },
    /// More for than against in each of these groups.
    Each { groups: Vec<String> },
    /// More for than against among the residents, `2F > F + A`; never passed over. Residents who have
    /// more groups than one are counted together.
    ResidentMajority {
        group: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
    },
    /// At least so many of these groups are for.
    AtLeast { least: u64, groups: Vec<String> },
    /// Every group gives its weight in the proportion of its votes for and against. `None` asks for
    /// more than half of the weight of the groups that count.
    Weighted { weights: BTreeMap<String, u32>, majority: Option<Share> },
}

/// A condition with its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "condition", rename_all = "snake_case", deny_unknown_fields)]
pub enum Shown {
    Overall {
        tally: Tally,
    },
    Each {
        groups: BTreeMap<String, Verdict>,
    },
    ResidentMajority {
        group: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
        votes: Votes,
    },
    AtLeast {
        least: u64,
        groups: BTreeMap<String, Verdict>,
    },
    /// `have` is the weight that is for, as an exact fraction `n/d`; `of` the whole weight.
    Weighted {
        have: String,
        of: u64,
        majority: Option<Share>,
        met: bool,
    },
}

impl Condition {
    /// The groups that it names.
    #[must_use]
    pub fn groups(&self) -> Vec<&str> {
        match self {
            Self::Overall { .. } => Vec::new(),
            Self::Each { groups } | Self::AtLeast { groups, .. } => {
                groups.iter().map(String::as_str).collect()
            }
            Self::ResidentMajority { group, with } => {
                [group].into_iter().chain(with).map(String::as_str).collect()
            }
            Self::Weighted { weights, .. } => weights.keys().map(String::as_str).collect(),
        }
    }

    /// Whether it can hold at all, and says something: groups to count, a number of them that there is,
    /// a weight, a share of one.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let is_part = |share: Option<Share>| share.is_none_or(Share::is_part);
        match self {
            Self::Overall { majority } => is_part(majority.majority) && is_part(majority.quorum),
            Self::Each { groups } => !groups.is_empty(),
            Self::ResidentMajority { group, .. } => !group.is_empty(),
            Self::AtLeast { least, groups } => {
                usize::try_from(*least).is_ok_and(|least| (1..=groups.len()).contains(&least))
            }
            Self::Weighted { weights, majority } => {
                weights.values().any(|weight| *weight > 0) && is_part(*majority)
            }
        }
    }

    /// The condition with its numbers.
    ///
    /// # Errors
    /// Totals that can't be.
    pub fn show(
        &self,
        silent: Silent,
        groups: &Groups,
        around: Around,
    ) -> Result<Shown, Impossible> {
        let verdicts = |keys: &[String]| {
            let verdict = |key: &String| (key.clone(), silent.verdict(groups.votes(key)));
            keys.iter().map(verdict).collect()
        };
        Ok(match self {
            Self::Overall { majority } => {
                Shown::Overall { tally: majority_v2::count(majority, groups.total(), around)? }
            }
            Self::Each { groups: keys } => Shown::Each { groups: verdicts(keys) },
            Self::ResidentMajority { group, with } => {
                // A group that is named twice counts once.
                let all: BTreeSet<&String> = [group].into_iter().chain(with).collect();
                let none = Votes::default();
                let votes = all.into_iter().fold(none, |sum, key| sum.and(groups.votes(key)));
                Shown::ResidentMajority { group: group.clone(), with: with.clone(), votes }
            }
            Self::AtLeast { least, groups: keys } => {
                Shown::AtLeast { least: *least, groups: verdicts(keys) }
            }
            Self::Weighted { weights, majority } => weighted(silent, weights, *majority, groups),
        })
    }
}

fn weighted(
    silent: Silent,
    weights: &BTreeMap<String, u32>,
    majority: Option<Share>,
    groups: &Groups,
) -> Shown {
    let mut have = RBig::ZERO;
    let mut of: u64 = 0;
    for (group, weight) in weights {
        let votes = groups.votes(group);
        if silent.verdict(votes) == Verdict::PassedOver {
            continue;
        }
        of = of.saturating_add(u64::from(*weight));
        if votes.cast() > 0 {
            let part = RBig::from_parts(votes.in_favour.into(), votes.cast().into());
            have += part * RBig::from(*weight);
        }
    }
    let whole = RBig::from(of);
    let met = match majority {
        None => &have + &have > whole,
        Some(share) => of > 0 && &have * RBig::from(share.of) >= whole * RBig::from(share.need),
    };
    Shown::Weighted { have: have.to_string(), of, majority, met }
}

impl Shown {
    /// Whether the condition holds.
    #[must_use]
    pub fn is_met(&self) -> bool {
        match self {
            Self::Overall { tally } => tally.outcome.is_adopted(),
            Self::Each { groups } => groups.values().all(|it| *it != Verdict::NotFor),
            Self::ResidentMajority { votes, .. } => votes.in_favour > votes.against,
            Self::AtLeast { least, groups } => number_for(groups) >= *least,
            Self::Weighted { met, .. } => *met,
        }
    }
}

fn number_for(groups: &BTreeMap<String, Verdict>) -> u64 {
    let number = groups.values().filter(|it| **it == Verdict::For).count();
    u64::try_from(number).unwrap_or(u64::MAX)
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overall { tally } => write!(f, "Of everybody: {}", tally.outcome),
            Self::Each { groups } => {
                let against: Vec<&str> = groups
                    .iter()
                    .filter(|(_, verdict)| **verdict == Verdict::NotFor)
                    .map(|(group, _)| group.as_str())
                    .collect();
                write!(f, "Each of {} groups must be for, ", groups.len())?;
                match against.as_slice() {
                    [] => write!(f, "all are"),
                    against => write!(f, "not for: {}", against.join(", ")),
                }
            }
            Self::ResidentMajority { votes, .. } => write!(
                f,
                "Of the residents {} are for and {} against",
                votes.in_favour, votes.against
            ),
            Self::AtLeast { least, groups } => write!(
                f,
                "{} of {} groups are for, {least} are needed",
                number_for(groups),
                groups.len()
            ),
            Self::Weighted { have, of, majority, .. } => {
                write!(f, "Weighted, {have} of {of} are for, ")?;
                match majority {
                    None => write!(f, "more than half is needed"),
                    Some(share) => write!(f, "{}/{} is needed", share.need, share.of),
                }
            }
        }
    }
}
