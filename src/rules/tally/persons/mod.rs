//! `persons` version 1: one person for one seat, in writing and secret, in up to three rounds.
//!
//! Source: usual statutes of associations and art. 31 Gemeentewet. In the first round somebody is
//! chosen who has more than half of the votes cast. If nobody has, a second round is free: anybody
//! may be named. If again nobody has, the third is between the two with the most votes of the
//! second; a lot decides who enters it where they are tied, and who is chosen where it is tied. A
//! blank or invalid paper is no vote cast. More seats than one are filled by single transferable
//! vote instead.
//!
//! It promises that somebody is chosen after three rounds in which anybody votes. It does not
//! promise that the one whom most would accept gets into the last round.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use super::{
    lot::{Lots, Needed, Tie},
    paper::Options,
};

/// The name of this method in a record.
pub const METHOD: &str = "persons";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// Rounds after which somebody is chosen.
pub const ROUNDS: u32 = 3;

/// The parameters of one vote, which is one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// From 1. The third is between two.
    pub round: u32,
}

/// The papers of one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Votes by candidate.
    pub votes: BTreeMap<String, u64>,
    /// Papers against a candidate who stands alone.
    #[serde(default)]
    pub against: u64,
    #[serde(default)]
    pub blank: u64,
    #[serde(default)]
    pub invalid: u64,
}

impl Round {
    /// Votes cast: for somebody, or against one who stands alone.
    #[must_use]
    pub fn cast(&self) -> u64 {
        self.votes.values().fold(self.against, |sum, votes| sum.saturating_add(*votes))
    }

    fn of(&self, candidate: &str) -> u64 {
        self.votes.get(candidate).copied().unwrap_or_default()
    }
}

/// Where an election stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stand", rename_all = "snake_case", deny_unknown_fields)]
pub enum Stand {
    /// The first round is to be held among those who were nominated.
    First { among: Vec<String> },
    /// The second round is to be held; anybody may be named.
    Free,
    /// The last round is to be held between two.
    RunOff { between: [String; 2] },
    /// Somebody is chosen.
    Chosen { candidate: String },
    /// A round in which nobody voted for anybody, after which no round is left: begin anew.
    NobodyChosen,
}

/// One step, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// A round and its papers. `least` is more than half of the votes cast.
    Round { number: u32, votes: BTreeMap<String, u64>, cast: u64, least: u64 },
    /// Somebody has more than half.
    Majority { candidate: String, votes: u64 },
    /// Nobody has.
    NoMajority,
    /// These two enter the last round.
    RunOff { between: [String; 2] },
    /// A lot decided.
    Lot { tie: Tie },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Round { number, votes, cast, least } => {
                write!(f, "Round {number}: {cast} votes were cast, {least} are needed")?;
                votes.iter().try_for_each(|(candidate, n)| write!(f, "; {candidate} has {n}"))?;
                write!(f, ".")
            }
            Self::Majority { candidate, votes } => {
                write!(f, "{candidate} is chosen with {votes} votes.")
            }
            Self::NoMajority => write!(f, "Nobody has more than half."),
            Self::RunOff { between: [one, other] } => {
                write!(f, "The last round is between {one} and {other}.")
            }
            Self::Lot { tie } => {
                write!(f, "A lot among {} falls on {}.", tie.among.join(", "), tie.drawn)
            }
        }
    }
}

/// Where an election stands, and how it came there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub stand: Stand,
    pub ties: Vec<Tie>,
    pub steps: Vec<Step>,
}

/// Why rounds can't be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Lot(#[from] Needed),
    #[error("{0} doesn't stand in this round")]
    NotStanding(String),
    #[error("votes against are only for one who stands alone")]
    Against,
    #[error("nothing is left to be voted on in round {0}")]
    Over(u32),
    #[error("nobody is nominated, or somebody twice")]
    Nominations,
}

/// Follows an election from the nominations through the rounds held so far.
///
/// # Errors
/// A round that couldn't be held, or a lot that has still to be drawn.
pub fn count(nominated: &[String], rounds: &[Round], lots: &Lots) -> Result<Counted, Refusal> {
    let mut among = nominated.to_vec();
    among.sort_unstable();
    among.dedup();
    if among.is_empty() || among.len() != nominated.len() {
        return Err(Refusal::Nominations);
    }
    let stand = Stand::First { among };
    let mut counted = Counted { stand, ties: Vec::new(), steps: Vec::new() };
    for (number, round) in (1_u32..).zip(rounds) {
        counted.hold(number, round, lots)?;
    }
    Ok(counted)
}

/// Counts one round that is a vote of its own, among those who stand on its paper.
///
/// # Errors
/// There is no such round, or a lot has still to be drawn.
pub fn count_round(
    rules: &Rules,
    options: &Options,
    round: Round,
    lots: &Lots,
) -> Result<Counted, Refusal> {
    let among = options.ids().to_vec();
    let stand = match (rules.round, among.as_slice()) {
        (1, _) => Stand::First { among },
        (2, _) => Stand::Free,
        (ROUNDS, [one, other]) => Stand::RunOff { between: [one.clone(), other.clone()] },
        (number, _) => return Err(Refusal::Over(number)),
    };
    let mut counted = Counted { stand, ties: Vec::new(), steps: Vec::new() };
    counted.hold(rules.round, &round, lots)?;
    Ok(counted)
}

/// The two between whom the next round is held, where these steps say so.
#[must_use]
pub fn run_off(steps: &[Step]) -> Option<&[String; 2]> {
    steps.iter().find_map(|step| match step {
        Step::RunOff { between } => Some(between),
        _ => None,
    })
}

impl Counted {
    fn hold(&mut self, number: u32, round: &Round, lots: &Lots) -> Result<(), Refusal> {
        let standing: Option<Vec<String>> = match &self.stand {
            Stand::First { among } => Some(among.clone()),
            Stand::Free => None,
            Stand::RunOff { between } => Some(between.to_vec()),
            Stand::Chosen { .. } | Stand::NobodyChosen => return Err(Refusal::Over(number)),
        };
        let is_known =
            |name: &String| standing.as_ref().is_none_or(|standing| standing.contains(name));
        if let Some(stranger) = round.votes.keys().find(|name| !is_known(name)) {
            return Err(Refusal::NotStanding(stranger.clone()));
        }
        let is_alone = standing.as_ref().is_some_and(|standing| standing.len() == 1);
        if round.against > 0 && !is_alone {
            return Err(Refusal::Against);
        }
        let cast = round.cast();
        let least = cast.checked_div(2).unwrap_or_default().saturating_add(1);
        let votes = round.votes.clone();
        self.steps.push(Step::Round { number, votes, cast, least });
        if let Some((candidate, votes)) = round.votes.iter().find(|(_, votes)| **votes >= least) {
            self.steps.push(Step::Majority { candidate: candidate.clone(), votes: *votes });
            self.stand = Stand::Chosen { candidate: candidate.clone() };
            return Ok(());
        }
        self.steps.push(Step::NoMajority);
        self.stand = match &self.stand {
            Stand::First { .. } => Stand::Free,
            Stand::Free => self.run_off(round, lots)?,
            Stand::RunOff { between } if cast > 0 => {
                let between = between.clone();
                let candidate = self.lot(between.iter().map(String::as_str), lots)?;
                Stand::Chosen { candidate }
            }
            _ => Stand::NobodyChosen,
        };
        Ok(())
    }

    /// The two with the most votes, by lot where it isn't clear who they are.
    fn run_off(&mut self, round: &Round, lots: &Lots) -> Result<Stand, Refusal> {
        let mut left: Vec<&str> =
            round.votes.iter().filter(|(_, n)| **n > 0).map(|(name, _)| name.as_str()).collect();
        let mut entered = Vec::new();
        while entered.len() < 2 {
            let most = left.iter().map(|name| round.of(name)).max().unwrap_or_default();
            let tied: Vec<&str> =
                left.iter().filter(|name| round.of(name) == most).copied().collect();
            let places = 2_usize.saturating_sub(entered.len());
            let next = match tied.as_slice() {
                // Without a vote there is nobody to enter; with one alone there is a majority.
                [] => return Ok(Stand::NobodyChosen),
                [first, ..] if tied.len() <= places => (*first).to_owned(),
                _ => self.lot(tied.iter().copied(), lots)?,
            };
            left.retain(|name| *name != next);
            entered.push(next);
        }
        entered.sort_unstable();
        let Ok(between) = <[String; 2]>::try_from(entered) else { return Ok(Stand::NobodyChosen) };
        self.steps.push(Step::RunOff { between: between.clone() });
        Ok(Stand::RunOff { between })
    }

    fn lot<'a>(
        &mut self,
        among: impl IntoIterator<Item = &'a str>,
        lots: &Lots,
    ) -> Result<String, Needed> {
        let tie = lots.draw(among)?;
        let drawn = tie.drawn.clone();
        self.steps.push(Step::Lot { tie: tie.clone() });
        self.ties.push(tie);
        Ok(drawn)
    }
}

#[cfg(test)]
mod tests;
