//! What can go wrong, by what the caller does about it.

use sea_orm::DbErr;

use crate::rules::{
    addition, batch, candidacy, charter, code, comment, deadline, delegation, eligibility,
    jurisdiction, member, paper, partner, permission, proposal, proxy, seat, sector,
    tally::consent, teller, throttle, vote, wording,
};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Every failure of an act, sorted by what the caller does.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no. Shown to the person, in their language, with the reason. Ordinary: no log.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such thing, or it is not theirs to see.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// Somebody was first, or the thing changed in the meantime.
    #[error("conflict: {0}")]
    Conflict(Conflict),
    /// Another server doesn't answer; later it may.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// Ours to fix. Logged once, where it leaves the house.
    #[error("database: {0}")]
    Database(#[from] DbErr),
}

/// What somebody else did first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    #[error("this was done already")]
    Already,
    #[error("there is a newer version: {version}")]
    NewerVersion { version: i32 },
    #[error("the neighbourhood was founded already")]
    Founded,
}

/// Why the rules say no, gathered from every rule.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Permission(#[from] permission::Refusal),
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
    #[error("{0:?}")]
    Member(Vec<member::Refusal>),
    #[error(transparent)]
    Code(#[from] code::Refusal),
    #[error("this link is void")]
    Link,
    #[error(transparent)]
    TooOften(#[from] throttle::TooOften),
    #[error("{0:?}")]
    Charter(Vec<charter::Refusal>),
    #[error(transparent)]
    Sector(#[from] sector::Refusal),
    #[error(transparent)]
    Seat(#[from] seat::Refusal),
    #[error(transparent)]
    Proposal(#[from] proposal::Refusal),
    #[error(transparent)]
    Comment(#[from] comment::Refusal),
    #[error(transparent)]
    Deadline(#[from] deadline::Refusal),
    #[error(transparent)]
    Vote(#[from] vote::Refusal),
    #[error(transparent)]
    Ballot(#[from] eligibility::Refusal),
    #[error(transparent)]
    Addition(#[from] addition::Refusal),
    #[error(transparent)]
    Proxy(#[from] proxy::Refusal),
    #[error(transparent)]
    Delegation(#[from] delegation::Refusal),
    #[error(transparent)]
    Paper(#[from] paper::Refusal),
    #[error(transparent)]
    Teller(#[from] teller::Refusal),
    #[error(transparent)]
    Candidacy(#[from] candidacy::Refusal),
    #[error(transparent)]
    Batch(#[from] batch::Refusal),
    #[error(transparent)]
    Consent(#[from] consent::Refusal),
    #[error(transparent)]
    Partner(#[from] partner::Refusal),
    #[error(transparent)]
    Jurisdiction(#[from] jurisdiction::Refusal),
}

macro_rules! refused {
    ($($rule:ty),* $(,)?) => {$(
        impl From<$rule> for Error {
            fn from(refusal: $rule) -> Self {
                Self::Refused(refusal.into())
            }
        }
    )*};
}

refused!(
    permission::Refusal,
    wording::Refusal,
    code::Refusal,
    throttle::TooOften,
    sector::Refusal,
    seat::Refusal,
    proposal::Refusal,
    comment::Refusal,
    deadline::Refusal,
    vote::Refusal,
    eligibility::Refusal,
    addition::Refusal,
    proxy::Refusal,
    delegation::Refusal,
    paper::Refusal,
    teller::Refusal,
    candidacy::Refusal,
    batch::Refusal,
    consent::Refusal,
    partner::Refusal,
    jurisdiction::Refusal,
);

impl Error {
    /// Turns a broken unique key into [`Conflict::Already`]; everything else stays what it is.
    #[must_use]
    pub fn or_already(error: DbErr) -> Self {
        match error.sql_err() {
            Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => {
                Self::Conflict(Conflict::Already)
            }
            _ => Self::Database(error),
        }
    }

    /// Whether there is no room left for the database: trying again soon doesn't help.
    #[must_use]
    pub fn is_full_disk(&self) -> bool {
        let Self::Database(error) = self else { return false };
        let told = error.to_string();
        // As SQLite says it, and as PostgreSQL does.
        told.contains("database or disk is full") || told.contains("No space left on device")
    }

    /// Somebody went away who should have answered: ours to fix.
    #[must_use]
    pub fn unanswered(what: &str) -> Self {
        Self::Database(DbErr::Custom(format!("{what} was left without an answer")))
    }

    /// A row that contradicts the rules: ours to fix, with table, column and id.
    #[must_use]
    pub fn contradiction(table: &str, column: &str, id: impl std::fmt::Display) -> Self {
        Self::Database(DbErr::Custom(format!("{table}.{column} of {id} contradicts the rules")))
    }
}
