//! Votes that are shared out in fractions: exact decimals with a fixed number of places, as the
//! statutes prescribe them. Written as text ("927.98248"), so that every reader keeps every digit.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A decimal with `PLACES` digits after the point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed<const PLACES: usize> {
    /// In units of the last place.
    pub units: u128,
}

/// A text that is no such decimal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no number with {1} decimal places: {0}")]
pub struct NoDecimal(String, usize);

impl<const PLACES: usize> Fixed<PLACES> {
    /// One, in units.
    pub const ONE: u128 = {
        let mut one: u128 = 1;
        let mut place = 0_usize;
        while place < PLACES {
            one = one.saturating_mul(10);
            place = place.saturating_add(1);
        }
        one
    };

    /// So many units of the last place.
    #[must_use]
    pub const fn of_units(units: u128) -> Self {
        Self { units }
    }
}

impl<const PLACES: usize> fmt::Display for Fixed<PLACES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.units.checked_div(Self::ONE).unwrap_or_default();
        let part = self.units.checked_rem(Self::ONE).unwrap_or_default();
        write!(f, "{whole}.{part:0PLACES$}")
    }
}

impl<const PLACES: usize> FromStr for Fixed<PLACES> {
    type Err = NoDecimal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let no = || NoDecimal(text.to_owned(), PLACES);
        let (whole, part) = text.split_once('.').ok_or_else(no)?;
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() != PLACES {
            return Err(no());
        }
        let units = format!("{whole}{part}").parse().map_err(|_| no())?;
        Ok(Self { units })
    }
}

impl<const PLACES: usize> Serialize for Fixed<PLACES> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const PLACES: usize> Deserialize<'de> for Fixed<PLACES> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_written_with_all_its_places_and_read_back() {
        for (units, text) in [(0, "0.00000"), (1, "0.00001"), (92_798_248, "927.98248")] {
            let it = Fixed::<5>::of_units(units);
            assert_eq!(it.to_string(), text);
            assert_eq!(text.parse(), Ok(it));
            let json = serde_json::to_string(&it).unwrap();
            assert_eq!(serde_json::from_str::<Fixed<5>>(&json).unwrap(), it);
        }
    }

    #[test]
    fn another_number_of_places_is_refused() {
        for text in ["1", "1.0", "1.000000", "-1.00000", "1.0000x", ".00000", "+1.00000"] {
            assert!(text.parse::<Fixed<5>>().is_err(), "{text}");
        }
    }
}
