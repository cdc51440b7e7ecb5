//! Who of the tellers may sign the record of a vote: somebody who was teller when it closed, and who
//! didn't stand herself (compare the usual clause of statutes: two tellers, not candidates).

use chrono::{DateTime, Utc};

use super::{vote, word::words};
use crate::ids::MemberId;

words! {
    /// How a teller made her signature, as far as the server knows.
    pub enum Way {
        /// She typed her signing code into the page: the server made the signature, and could have
        /// kept the code.
        Typed = "typed",
        /// She made it elsewhere and handed it in.
        HandedIn = "handed_in",
    }
}

/// A time during which somebody was teller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub since: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

/// Why a record isn't signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there is no result to sign yet")]
    NoResult,
    #[error("not teller when the vote was closed at {closed_at}")]
    NotInOffice { closed_at: DateTime<Utc> },
    #[error("stood in this vote")]
    Stood,
    #[error("no option has the name of this teller, or she stands herself")]
    NotByName,
    #[error(transparent)]
    Vote(#[from] vote::Refusal),
    #[error("has no signing key")]
    NoKey,
    #[error("the signing code is mistyped")]
    Mistyped,
    #[error("the signing code is of another key")]
    AnotherKey,
    #[error("the signature is not of her key over this record")]
    AnotherRecord,
    #[error("neither a code nor a signature was given")]
    Nothing,
}

/// Lets a teller sign the record of a vote that was closed at `closed_at`.
///
/// # Errors
/// [`Refusal::NotInOffice`] or [`Refusal::Stood`].
pub fn may_sign(closed_at: DateTime<Utc>, terms: &[Term], has_stood: bool) -> Result<(), Refusal> {
    let was_in_office = |term: &Term| {
        term.since <= closed_at && term.ended_at.is_none_or(|ended| ended > closed_at)
    };
    if !terms.iter().any(was_in_office) {
        return Err(Refusal::NotInOffice { closed_at });
    }
    if has_stood { Err(Refusal::Stood) } else { Ok(()) }
}

/// How a teller stands in a vote herself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stood {
    /// She is a candidate.
    Herself,
    /// An option bears her name, and it isn't known who that is.
    ByName,
}

/// Whether a teller stands in a vote herself: she is one of the candidates, where it is known who they
/// are; where options were typed freely, one of them bears her name. Where several have one name, each
/// has a number behind it.
pub fn stood<'a>(
    (teller, name): (MemberId, &str),
    options: impl Iterator<Item = (Option<MemberId>, &'a str)>,
) -> Option<Stood> {
    let name = name.trim().to_lowercase();
    let is_called_so = |option: &str| {
        let option = option.trim().to_lowercase();
        let behind = option.strip_prefix(&name);
        behind.is_some_and(|it| it.is_empty() || it.starts_with(" (") && it.ends_with(')'))
    };
    let mut by_name = None;
    for (member, option) in options {
        match member {
            Some(member) if member == teller => return Some(Stood::Herself),
            None if is_called_so(option) => by_name = Some(Stood::ByName),
            _ => {}
        }
    }
    by_name
}

/// Whether the secretary may declare that a teller only bears the name of an option: while the vote is
/// open or waits to be counted, so that it stands in the record.
///
/// # Errors
/// The vote isn't at that stage, or it is not for her name alone that she is refused.
pub fn is_namesake(stage: vote::Stage, stood: Option<Stood>) -> Result<(), Refusal> {
    if !matches!(stage, vote::Stage::Open | vote::Stage::Closed) {
        return Err(vote::Refusal::NotNow { stage, step: vote::Step::Count }.into());
    }
    if stood == Some(Stood::ByName) { Ok(()) } else { Err(Refusal::NotByName) }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_was_teller_at_the_close_signs_unless_she_stood() {
        let closed_at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(9);
        let (early, late) = (closed_at - TimeDelta::days(1), closed_at + TimeDelta::days(1));
        let term = |since, ended_at| [Term { since, ended_at }];
        let tess = (MemberId(Uuid::from_u128(1)), "Tess");
        let may = |terms: &[Term], options: &[&str]| {
            let stood = stood(tess, options.iter().map(|title| (None, *title)));
            may_sign(closed_at, terms, stood.is_some())
        };
        assert_eq!(may(&term(early, None), &[]), Ok(()));
        assert_eq!(may(&term(closed_at, Some(late)), &["A bench"]), Ok(()));
        for terms in [&term(late, None)[..], &term(early, Some(closed_at)), &[]] {
            assert_eq!(may(terms, &[]), Err(Refusal::NotInOffice { closed_at }));
        }
        for hers in [" tess ", "Tess (2)"] {
            assert_eq!(may(&term(early, None), &["Alice", hers]), Err(Refusal::Stood));
        }
        assert_eq!(may(&term(early, None), &["Tessa", "Tess and Alice"]), Ok(()));
    }

    #[test]
    fn where_it_is_known_who_stands_a_namesake_counts_and_a_candidate_under_any_name_does_not() {
        let (tess, other) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        let stood = |member, title| stood((tess, "Tess"), [(Some(member), title)].into_iter());
        assert_eq!(stood(other, "Tess"), None);
        for name in ["Tess (2)", "Theresa"] {
            assert_eq!(stood(tess, name), Some(Stood::Herself));
        }
    }

    #[test]
    fn only_a_name_is_cleared_and_only_until_the_count() {
        for stage in [vote::Stage::Open, vote::Stage::Closed] {
            assert_eq!(is_namesake(stage, Some(Stood::ByName)), Ok(()));
            assert_eq!(is_namesake(stage, Some(Stood::Herself)), Err(Refusal::NotByName));
            assert_eq!(is_namesake(stage, None), Err(Refusal::NotByName));
        }
        for stage in [vote::Stage::Prepared, vote::Stage::Published] {
            let refused = is_namesake(stage, Some(Stood::ByName));
            assert!(matches!(refused, Err(Refusal::Vote(_))));
        }
    }
}
