//! What stays the same through all runs of a count: who supports what, and what it costs.

use dashu_int::{IBig, UBig};

use super::Rules;
use crate::rules::tally::{
    approval,
    exact::{Fraction, Row},
    money::Money,
    paper::{Approval, Options},
};

/// The options, the ballots and the money of one count.
pub struct Field<'a> {
    pub options: &'a Options,
    pub ballots: &'a [Approval],
    pub money: &'a Money,
    /// Papers for each option.
    pub votes: Vec<u64>,
    /// For each option the groups of ballots that support it.
    pub supporters: Vec<Vec<u32>>,
    /// All papers, blank ones included.
    pub voters: u64,
    /// What all options with votes cost together.
    pub cost: u128,
}

impl<'a> Field<'a> {
    /// The field of a count.
    #[must_use]
    pub fn new(options: &'a Options, ballots: &'a [Approval], money: &'a Money) -> Self {
        let votes = approval::votes(options, ballots);
        let mut supporters = vec![Vec::new(); options.len()];
        for (group, ballot) in (0_u32..).zip(ballots) {
            for option in &ballot.options {
                if let Some(groups) = supporters.get_mut(*option) {
                    groups.push(group);
                }
            }
        }
        let voters = ballots.iter().map(|ballot| ballot.papers).fold(0, u64::saturating_add);
        let supported =
            (0..options.len()).filter(|option| votes.get(*option).is_some_and(|votes| *votes > 0));
        let cost = money.sum(supported);
        Self { options, ballots, money, votes, supporters, voters, cost }
    }

    /// Papers for an option.
    #[must_use]
    pub fn votes_for(&self, option: usize) -> u64 {
        self.votes.get(option).copied().unwrap_or_default()
    }

    /// Everybody's share after it was raised so many times.
    #[must_use]
    pub fn share(&self, rules: &Rules, times: u64) -> Share {
        let unit = IBig::from(10_u8).pow(usize::try_from(self.money.decimals).unwrap_or_default());
        let (raise, per) = rules.increment.0.clone().into_parts();
        let voters = IBig::from(self.voters.max(1));
        let first = IBig::from(self.money.budget) * IBig::from(per.clone());
        let part = first + raise * unit * IBig::from(times) * &voters;
        Share { part, of: per * self.voters.max(1) }
    }
}

/// A share of the budget, exact.
pub struct Share {
    part: IBig,
    of: UBig,
}

impl Share {
    /// The share as a fraction.
    #[must_use]
    pub fn fraction(&self) -> Fraction {
        Fraction::new(self.part.clone(), self.of.clone())
    }

    /// A row of prices that begins with the share.
    #[must_use]
    pub fn row(&self) -> Row {
        let mut row = Row::new(self.of.clone());
        row.push(&self.part, 1);
        row
    }
}
