use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Method, Rules};
use crate::rules::ballot::Mark;

/// An option on the ballot paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opt {
    /// Stands for the option on ballots and in steps.
    pub key: String,
    pub title: String,
    /// In cents, where money is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<u64>,
}

/// What people do on a ballot paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// For, against or abstain.
    Choice,
    /// One option.
    One,
    /// Consent, with or without a concern, stand aside, or object.
    Consent,
    /// Any number of options.
    Marks,
    /// Any number of options that cost money.
    Money,
    /// Options in order; whether two may have one position.
    Ranking { may_share: bool },
}

impl Rules {
    /// What people do on its ballot paper.
    #[must_use]
    pub const fn paper(&self) -> PaperKind {
        match self {
            Self::Majority(_) | Self::MajorityV2(_) | Self::GroupMajority(_) => PaperKind::Choice,
            Self::Persons(_) => PaperKind::One,
            Self::Consent(_) => PaperKind::Consent,
            Self::Approval(_) | Self::AgendaPhragmen(_) => PaperKind::Marks,
            Self::EqualShares(_) | Self::Greedy(_) => PaperKind::Money,
            Self::Schulze(_) => PaperKind::Ranking { may_share: true },
            Self::StvScottish(_) | Self::StvMeek(_) => PaperKind::Ranking { may_share: false },
        }
    }
}

impl Method {
    /// What people do on the ballot paper.
    #[must_use]
    pub const fn paper(&self) -> PaperKind {
        self.rules.paper()
    }

    /// Whether there are options on the ballot paper.
    #[must_use]
    pub const fn has_options(&self) -> bool {
        !matches!(self.paper(), PaperKind::Choice | PaperKind::Consent)
    }

    /// Whether something is filled in on the paper; else a button is all that it takes.
    #[must_use]
    pub const fn has_sheet(&self) -> bool {
        !matches!(self.paper(), PaperKind::Choice)
    }

    /// Whether a ballot paper with these options may bear this mark: only options that are there,
    /// each once, and one at least: a paper without any is blank. A paper may always be blank or
    /// spoiled, but for the answers of a round of consent.
    #[must_use]
    pub fn takes(&self, mark: &Mark, options: &[Opt]) -> bool {
        let mut named = BTreeSet::new();
        let is_there = |key: &str| options.iter().any(|option| option.key == key);
        if !mark.named().all(|key| is_there(key) && named.insert(key)) {
            return false;
        }
        match (self.paper(), mark) {
            (PaperKind::Choice, Mark::Choice(_)) => true,
            (PaperKind::Marks | PaperKind::Money, Mark::Approve(keys)) => !keys.is_empty(),
            (PaperKind::Consent, Mark::Answer(answer)) => answer.is_complete(),
            (PaperKind::Ranking { may_share }, Mark::Rank(ranks)) => {
                let fits = |rank: &Vec<String>| rank.len() == 1 || may_share && !rank.is_empty();
                !ranks.is_empty() && ranks.iter().all(fits)
            }
            (PaperKind::One, Mark::Approve(keys)) => keys.len() == 1,
            (PaperKind::Consent, _) => false,
            (_, mark) => !mark.is_valid(),
        }
    }
}
