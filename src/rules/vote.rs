//! The life of a vote: prepared, open, closed, counted, published. Nothing goes back.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    transition,
    word::words,
    wording::{self, Field},
};

words! {
    /// Where a vote stands.
    pub enum Stage {
        Prepared = "prepared",
        Open = "open",
        Closed = "closed",
        Counted = "counted",
        Published = "published",
        Cancelled = "cancelled",
    }
}

words! {
    /// What is done with a vote.
    pub enum Step {
        Open = "open",
        Close = "close",
        Count = "count",
        Publish = "publish",
        Cancel = "cancel",
    }
}

words! {
    /// When a vote ends; chosen and shown before it opens.
    pub enum Closing {
        /// At the announced time and not before.
        AtTime = "at_time",
        /// By hand of the chair or secretary, as in a meeting; at the announced time at the latest.
        ByHand = "by_hand",
    }
}

/// Every step that exists.
pub const TRANSITIONS: &[(Stage, Step, Stage)] = &[
    (Stage::Prepared, Step::Open, Stage::Open),
    (Stage::Prepared, Step::Cancel, Stage::Cancelled),
    (Stage::Open, Step::Close, Stage::Closed),
    (Stage::Open, Step::Cancel, Stage::Cancelled),
    (Stage::Closed, Step::Count, Stage::Counted),
    (Stage::Counted, Step::Publish, Stage::Published),
];

/// The shortest time that a vote is open, in minutes.
pub const MINUTES_LEAST: i64 = 5;
/// The longest time that a vote is open, in days.
pub const DAYS_MOST: i64 = 90;

/// Why the rules say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{step} can't follow {stage}")]
    NotNow { stage: Stage, step: Step },
    #[error("the vote opens at {opens_at}")]
    NotYetOpen { opens_at: DateTime<Utc> },
    #[error("the vote was closed at {closed_at}")]
    Closed { closed_at: DateTime<Utc> },
    #[error("this vote ends at {closes_at}, not by hand")]
    EndsAtTime { closes_at: DateTime<Utc> },
    #[error("the vote doesn't wait for this")]
    NotWaiting,
    #[error("a tie is decided for or against")]
    Undecided,
    #[error("the proposal came back: it is voted on once more as before")]
    ComesBack,
    #[error("the proposal didn't come back from a vote")]
    NotBack,
    #[error("no new vote takes the place of this one")]
    NotDisputable,
    #[error("the outcome could be disputed until {until}")]
    TooLateToDispute { until: DateTime<Utc> },
    #[error("who took part disputes the outcome")]
    WasNotPresent,
    #[error("a vote is open for {MINUTES_LEAST} minutes at least and {DAYS_MOST} days at most")]
    Span,
    #[error("a vote can't open in the past")]
    InThePast,
    #[error("a vote is put off to later than {closes_at}")]
    NotLater { closes_at: DateTime<Utc> },
    #[error("nobody may vote")]
    NobodyOnTheRoll,
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
}

/// Takes a step.
///
/// # Errors
/// [`Refusal::NotNow`] when the table has no such step.
pub fn step(stage: Stage, step: Step) -> Result<Stage, Refusal> {
    transition::follow(TRANSITIONS, stage, step).ok_or(Refusal::NotNow { stage, step })
}

/// Checks when a vote that is being prepared opens and closes.
///
/// # Errors
/// [`Refusal::InThePast`] or [`Refusal::Span`].
pub fn check_times(
    now: DateTime<Utc>,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    // A form takes a while to fill in; "now" may be some minutes old when it arrives.
    let grace = TimeDelta::minutes(30);
    if opens_at.checked_add_signed(grace).is_none_or(|at| at < now) {
        return Err(Refusal::InThePast);
    }
    let span = closes_at.signed_duration_since(opens_at.max(now));
    if span < TimeDelta::minutes(MINUTES_LEAST) || span > TimeDelta::days(DAYS_MOST) {
        return Err(Refusal::Span);
    }
    Ok(())
}

/// Whether a ballot is still accepted: `opens_at <= now < closes_at`, and not closed by hand. The
/// clock decides, not the job that announces the end.
///
/// # Errors
/// [`Refusal::NotYetOpen`] or [`Refusal::Closed`], with the moment.
pub fn accepts_ballots(
    stage: Stage,
    now: DateTime<Utc>,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
) -> Result<(), Refusal> {
    match stage {
        Stage::Prepared => Err(Refusal::NotYetOpen { opens_at }),
        Stage::Open if now < opens_at => Err(Refusal::NotYetOpen { opens_at }),
        Stage::Open if now < closes_at => Ok(()),
        _ => Err(Refusal::Closed { closed_at: closed_at.unwrap_or(closes_at) }),
    }
}

/// Closes a vote; gives the moment at which it counts as closed. At or after the announced time
/// that is the announced time; before it only a vote that ends by hand, with a reason.
///
/// # Errors
/// [`Refusal::EndsAtTime`], a missing reason, or [`Refusal::NotNow`].
pub fn close(
    stage: Stage,
    closing: Closing,
    now: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    reason: &str,
) -> Result<DateTime<Utc>, Refusal> {
    step(stage, Step::Close)?;
    if now >= closes_at {
        return Ok(closes_at);
    }
    match closing {
        Closing::AtTime => Err(Refusal::EndsAtTime { closes_at }),
        Closing::ByHand => {
            wording::check(Field::Reason, reason)?;
            Ok(now)
        }
    }
}

/// Puts the end of a vote off, for everybody and with a public reason.
///
/// # Errors
/// It isn't open, the new end isn't later or is too far away, or the reason is missing.
pub fn extend(
    stage: Stage,
    now: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    until: DateTime<Utc>,
    reason: &str,
) -> Result<(), Refusal> {
    if stage != Stage::Open || now >= closes_at {
        return Err(Refusal::Closed { closed_at: closes_at });
    }
    if until <= closes_at {
        return Err(Refusal::NotLater { closes_at });
    }
    if until.signed_duration_since(now) > TimeDelta::days(DAYS_MOST) {
        return Err(Refusal::Span);
    }
    Ok(wording::check(Field::Reason, reason)?)
}

words! {
    /// How much of a vote may be seen, by anybody, through any door.
    pub enum Visible {
        /// That it will be, and who may vote.
        Announcement = "announcement",
        /// How many have voted; not what.
        Turnout = "turnout",
        /// Everything but who voted what in person: counts, steps, record.
        Result = "result",
    }
}

/// The one rule for pages, feeds, records and federation alike.
#[must_use]
pub const fn visible(stage: Stage) -> Visible {
    match stage {
        Stage::Prepared => Visible::Announcement,
        Stage::Open | Stage::Closed | Stage::Counted | Stage::Cancelled => Visible::Turnout,
        Stage::Published => Visible::Result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENS: DateTime<Utc> = DateTime::<Utc>::UNIX_EPOCH;

    fn closes() -> DateTime<Utc> {
        OPENS + TimeDelta::days(7)
    }

    #[test]
    fn a_millisecond_late_is_late() {
        let last = closes() - TimeDelta::milliseconds(1);
        assert_eq!(accepts_ballots(Stage::Open, last, OPENS, closes(), None), Ok(()));
        let late = accepts_ballots(Stage::Open, closes(), OPENS, closes(), None);
        assert_eq!(late, Err(Refusal::Closed { closed_at: closes() }));
    }

    #[test]
    fn before_the_time_only_by_hand_and_with_a_reason() {
        let early = OPENS + TimeDelta::days(1);
        let at_time = close(Stage::Open, Closing::AtTime, early, closes(), "Everybody voted");
        assert_eq!(at_time, Err(Refusal::EndsAtTime { closes_at: closes() }));
        let by_hand = |reason| close(Stage::Open, Closing::ByHand, early, closes(), reason);
        assert_eq!(by_hand("Everybody voted"), Ok(early));
        assert!(matches!(by_hand(""), Err(Refusal::Wording(_))));
    }

    #[test]
    fn a_vote_closes_at_the_announced_time_even_if_somebody_notices_later() {
        let noticed = closes() + TimeDelta::hours(3);
        assert_eq!(close(Stage::Open, Closing::AtTime, noticed, closes(), ""), Ok(closes()));
    }

    #[test]
    fn the_end_is_put_off_only_while_the_vote_is_open_and_only_to_later() {
        let (now, later) = (OPENS + TimeDelta::days(1), closes() + TimeDelta::days(1));
        let put_off = |now, until| extend(Stage::Open, now, closes(), until, "Letters came late");
        assert_eq!(put_off(now, later), Ok(()));
        assert_eq!(put_off(now, closes()), Err(Refusal::NotLater { closes_at: closes() }));
        assert_eq!(put_off(now, now + TimeDelta::days(91)), Err(Refusal::Span));
        assert_eq!(put_off(closes(), later), Err(Refusal::Closed { closed_at: closes() }));
        assert!(matches!(extend(Stage::Open, now, closes(), later, " "), Err(Refusal::Wording(_))));
    }

    #[test]
    fn nothing_goes_back() {
        let order = |stage| Stage::ALL.iter().position(|it| *it == stage);
        for (from, _, to) in TRANSITIONS {
            assert!(order(*from) < order(*to), "{from} {to}");
        }
        for stage in [Stage::Published, Stage::Cancelled] {
            assert!(Step::ALL.iter().all(|taken| step(stage, *taken).is_err()));
        }
    }

    #[test]
    fn nothing_is_counted_in_public_before_the_result() {
        for stage in Stage::ALL {
            let is_result = visible(*stage) == Visible::Result;
            assert_eq!(is_result, *stage == Stage::Published);
        }
    }

    #[test]
    fn a_vote_lasts_minutes_to_months() {
        let now = OPENS;
        assert_eq!(check_times(now, OPENS, closes()), Ok(()));
        assert_eq!(check_times(now, OPENS, OPENS + TimeDelta::minutes(4)), Err(Refusal::Span));
        assert_eq!(check_times(now, OPENS, OPENS + TimeDelta::days(91)), Err(Refusal::Span));
        assert_eq!(check_times(closes(), OPENS, closes()), Err(Refusal::InThePast));
    }
}
