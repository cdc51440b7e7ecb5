//! What stands on a ballot of the `majority` method.

use super::word::words;

words! {
    /// A voter's answer. An abstention counts for the quorum and for neither side.
    pub enum Choice {
        For = "for",
        Against = "against",
        Abstain = "abstain",
    }
}

words! {
    /// How a ballot came in.
    pub enum Channel {
        Web = "web",
    }
}

words! {
    /// Who decides.
    pub enum BodyKind {
        /// Everybody on the roll: one member, one ballot.
        Assembly = "assembly",
        /// The seats: one seat, one ballot.
        Council = "council",
    }
}
