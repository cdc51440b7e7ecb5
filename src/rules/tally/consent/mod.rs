//! `consent` version 1: a proposal is adopted when nobody objects with reason, in rounds.
//!
//! Source: the practice of sociocratic circles (clarifying questions, reactions, consent round,
//! objections that are reasoned and argued) and the charter, which names quorum, silence and
//! fallback. An objection says why the proposal is not good enough for now, not safe enough to try,
//! or hinders the objector in her role. It ends only when its author takes it back, when its author
//! accepts an amended version, or when everybody else in the round finds it not argued; never by
//! the chair alone.
//!
//! It promises that no reasoned objection is outvoted while the circle consents. It does not promise
//! a decision: after so many rounds or meetings it ends, or goes to a vote where the charter says so.

mod round;
mod told;
mod turn;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use round::{Objection, Phase, Round};
pub use turn::{After, Ended, Turn};

use super::majority::Share;
use crate::rules::word::words;

/// The name of this method in a record.
pub const METHOD: &str = "consent";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// Longest argument or concern, in characters.
pub const TEXT_MOST: usize = 2_000;
/// Rounds after which it ends, unless the charter sets another number.
pub const ROUNDS: u32 = 3;
/// Meetings after which it ends, unless the charter sets another number.
pub const MEETINGS: u32 = 2;

words! {
    /// What silence means at the end of a round.
    #[derive(Default)]
    pub enum Silence {
        /// Nothing: who doesn't answer doesn't take part.
        #[default]
        Explicit = "explicit",
        /// Consent, and taking part; but never the end of one's own objection.
        Lazy = "lazy",
    }
}

/// The parameters, frozen when the proposal is put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Share of the participants that must take part in the last round; `None` is no quorum.
    pub quorum: Option<Share>,
    #[serde(default)]
    pub silence: Silence,
    /// Rounds after which it ends.
    pub rounds: u32,
    /// Meetings after which it ends.
    pub meetings: u32,
    /// The share of a vote that follows when it ends without consent; `None` is no vote.
    pub fallback: Option<Share>,
}

impl Default for Rules {
    fn default() -> Self {
        let (quorum, fallback) = (Some(Share { need: 1, of: 2 }), None);
        let silence = Silence::Explicit;
        Self { quorum, silence, rounds: ROUNDS, meetings: MEETINGS, fallback }
    }
}

/// What a participant answers in the consent round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    Consent,
    /// Consents, and wants the concern written down.
    ConsentWithConcern {
        concern: String,
    },
    /// Takes part and leaves it to the others.
    StandAside,
    /// Objects, with an argument.
    Objection {
        argument: String,
    },
}

impl Answer {
    /// The word under which it stands on a ballot.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::ConsentWithConcern { .. } => "concern",
            Self::StandAside => "aside",
            Self::Objection { .. } => "objection",
        }
    }

    /// The concern or the argument that goes with it.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::ConsentWithConcern { concern: text } | Self::Objection { argument: text } => {
                Some(text)
            }
            Self::Consent | Self::StandAside => None,
        }
    }

    /// Whether what must be written with it is there, and not too long.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let fits = |text: &str| !text.trim().is_empty() && text.chars().count() <= TEXT_MOST;
        self.text().is_none_or(fits)
    }
}

/// What happens, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The clarifying questions are over.
    Clarified,
    /// The reactions are over; the consent round begins.
    Reacted,
    /// Somebody answers. The last answer of a round counts.
    Answered { by: String, answer: Answer },
    /// The round ends.
    RoundClosed { on: NaiveDate },
    /// Somebody takes her own objection back.
    Withdrawn { by: String },
    /// Somebody finds an objection not argued.
    NotArgued { objector: String, by: String },
    /// An amended version is put: a new round for everybody.
    Amended { version: u32, evaluate_on: NaiveDate },
    /// A new round for everybody on the same version.
    HeldAgain,
    /// The meeting ends without a decision; a new one goes on.
    MeetingEnded,
    /// No round is left, and nobody takes her objection back: it ends.
    GivenUp,
}

words! {
    /// How it stands.
    pub enum Outcome {
        /// It goes on.
        Open = "open",
        Adopted = "adopted",
        /// It ended without consent, and the charter has no vote follow.
        NoConsent = "no_consent",
        /// It ended without consent: a vote follows, with the share of the charter.
        ToVote = "to_vote",
    }
}

/// One step, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// A round begins on a version.
    Began { round: u32, version: u32, evaluate_on: NaiveDate },
    /// A round ended: how many answered what.
    Ended { round: u32, consent: u64, concerns: u64, aside: u64, objections: u64, silent: u64 },
    /// Whether enough took part.
    Quorum { share: Share, least: u64, have: u64, met: bool },
    /// Objections stand.
    Stands { objectors: BTreeSet<String> },
    /// Somebody took her objection back.
    Withdrawn { by: String },
    /// The author of an objection accepts the amended version.
    Accepted { by: String },
    /// Everybody else found an objection not argued.
    NotArgued { objector: String },
    /// A meeting ended without a decision.
    MeetingEnded { meeting: u32 },
    /// Nobody objects any more; it is looked at again on that day.
    Adopted { version: u32, evaluate_on: NaiveDate },
    /// It ended without consent.
    GivenUp { rounds: u32, meetings: u32, fallback: Option<Share> },
}

/// How it stands, and how it came there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    /// Concerns of those who consented, by participant.
    pub concerns: BTreeMap<String, String>,
    pub steps: Vec<Step>,
}

/// Why something can't happen now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not now: it is {0}")]
    NotNow(Phase),
    #[error("{0} doesn't take part")]
    Stranger(String),
    #[error("an objection needs an argument")]
    NoArgument,
    #[error("{0} has no objection that stands")]
    NoObjection(String),
    #[error("nobody finds her own objection not argued")]
    OwnObjection,
    #[error("{0} doesn't take part in this round")]
    NotInRound(String),
    #[error("there were {rounds} rounds, and no more")]
    RoundsOver { rounds: u32 },
    #[error("the next version is {expected}")]
    Version { expected: u32 },
    #[error("it must be looked at again after the day on which it is adopted")]
    EvaluationPast,
    #[error("nobody takes part")]
    Nobody,
}

/// Follows a proposal through everything that happened.
///
/// # Errors
/// The first event that couldn't happen.
pub fn count(
    rules: &Rules,
    participants: &BTreeSet<String>,
    evaluate_on: NaiveDate,
    events: &[Event],
) -> Result<Tally, Refusal> {
    if participants.is_empty() {
        return Err(Refusal::Nobody);
    }
    let mut round = Round::first(rules, participants, evaluate_on);
    for event in events {
        round.happen(event)?;
    }
    Ok(round.tally())
}

#[cfg(test)]
mod tests;
