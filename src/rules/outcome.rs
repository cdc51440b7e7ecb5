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
        /// Tied, or too few took part: it is put to the vote once more.
        Postponed = "postponed",
        /// Tied, and the chair has still to decide.
        ChairDecides = "chair_decides",
        /// Nothing is decided yet: another round follows.
        NextRound = "next_round",
        /// The round is over, and what becomes of the objections is still open.
        ObjectionsStand = "objections_stand",
        /// There was no consent: a vote by majority follows.
        ToVote = "to_vote",
        /// There was no consent: not adopted.
        NoConsent = "no_consent",
    }
}

impl Outcome {
    /// Whether the proposal is adopted, or an option of it chosen.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(self, Self::Adopted | Self::Chosen)
    }

    /// Whether something has still to happen before this vote has a result.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::ChairDecides | Self::ObjectionsStand)
    }

    /// Whether the proposal comes back to be voted on again.
    #[must_use]
    pub const fn comes_back(self) -> bool {
        matches!(self, Self::Postponed | Self::NextRound | Self::ToVote)
    }
}
