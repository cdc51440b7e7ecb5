//! The table with a pile of papers for each candidate.

use std::{cmp::Reverse, collections::BTreeMap};

use super::Votes;

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

struct Candidate<'a> {
    state: State,
    /// In units of [`Votes`].
    votes: u128,
    /// By the value at which each paper was received, in units of [`Votes`].
    pile: BTreeMap<u128, Vec<Held<'a>>>,
}

/// All piles, and the votes that are in none.
pub(super) struct Table<'a> {
    candidates: Vec<Candidate<'a>>,
    /// Votes of papers that rank nobody else, in units of [`Votes`].
    pub exhausted: u128,
    /// Votes that were lost by rounding, in units of [`Votes`].
    pub lost: u128,
}

/// To whom papers moved, at which value, and how many.
pub(super) type Moves = BTreeMap<(Option<usize>, Reverse<u128>), u64>;

impl<'a> Table<'a> {
    /// Sorts the papers by first choice (rule 45).
    pub(super) fn lay(
        states: impl IntoIterator<Item = State>,
        orders: &'a BTreeMap<Vec<usize>, u64>,
    ) -> Self {
        let empty = |state| Candidate { state, votes: 0, pile: BTreeMap::new() };
        let candidates = states.into_iter().map(empty).collect();
        let mut it = Self { candidates, exhausted: 0, lost: 0 };
        for (order, papers) in orders {
            it.put(Held { rest: order, papers: *papers }, Votes::ONE);
        }
        it
    }

    /// Lays papers on the pile of the next continuing candidate, and says on whose.
    fn put(&mut self, held: Held<'a>, value: u128) -> Option<usize> {
        let Held { mut rest, papers } = held;
        let votes = value.saturating_mul(papers.into());
        while let Some((next, after)) = rest.split_first() {
            if let Some(candidate) = self.candidates.get_mut(*next)
                && candidate.state == State::Continuing
            {
                candidate.votes = candidate.votes.saturating_add(votes);
                candidate.pile.entry(value).or_default().push(Held { rest: after, papers });
                return Some(*next);
            }
            rest = after;
        }
        self.exhausted = self.exhausted.saturating_add(votes);
        None
    }

    /// Moves all papers of a candidate on, each at the value that follows from the one at which it
    /// was received. The candidate keeps `keeps`; what is missing then was lost by rounding.
    pub(super) fn move_on(
        &mut self,
        from: usize,
        keeps: u128,
        value: impl Fn(u128) -> u128,
    ) -> Moves {
        let Some(candidate) = self.candidates.get_mut(from) else { return Moves::new() };
        let pile = std::mem::take(&mut candidate.pile);
        let mut left = candidate.votes.saturating_sub(keeps);
        candidate.votes = keeps;
        let mut moves = Moves::new();
        for (received, parcel) in pile {
            let value = value(received);
            for held in parcel {
                let to = self.put(held, value);
                let papers = moves.entry((to, Reverse(value))).or_default();
                *papers = papers.saturating_add(held.papers);
                left = left.saturating_sub(value.saturating_mul(held.papers.into()));
            }
        }
        self.lost = self.lost.saturating_add(left);
        moves
    }

    /// Sets where a candidate is.
    pub(super) fn set(&mut self, option: usize, state: State) {
        if let Some(candidate) = self.candidates.get_mut(option) {
            candidate.state = state;
        }
    }

    /// The votes of a candidate, in units of [`Votes`].
    pub(super) fn votes(&self, option: usize) -> u128 {
        self.candidates.get(option).map_or(0, |candidate| candidate.votes)
    }

    /// The votes of all, in units of [`Votes`].
    pub(super) fn all_votes(&self) -> Vec<u128> {
        self.candidates.iter().map(|candidate| candidate.votes).collect()
    }

    /// Those who are in one of these states.
    pub(super) fn those(&self, states: &[State]) -> Vec<usize> {
        let candidates = self.candidates.iter().enumerate();
        let here = candidates.filter(|(_, candidate)| states.contains(&candidate.state));
        here.map(|(option, _)| option).collect()
    }
}
