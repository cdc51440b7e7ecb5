//! Who sits in a seat, and who votes for it: the holder, or the alternate while the holder is
//! marked absent; never both.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::MemberId;

/// A seat in one vote: who may cast its ballot, and what has happened so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupancy {
    pub holder: Option<MemberId>,
    pub alternate: Option<MemberId>,
    /// Since when the holder is marked absent in this vote.
    pub absent_since: Option<DateTime<Utc>>,
    /// Who cast the seat's ballot, and when.
    pub cast: Option<(MemberId, DateTime<Utc>)>,
}

/// Why somebody doesn't vote for a seat, or a seat can't be filled so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the seat is not hers")]
    NotHers,
    #[error("the holder is not marked absent")]
    HolderPresent,
    #[error("the holder was marked absent at {since}")]
    MarkedAbsent { since: DateTime<Utc> },
    #[error("the holder already voted at {at}")]
    HolderVoted { at: DateTime<Utc> },
    #[error("the alternate already voted at {at}")]
    AlternateVoted { at: DateTime<Utc> },
    #[error("a ballot for the seat came in already")]
    Voted,
    #[error("the seat has no alternate")]
    NoAlternate,
    #[error("holder and alternate are one person")]
    SamePerson,
    #[error("already has a seat")]
    HasASeat,
    #[error("the term ends before it begins")]
    Backwards,
}

/// Whether a member may cast the ballot of a seat now.
///
/// # Errors
/// [`Refusal`] with the moment at which the other one voted or was marked.
pub fn may_cast(seat: &Occupancy, member: MemberId) -> Result<(), Refusal> {
    let is_holder = seat.holder == Some(member);
    let is_alternate = seat.alternate == Some(member);
    if let Some((voted, at)) = seat.cast.filter(|(voted, _)| *voted != member) {
        if is_holder && seat.alternate == Some(voted) {
            return Err(Refusal::AlternateVoted { at });
        }
        if is_alternate {
            return Err(Refusal::HolderVoted { at });
        }
    }
    match (is_holder, is_alternate, seat.absent_since) {
        (true, _, None) | (_, true, Some(_)) => Ok(()),
        (true, _, Some(since)) => Err(Refusal::MarkedAbsent { since }),
        (_, true, None) => Err(Refusal::HolderPresent),
        _ => Err(Refusal::NotHers),
    }
}

/// Whether the holder of a seat can be marked absent, or present again. `took_part` is what the roll
/// says, which in a secret vote is all that there is.
///
/// # Errors
/// [`Refusal::NoAlternate`], or that a ballot came in already.
pub fn may_mark(seat: &Occupancy, took_part: bool) -> Result<(), Refusal> {
    match seat.cast {
        Some((voted, at)) if seat.holder == Some(voted) => Err(Refusal::HolderVoted { at }),
        Some((voted, at)) if seat.alternate == Some(voted) => Err(Refusal::AlternateVoted { at }),
        Some(_) => Err(Refusal::Voted),
        None if took_part => Err(Refusal::Voted),
        None if seat.alternate.is_none() => Err(Refusal::NoAlternate),
        None => Ok(()),
    }
}

/// Checks a tenure before it begins.
///
/// # Errors
/// [`Refusal::SamePerson`] or [`Refusal::Backwards`].
pub fn may_fill(
    holder: MemberId,
    alternate: Option<MemberId>,
    from_on: NaiveDate,
    until_on: Option<NaiveDate>,
) -> Result<(), Refusal> {
    if alternate == Some(holder) {
        return Err(Refusal::SamePerson);
    }
    if until_on.is_some_and(|until_on| until_on < from_on) {
        return Err(Refusal::Backwards);
    }
    Ok(())
}

/// Whether two terms share a day; without a last day a term goes on.
#[must_use]
pub fn overlap(
    (one_from, one_until): (NaiveDate, Option<NaiveDate>),
    (other_from, other_until): (NaiveDate, Option<NaiveDate>),
) -> bool {
    one_until.is_none_or(|until| other_from <= until)
        && other_until.is_none_or(|until| one_from <= until)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const HOLDER: MemberId = MemberId(Uuid::from_u128(1));
    const ALTERNATE: MemberId = MemberId(Uuid::from_u128(2));
    const STRANGER: MemberId = MemberId(Uuid::from_u128(3));
    const AT: DateTime<Utc> = DateTime::<Utc>::UNIX_EPOCH;

    fn seat(absent: bool, cast: Option<MemberId>) -> Occupancy {
        Occupancy {
            holder: Some(HOLDER),
            alternate: Some(ALTERNATE),
            absent_since: absent.then_some(AT),
            cast: cast.map(|member| (member, AT)),
        }
    }

    #[test]
    fn the_alternate_votes_when_the_holder_is_marked_absent_never_both() {
        let table = [
            (false, None, Ok(()), Err(Refusal::HolderPresent)),
            (true, None, Err(Refusal::MarkedAbsent { since: AT }), Ok(())),
            (false, Some(HOLDER), Ok(()), Err(Refusal::HolderVoted { at: AT })),
            (true, Some(ALTERNATE), Err(Refusal::AlternateVoted { at: AT }), Ok(())),
            (
                false,
                Some(ALTERNATE),
                Err(Refusal::AlternateVoted { at: AT }),
                Err(Refusal::HolderPresent),
            ),
        ];
        for (absent, cast, holder, alternate) in table {
            let it = seat(absent, cast);
            assert_eq!(may_cast(&it, HOLDER), holder, "{it:?}");
            assert_eq!(may_cast(&it, ALTERNATE), alternate, "{it:?}");
            assert_eq!(may_cast(&it, STRANGER), Err(Refusal::NotHers));
        }
    }

    #[test]
    fn after_a_ballot_nobody_is_marked_any_more() {
        let may = |absent, cast, took_part| may_mark(&seat(absent, cast), took_part);
        assert_eq!(may(false, Some(HOLDER), false), Err(Refusal::HolderVoted { at: AT }));
        assert_eq!(may(true, Some(ALTERNATE), false), Err(Refusal::AlternateVoted { at: AT }));
        assert_eq!(may(false, Some(STRANGER), false), Err(Refusal::Voted));
        assert_eq!(may(false, None, true), Err(Refusal::Voted));
        assert_eq!(may(false, None, false), Ok(()));
        let alone = Occupancy { alternate: None, ..seat(false, None) };
        assert_eq!(may_mark(&alone, false), Err(Refusal::NoAlternate));
    }

    #[test]
    fn one_person_is_not_both() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        assert_eq!(may_fill(HOLDER, Some(HOLDER), day, None), Err(Refusal::SamePerson));
        assert_eq!(may_fill(HOLDER, None, day, day.pred_opt()), Err(Refusal::Backwards));
        assert_eq!(may_fill(HOLDER, Some(ALTERNATE), day, Some(day)), Ok(()));
    }

    #[test]
    fn terms_that_share_a_day_overlap() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 1, n).unwrap();
        let table = [
            ((day(1), Some(day(5))), (day(5), None), true),
            ((day(1), Some(day(4))), (day(5), None), false),
            ((day(9), None), (day(1), None), true),
            ((day(9), None), (day(1), Some(day(8))), false),
        ];
        for (one, other, expected) in table {
            assert_eq!(overlap(one, other), expected, "{one:?} {other:?}");
            assert_eq!(overlap(other, one), expected, "{other:?} {one:?}");
        }
    }
}
