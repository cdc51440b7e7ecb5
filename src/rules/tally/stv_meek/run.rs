//! The rounds of a count, one after the other.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{
    Standing, Step, Votes, Why,
    share::{ONE, Shared, keep, share},
};
use crate::rules::tally::{
    Counted,
    lot::{Lots, Needed},
    paper::Options,
    preference::Preferences,
};

/// Surpluses under this are nothing (step A), in units of [`Votes`]: a millionth of a vote.
const OMEGA: u128 = 1_000;

/// A count that is under way. Votes are in units of [`Votes`].
pub(super) struct Run<'a> {
    options: &'a Options,
    papers: &'a Preferences,
    lots: &'a Lots,
    seats: usize,
    hopeful: BTreeSet<usize>,
    elected: BTreeSet<usize>,
    /// The part of each vote that stays; one for the hopeful, none for those who are out.
    keeps: Vec<u64>,
    shared: Shared,
    quota: u128,
    surplus: u128,
    round: u32,
    counted: Counted<Step>,
}

impl<'a> Run<'a> {
    /// Everybody is hopeful but those who withdrew (step A).
    pub(super) fn new(
        seats: u32,
        options: &'a Options,
        papers: &'a Preferences,
        gone: &BTreeSet<usize>,
        lots: &'a Lots,
    ) -> Self {
        let Preferences { valid, blank, unclear, cut_short, .. } = *papers;
        let mut steps = vec![Step::Papers { valid, blank, unclear, cut_short }];
        let mut withdrawn = options.names(gone.iter().copied());
        withdrawn.sort_unstable();
        steps.extend(withdrawn.into_iter().map(|option| Step::Withdrawn { option }));
        let hopeful: BTreeSet<usize> =
            (0..options.len()).filter(|option| !gone.contains(option)).collect();
        let keeps: Vec<u64> =
            (0..options.len()).map(|it| if hopeful.contains(&it) { ONE } else { 0 }).collect();
        Self {
            options,
            papers,
            lots,
            seats: usize::try_from(seats).unwrap_or(usize::MAX),
            hopeful,
            elected: BTreeSet::new(),
            shared: share(papers, &keeps),
            keeps,
            quota: 0,
            surplus: 0,
            round: 0,
            counted: Counted { winners: Vec::new(), ties: Vec::new(), steps },
        }
    }

    /// Counts to the end (steps B and C).
    pub(super) fn finish(mut self) -> Result<Counted<Step>, Needed> {
        while self.hopeful.len() > self.open() && self.open() > 0 {
            self.round = self.round.saturating_add(1);
            if let Some(why) = self.iterate() {
                self.exclude(why)?;
            }
        }
        self.fill();
        Ok(self.counted)
    }

    fn open(&self) -> usize {
        self.seats.saturating_sub(self.elected.len())
    }

    fn votes(&self, option: usize) -> u128 {
        self.shared.votes.get(option).copied().unwrap_or_default()
    }

    /// Shares out the votes until somebody is elected, or until it is time to exclude somebody
    /// (step B.2).
    fn iterate(&mut self) -> Option<Why> {
        let mut before = None;
        for times in 1_u64.. {
            self.shared = share(self.papers, &self.keeps);
            self.set_quota();
            let reached: Vec<usize> =
                self.hopeful.iter().copied().filter(|it| self.votes(*it) >= self.quota).collect();
            self.hopeful.retain(|it| !reached.contains(it));
            self.elected.extend(&reached);
            self.set_surplus();
            let why = if self.surplus < OMEGA {
                Some(Why::Spent)
            } else if before.is_some_and(|before| self.surplus >= before) {
                Some(Why::Stable)
            } else {
                None
            };
            if !reached.is_empty() {
                self.end_round(times);
                self.tell_elected(reached);
                return None;
            }
            if why.is_some() {
                self.end_round(times);
                return why;
            }
            before = Some(self.surplus);
            for option in &self.elected {
                let votes = self.shared.votes.get(*option).copied().unwrap_or_default();
                if let Some(keeps) = self.keeps.get_mut(*option) {
                    *keeps = keep(*keeps, self.quota, votes);
                }
            }
        }
        None
    }

    /// Works out the quota from the votes that aren't exhausted (step B.2.b).
    fn set_quota(&mut self) {
        let all = self.shared.votes.iter().copied().fold(0, u128::saturating_add);
        let shares = u128::try_from(self.seats).unwrap_or(u128::MAX).saturating_add(1);
        self.quota = all.checked_div(shares).unwrap_or_default().saturating_add(1);
    }

    /// Adds up what the elected have over the quota, those who have less against it (step B.2.d).
    fn set_surplus(&mut self) {
        let have = self.elected.iter().map(|it| self.votes(*it)).fold(0, u128::saturating_add);
        let quotas =
            self.quota.saturating_mul(u128::try_from(self.elected.len()).unwrap_or(u128::MAX));
        self.surplus = have.saturating_sub(quotas);
    }

    fn tell_elected(&mut self, mut reached: Vec<usize>) {
        self.sort(&mut reached);
        for it in reached {
            let option = self.options.id(it).to_owned();
            self.counted.winners.push(option.clone());
            let votes = Votes::of_units(self.votes(it));
            self.counted.steps.push(Step::Elected { round: self.round, option, votes });
        }
    }

    /// Excludes the lowest; by lot where others are no further from it than the surplus (step B.3).
    fn exclude(&mut self, why: Why) -> Result<(), Needed> {
        let least = self.hopeful.iter().map(|it| self.votes(*it)).min().unwrap_or_default();
        let reach = least.saturating_add(self.surplus);
        let lowest: Vec<usize> =
            self.hopeful.iter().copied().filter(|it| self.votes(*it) <= reach).collect();
        let lowest = match lowest.as_slice() {
            [only] => *only,
            tied => self.draw(tied)?,
        };
        let step = Step::Excluded {
            round: self.round,
            option: self.options.id(lowest).to_owned(),
            votes: Votes::of_units(self.votes(lowest)),
            why,
        };
        self.counted.steps.push(step);
        self.hopeful.remove(&lowest);
        if let Some(keeps) = self.keeps.get_mut(lowest) {
            *keeps = 0;
        }
        Ok(())
    }

    fn draw(&mut self, tied: &[usize]) -> Result<usize, Needed> {
        let tie = self.lots.draw(tied.iter().map(|option| self.options.id(*option)))?;
        let (among, option) = (tie.among.clone(), tie.drawn.clone());
        let drawn = self.options.place(&option);
        self.counted.steps.push(Step::Tie { round: self.round, among, option });
        self.counted.ties.push(tie);
        // A lot falls on one of those among whom it is drawn.
        Ok(drawn.or_else(|| tied.first().copied()).unwrap_or_default())
    }

    /// Sorts candidates by votes, most first, then by id.
    fn sort(&self, among: &mut [usize]) {
        among.sort_unstable_by_key(|it| (Reverse(self.votes(*it)), self.options.id(*it)));
    }

    fn end_round(&mut self, times: u64) {
        let mut here: Vec<usize> = self.hopeful.union(&self.elected).copied().collect();
        self.sort(&mut here);
        let standing = |it: usize| Standing {
            option: self.options.id(it).to_owned(),
            votes: Votes::of_units(self.votes(it)),
            keeps: Votes::of_units(self.keeps.get(it).copied().unwrap_or_default().into()),
        };
        let step = Step::Round {
            round: self.round,
            times,
            quota: Votes::of_units(self.quota),
            standing: here.into_iter().map(standing).collect(),
            exhausted: Votes::of_units(self.shared.exhausted),
            surplus: Votes::of_units(self.surplus),
        };
        self.counted.steps.push(step);
    }

    /// Elects those who remain while there are seats, and names the others (step C).
    fn fill(&mut self) {
        let mut left: Vec<usize> = std::mem::take(&mut self.hopeful).into_iter().collect();
        self.sort(&mut left);
        let round = self.round;
        for it in left {
            let (option, votes) = (self.options.id(it).to_owned(), Votes::of_units(self.votes(it)));
            if self.open() > 0 {
                self.elected.insert(it);
                self.counted.winners.push(option.clone());
                self.counted.steps.push(Step::Filled { round, option, votes });
            } else {
                self.counted.steps.push(Step::NotElected { round, option, votes });
            }
        }
    }
}
