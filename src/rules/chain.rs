//! The chain over the journal: every line is entered in order, and every entry holds the hash of the
//! one before, so that a past that is rewritten shows from there on.
//!
//! A line enters covered: by a salted hash, which tells nothing about it. A public line is opened by
//! publishing it with its salt; of every other line only the cover is published. The hash of an
//! entry is that of a leaf of a Merkle tree: the same list has a chain and a root.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    canonical::{self, NotCanonical},
    digest::Digest,
    merkle,
};

/// An entry of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Counts from 1: as many entries as there are when this one is in.
    pub number: u64,
    /// The cover of the line.
    pub line: Digest,
    /// The hash of the entry before; zeros before the first.
    pub prev: Digest,
}

impl Entry {
    /// SHA-256 of the byte 0 and the canonical JSON of the entry.
    ///
    /// # Errors
    /// [`NotCanonical`] for a number beyond 2^53.
    pub fn hash(&self) -> Result<Digest, NotCanonical> {
        Ok(merkle::leaf(canonical::write(self)?.as_bytes()))
    }
}

/// A line of the journal, as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The place in the journal.
    pub position: i64,
    pub at: DateTime<Utc>,
    pub event: Value,
    /// Who did it, covered: a name that is forgotten some day must not stand in a chain for ever.
    pub by: Option<Digest>,
}

impl Line {
    /// The cover of this line under a salt.
    ///
    /// # Errors
    /// [`NotCanonical`].
    pub fn cover(&self, salt: &Digest) -> Result<Digest, NotCanonical> {
        Ok(Digest::of(&[salt.bytes(), canonical::write(self)?.as_bytes()]))
    }
}

/// The random bytes that cover one line; kept, never published.
#[derive(Clone, Copy)]
pub struct Salt(pub [u8; 32]);

impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Salt(…)")
    }
}

impl Salt {
    /// The salt of the line: published with a line that is opened.
    #[must_use]
    pub fn of_line(&self) -> Digest {
        Digest::of(&[b"line", &self.0])
    }

    /// Covers who did it; stays covered when the line is opened.
    #[must_use]
    pub fn cover_actor(&self, actor: &str) -> Digest {
        Digest::of(&[b"actor", &self.0, actor.as_bytes()])
    }
}

/// An entry as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub entry: Entry,
    /// What is under the cover of a public line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
}

/// What is under a cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    pub salt: Digest,
    pub line: Line,
}

/// How far a chain was followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    pub size: u64,
    pub hash: Digest,
}

impl Default for End {
    fn default() -> Self {
        Self { size: 0, hash: Digest::ZERO }
    }
}

/// Where a chain breaks, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("entry {expected} is missing; {found} stands in its place")]
    Number { expected: u64, found: u64 },
    #[error("entry {0} doesn't hold the hash of the one before")]
    Prev(u64),
    #[error("what is shown of entry {0} is not what was entered")]
    Line(u64),
}

impl End {
    /// The next entry of this chain, for a line with this cover.
    #[must_use]
    pub const fn next(&self, line: Digest) -> Entry {
        Entry { number: self.size.saturating_add(1), line, prev: self.hash }
    }

    /// Follows the chain over the next entry, to its hash.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn follow(&mut self, published: &Published) -> Result<Digest, Broken> {
        let entry = &published.entry;
        let expected = self.size.saturating_add(1);
        if entry.number != expected {
            return Err(Broken::Number { expected, found: entry.number });
        }
        if entry.prev != self.hash {
            return Err(Broken::Prev(expected));
        }
        let is_opened_honestly = published.opened.as_ref().is_none_or(|opened| {
            opened.line.cover(&opened.salt).is_ok_and(|cover| cover == entry.line)
        });
        if !is_opened_honestly {
            return Err(Broken::Line(expected));
        }
        let hash = entry.hash().map_err(|_| Broken::Line(expected))?;
        *self = Self { size: expected, hash };
        Ok(hash)
    }
}

/// Follows a chain from one end to the next; gives the hashes of the entries on the way.
///
/// # Errors
/// [`Broken`], at the first place where it breaks.
pub fn follow(from: End, published: &[Published]) -> Result<(End, Vec<Digest>), Broken> {
    let mut end = from;
    let hashes = published.iter().map(|it| end.follow(it)).collect::<Result<_, _>>()?;
    Ok((end, hashes))
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A chain over so many lines; every third is not public.
    pub fn chain(lines: u8) -> Vec<Published> {
        let mut end = End::default();
        let mut published = Vec::new();
        for i in 1..=lines {
            let salt = Salt([i; 32]);
            let line = Line {
                position: i64::from(i) * 2,
                at: DateTime::<Utc>::UNIX_EPOCH,
                event: json!({"event": "proposal-opened", "proposal": i}),
                by: Some(salt.cover_actor("alice")),
            };
            let entry = end.next(line.cover(&salt.of_line()).unwrap());
            let opened = (i % 3 != 0).then(|| Opened { salt: salt.of_line(), line });
            let it = Published { entry, opened };
            end.follow(&it).unwrap();
            published.push(it);
        }
        published
    }

    #[test]
    fn an_honest_chain_is_followed_in_pieces_or_whole() {
        let chain = chain(9);
        let (end, hashes) = follow(End::default(), &chain).unwrap();
        assert_eq!((end.size, Some(&end.hash)), (9, hashes.last()));
        let (middle, _) = follow(End::default(), &chain[..4]).unwrap();
        assert_eq!(follow(middle, &chain[4..]).unwrap().0, end);
    }

    #[test]
    fn a_missing_a_moved_and_a_doubled_entry_show_where() {
        let mut it = chain(9);
        it.remove(3);
        let missing = Broken::Number { expected: 4, found: 5 };
        assert_eq!(follow(End::default(), &it), Err(missing));
        let mut it = chain(9);
        it[4].entry.line = it[5].entry.line;
        it[4].opened = None;
        assert_eq!(follow(End::default(), &it), Err(Broken::Prev(6)));
    }

    #[test]
    fn what_isnt_public_is_covered_and_the_same_thing_twice_looks_different() {
        let text = serde_json::to_string(&chain(3)[2]).unwrap();
        assert!(!text.contains("proposal-opened") && !text.contains("opened"), "{text}");
        let line = chain(1).remove(0).opened.unwrap().line;
        let cover = |salt: u8| line.cover(&Salt([salt; 32]).of_line()).unwrap();
        assert_ne!(cover(1), cover(2));
    }

    proptest! {
        #[test]
        fn any_changed_sign_of_a_line_shows_there(at in 0_usize..8, number in 100_i64..200) {
            let mut it = chain(9);
            let Some(opened) = &mut it[at].opened else { return Ok(()) };
            opened.line.event["proposal"] = json!(number);
            let found = follow(End::default(), &it).unwrap_err();
            prop_assert_eq!(found, Broken::Line(it[at].entry.number));
        }
    }
}
