//! Ties (rules 49(2), 49(3) and 51(2)).

use std::cmp::Reverse;

use super::{About, Step, run::Run};
use crate::rules::tally::lot::Needed;

impl Run<'_> {
    /// Of candidates with equal votes, the one who had the fewest votes at the most recent stage at
    /// which they differed, or the most unless it is about exclusion; else by lot. Where several
    /// are alike then, the stages before decide among them.
    pub(super) fn break_tie(&mut self, about: About, tied: &[usize]) -> Result<usize, Needed> {
        if let [only] = tied {
            return Ok(*only);
        }
        let mut left = tied.to_vec();
        let mut earlier = None;
        for (stage, votes) in (1_u32..).zip(&self.history).collect::<Vec<_>>().into_iter().rev() {
            let then = |option: &usize| votes.get(*option).copied().unwrap_or_default();
            let sought = match about {
                About::Exclusion => left.iter().map(then).min(),
                About::Surplus | About::Seat => left.iter().map(then).max(),
            };
            left.retain(|option| Some(then(option)) == sought);
            if left.len() == 1 {
                earlier = Some(stage);
                break;
            }
        }
        let option = match left.as_slice() {
            [only] => *only,
            _ => self.draw(&left)?,
        };
        let mut among = self.options.names(tied.iter().copied());
        among.sort_unstable();
        let option_id = self.options.id(option).to_owned();
        let stage = self.stage;
        self.counted.steps.push(Step::Tie { stage, about, among, earlier, option: option_id });
        Ok(option)
    }

    fn draw(&mut self, among: &[usize]) -> Result<usize, Needed> {
        let tie = self.lots.draw(among.iter().map(|option| self.options.id(*option)))?;
        let option = self.options.place(&tie.drawn);
        self.counted.ties.push(tie);
        // A lot falls on one of those among whom it is drawn.
        Ok(option.or_else(|| among.first().copied()).unwrap_or_default())
    }

    /// Sorts candidates by votes, most first, then by the stages before, then by id.
    pub(super) fn sort(&self, among: &mut [usize]) {
        among.sort_by_cached_key(|option| {
            let then = |votes: &Vec<u128>| votes.get(*option).copied().unwrap_or_default();
            let earlier: Vec<u128> = self.history.iter().rev().map(then).collect();
            (Reverse(self.table.votes(*option)), Reverse(earlier), self.options.id(*option))
        });
    }
}
