//! The only place that draws random numbers, from the operating system's generator.

use aws_lc_rs::rand;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

use crate::rules::code::{self, Code};

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

/// A voting code. Numbers of 248 and more are drawn again, so that every sign is as likely.
#[must_use]
pub fn code() -> Code {
    let mut numbers = [0; code::LENGTH - 1];
    for number in &mut numbers {
        *number = loop {
            let [drawn] = bytes::<1>();
            if drawn < 248 {
                break drawn;
            }
        };
    }
    Code::from_chance(numbers)
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
