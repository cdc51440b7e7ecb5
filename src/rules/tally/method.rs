//! A counting method by name, with its parameters: what a vote is announced with and what stands in
//! its record. Here is said which marks a ballot paper may bear, and how marks become a result.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    lot::{Lots, Needed, Tie},
    majority::{self, Share},
};
use crate::rules::{ballot::Mark, outcome::Outcome};

/// A method with the version of its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    pub version: u32,
    #[serde(flatten)]
    pub rules: Rules,
    /// Share of the roll that must take part, for methods that have no quorum of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Share>,
}

/// The parameters of every method that votes are counted with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "id", content = "parameters", rename_all = "snake_case")]
pub enum Rules {
    Majority(majority::Rules),
}

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

/// What somebody on the roll did: the sector's key, and the mark if she took part.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub sector: Option<&'a str>,
    pub mark: Option<&'a Mark>,
}

/// The result of any method, and how it came about. Every step is an object with its name under
/// `step`, as its method writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    /// The options that were chosen, by key, in the order in which they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub winners: Vec<String>,
    /// The ties that a lot decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    pub steps: Vec<Value>,
}

/// Why a vote can't be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error(transparent)]
    Lot(#[from] Needed),
    #[error("the ballot paper names an option twice: {0}")]
    Twice(#[from] super::paper::Twice),
    #[error("version {version} of {id} is not a method of this program")]
    Unknown { id: &'static str, version: u32 },
    #[error("a step that can't be written down")]
    Step,
}

impl Method {
    /// The method for a proposal that is adopted or not.
    #[must_use]
    pub const fn majority(rules: majority::Rules) -> Self {
        Self { version: majority::VERSION, rules: Rules::Majority(rules), quorum: None }
    }

    /// A method for several options, in the version that this program counts with.
    #[must_use]
    pub const fn of_options(rules: Rules, quorum: Option<Share>) -> Self {
        let version = match rules {
            Rules::Majority(_) => majority::VERSION,
        };
        Self { version, rules, quorum }
    }

    /// The name of the method.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self.rules {
            Rules::Majority(_) => majority::METHOD,
        }
    }

    /// Whether this program knows this version.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        match self.rules {
            Rules::Majority(_) => self.version == majority::VERSION,
        }
    }

    /// Whether there are options on the ballot paper.
    #[must_use]
    pub const fn has_options(&self) -> bool {
        match self.rules {
            Rules::Majority(_) => false,
        }
    }

    /// Whether a ballot paper with these options may bear this mark.
    #[must_use]
    pub fn takes(&self, mark: &Mark, options: &[Opt]) -> bool {
        let _ = options;
        match self.rules {
            Rules::Majority(_) => matches!(mark, Mark::Choice(_)),
        }
    }

    /// Counts a vote. The order of the lines doesn't matter.
    ///
    /// # Errors
    /// The method is unknown, or a lot is needed that wasn't drawn.
    pub fn count<'a>(
        &self,
        options: &[Opt],
        lines: impl IntoIterator<Item = Line<'a>>,
        lots: &Lots,
    ) -> Result<Tally, Stop> {
        if !self.is_known() {
            return Err(Stop::Unknown { id: self.id(), version: self.version });
        }
        let _ = (options, lots);
        match &self.rules {
            Rules::Majority(rules) => majority(rules, lines),
        }
    }
}

fn majority<'a>(
    rules: &majority::Rules,
    lines: impl IntoIterator<Item = Line<'a>>,
) -> Result<Tally, Stop> {
    let lines = lines.into_iter().map(|line| majority::Line {
        sector: line.sector,
        choice: line.mark.and_then(|mark| match mark {
            Mark::Choice(choice) => Some(*choice),
            _ => None,
        }),
    });
    let majority::Tally { outcome, steps } = majority::count(rules, lines);
    Ok(Tally { outcome, winners: Vec::new(), ties: Vec::new(), steps: written(&steps)? })
}

/// Steps as they stand in a record.
fn written<Step: Serialize>(steps: &[Step]) -> Result<Vec<Value>, Stop> {
    steps.iter().map(|step| serde_json::to_value(step).map_err(|_| Stop::Step)).collect()
}

impl Tally {
    /// The steps as `majority` wrote them.
    ///
    /// # Errors
    /// They are of another method.
    pub fn majority(&self) -> Result<Vec<majority::Step>, serde_json::Error> {
        self.steps.iter().map(|step| serde_json::from_value(step.clone())).collect()
    }
}
