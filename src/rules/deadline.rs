//! Periods that a charter sets: reading, notice, lapse.

use chrono::{DateTime, TimeDelta, Utc};

/// A moment that comes too early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("people have until {until} to read it")]
    ReadingPeriod { until: DateTime<Utc> },
    #[error("the notice period ends at {until}")]
    NoticePeriod { until: DateTime<Utc> },
}

/// The moment `days` days of 24 hours after `from`.
#[must_use]
pub fn after_days(from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    let span = TimeDelta::days(i64::from(days));
    from.checked_add_signed(span).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// No vote without a reading period: it runs from the moment the proposal was opened.
///
/// # Errors
/// [`Refusal::ReadingPeriod`] with its end.
pub fn check_reading(
    opened_at: DateTime<Utc>,
    vote_opens_at: DateTime<Utc>,
    reading_days: u32,
) -> Result<(), Refusal> {
    let until = after_days(opened_at, reading_days);
    if vote_opens_at < until { Err(Refusal::ReadingPeriod { until }) } else { Ok(()) }
}

/// A vote is announced `notice_days` before it opens.
///
/// # Errors
/// [`Refusal::NoticePeriod`] with its end.
pub fn check_notice(
    announced_at: DateTime<Utc>,
    vote_opens_at: DateTime<Utc>,
    notice_days: u32,
) -> Result<(), Refusal> {
    let until = after_days(announced_at, notice_days);
    if vote_opens_at < until { Err(Refusal::NoticePeriod { until }) } else { Ok(()) }
}

/// Whether an open proposal has waited too long for support.
#[must_use]
pub fn has_lapsed(opened_at: DateTime<Utc>, now: DateTime<Utc>, lapse_days: u32) -> bool {
    now >= after_days(opened_at, lapse_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_belongs_to_the_period() {
        let opened = DateTime::<Utc>::UNIX_EPOCH;
        let end = opened + TimeDelta::days(14);
        assert_eq!(check_reading(opened, end, 14), Ok(()));
        let early = end - TimeDelta::milliseconds(1);
        assert_eq!(check_reading(opened, early, 14), Err(Refusal::ReadingPeriod { until: end }));
        assert_eq!(check_notice(opened, early, 14), Err(Refusal::NoticePeriod { until: end }));
        assert!(has_lapsed(opened, end, 14) && !has_lapsed(opened, early, 14));
    }
}
