//! Sectors (*geledingen*) of the council, and the seats they have.

use super::word::words;
use super::wording::{self, Field};

words! {
    /// The sectors a neighbourhood begins with; it may add its own.
    pub enum Usual {
        Residents = "residents",
        Organisations = "organisations",
        Institutions = "institutions",
        Government = "government",
        Business = "business",
        Research = "research",
    }
}

impl Usual {
    /// Seats that a sector has unless the neighbourhood sets another number. Residents have more
    /// than half of the thirteen.
    #[must_use]
    pub const fn seats(self) -> u32 {
        match self {
            Self::Residents => 7,
            Self::Organisations => 2,
            Self::Institutions | Self::Government | Self::Business | Self::Research => 1,
        }
    }
}

/// Why sectors can't be arranged so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{0} seats in one sector are too many")]
    TooMany(u32),
    #[error("not a key: {0}")]
    Key(String),
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
    #[error("{taken} seats of this sector are taken")]
    SeatsTaken { taken: u32 },
    #[error("there is a sector of this name")]
    Exists,
}

/// Most seats in one sector.
pub const SEATS_MOST: u32 = 99;

/// Checks a sector that somebody adds or changes.
///
/// # Errors
/// The first fault.
pub fn check(key: &str, name: Option<&str>, seats: u32) -> Result<(), Refusal> {
    let is_key = !key.is_empty()
        && key.len() <= 40
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !is_key {
        return Err(Refusal::Key(key.to_owned()));
    }
    if let Some(name) = name {
        wording::check(Field::SectorName, name)?;
    }
    if seats > SEATS_MOST {
        return Err(Refusal::TooMany(seats));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residents_have_more_than_half_of_the_seats() {
        let all: u32 = Usual::ALL.iter().map(|sector| sector.seats()).sum();
        assert!(Usual::Residents.seats() * 2 > all);
    }

    #[test]
    fn a_key_is_plain_and_seats_are_bounded() {
        assert_eq!(check("residents", None, 7), Ok(()));
        assert!(check("Bewoners!", None, 7).is_err());
        assert_eq!(check("residents", None, 100), Err(Refusal::TooMany(100)));
    }
}
