//! A counting method by name, with its parameters: what a vote is announced with and what stands in
//! its record. Here is said which marks a ballot paper may bear, and how marks become a result.

mod count;
mod paper;
mod told;
mod written;

use serde::{Deserialize, Serialize};

pub use count::{Line, Stop, Tally, values};
pub use paper::{Opt, PaperKind};

use super::{
    agenda_phragmen, approval, consent, equal_shares, greedy, group_majority,
    majority::{self, Share},
    majority_v2::{self, OnMissing},
    persons, schulze, stv_meek, stv_scottish,
};

/// A method with the version of its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "written::Written")]
pub struct Method {
    pub version: u32,
    #[serde(flatten)]
    pub rules: Rules,
    /// Share of the roll that must take part, for methods that have no quorum of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Share>,
    /// What follows when that quorum is missing.
    #[serde(skip_serializing_if = "OnMissing::is_default")]
    pub missing: OnMissing,
    /// What there is to spend, in cents, where money is divided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<u64>,
    /// Whether it is asked for the second time, after a vote that decided nothing.
    #[serde(skip_serializing_if = "is_first")]
    pub second: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_first(second: &bool) -> bool {
    !*second
}

/// The parameters of every method that votes are counted with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "id", content = "parameters", rename_all = "snake_case")]
pub enum Rules {
    Majority(majority::Rules),
    #[serde(rename = "majority")]
    MajorityV2(majority_v2::Rules),
    GroupMajority(group_majority::Rules),
    Persons(persons::Rules),
    Consent(consent::Turn),
    Approval(approval::Rules),
    AgendaPhragmen(agenda_phragmen::Rules),
    EqualShares(equal_shares::Rules),
    Greedy(greedy::Rules),
    Schulze(schulze::Rules),
    StvScottish(stv_scottish::Rules),
    StvMeek(stv_meek::Rules),
}

impl Rules {
    /// The name of the method, and the version that this program counts with.
    #[must_use]
    pub const fn name(&self) -> (&'static str, u32) {
        match self {
            Self::Majority(_) => (majority::METHOD, majority::VERSION),
            Self::MajorityV2(_) => (majority_v2::METHOD, majority_v2::VERSION),
            Self::GroupMajority(_) => (group_majority::METHOD, group_majority::VERSION),
            Self::Persons(_) => (persons::METHOD, persons::VERSION),
            Self::Consent(_) => (consent::METHOD, consent::VERSION),
            Self::Approval(_) => (approval::METHOD, approval::VERSION),
            Self::AgendaPhragmen(_) => (agenda_phragmen::METHOD, agenda_phragmen::VERSION),
            Self::EqualShares(_) => (equal_shares::METHOD, equal_shares::VERSION),
            Self::Greedy(_) => (greedy::METHOD, greedy::VERSION),
            Self::Schulze(_) => (schulze::METHOD, schulze::VERSION),
            Self::StvScottish(_) => (stv_scottish::METHOD, stv_scottish::VERSION),
            Self::StvMeek(_) => (stv_meek::METHOD, stv_meek::VERSION),
        }
    }
}

impl Method {
    /// A method in the version that this program counts with.
    #[must_use]
    pub const fn new(rules: Rules) -> Self {
        let (_, version) = rules.name();
        let (quorum, missing) = (None, OnMissing::Reject);
        Self { version, rules, quorum, missing, budget: None, second: false }
    }

    /// The method of the first version for a proposal that is adopted or not.
    #[must_use]
    pub const fn majority(rules: majority::Rules) -> Self {
        Self::new(Rules::Majority(rules))
    }

    /// The name of the method.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.rules.name().0
    }

    /// Whether this program knows this version.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.rules.name().1 == self.version
    }

    /// What a vote by majority asks of everybody; nothing for other methods.
    #[must_use]
    pub fn of_everybody(&self) -> Option<&majority_v2::Rules> {
        match &self.rules {
            Rules::MajorityV2(rules) => Some(rules),
            Rules::GroupMajority(rules) => rules.overall(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
