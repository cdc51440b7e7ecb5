//! A whole log checked by anybody, from its published files alone: the chain in pieces, and the heads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    chain::{End, Published as Entry},
    head::Published as Heads,
    jurisdiction::same_origin,
    merkle::Frontier,
    witness,
};

/// A piece of the chain, as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub neighbourhood: Url,
    /// How many entries there are in all.
    pub size: u64,
    pub entries: Vec<Entry>,
    /// After which entry the next piece begins; nothing at the end.
    pub next: Option<u64>,
}

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Every entry holds the hash of the one before, and what is shown is what was entered.
    Chain,
    /// Every head is signed by a key of this neighbourhood and goes on from the one before.
    Heads,
    /// Every head stands for exactly the entries up to its size.
    Roots,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    pub differs: Option<String>,
}

/// Checks a log; gives how many entries were there, and what was found.
#[must_use]
pub fn verify(pieces: &[Piece], heads: &Heads) -> (u64, Vec<Finding>) {
    let (points, chain) = follow(pieces);
    let home = pieces.first().map(|it| &it.neighbourhood);
    let findings = [
        (Check::Chain, chain),
        (Check::Heads, home.and_then(|home| judged(home, pieces, heads))),
        (Check::Roots, roots(&points, heads)),
    ];
    let size = points.last_key_value().map_or(0, |(size, _)| *size);
    let found = findings.into_iter().map(|(check, differs)| Finding { check, differs });
    (size, found.collect())
}

/// The chain and the tree at each size.
type Points = BTreeMap<u64, (End, Frontier)>;

fn follow(pieces: &[Piece]) -> (Points, Option<String>) {
    let (mut points, mut end, mut frontier) = (Points::new(), End::default(), Frontier::default());
    let mut entries: Vec<&Entry> = pieces.iter().flat_map(|piece| &piece.entries).collect();
    entries.sort_by_key(|it| it.entry.number);
    for it in entries {
        match end.follow(it) {
            Ok(hash) => frontier.push(hash),
            Err(broken) => return (points, Some(broken.to_string())),
        }
        points.insert(end.size, (end, frontier.clone()));
    }
    (points, None)
}

fn judged(home: &Url, pieces: &[Piece], heads: &Heads) -> Option<String> {
    if pieces.iter().any(|it| !same_origin(&it.neighbourhood, home)) {
        return Some("the pieces of the chain are of several neighbourhoods".to_owned());
    }
    witness::judge(home, None, heads).err().map(|fault| fault.to_string())
}

fn roots(points: &Points, heads: &Heads) -> Option<String> {
    heads.heads.iter().find_map(|it| {
        let size = it.head.size;
        let Some((end, frontier)) = points.get(&size) else {
            return Some(format!("no entries up to {size} to compare its head with"));
        };
        let fits = end.hash == it.head.chain && frontier.root() == it.head.root;
        (!fits).then(|| format!("the head of {size} entries stands for other ones"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{chain, digest::Digest, witness::tests as witnessed};

    fn published() -> (Vec<Piece>, Heads) {
        let entries = chain::tests::chain(9);
        let (_, hashes) = chain::follow(End::default(), &entries).unwrap();
        let heads = witnessed::shown(&hashes, &[3, 4, 9], 1);
        let piece = |entries: &[Entry], next| Piece {
            neighbourhood: witnessed::home(),
            size: 9,
            entries: entries.to_vec(),
            next,
        };
        (vec![piece(&entries[5..], None), piece(&entries[..5], Some(5))], heads)
    }

    fn differing(pieces: &[Piece], heads: &Heads) -> Vec<Check> {
        let (_, found) = verify(pieces, heads);
        found.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn an_honest_log_is_whole_whatever_the_order_of_its_pieces() {
        let (pieces, heads) = published();
        let (size, found) = verify(&pieces, &heads);
        assert_eq!((size, found.len()), (9, 3));
        assert_eq!(differing(&pieces, &heads), []);
    }

    #[test]
    fn a_changed_line_a_missing_piece_and_a_changed_head_show() {
        let (mut pieces, heads) = published();
        pieces[1].entries[0].opened.as_mut().unwrap().line.position = 77;
        assert_eq!(differing(&pieces, &heads), [Check::Chain, Check::Roots]);
        let (mut pieces, heads) = published();
        pieces.remove(0);
        assert_eq!(differing(&pieces, &heads), [Check::Roots]);
        let (pieces, mut heads) = published();
        heads.heads[2].head.root = Digest::ZERO;
        assert_eq!(differing(&pieces, &heads), [Check::Heads, Check::Roots]);
        let (mut pieces, heads) = published();
        pieces[0].entries.last_mut().unwrap().entry.line = Digest::ZERO;
        pieces[0].entries.last_mut().unwrap().opened = None;
        assert_eq!(differing(&pieces, &heads), [Check::Roots]);
    }
}
