//! The only place that draws random numbers, from the operating system's generator.

use aws_lc_rs::rand;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

use crate::rules::{code::Code, signing_code::SigningCode};

/// Random bytes.
///
/// # Panics
/// When the operating system has no randomness to give: nothing here is safe then.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no key, code or link is safe")]
    rand::fill(&mut bytes).expect("the operating system gives random numbers");
    bytes
}

/// A token of 256 bits for cookies and links, in letters that fit a URL.
#[must_use]
pub fn token() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// A voting code, each sign as likely.
#[must_use]
pub fn code() -> Code {
    Code::from_chance(even())
}

/// The code of a teller's signing key, drawn in the same way.
#[must_use]
pub fn signing_code() -> SigningCode {
    SigningCode::from_chance(even())
}

/// Numbers below 248, as many of them for each of 31 signs; larger ones are drawn again.
fn even<const N: usize>() -> [u8; N] {
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = loop {
            let [drawn] = bytes::<1>();
            if drawn < 248 {
                break drawn;
            }
        };
    }
    numbers
}

/// Puts things in a random order (Fisher and Yates).
pub fn shuffle<T>(things: &mut [T]) {
    for last in (1..things.len()).rev() {
        things.swap(last, below(last + 1));
    }
}

/// A number below `bound`, each as likely.
fn below(bound: usize) -> usize {
    let bound = bound as u64;
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = u64::from_le_bytes(bytes());
        if drawn < fair {
            return usize::try_from(drawn % bound).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_everything() {
        let mut things: Vec<u32> = (0..100).collect();
        shuffle(&mut things);
        assert_ne!(things, (0..100).collect::<Vec<_>>());
        things.sort_unstable();
        assert_eq!(things, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn tokens_and_codes_differ() {
        assert_ne!(token(), token());
        assert!(code() != code());
    }
}
