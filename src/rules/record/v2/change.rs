use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What may change after the opening, each with its public reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The end was put off.
    Extended { at: DateTime<Utc>, until: DateTime<Utc>, reason: String },
    /// Somebody was put on the roll who had been left out wrongly.
    Added { at: DateTime<Utc>, number: i64, reason: String },
    /// Somebody with an interest of her own in the matter doesn't vote on it.
    Recused { at: DateTime<Utc>, number: i64, reason: String },
    /// The chair decided a tie, where the rules leave that to the chair.
    Ruled { at: DateTime<Utc>, is_for: bool, reason: String },
    /// A teller only bears the name of an option that was typed freely, and counts; her name is that of
    /// an officer, and public.
    Namesake { at: DateTime<Utc>, teller: String, reason: String },
    /// The number of papers in a batch was announced wrongly, and corrected before two tellers agreed
    /// on it; `at` tells whether that was after the close.
    BatchCorrected { at: DateTime<Utc>, batch: i64, from: u64, to: u64, reason: String },
    /// After a round of consent: somebody took her objection back.
    Withdrawn { at: DateTime<Utc>, number: i64 },
    /// After a round of consent: somebody found the objection of another not argued.
    NotArgued { at: DateTime<Utc>, objector: i64, by: i64 },
    /// A round of consent ended with the objections that still stood, and with it the meeting or not.
    RoundEnded {
        at: DateTime<Utc>,
        reason: String,
        #[serde(default, skip_serializing_if = "is_false")]
        meeting_ended: bool,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_false(truth: &bool) -> bool {
    !*truth
}

impl Change {
    /// The number on the roll of somebody who was recused.
    #[must_use]
    pub const fn recused(&self) -> Option<i64> {
        match self {
            Self::Recused { number, .. } => Some(*number),
            _ => None,
        }
    }

    /// The number on the roll of somebody who was added.
    #[must_use]
    pub const fn added(&self) -> Option<i64> {
        match self {
            Self::Added { number, .. } => Some(*number),
            _ => None,
        }
    }

    /// The name of a teller who isn't the one whom an option names.
    #[must_use]
    pub fn namesake(&self) -> Option<&str> {
        match self {
            Self::Namesake { teller, .. } => Some(teller),
            _ => None,
        }
    }

    /// The number of a batch, how many papers were announced, and how many there were.
    #[must_use]
    pub const fn batch_corrected(&self) -> Option<(i64, u64, u64)> {
        match self {
            Self::BatchCorrected { batch, from, to, .. } => Some((*batch, *from, *to)),
            _ => None,
        }
    }

    /// Who was found to object without an argument, and by whom, by their numbers.
    #[must_use]
    pub const fn not_argued(&self) -> Option<(i64, i64)> {
        match self {
            Self::NotArgued { objector, by, .. } => Some((*objector, *by)),
            _ => None,
        }
    }

    /// How the chair decided a tie: whether for.
    #[must_use]
    pub const fn ruled(&self) -> Option<bool> {
        match self {
            Self::Ruled { is_for, .. } => Some(*is_for),
            _ => None,
        }
    }
}
