//! Printed ballot papers: the letter of each option, and the order in which candidates stand on each
//! paper.
//!
//! A letter belongs to an option on every paper of a vote, so that tellers type letters whatever the
//! order is. In an election no candidate gains by standing on top: the orders are drawn by a seed that
//! anybody knows, and each candidate heads as many of them as any other.
//!
//! A paper bears no number, but an order that only one paper has would be as good as one: whoever saw
//! whose paper it was would find it among those that are counted. So in a secret vote there are few
//! orders, each for so many voters that it tells nobody's paper apart; in an open vote, where a paper
//! lies beside a number on the roll anyway, each paper has its own.

use super::{
    ballot::Secrecy,
    canonical,
    tally::{lot, method::Opt},
};

/// Fewest voters for each order of a secret vote.
pub const VOTERS_LEAST: usize = 5;

/// The letter of the option at a place from 0: `A` to `Z`, then `AA`.
#[must_use]
pub fn letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = Some(place);
    while let Some(place) = left {
        let sign = u8::try_from(place % 26).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(sign)));
        left = (place / 26).checked_sub(1);
    }
    letters.into_iter().rev().collect()
}

/// The place from 0 of the option with this letter, in whichever case.
#[must_use]
pub fn place(letters: &str) -> Option<usize> {
    let mut after: usize = 0;
    for sign in letters.bytes() {
        let sign = sign.to_ascii_uppercase();
        let worth = sign.checked_sub(b'A').filter(|worth| *worth < 26)?;
        after = after.checked_mul(26)?.checked_add(usize::from(worth))?.checked_add(1)?;
    }
    after.checked_sub(1)
}

/// What the orders of a vote are drawn with: the hash of its number and of the keys of its options,
/// which were drawn themselves, and stand in the record.
#[must_use]
pub fn seed(vote: i64, options: &[Opt]) -> String {
    let keys: Vec<&str> = options.iter().map(|option| option.key.as_str()).collect();
    canonical::hash_text(&format!("paper\n{vote}\n{}", keys.join("\n")))
}

/// How many orders there are for so many papers, printed for a roll of `entitled` voters.
#[must_use]
pub fn orders(secrecy: Secrecy, options: usize, (papers, entitled): (usize, usize)) -> usize {
    match secrecy {
        Secrecy::Open => papers,
        Secrecy::Secret => (entitled / VOTERS_LEAST).min(options),
    }
    .max(1)
}

/// The places of the options, from 0, in the order of one number, from 0: one after the other each
/// option stands on top, and the others below it by lot.
#[must_use]
pub fn order(seed: &str, options: &[Opt], number: usize) -> Vec<usize> {
    let keys = || options.iter().map(|option| option.key.as_str());
    let at = |key: &str| keys().position(|it| it == key);
    let heads = lot::order(seed, keys());
    let head = number.checked_rem(heads.len()).and_then(|turn| heads.get(turn).copied());
    let below = lot::order(&format!("{seed}\n{number}\n"), keys());
    let below = below.into_iter().filter(|key| Some(*key) != head);
    head.into_iter().chain(below).filter_map(at).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn options(n: usize) -> Vec<Opt> {
        let option = |n: usize| {
            let key = canonical::hash_text(&n.to_string());
            Opt { key, title: n.to_string(), cost: None }
        };
        (0..n).map(option).collect()
    }

    #[test]
    fn letters_are_read_as_they_are_written() {
        for (at, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")] {
            assert_eq!((letter(at).as_str(), place(letters)), (letters, Some(at)));
        }
        for at in 0..1_000 {
            assert_eq!(place(&letter(at).to_lowercase()), Some(at));
        }
        for none in ["", "1", "a1", "é", "-", "abcdefghijklmnopqrstuvwxyz"] {
            assert_eq!(place(none), None, "{none}");
        }
    }

    #[test]
    fn every_option_stands_on_every_paper_once_and_heads_as_many_as_any_other() {
        let options = options(5);
        let seed = seed(7, &options);
        let mut heads = Vec::new();
        for number in 0..20 {
            let mut order = order(&seed, &options, number);
            heads.push(order[0]);
            order.sort_unstable();
            assert_eq!(order, [0, 1, 2, 3, 4]);
        }
        assert!((0..5).all(|it| heads.iter().filter(|head| **head == it).count() == 4));
        assert_eq!(order(&seed, &options, 3), order(&seed, &options, 3));
        let all: BTreeSet<_> = (0..20).map(|number| order(&seed, &options, number)).collect();
        assert!(all.len() > 15, "{}", all.len());
        assert_ne!(seed, super::seed(8, &options));
        assert_eq!(order(&seed, &[], 3), Vec::<usize>::new());
    }

    #[test]
    fn in_a_secret_vote_no_order_is_for_fewer_than_five_voters() {
        let in_secret = |entitled| orders(Secrecy::Secret, 6, (500, entitled));
        assert_eq!([0, 4, 5, 9, 10, 29, 30, 1_000].map(in_secret), [1, 1, 1, 1, 2, 5, 6, 6]);
        assert_eq!(orders(Secrecy::Open, 6, (500, 10)), 500);
    }
}
