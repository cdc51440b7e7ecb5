//! Comments under a proposal: one answer deep, hidden only with a reason.

use super::wording;

/// Why a comment is not placed or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
    #[error("an answer is given to a comment, not to an answer")]
    TooDeep,
    #[error("this comment was hidden")]
    Hidden,
    #[error("this comment is not hidden")]
    NotHidden,
}

/// Checks an answer's place: under a comment that is no answer itself and that isn't hidden.
///
/// # Errors
/// [`Refusal::TooDeep`] or [`Refusal::Hidden`].
pub const fn may_answer(parent_is_answer: bool, parent_is_hidden: bool) -> Result<(), Refusal> {
    if parent_is_answer {
        return Err(Refusal::TooDeep);
    }
    if parent_is_hidden {
        return Err(Refusal::Hidden);
    }
    Ok(())
}

/// Checks the text of a comment.
///
/// # Errors
/// Too short or too long.
pub fn check(text: &str) -> Result<(), Refusal> {
    Ok(wording::check(wording::Field::Comment, text)?)
}

/// Checks that a comment is hidden with a reason, once.
///
/// # Errors
/// [`Refusal::Hidden`] or a reason that is missing.
pub fn may_hide(is_hidden: bool, reason: &str) -> Result<(), Refusal> {
    if is_hidden {
        return Err(Refusal::Hidden);
    }
    Ok(wording::check(wording::Field::Reason, reason)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_one_deep() {
        assert_eq!(may_answer(false, false), Ok(()));
        assert_eq!(may_answer(true, false), Err(Refusal::TooDeep));
        assert_eq!(may_answer(false, true), Err(Refusal::Hidden));
    }

    #[test]
    fn nothing_is_hidden_without_a_reason() {
        assert!(may_hide(false, "").is_err());
        assert_eq!(may_hide(true, "Scheldwoorden"), Err(Refusal::Hidden));
        assert_eq!(may_hide(false, "Scheldwoorden"), Ok(()));
    }
}
