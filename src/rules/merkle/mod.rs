//! Merkle trees as certificate logs have them (RFC 6962 §2.1, RFC 9162 §2.1): one digest, the root,
//! stands for a whole list in its order. An inclusion proof shows that something is in the list, a
//! consistency proof that a longer list begins with a shorter one, each with a digest per doubling.
//!
//! A leaf is hashed behind the byte 0, a pair behind the byte 1, so that neither passes for the
//! other. Nothing is proven about an empty list: such proofs are refused.

use super::digest::Digest;

mod frontier;
mod path;
mod tree;
#[cfg(test)]
mod tests;

pub use frontier::Frontier;
pub use path::{consistent, included};
pub use tree::{Tree, all_included};

/// The digest of a leaf.
#[must_use]
pub fn leaf(entry: &[u8]) -> Digest {
    Digest::of(&[&[0], entry])
}

/// The digest of a pair.
#[must_use]
pub fn pair(left: &Digest, right: &Digest) -> Digest {
    let mut bytes = [1; 65];
    let (first, second) = bytes.split_at_mut(33);
    first.iter_mut().skip(1).zip(left.bytes()).for_each(|(to, from)| *to = *from);
    second.copy_from_slice(right.bytes());
    Digest::of(&[&bytes])
}

/// The root of an empty list.
#[must_use]
pub fn empty() -> Digest {
    Digest::of(&[])
}

/// The root of a list of leaves, without keeping the tree.
#[must_use]
pub fn root(leaves: impl IntoIterator<Item = Digest>) -> Digest {
    let mut frontier = Frontier::default();
    for leaf in leaves {
        frontier.push(leaf);
    }
    frontier.root()
}

/// Where a list of `size` leaves, two or more, divides: the largest power of two below.
fn middle(size: u64) -> u64 {
    size.div_ceil(2).checked_next_power_of_two().unwrap_or(u64::MAX)
}

/// Proves that a list of `size` leaves begins with its first `first` (RFC 9162 §2.1.4.1). `node`
/// tells the root of the leaves from a place on, up to another.
fn consistency(
    first: u64,
    size: u64,
    node: impl Fn(u64, u64) -> Option<Digest>,
) -> Option<Vec<Digest>> {
    if first == 0 || first > size {
        return None;
    }
    let (mut start, mut end) = (0_u64, size);
    let mut path = Vec::new();
    while end > first {
        let middle = start.checked_add(middle(end.checked_sub(start)?))?;
        if first <= middle {
            path.push(node(middle, end)?);
            end = middle;
        } else {
            path.push(node(start, middle)?);
            start = middle;
        }
    }
    // Whoever has the shorter list knows its root, if that is the place where the way down ended.
    if start > 0 {
        path.push(node(start, end)?);
    }
    path.reverse();
    Some(path)
}
