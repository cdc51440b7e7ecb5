//! What somebody is in the neighbourhood. One person may be several things at once.

use super::word::words;

words! {
    /// A capacity in which somebody acts.
    pub enum Role {
        /// Anybody, not signed in.
        Visitor = "visitor",
        /// A member on the roll.
        Resident = "resident",
        /// Holds a seat in the council.
        Holder = "holder",
        /// Stands in for a holder who is absent.
        Alternate = "alternate",
        Chair = "chair",
        Secretary = "secretary",
        Teller = "teller",
        /// Keeps in touch with people who are hard to reach (*verbinder*).
        Connector = "connector",
        /// Keeps the server; holds no power over content or votes.
        Administrator = "administrator",
    }
}

impl Role {
    /// Offices that somebody is appointed to; the other roles follow from the roll and the seats.
    pub const OFFICES: &'static [Self] =
        &[Self::Chair, Self::Secretary, Self::Teller, Self::Connector, Self::Administrator];
}
