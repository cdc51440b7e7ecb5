//! The stages of a count, one after the other.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{
    About, Moved, Standing, Step, Votes,
    table::{Moves, State, Table},
};
use crate::rules::tally::{
    Counted,
    lot::{Lots, Needed},
    paper::Options,
    preference::Preferences,
};

/// A count that is under way.
pub(super) struct Run<'a> {
    pub options: &'a Options,
    pub lots: &'a Lots,
    /// Those who hold a seat already and keep it; nobody but in a countback.
    pub sitting: BTreeSet<usize>,
    /// Seats that nobody has yet.
    pub open: usize,
    /// In units of [`Votes`].
    pub quota: u128,
    pub table: Table<'a>,
    /// The votes of everybody at the end of each stage, in units of [`Votes`].
    pub history: Vec<Vec<u128>>,
    /// The stage that is under way, from 1.
    pub stage: u32,
    pub counted: Counted<Step>,
}

impl<'a> Run<'a> {
    /// Lays out the papers and works out the quota (rules 45 and 46).
    pub(super) fn new(
        seats: u32,
        options: &'a Options,
        papers: &'a Preferences,
        gone: &BTreeSet<usize>,
        lots: &'a Lots,
    ) -> Self {
        let state = |option| if gone.contains(&option) { State::Gone } else { State::Continuing };
        let table = Table::lay((0..options.len()).map(state), papers);
        let Preferences { valid, blank, unclear, cut_short, .. } = *papers;
        let shares = u64::from(seats).saturating_add(1);
        let quota = valid.checked_div(shares).unwrap_or_default().saturating_add(1);
        let mut steps = vec![Step::Papers { valid, blank, unclear, cut_short }];
        let mut withdrawn = options.names(gone.iter().copied());
        withdrawn.sort_unstable();
        steps.extend(withdrawn.into_iter().map(|option| Step::Withdrawn { option }));
        steps.push(Step::Quota { seats, valid, quota });
        Self {
            options,
            lots,
            sitting: BTreeSet::new(),
            open: usize::try_from(seats).unwrap_or(usize::MAX),
            quota: u128::from(quota).saturating_mul(Votes::ONE),
            table,
            history: Vec::new(),
            stage: 1,
            counted: Counted { winners: Vec::new(), ties: Vec::new(), steps },
        }
    }

    /// Counts to the end.
    pub(super) fn finish(mut self) -> Result<Counted<Step>, Needed> {
        self.end_stage();
        loop {
            self.elect_with_quota()?;
            if self.is_over() {
                break;
            }
            self.stage = self.stage.saturating_add(1);
            if let Some(option) = self.largest_surplus()? {
                self.transfer(option);
            } else {
                let option = self.lowest()?;
                self.table.set(option, State::Excluded);
                self.exclude(option);
                if self.is_over() {
                    break;
                }
            }
            self.end_stage();
        }
        self.fill();
        Ok(self.counted)
    }

    /// Those in the running for the open seats.
    fn hopeful(&self) -> Vec<usize> {
        let mut it = self.table.those(&[State::Continuing]);
        it.retain(|option| !self.sitting.contains(option));
        it
    }

    /// Whether the seats are filled, or can be filled without moving more papers (rule 52).
    fn is_over(&self) -> bool {
        self.open == 0 || self.hopeful().len() <= self.open
    }

    /// Elects whoever has the quota (rule 47). No more than seats are left can have it, but in a
    /// countback, where those who sit needn't have it: there the highest come first.
    fn elect_with_quota(&mut self) -> Result<(), Needed> {
        let mut reached = self.table.those(&[State::Continuing]);
        reached.retain(|option| self.table.votes(*option) >= self.quota);
        self.sort(&mut reached);
        while self.open > 0 && !reached.is_empty() {
            let newcomers = reached.iter().filter(|it| !self.sitting.contains(it)).count();
            let first = if newcomers > self.open {
                let most = reached.iter().map(|it| self.table.votes(*it)).max();
                let highest: Vec<usize> = reached
                    .iter()
                    .copied()
                    .filter(|it| Some(self.table.votes(*it)) == most)
                    .collect();
                self.break_tie(About::Seat, &highest)?
            } else {
                reached.first().copied().unwrap_or_default()
            };
            reached.retain(|it| *it != first);
            let (option, votes) = self.elect(first);
            self.counted.steps.push(Step::Elected { stage: self.stage, option, votes });
        }
        Ok(())
    }

    fn elect(&mut self, option: usize) -> (String, Votes) {
        self.table.set(option, State::Elected);
        let id = self.options.id(option).to_owned();
        if !self.sitting.contains(&option) {
            self.open = self.open.saturating_sub(1);
            self.counted.winners.push(id.clone());
        }
        (id, Votes::of_units(self.table.votes(option)))
    }

    /// Whose surplus moves now (rule 49); nobody's when nobody has more than the quota.
    fn largest_surplus(&mut self) -> Result<Option<usize>, Needed> {
        let elected = self.table.those(&[State::Elected]);
        let most = elected.iter().map(|it| self.table.votes(*it)).max().unwrap_or_default();
        if most <= self.quota {
            return Ok(None);
        }
        let highest: Vec<usize> =
            elected.into_iter().filter(|it| self.table.votes(*it) == most).collect();
        self.break_tie(About::Surplus, &highest).map(Some)
    }

    /// Moves a surplus on (rule 48).
    fn transfer(&mut self, from: usize) {
        let votes = self.table.votes(from);
        let surplus = votes.saturating_sub(self.quota);
        let value = |received: u128| {
            received.saturating_mul(surplus).checked_div(votes).unwrap_or_default()
        };
        let moves = self.table.move_on(from, self.quota, value);
        let step = Step::Surplus {
            stage: self.stage,
            option: self.options.id(from).to_owned(),
            surplus: Votes::of_units(surplus),
            moved: self.tell(&moves),
        };
        self.counted.steps.push(step);
    }

    /// Who has the fewest votes (rules 50 and 51).
    fn lowest(&mut self) -> Result<usize, Needed> {
        let hopeful = self.hopeful();
        let least = hopeful.iter().map(|it| self.table.votes(*it)).min();
        let lowest: Vec<usize> =
            hopeful.into_iter().filter(|it| Some(self.table.votes(*it)) == least).collect();
        self.break_tie(About::Exclusion, &lowest)
    }

    /// Moves the papers of somebody who was excluded on (rule 50), unless the seats can be filled
    /// without it (rule 52(2)).
    fn exclude(&mut self, option: usize) {
        let votes = Votes::of_units(self.table.votes(option));
        let moves =
            if self.is_over() { Moves::new() } else { self.table.move_on(option, 0, |it| it) };
        let step = Step::Excluded {
            stage: self.stage,
            option: self.options.id(option).to_owned(),
            votes,
            moved: self.tell(&moves),
        };
        self.counted.steps.push(step);
    }

    fn tell(&self, moves: &Moves) -> Vec<Moved> {
        let id = |option: usize| self.options.id(option);
        let mut moves: Vec<_> =
            moves.iter().map(|((to, value), n)| (to.map(id), value, n)).collect();
        // Those that move to nobody come last.
        moves.sort_unstable_by_key(|(to, value, _)| (to.is_none(), *to, **value));
        let tell = |(to, value, papers): (Option<&str>, &Reverse<u128>, &u64)| Moved {
            to: to.map(ToOwned::to_owned),
            papers: *papers,
            value: Votes::of_units(value.0),
        };
        moves.into_iter().map(tell).collect()
    }

    /// Records where everybody stands.
    fn end_stage(&mut self) {
        let mut here = self.table.those(&[State::Continuing, State::Elected]);
        self.sort(&mut here);
        let standing = |option: usize| Standing {
            option: self.options.id(option).to_owned(),
            votes: Votes::of_units(self.table.votes(option)),
        };
        let step = Step::Stage {
            stage: self.stage,
            standing: here.into_iter().map(standing).collect(),
            exhausted: Votes::of_units(self.table.exhausted),
            lost: Votes::of_units(self.table.lost),
        };
        self.counted.steps.push(step);
        self.history.push(self.table.all_votes());
    }

    /// Fills the last seats when no more candidates than seats are left (rule 52), and names those
    /// who are left without a seat.
    fn fill(&mut self) {
        let mut left = self.hopeful();
        self.sort(&mut left);
        let stage = self.stage;
        for candidate in left {
            let step = if self.open > 0 {
                let (option, votes) = self.elect(candidate);
                Step::Filled { stage, option, votes }
            } else {
                let votes = Votes::of_units(self.table.votes(candidate));
                Step::NotElected { stage, option: self.options.id(candidate).to_owned(), votes }
            };
            self.counted.steps.push(step);
        }
    }
}
