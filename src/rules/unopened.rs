//! Why the clock could not open a vote. Whoever reads it later may speak another language than the
//! server, so a word is kept in the place of a reason, and the page phrases it.

use super::word::words;

words! {
    /// Why.
    pub enum Unopened {
        /// Its time was over already: the server was down all the while.
        Late = "late",
        /// The proposal is not up for a vote any more.
        Proposal = "proposal",
        /// Nobody may vote.
        Nobody = "nobody",
        /// What stands on the paper can't be voted on, as with too few candidates.
        Paper = "paper",
        /// The text was not there for long enough.
        Reading = "reading",
        Other = "other",
    }
}

/// What stands before the word.
const SIGN: &str = "unopened:";

impl Unopened {
    /// What is kept in the place of a reason.
    #[must_use]
    pub fn kept(self) -> String {
        format!("{SIGN}{self}")
    }

    /// Reads what was kept; nothing for a reason that somebody wrote.
    #[must_use]
    pub fn read(reason: &str) -> Option<Self> {
        reason.strip_prefix(SIGN)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::wording::{self, Field};

    #[test]
    fn what_is_kept_is_read_again_and_is_no_reason_of_a_person() {
        for why in Unopened::ALL {
            assert_eq!(Unopened::read(&why.kept()), Some(*why));
            assert_eq!(wording::check(Field::Reason, &why.kept()), Ok(()));
        }
        for reason in ["Het voorstel is ingetrokken.", "late", "unopened:", "unopened:soon"] {
            assert_eq!(Unopened::read(reason), None);
        }
    }
}
