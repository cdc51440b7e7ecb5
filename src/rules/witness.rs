//! What a neighbourhood that keeps the heads of another one checks before it co-signs a new one.

use std::collections::BTreeSet;

use url::Url;

use super::{
    endorsement::{PublicKey, Purpose},
    head::{Head, Key, Published, Signed},
    jurisdiction::same_origin,
};

/// The head that was kept last, and the key that signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub head: Head,
    pub key: PublicKey,
}

/// What is wrong with what a neighbourhood shows of its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("its head of {size} lines is not signed by its key")]
    Unsigned { size: u64 },
    #[error("its head of {size} lines is of another neighbourhood")]
    Another { size: u64 },
    #[error("it signs with a key that the key before did not vouch for")]
    StrangeKey,
    #[error("of {size} lines it now shows others than it signed before")]
    Rewritten { size: u64 },
    #[error("it does not show its head of {size} lines any more")]
    Gone { size: u64 },
    #[error("its {size} lines do not go on from those before")]
    Broken { size: u64 },
}

impl Fault {
    /// The word for it, in tables and pages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unsigned { .. } => "unsigned",
            Self::Another { .. } => "another",
            Self::StrangeKey => "strange_key",
            Self::Rewritten { .. } => "rewritten",
            Self::Gone { .. } => "gone",
            Self::Broken { .. } => "broken",
        }
    }
}

/// Judges a list of heads that begins with the one kept before. Gives the newest of them, or nothing
/// when there is none at all.
///
/// # Errors
/// [`Fault`].
pub fn judge<'a>(
    neighbourhood: &Url,
    kept: Option<&Kept>,
    shown: &'a Published,
) -> Result<Option<&'a Signed>, Fault> {
    let trusted = trusted(kept.map(|it| it.key), &shown.keys);
    for it in &shown.heads {
        let size = it.head.size;
        if !same_origin(&it.head.neighbourhood, neighbourhood) {
            return Err(Fault::Another { size });
        }
        if !it.is_signed() {
            return Err(Fault::Unsigned { size });
        }
        if !trusted.contains(&it.endorsement.key) {
            return Err(Fault::StrangeKey);
        }
    }
    if let Some(kept) = kept {
        let size = kept.head.size;
        let first = shown.heads.first().filter(|it| it.head.size == size);
        let first = first.ok_or(Fault::Gone { size })?;
        if first.head.root != kept.head.root || first.head.chain != kept.head.chain {
            return Err(Fault::Rewritten { size });
        }
    }
    let pairs = shown.heads.iter().zip(shown.heads.iter().skip(1));
    let broken = pairs.into_iter().find(|(before, it)| !it.continues(&before.head));
    match broken {
        Some((_, it)) => Err(Fault::Broken { size: it.head.size }),
        None => Ok(shown.heads.last()),
    }
}

/// The keys that may sign: the known one and whatever was vouched for from there on; for somebody
/// who is seen for the first time, all that it lists.
fn trusted(known: Option<PublicKey>, listed: &[Key]) -> BTreeSet<PublicKey> {
    let Some(known) = known else { return listed.iter().map(|it| it.made.key).collect() };
    let mut trusted = BTreeSet::from([known]);
    for it in listed {
        let vouched = it
            .vouched
            .is_some_and(|by| trusted.contains(&by.key) && by.covers(Purpose::Key, &it.made));
        if vouched {
            trusted.insert(it.made.key);
        }
    }
    trusted
}

#[cfg(test)]
pub mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::rules::{
        chain::{self, End},
        digest::Digest,
        endorsement::tests::endorse,
        head::Made,
        merkle::Frontier,
    };

    /// Where the neighbourhood of these tests is.
    pub fn home() -> Url {
        Url::parse("https://alpha.example/").unwrap()
    }

    fn hashes(lines: u8) -> Vec<Digest> {
        chain::follow(End::default(), &chain::tests::chain(lines)).unwrap().1
    }

    fn key(seed: u8, vouched: Option<u8>) -> Key {
        let made = Made { key: endorse(seed, Purpose::Key, &0).key, from: DateTime::UNIX_EPOCH };
        let vouched = vouched.map(|by| endorse(by, Purpose::Key, &made));
        Key { made, until: None, vouched }
    }

    /// Heads of these sizes over these entries.
    pub fn shown(hashes: &[Digest], sizes: &[usize], seed: u8) -> Published {
        let mut frontier = Frontier::default();
        let mut heads = Vec::new();
        for size in sizes {
            let from = usize::try_from(frontier.size()).unwrap();
            let new = &hashes[from..*size];
            let proof = match frontier.extended(new) {
                Some((longer, proof)) => {
                    frontier = longer;
                    proof
                }
                None => {
                    new.iter().for_each(|it| frontier.push(*it));
                    Vec::new()
                }
            };
            let head = Head {
                neighbourhood: home(),
                size: frontier.size(),
                root: frontier.root(),
                chain: hashes[size - 1],
                at: DateTime::<Utc>::UNIX_EPOCH,
            };
            let endorsement = endorse(seed, Purpose::Head, &head);
            heads.push(Signed { head, endorsement, proof });
        }
        Published { keys: vec![key(seed, None)], heads, more: false }
    }

    fn kept(it: &Signed) -> Kept {
        Kept { head: it.head.clone(), key: it.endorsement.key }
    }

    #[test]
    fn heads_that_go_on_are_kept() {
        let shown = shown(&hashes(9), &[3, 4, 9], 1);
        let newest = judge(&home(), None, &shown).unwrap().unwrap();
        assert_eq!(newest.head.size, 9);
        let kept = kept(&shown.heads[0]);
        assert_eq!(judge(&home(), Some(&kept), &shown), Ok(Some(newest)));
    }

    #[test]
    fn a_rewritten_past_shows() {
        let before = shown(&hashes(9), &[3, 9], 1);
        let kept = kept(&before.heads[1]);
        let mut other = hashes(12);
        other[1] = Digest::ZERO;
        let rewritten = shown(&other, &[9, 12], 1);
        let found = judge(&home(), Some(&kept), &rewritten);
        assert_eq!(found, Err(Fault::Rewritten { size: 9 }));
        let hidden = shown(&other, &[12], 1);
        assert_eq!(judge(&home(), Some(&kept), &hidden), Err(Fault::Gone { size: 9 }));
        let mut spliced = shown(&other, &[9, 12], 1);
        spliced.heads[0] = before.heads[1].clone();
        let found = judge(&home(), Some(&kept), &spliced);
        assert_eq!(found, Err(Fault::Broken { size: 12 }));
    }

    #[test]
    fn what_is_not_signed_by_a_known_key_is_said_so() {
        let before = shown(&hashes(9), &[9], 1);
        let kept = kept(&before.heads[0]);
        let mut forged = shown(&hashes(9), &[9], 1);
        forged.heads[0].head.at += chrono::TimeDelta::days(1);
        let found = judge(&home(), Some(&kept), &forged);
        assert_eq!(found, Err(Fault::Unsigned { size: 9 }));
        let mut renewed = shown(&hashes(9), &[9], 2);
        assert_eq!(judge(&home(), Some(&kept), &renewed), Err(Fault::StrangeKey));
        renewed.keys = vec![key(1, None), key(2, Some(1))];
        assert!(judge(&home(), Some(&kept), &renewed).is_ok());
        renewed.keys = vec![key(1, None), key(2, Some(3))];
        assert_eq!(judge(&home(), Some(&kept), &renewed), Err(Fault::StrangeKey));
        let elsewhere = Url::parse("https://beta.example/").unwrap();
        let found = judge(&elsewhere, None, &before);
        assert_eq!(found, Err(Fault::Another { size: 9 }));
    }
}
