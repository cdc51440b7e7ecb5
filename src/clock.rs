//! The only place that reads the time.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use jiff::{Timestamp, Zoned, tz::TimeZone};

/// A moment in UTC, to the millisecond: both databases keep that exactly.
pub type Instant = DateTime<Utc>;

/// A moment as the clocks and calendars of a time zone show it.
#[must_use]
pub fn local(at: Instant, zone: &TimeZone) -> Zoned {
    let timestamp = Timestamp::from_millisecond(at.timestamp_millis()).unwrap_or_default();
    timestamp.to_zoned(zone.clone())
}

/// The day on which a moment falls in a time zone. Terms, seats and ages go by it, on pages and in
/// acts alike; nothing else makes a day of a moment.
#[must_use]
pub fn day(at: Instant, zone: &TimeZone) -> NaiveDate {
    let date = local(at, zone).date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(i32::from(date.year()), u32::from(month), u32::from(day))
        .unwrap_or_default()
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_the_neighbourhood() {
        let amsterdam = TimeZone::get("Europe/Amsterdam").unwrap();
        for (at, there) in [
            ("2026-04-30T21:59:59.999Z", "2026-04-30"),
            ("2026-04-30T22:00:00Z", "2026-05-01"),
            ("2026-12-31T22:59:59.999Z", "2026-12-31"),
            ("2026-12-31T23:00:00Z", "2027-01-01"),
        ] {
            assert_eq!(day(at.parse().unwrap(), &amsterdam).to_string(), there, "{at}");
        }
        let at = "2026-12-31T23:00:00Z".parse().unwrap();
        assert_eq!(day(at, &TimeZone::UTC).to_string(), "2026-12-31");
    }
}
