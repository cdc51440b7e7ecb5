//! Voting codes: twelve signs in three groups, without look-alikes, the last one a check.
//!
//! Eleven random signs out of 31 are 54 bits: with the limits of [`super::throttle`] nobody
//! guesses one, and it is still typed from paper in half a minute.

use chrono::{DateTime, Utc};

/// The signs of a code: no 0 or O, no 1, I or L.
pub const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The length of a code in signs, the check included.
pub const LENGTH: usize = 12;

/// A code that is well formed: upper case, without separators, with a right check sign.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// Why a code doesn't let somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("too few or too many signs")]
    WrongLength,
    #[error("a code has no such sign")]
    WrongSign,
    #[error("mistyped: the check sign doesn't fit")]
    Mistyped,
    #[error("no such code")]
    Unknown,
    #[error("the code was valid until {until}")]
    Expired { until: DateTime<Utc> },
    #[error("a new code was given out on {at}")]
    Replaced { at: DateTime<Utc> },
}

impl Code {
    /// Makes a code from eleven random numbers; each is taken modulo 31, so hand in numbers below
    /// 248 for an even chance of each sign.
    #[must_use]
    pub fn from_chance(numbers: [u8; LENGTH - 1]) -> Self {
        Self(from_numbers(&numbers))
    }

    /// Reads what somebody typed or scanned: case, spaces and dashes don't matter.
    ///
    /// # Errors
    /// [`Refusal::WrongLength`], [`Refusal::WrongSign`] or [`Refusal::Mistyped`].
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        signs(typed, LENGTH).map(Self)
    }

    /// The twelve signs without separators: what is hashed and what stands in the QR code.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// The code as printed: `K7QX-M2PA-9RTW`.
    #[must_use]
    pub fn printed(&self) -> String {
        in_groups(&self.0)
    }
}

/// Never shows the code: logs hold no codes.
impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Whether a code that was found still lets somebody in at `now`.
///
/// # Errors
/// [`Refusal::Replaced`] or [`Refusal::Expired`], with the moment.
pub fn check(
    now: DateTime<Utc>,
    valid_until: DateTime<Utc>,
    replaced_at: Option<DateTime<Utc>>,
) -> Result<(), Refusal> {
    if let Some(at) = replaced_at {
        return Err(Refusal::Replaced { at });
    }
    if now >= valid_until {
        return Err(Refusal::Expired { until: valid_until });
    }
    Ok(())
}

/// Signs for random numbers, and the check sign behind them.
pub(super) fn from_numbers(numbers: &[u8]) -> String {
    let count = u8::try_from(SIGNS.len()).unwrap_or(u8::MAX);
    let places = numbers.iter().map(|number| number.checked_rem(count).unwrap_or_default());
    let mut text: String = places.map(|place| sign(usize::from(place))).collect();
    text.push(check_sign(&text));
    text
}

/// The signs that somebody typed, if there are `length` of them and the check sign fits. Thirty at
/// most: beyond that the check would not notice every wrong sign.
pub(super) fn signs(typed: &str, length: usize) -> Result<String, Refusal> {
    let text: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '_'))
        .flat_map(char::to_uppercase)
        .collect();
    if text.chars().count() != length {
        return Err(Refusal::WrongLength);
    }
    if text.chars().any(|c| place(c).is_none()) {
        return Err(Refusal::WrongSign);
    }
    let body: String = text.chars().take(length.saturating_sub(1)).collect();
    if !text.ends_with(check_sign(&body)) {
        return Err(Refusal::Mistyped);
    }
    Ok(text)
}

/// Signs in groups of four.
pub(super) fn in_groups(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn sign(place: usize) -> char {
    SIGNS.get(place).copied().map_or('?', char::from)
}

fn place(c: char) -> Option<usize> {
    SIGNS.iter().position(|sign| char::from(*sign) == c)
}

/// Weighted sum modulo the prime 31: finds every single wrong sign and every swap of neighbours.
fn check_sign(body: &str) -> char {
    let sum =
        body.chars().filter_map(place).enumerate().fold(0_usize, |sum, (i, at)| {
            sum.saturating_add(i.saturating_add(2).saturating_mul(at))
        });
    sign(sum.checked_rem(SIGNS.len()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_code() -> impl Strategy<Value = Code> {
        any::<[u8; LENGTH - 1]>().prop_map(Code::from_chance)
    }

    proptest! {
        #[test]
        fn what_is_printed_can_be_typed(code in any_code()) {
            prop_assert_eq!(Code::read(&code.printed().to_lowercase()), Ok(code.clone()));
            prop_assert_eq!(Code::read(&code.printed().replace('-', " ")), Ok(code));
        }

        #[test]
        fn one_wrong_sign_is_noticed(code in any_code(), at in 0..LENGTH, other in 0_usize..31) {
            let mut signs: Vec<char> = code.plain().chars().collect();
            let wrong = sign(other);
            prop_assume!(signs[at] != wrong);
            signs[at] = wrong;
            let typed: String = signs.into_iter().collect();
            prop_assert_eq!(Code::read(&typed), Err(Refusal::Mistyped));
        }

        #[test]
        fn swapped_neighbours_are_noticed(code in any_code(), at in 0..LENGTH - 2) {
            let mut signs: Vec<char> = code.plain().chars().collect();
            prop_assume!(signs[at] != signs[at + 1]);
            signs.swap(at, at + 1);
            let typed: String = signs.into_iter().collect();
            prop_assert_eq!(Code::read(&typed), Err(Refusal::Mistyped));
        }
    }

    #[test]
    fn look_alikes_are_no_signs() {
        for c in "01OIL".chars() {
            assert!(!SIGNS.contains(&u8::try_from(c).unwrap()), "{c}");
        }
        assert_eq!(Code::read("0000-0000-0000"), Err(Refusal::WrongSign));
        assert_eq!(Code::read("2222"), Err(Refusal::WrongLength));
    }
}
