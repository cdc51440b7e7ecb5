//! Reminders: when those who have not voted yet are told that a vote will end.

use chrono::{DateTime, TimeDelta, Utc};

use super::{ballot::BodyKind, word::words};
use crate::ids::MemberId;

words! {
    /// What somebody is reminded of.
    pub enum Kind {
        /// That a vote ends soon, and she hasn't voted.
        BeforeEnd = "before_end",
    }
}

/// When a vote is due for a reminder: so many days before its end, but not before half of its time
/// has passed. Never where no days are set.
#[must_use]
pub fn due_at(
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    days: u32,
) -> Option<DateTime<Utc>> {
    if days == 0 {
        return None;
    }
    let half = closes_at.signed_duration_since(opens_at).checked_div(2)?;
    let before = closes_at.checked_sub_signed(TimeDelta::days(i64::from(days)));
    let half = opens_at.checked_add_signed(half)?;
    Some(before.map_or(half, |before| before.max(half)))
}

/// Who is to vote for an entry on the roll: the member, or in the council the alternate while the
/// holder is absent.
#[must_use]
pub const fn whose(
    body: BodyKind,
    holder: Option<MemberId>,
    alternate: Option<MemberId>,
    is_absent: bool,
) -> Option<MemberId> {
    match body {
        BodyKind::Council if is_absent => alternate,
        BodyKind::Council | BodyKind::Assembly => holder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_days_before_the_end_but_not_in_the_first_half() {
        let opens_at = DateTime::<Utc>::UNIX_EPOCH;
        let due = |hours, days| {
            let due = due_at(opens_at, opens_at + TimeDelta::hours(hours), days);
            due.map(|due| (due - opens_at).num_hours())
        };
        assert_eq!(due(7 * 24, 2), Some(5 * 24));
        assert_eq!(due(3 * 24, 2), Some(36));
        assert_eq!(due(2, 2), Some(1));
        assert_eq!(due(7 * 24, 0), None);
    }

    #[test]
    fn the_alternate_is_reminded_while_the_holder_is_absent() {
        let [alice, bob] = [1, 2].map(|n| Some(MemberId(uuid::Uuid::from_u128(n))));
        assert_eq!(whose(BodyKind::Council, alice, bob, true), bob);
        assert_eq!(whose(BodyKind::Council, alice, bob, false), alice);
        assert_eq!(whose(BodyKind::Assembly, alice, None, false), alice);
    }
}
