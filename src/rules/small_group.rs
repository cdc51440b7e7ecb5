//! Small groups in secret votes: the fewer took part, the more the numbers tell who voted what.
//!
//! The ballots are the recount, so numbers can't be left out of a record without ending that. When
//! fewer cast a ballot than the charter's smallest group, the record is made whole as always, and its
//! hash is published; the record itself and its numbers are given to the secretary and the tellers
//! only, who count again and sign it. Everybody hears the outcome, since something was decided. To
//! refuse such votes beforehand would not do instead: nobody knows the turnout then, and a council of
//! four must be able to elect its chair in secret.

use super::ballot::Secrecy;

/// The smallest group, unless the charter sets another.
pub const USUAL: u32 = 5;

/// Whether the numbers of a vote with so many ballots stay with the tellers. No ballot hides nobody.
#[must_use]
pub fn is_withheld(secrecy: Secrecy, ballots: usize, smallest: u32) -> bool {
    secrecy == Secrecy::Secret && ballots > 0 && is_below(ballots, smallest)
}

/// Whether so few may vote that everybody is warned beforehand.
#[must_use]
pub fn is_warned_of(secrecy: Secrecy, entitled: usize, smallest: u32) -> bool {
    secrecy == Secrecy::Secret && is_below(entitled, smallest)
}

fn is_below(people: usize, smallest: u32) -> bool {
    u32::try_from(people).is_ok_and(|people| people < smallest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_fewer_than_the_smallest_group_are_withheld_in_secret_votes_only() {
        let withheld = |secrecy, ballots| is_withheld(secrecy, ballots, USUAL);
        assert!(withheld(Secrecy::Secret, 1) && withheld(Secrecy::Secret, 4));
        assert!(!withheld(Secrecy::Secret, 5) && !withheld(Secrecy::Secret, 0));
        assert!(!withheld(Secrecy::Open, 1) && !is_withheld(Secrecy::Secret, 1, 1));
    }

    #[test]
    fn a_roll_that_is_smaller_than_that_is_warned_of() {
        assert!(is_warned_of(Secrecy::Secret, 4, USUAL) && is_warned_of(Secrecy::Secret, 0, USUAL));
        assert!(!is_warned_of(Secrecy::Secret, 5, USUAL) && !is_warned_of(Secrecy::Open, 1, USUAL));
    }
}
