//! The strongest path between every two options.

use std::cmp::Reverse;

use super::duels::Duels;

/// How strong a won duel is: more votes for the winner are stronger, and of equally many those with
/// fewer against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Strength(u64, Reverse<u64>);

impl Strength {
    /// The votes of the weakest duel of a path, and the votes against.
    pub(super) const fn votes(self) -> (u64, u64) {
        (self.0, self.1.0)
    }
}

/// The strongest paths. Strengths are kept by their place among all strengths, from 1; 0 is no path.
pub(super) struct Paths {
    strengths: Vec<Strength>,
    places: Vec<Vec<usize>>,
    /// The last option before the end of each path.
    before: Vec<Vec<usize>>,
}

impl Paths {
    /// Finds the strongest paths: over one more option at a time (Floyd and Warshall).
    pub(super) fn find(duels: &Duels) -> Self {
        let n = duels.len();
        let strength = |from: usize, to: usize| {
            let (votes, against) = (duels.votes(from, to), duels.votes(to, from));
            (votes > against).then_some(Strength(votes, Reverse(against)))
        };
        let all = |from: usize| (0..n).map(move |to| strength(from, to));
        let mut strengths: Vec<Strength> = (0..n).flat_map(all).flatten().collect();
        strengths.sort_unstable();
        strengths.dedup();
        let place = |it: Option<Strength>| {
            it.and_then(|it| strengths.binary_search(&it).ok()).map_or(0, |at| at.saturating_add(1))
        };
        let mut places: Vec<Vec<usize>> =
            (0..n).map(|from| all(from).map(place).collect()).collect();
        let mut before: Vec<Vec<usize>> = (0..n).map(|from| vec![from; n]).collect();
        for over in 0..n {
            let onward = places.get(over).cloned().unwrap_or_default();
            let last = before.get(over).cloned().unwrap_or_default();
            for (from, (row, before)) in places.iter_mut().zip(&mut before).enumerate() {
                let first = row.get(over).copied().unwrap_or_default();
                if from == over || first == 0 {
                    continue;
                }
                let ends = row.iter_mut().zip(before).zip(onward.iter().zip(&last)).enumerate();
                for (to, ((best, before), (second, last))) in ends {
                    let weakest = first.min(*second);
                    if weakest > *best && to != from {
                        (*best, *before) = (weakest, *last);
                    }
                }
            }
        }
        Self { strengths, places, before }
    }

    /// How strong the strongest path is; none where there is no path.
    pub(super) fn strength(&self, from: usize, to: usize) -> Option<Strength> {
        let place = self.places.get(from)?.get(to)?.checked_sub(1)?;
        self.strengths.get(place).copied()
    }

    /// The options between the ends of the strongest path, in its order.
    pub(super) fn between(&self, from: usize, to: usize) -> Vec<usize> {
        let Some(before) = self.before.get(from) else { return Vec::new() };
        let step = |at: &usize| before.get(*at).copied().filter(|it| *it != from);
        let mut way: Vec<usize> =
            std::iter::successors(step(&to), step).take(before.len()).collect();
        way.reverse();
        way
    }
}
