//! The challenge of an outcome: when a vote is held anew because somebody disputes what came of it.
//!
//! Source: art. 2:13(3) and (4) BW. What the chair says came of a vote is decisive. If that is disputed
//! at once, a new vote is held when the majority of the meeting wants one or, where the first vote was
//! neither by roll-call nor in writing, when one of those present who may vote wants one. By the new
//! vote, not before, the first loses its effect. Both records stay.
//!
//! Here a vote is neither by roll-call nor in writing only where raised hands were counted: every other
//! ballot is by name or on paper. The meeting are those who took part.

use chrono::{DateTime, TimeDelta, Utc};

use super::{outcome::Outcome, vote::Refusal};

/// Hours after the announcement in which an outcome may be disputed. The law says "at once", for people
/// in one hall; here some hear of an outcome only when they next look. A day lets everybody look once,
/// and doesn't leave the decision hanging for longer.
pub const HOURS: i64 = 24;

/// A vote with a result, as far as this rule is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announced {
    pub outcome: Outcome,
    pub published_at: DateTime<Utc>,
    /// Seats were given by it: that is not undone by another vote.
    pub is_election: bool,
    /// Raised hands were counted in it.
    pub by_hands: bool,
    /// It was itself held instead of another one.
    pub is_new: bool,
    /// How many took part.
    pub present: u64,
}

impl Announced {
    /// Until when it may be disputed, not including that moment.
    #[must_use]
    pub fn until(&self) -> DateTime<Utc> {
        let hours = TimeDelta::hours(HOURS);
        self.published_at.checked_add_signed(hours).unwrap_or(self.published_at)
    }

    /// How many must ask: one where hands were counted, else more than half of those who took part. One
    /// alone doesn't have the same question voted on for ever: the new vote takes a majority.
    #[must_use]
    pub const fn needed(&self) -> u64 {
        if self.by_hands && !self.is_new { 1 } else { (self.present >> 1).saturating_add(1) }
    }

    /// Whether so many are enough. Nobody is never enough.
    #[must_use]
    pub const fn is_disputed(&self, asked: u64) -> bool {
        asked >= self.needed()
    }

    /// Whether somebody may ask for a new vote: she took part, and it isn't too late.
    ///
    /// # Errors
    /// [`Refusal::NotDisputable`], [`Refusal::TooLateToDispute`] or [`Refusal::WasNotPresent`].
    pub fn may_ask(&self, now: DateTime<Utc>, took_part: bool) -> Result<(), Refusal> {
        if self.is_election || self.outcome.comes_back() || self.outcome.is_pending() {
            return Err(Refusal::NotDisputable);
        }
        let until = self.until();
        if now >= until {
            return Err(Refusal::TooLateToDispute { until });
        }
        if took_part { Ok(()) } else { Err(Refusal::WasNotPresent) }
    }
}

/// Whether a vote that goes on from one with this outcome takes its place: what decided nothing is
/// followed, and only what decided something is replaced.
#[must_use]
pub const fn takes_the_place(earlier: Outcome) -> bool {
    !earlier.comes_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn announced() -> Announced {
        Announced {
            outcome: Outcome::Adopted,
            published_at: DateTime::<Utc>::UNIX_EPOCH,
            is_election: false,
            by_hands: false,
            is_new: false,
            present: 10,
        }
    }

    #[test]
    fn a_majority_of_those_who_took_part_asks_and_one_where_hands_were_counted() {
        let of = |present, by_hands, is_new| {
            Announced { present, by_hands, is_new, ..announced() }.needed()
        };
        assert_eq!([of(10, false, false), of(11, false, false)], [6, 6]);
        assert_eq!([of(10, true, false), of(10, true, true)], [1, 6]);
        assert_eq!(of(0, false, false), 1);
        assert!(!announced().is_disputed(0) && !announced().is_disputed(5));
        assert!(announced().is_disputed(6));
    }

    #[test]
    fn it_is_asked_within_a_day_by_somebody_who_took_part() {
        let it = announced();
        let at = |hours| it.published_at + TimeDelta::hours(hours);
        let last = it.until() - TimeDelta::milliseconds(1);
        assert_eq!(it.may_ask(at(0), true), Ok(()));
        assert_eq!(it.may_ask(last, true), Ok(()));
        let until = at(HOURS);
        assert_eq!(it.may_ask(until, true), Err(Refusal::TooLateToDispute { until }));
        assert_eq!(it.may_ask(at(1), false), Err(Refusal::WasNotPresent));
    }

    #[test]
    fn what_decided_nothing_and_what_gave_seats_is_not_disputed() {
        let now = announced().published_at;
        for outcome in [Outcome::Postponed, Outcome::NextRound, Outcome::ToVote] {
            let it = Announced { outcome, ..announced() };
            assert_eq!(it.may_ask(now, true), Err(Refusal::NotDisputable), "{outcome}");
            assert!(!takes_the_place(outcome));
        }
        let it = Announced { is_election: true, ..announced() };
        assert_eq!(it.may_ask(now, true), Err(Refusal::NotDisputable));
        for outcome in [Outcome::Rejected, Outcome::Tied, Outcome::NoQuorum, Outcome::NoVotes] {
            let it = Announced { outcome, ..announced() };
            assert_eq!(it.may_ask(now, true), Ok(()), "{outcome}");
            assert!(takes_the_place(outcome));
        }
    }
}
