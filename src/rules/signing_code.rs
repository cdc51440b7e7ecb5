//! The code of a teller's signing key: 28 signs in seven groups, without look-alikes, the last one a
//! check. Twenty-seven random signs out of 31 are 133 bits, so the key can be made of the code alone,
//! and nobody who has the public half finds the code by trying.

use super::{
    code::{self, Refusal},
    digest::Digest,
};

/// The length of a signing code in signs, the check included.
pub const LENGTH: usize = 28;

/// What stands before a code when a key is made of it.
const PURPOSE: &[u8] = b"translokaal teller key 1\n";

/// A signing code that is well formed: upper case, without separators, with a right check sign.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningCode(String);

impl SigningCode {
    /// Makes a code from random numbers; each is taken modulo 31, so hand in numbers below 248 for an
    /// even chance of each sign.
    #[must_use]
    pub fn from_chance(numbers: [u8; LENGTH - 1]) -> Self {
        Self(code::from_numbers(&numbers))
    }

    /// Reads what somebody typed: case, spaces and dashes don't matter.
    ///
    /// # Errors
    /// [`Refusal::WrongLength`], [`Refusal::WrongSign`] or [`Refusal::Mistyped`].
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        code::signs(typed, LENGTH).map(Self)
    }

    /// The code as it is shown: `K7QX-M2PA-…`.
    #[must_use]
    pub fn printed(&self) -> String {
        code::in_groups(&self.0)
    }

    /// The private half of the Ed25519 key (RFC 8032 §5.1.5) that belongs to the code.
    #[must_use]
    pub fn seed(&self) -> [u8; 32] {
        *Digest::of(&[PURPOSE, self.0.as_bytes()]).bytes()
    }
}

/// Never shows the code.
impl std::fmt::Debug for SigningCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_and_one_wrong_sign_is_noticed(
            numbers in any::<[u8; LENGTH - 1]>(), at in 0..LENGTH, other in 0_usize..31,
        ) {
            let it = SigningCode::from_chance(numbers);
            prop_assert_eq!(SigningCode::read(&it.printed().to_lowercase()), Ok(it.clone()));
            let mut signs: Vec<char> = it.0.chars().collect();
            let wrong = char::from(code::SIGNS[other]);
            prop_assume!(signs[at] != wrong);
            signs[at] = wrong;
            let typed: String = signs.into_iter().collect();
            prop_assert_eq!(SigningCode::read(&typed), Err(Refusal::Mistyped));
        }
    }

    #[test]
    fn a_code_has_seven_groups_and_always_gives_the_same_key() {
        let it = SigningCode::from_chance([7; LENGTH - 1]);
        assert_eq!(it.printed().len(), 34);
        assert_eq!(it.seed(), SigningCode::from_chance([7; LENGTH - 1]).seed());
        assert_ne!(it.seed(), SigningCode::from_chance([8; LENGTH - 1]).seed());
        assert_eq!(SigningCode::read("K7QX-M2PA-9RTW"), Err(Refusal::WrongLength));
        assert_eq!(format!("{it:?}"), "SigningCode(…)");
    }
}
