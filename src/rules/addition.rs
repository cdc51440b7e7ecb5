//! Who may still be put on the roll of a vote that is open: somebody who was left out of it wrongly.
//!
//! Source: the charter, and art. 2:38 BW: every member has a vote. The roll that was announced doesn't
//! change by it: who is added stands at its end, with a public reason.

/// Somebody who was left out, as far as the rule goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// A member, in a vote of the assembly.
    Member { is_listed: bool, is_of_age: bool },
    /// A seat, in a vote of the council.
    Seat { is_filled: bool },
}

/// Why she isn't added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("stands on the roll of this vote already")]
    OnTheRoll,
    #[error("is no member now")]
    NotListed,
    #[error("is not old enough to vote")]
    NotOfAge,
    #[error("nobody holds this seat")]
    Vacant,
}

/// Whether somebody may be added to the roll.
///
/// # Errors
/// The first fault.
pub const fn may_add(candidate: Candidate, is_on_the_roll: bool) -> Result<(), Refusal> {
    match candidate {
        _ if is_on_the_roll => Err(Refusal::OnTheRoll),
        Candidate::Member { is_listed: false, .. } => Err(Refusal::NotListed),
        Candidate::Member { is_of_age: false, .. } => Err(Refusal::NotOfAge),
        Candidate::Seat { is_filled: false } => Err(Refusal::Vacant),
        Candidate::Member { .. } | Candidate::Seat { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_would_have_been_on_the_roll_is_added_once() {
        let member = |is_listed, is_of_age| Candidate::Member { is_listed, is_of_age };
        let seat = |is_filled| Candidate::Seat { is_filled };
        assert_eq!(may_add(member(true, true), false), Ok(()));
        assert_eq!(may_add(member(true, true), true), Err(Refusal::OnTheRoll));
        assert_eq!(may_add(member(false, true), false), Err(Refusal::NotListed));
        assert_eq!(may_add(member(true, false), false), Err(Refusal::NotOfAge));
        assert_eq!(may_add(seat(true), false), Ok(()));
        assert_eq!(may_add(seat(true), true), Err(Refusal::OnTheRoll));
        assert_eq!(may_add(seat(false), false), Err(Refusal::Vacant));
    }
}
