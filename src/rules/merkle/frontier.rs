//! The right edge of a tree: all that is needed to let it grow, in a digest per doubling.

use serde::{Deserialize, Serialize};

use super::{Digest, consistency, empty, pair, root};

/// The roots of the complete trees that a list falls into, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Digest>,
}

impl Frontier {
    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the end.
    pub fn push(&mut self, leaf: Digest) {
        let mut top = leaf;
        let mut rest = self.size;
        while rest & 1 == 1 {
            let Some(left) = self.peaks.pop() else { break };
            top = pair(&left, &top);
            rest >>= 1;
        }
        self.peaks.push(top);
        self.size = self.size.saturating_add(1);
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Digest {
        let joined = self.peaks.iter().rev().copied().reduce(|right, left| pair(&left, &right));
        joined.unwrap_or_else(empty)
    }

    /// The frontier after these leaves, and the proof that the longer list begins with this one.
    /// Nothing when this one is empty or is no frontier.
    #[must_use]
    pub fn extended(&self, leaves: &[Digest]) -> Option<(Self, Vec<Digest>)> {
        let mut longer = self.clone();
        leaves.iter().for_each(|leaf| longer.push(*leaf));
        let path = consistency(self.size, longer.size, |start, end| {
            if start < self.size {
                return self.peak(start, end);
            }
            let from = usize::try_from(start.checked_sub(self.size)?).ok()?;
            let to = usize::try_from(end.checked_sub(self.size)?).ok()?;
            Some(root(leaves.get(from..to)?.iter().copied()))
        })?;
        Some((longer, path))
    }

    /// The complete tree over the leaves from `start` up to `end`.
    fn peak(&self, start: u64, end: u64) -> Option<Digest> {
        let (mut from, mut rest) = (0_u64, self.size);
        for peak in &self.peaks {
            let width = 1_u64.checked_shl(rest.checked_ilog2()?)?;
            if from == start {
                return (from.checked_add(width)? == end).then_some(*peak);
            }
            from = from.checked_add(width)?;
            rest = rest.checked_sub(width)?;
        }
        None
    }
}
