//! A whole tree, for those who make proofs.

use super::{Digest, consistency, empty, included, pair};

/// A tree with all its nodes: as many digests again as there are leaves.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The leaves, then the nodes above them. Whoever is last and alone stands for itself above.
    levels: Vec<Vec<Digest>>,
}

impl Tree {
    /// Makes the tree over these leaves; hashes once per leaf.
    #[must_use]
    pub fn grow(leaves: Vec<Digest>) -> Self {
        let mut levels = Vec::new();
        let mut top = leaves;
        while top.len() > 1 {
            let above = top.chunks(2).filter_map(|chunk| match chunk {
                [left, right] => Some(pair(left, right)),
                [alone] => Some(*alone),
                _ => None,
            });
            let above = above.collect();
            levels.push(top);
            top = above;
        }
        levels.push(top);
        Self { levels }
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().and_then(|leaves| u64::try_from(leaves.len()).ok()).unwrap_or_default()
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Digest {
        self.levels.last().and_then(|top| top.first()).copied().unwrap_or_else(empty)
    }

    /// Proves that the leaf at `index`, which counts from 0, is in the list.
    #[must_use]
    pub fn inclusion(&self, index: u64) -> Option<Vec<Digest>> {
        if index >= self.size() {
            return None;
        }
        let mut place = usize::try_from(index).ok()?;
        let mut path = Vec::with_capacity(self.levels.len());
        for level in &self.levels {
            path.extend(level.get(place ^ 1));
            place >>= 1;
        }
        Some(path)
    }

    /// Proves that the list begins with its first `first` leaves.
    #[must_use]
    pub fn consistency(&self, first: u64) -> Option<Vec<Digest>> {
        consistency(first, self.size(), |start, end| {
            let width = end.checked_sub(start)?.checked_next_power_of_two()?;
            let level = self.levels.get(usize::try_from(width.ilog2()).ok()?)?;
            level.get(usize::try_from(start.checked_div(width)?).ok()?).copied()
        })
    }
}

/// Whether every leaf of a list has a proof that holds, in the order of the list. Each proof is
/// checked by itself, as the person does who holds it.
#[must_use]
pub fn all_included(leaves: &[Digest], paths: &[Vec<Digest>], root: &Digest) -> bool {
    let Ok(size) = u64::try_from(leaves.len()) else { return false };
    leaves.len() == paths.len()
        && leaves
            .iter()
            .zip(paths)
            .zip(0..)
            .all(|((leaf, path), index)| included(*leaf, index, size, path, root))
}
