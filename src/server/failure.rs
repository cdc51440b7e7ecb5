//! How a command ends that doesn't end well.

/// What a command gives back.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a command failed, by its exit status.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It isn't so, or couldn't be done.
    #[error("{0}")]
    NotDone(String),
    /// Wrong use: settings or a file that can't be read.
    #[error("{0}")]
    Unreadable(String),
    /// A count needs a lot, and none was drawn.
    #[error("{0}")]
    LotNeeded(String),
}

impl Failure {
    /// The exit status: 1, 2 or 3.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::NotDone(_) => 1,
            Self::Unreadable(_) => 2,
            Self::LotNeeded(_) => 3,
        }
    }

    /// That something could not be done, and why.
    #[must_use]
    pub fn not_done(what: impl std::fmt::Display, why: impl std::fmt::Display) -> Self {
        Self::NotDone(format!("{what}: {why}"))
    }

    /// That there is no neighbourhood yet.
    #[must_use]
    pub fn not_founded() -> Self {
        Self::NotDone("found the neighbourhood first: `serve` prints the link".to_owned())
    }

    /// That something can't be read, and why.
    #[must_use]
    pub fn unreadable(what: impl std::fmt::Display, why: impl std::fmt::Display) -> Self {
        Self::Unreadable(format!("{what}: {why}"))
    }
}

impl From<crate::error::Error> for Failure {
    fn from(error: crate::error::Error) -> Self {
        Self::NotDone(error.to_string())
    }
}
