use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Event, Objection, Refusal, Round, Rules, Tally};

/// One round that is a vote of its own: the rules, and what it goes on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    pub rules: Rules,
    /// From 1.
    pub round: u32,
    /// The version of the proposal, as the vote opened.
    pub version: u32,
    /// When it is looked at again if it is adopted; a day after the end of the vote.
    pub evaluate_on: NaiveDate,
    /// Objections that stand from the round before, by their authors, with their arguments.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub standing: BTreeMap<String, String>,
    /// Meetings that ended without a decision in the rounds before. Rounds in one meeting count it once;
    /// where nobody marked a meeting only rounds count.
    #[serde(default, skip_serializing_if = "is_none")]
    pub meetings: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none(number: &u32) -> bool {
    *number == 0
}

/// What happens once everybody has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// Somebody takes her own objection back.
    Withdrawn { by: String },
    /// Somebody finds an objection not argued.
    NotArgued { objector: String, by: String },
    /// The round ends with the objections that still stand, and the meeting with it or not.
    Ended { meeting_ended: bool },
}

/// How a round ended, and which objections stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub tally: Tally,
    /// Whether it is over; else it waits for what becomes of the objections.
    pub is_over: bool,
    /// Objections that stand, by author.
    pub standing: BTreeMap<String, Objection>,
}

impl Turn {
    /// Counts the answers of a round that is closed, and what happened after them.
    ///
    /// # Errors
    /// The first event that couldn't happen.
    pub fn count(
        &self,
        participants: &BTreeSet<String>,
        answers: impl IntoIterator<Item = (String, Answer)>,
        after: impl IntoIterator<Item = After>,
    ) -> Result<Ended, Refusal> {
        if participants.is_empty() {
            return Err(Refusal::Nobody);
        }
        let mut round = Round::resumed(self, participants);
        for (by, answer) in answers {
            round.happen(&Event::Answered { by, answer })?;
        }
        // That it is looked at again after the end was seen to when the vote was prepared.
        let on = self.evaluate_on.pred_opt().unwrap_or(self.evaluate_on);
        round.happen(&Event::RoundClosed { on })?;
        let mut was_ended = round.standing().is_empty();
        for it in after {
            match it {
                After::Withdrawn { by } => round.happen(&Event::Withdrawn { by })?,
                After::NotArgued { objector, by } => {
                    round.happen(&Event::NotArgued { objector, by })?;
                }
                After::Ended { meeting_ended } => {
                    was_ended = true;
                    if meeting_ended && !round.is_over() {
                        round.happen(&Event::MeetingEnded)?;
                    }
                }
            }
        }
        let is_over = was_ended || round.standing().is_empty();
        if is_over && self.round >= self.rules.rounds && !round.is_over() {
            round.happen(&Event::GivenUp)?;
        }
        let standing = round.standing().clone();
        Ok(Ended { tally: round.tally(), is_over, standing })
    }
}
