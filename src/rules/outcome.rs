//! How a vote ended, in one word.

use super::word::words;

words! {
    /// How a vote ended.
    pub enum Outcome {
        Adopted = "adopted",
        Rejected = "rejected",
        /// As many for as against: not adopted.
        Tied = "tied",
        NoQuorum = "no_quorum",
        /// Nobody was for or against: not adopted.
        NoVotes = "no_votes",
        /// A majority, but not in a sector where the charter asks for one.
        SectorAgainst = "sector_against",
        /// One or more of several options were chosen.
        Chosen = "chosen",
        /// None of several options was chosen: all stays as it is.
        NoneChosen = "none_chosen",
    }
}

impl Outcome {
    /// Whether the proposal is adopted, or an option of it chosen.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(self, Self::Adopted | Self::Chosen)
    }
}
