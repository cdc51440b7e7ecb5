//! Checking proofs; needs nothing of the list.

use super::{Digest, pair};

/// Whether a list of `size` leaves with this root has `leaf` at `index`, which counts from 0
/// (RFC 9162 §2.1.3.2).
#[must_use]
pub fn included(leaf: Digest, index: u64, size: u64, path: &[Digest], root: &Digest) -> bool {
    let Some(mut last) = size.checked_sub(1).filter(|last| index <= *last) else { return false };
    let (mut place, mut hash) = (index, leaf);
    for beside in path {
        if last == 0 {
            return false;
        }
        if is_odd(place) || place == last {
            hash = pair(beside, &hash);
            // A leaf at the right edge has nobody beside it on some levels.
            while !is_odd(place) && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            hash = pair(&hash, beside);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether a list of `size` leaves with `root` begins with the list of `first_size` leaves that had
/// `first_root` (RFC 9162 §2.1.4.2).
#[must_use]
pub fn consistent(
    first_size: u64,
    first_root: &Digest,
    size: u64,
    root: &Digest,
    path: &[Digest],
) -> bool {
    if first_size == 0 || first_size > size {
        return false;
    }
    if first_size == size {
        return path.is_empty() && first_root == root;
    }
    let (mut place, mut last) = (first_size.saturating_sub(1), size.saturating_sub(1));
    while is_odd(place) {
        (place, last) = (place >> 1, last >> 1);
    }
    let (start, path) = if first_size.is_power_of_two() {
        (*first_root, path)
    } else {
        let Some((start, rest)) = path.split_first() else { return false };
        (*start, rest)
    };
    let (mut shorter, mut longer) = (start, start);
    for beside in path {
        if last == 0 {
            return false;
        }
        if is_odd(place) || place == last {
            shorter = pair(beside, &shorter);
            longer = pair(beside, &longer);
            while !is_odd(place) && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            longer = pair(&longer, beside);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && shorter == *first_root && longer == *root
}

const fn is_odd(place: u64) -> bool {
    place & 1 == 1
}
