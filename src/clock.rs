//! The only place that reads the time.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// A moment in UTC, to the millisecond: both databases keep that exactly.
pub type Instant = DateTime<Utc>;

/// Where the present moment comes from: the machine, or a hand in tests.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    ByHand(Arc<Mutex<Instant>>),
}

impl Clock {
    /// A clock that stands still until it is moved.
    #[must_use]
    pub fn at(start: Instant) -> Self {
        Self::ByHand(Arc::new(Mutex::new(start)))
    }

    /// The present moment, to the millisecond.
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place")]
            Self::System => Utc::now().trunc_subsecs(3),
            Self::ByHand(at) => *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        }
    }

    /// Moves a clock that is set by hand; the machine's own clock stays as it is.
    pub fn pass(&self, span: TimeDelta) {
        if let Self::ByHand(at) = self {
            *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += span;
        }
    }
}
