//! The table with a pile of papers for each candidate.

use std::{cmp::Reverse, collections::BTreeMap};

use super::Votes;
use crate::rules::tally::preference::Preferences;

/// Where a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Withdrawn before the count.
    Gone,
    Continuing,
    Elected,
    Excluded,
}

/// Equal papers in a pile, with the choices that come after the one in whose pile they lie.
#[derive(Clone, Copy)]
struct Held<'a> {
    rest: &'a [usize],
    papers: u64,
}

/// Papers of one pile that were received at the same value.
struct Parcel<'a> {
    /// In units of [`Votes`].
    value: u128,
    held: Vec<Held<'a>>,
}

/// All piles, and the votes that are in none.
pub(super) struct Table<'a> {
    states: Vec<State>,
    /// The votes of each candidate, in units of [`Votes`].
    votes: Vec<u128>,
    piles: Vec<Vec<Parcel<'a>>>,
    /// Votes of papers that rank nobody else, in units of [`Votes`].
    pub exhausted: u128,
    /// Votes that were lost by rounding, in units of [`Votes`].
    pub lost: u128,
}

/// To whom papers moved, at which value, and how many.
pub(super) type Moves = BTreeMap<(Option<usize>, Reverse<u128>), u64>;

impl<'a> Table<'a> {
    /// Sorts the papers by first choice (rule 45).
    pub(super) fn lay(states: impl IntoIterator<Item = State>, papers: &'a Preferences) -> Self {
        let states: Vec<State> = states.into_iter().collect();
        let votes = vec![0; states.len()];
        let piles = states.iter().map(|_| Vec::new()).collect();
        let mut it = Self { states, votes, piles, exhausted: 0, lost: 0 };
        let all = papers.orders().map(|(rest, papers)| Held { rest, papers });
        it.put(all, Votes::ONE, &mut Moves::new());
        it
    }

    /// Lays papers on the piles of the next continuing candidates, all at one value. Returns their
    /// votes.
    fn put(
        &mut self,
        papers: impl Iterator<Item = Held<'a>>,
        value: u128,
        moves: &mut Moves,
    ) -> u128 {
        let mut counts = vec![0_u64; self.states.len()];
        let mut to_nobody = 0_u64;
        for Held { rest, papers } in papers {
            let next = rest.iter().position(|it| self.states.get(*it) == Some(&State::Continuing));
            let Some((to, rest)) = next.and_then(|at| rest.get(at..)).and_then(<[_]>::split_first)
            else {
                to_nobody = to_nobody.saturating_add(papers);
                continue;
            };
            if let (Some(count), Some(pile)) = (counts.get_mut(*to), self.piles.get_mut(*to)) {
                *count = count.saturating_add(papers);
                let held = Held { rest, papers };
                match pile.iter_mut().rfind(|parcel| parcel.value == value) {
                    Some(parcel) => parcel.held.push(held),
                    None => pile.push(Parcel { value, held: vec![held] }),
                }
            }
        }
        let mut all = 0_u128;
        let counts = counts.into_iter().enumerate().map(|(to, papers)| (Some(to), papers));
        for (to, papers) in counts.chain([(None, to_nobody)]).filter(|(_, papers)| *papers > 0) {
            let votes = value.saturating_mul(papers.into());
            all = all.saturating_add(votes);
            let has = match to {
                Some(to) => self.votes.get_mut(to),
                None => Some(&mut self.exhausted),
            };
            if let Some(has) = has {
                *has = has.saturating_add(votes);
            }
            let moved = moves.entry((to, Reverse(value))).or_default();
            *moved = moved.saturating_add(papers);
        }
        all
    }

    /// Moves all papers of a candidate on, each at the value that follows from the one at which it
    /// was received. The candidate keeps `keeps`; what is missing then was lost by rounding.
    pub(super) fn move_on(
        &mut self,
        from: usize,
        keeps: u128,
        value: impl Fn(u128) -> u128,
    ) -> Moves {
        let mut moves = Moves::new();
        let Some(votes) = self.votes.get_mut(from) else { return moves };
        let mut left = std::mem::replace(votes, keeps).saturating_sub(keeps);
        for parcel in self.piles.get_mut(from).map(std::mem::take).unwrap_or_default() {
            let moved = self.put(parcel.held.into_iter(), value(parcel.value), &mut moves);
            left = left.saturating_sub(moved);
        }
        self.lost = self.lost.saturating_add(left);
        moves
    }

    /// Sets where a candidate is.
    pub(super) fn set(&mut self, option: usize, state: State) {
        if let Some(now) = self.states.get_mut(option) {
            *now = state;
        }
    }

    /// The votes of a candidate, in units of [`Votes`].
    pub(super) fn votes(&self, option: usize) -> u128 {
        self.votes.get(option).copied().unwrap_or_default()
    }

    /// The votes of all, in units of [`Votes`].
    pub(super) fn all_votes(&self) -> Vec<u128> {
        self.votes.clone()
    }

    /// Those who are in one of these states.
    pub(super) fn those(&self, states: &[State]) -> Vec<usize> {
        let candidates = self.states.iter().enumerate();
        candidates.filter(|(_, state)| states.contains(state)).map(|(option, _)| option).collect()
    }
}
