//! Who of the tellers may sign the record of a vote: somebody who was teller when it closed, and who
//! didn't stand herself (compare the usual clause of statutes: two tellers, not candidates).

use chrono::{DateTime, Utc};

use super::word::words;

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

/// Lets a teller sign the record of a vote that was closed at `closed_at`. Whether she stood is known
/// by her name among the options; where several have one name, each with a number behind it.
///
/// # Errors
/// [`Refusal::NotInOffice`] or [`Refusal::Stood`].
pub fn may_sign<'a>(
    closed_at: DateTime<Utc>,
    terms: &[Term],
    name: &str,
    options: impl Iterator<Item = &'a str>,
) -> Result<(), Refusal> {
    let was_in_office = |term: &Term| {
        term.since <= closed_at && term.ended_at.is_none_or(|ended| ended > closed_at)
    };
    if !terms.iter().any(was_in_office) {
        return Err(Refusal::NotInOffice { closed_at });
    }
    if stood(name, options) { Err(Refusal::Stood) } else { Ok(()) }
}

/// Whether a teller stands in a vote herself: by her name among the options.
pub fn stood<'a>(name: &str, mut options: impl Iterator<Item = &'a str>) -> bool {
    let name = name.trim().to_lowercase();
    let is_hers = |option: &str| {
        let option = option.trim().to_lowercase();
        let behind = option.strip_prefix(&name);
        behind.is_some_and(|it| it.is_empty() || it.starts_with(" (") && it.ends_with(')'))
    };
    options.any(is_hers)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn who_was_teller_at_the_close_signs_unless_she_stood() {
        let closed_at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(9);
        let (early, late) = (closed_at - TimeDelta::days(1), closed_at + TimeDelta::days(1));
        let term = |since, ended_at| [Term { since, ended_at }];
        let may = |terms: &[Term], options: &[&str]| {
            may_sign(closed_at, terms, "Tess", options.iter().copied())
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
}
