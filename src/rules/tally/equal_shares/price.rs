//! What each supporter of an option would have to pay.
//!
//! Everything is exact: the price of a run's every purchase stands in one row over a common
//! denominator, after the share, and what a voter has left is the share less the prices they paid.
//! To find quickly who has less left than the price, what is left is kept rounded as well; where the
//! rounding could matter the exact sums decide.

use dashu_int::IBig;

use super::field::{Field, Share};
use crate::rules::tally::exact::{Fraction, Row};

/// Bits of a whole number in which rounded sums are kept.
const BITS: usize = 60;
/// Bits behind the point in which effective votes are rounded.
const VOTE_BITS: usize = 20;

/// What equal ballots have left each, rounded; nothing once they paid all they had.
#[derive(Clone, Copy)]
struct Held {
    rest: u64,
    papers: u64,
}

/// The money in a run.
pub struct Purses<'a> {
    field: &'a Field<'a>,
    held: Vec<Held>,
    /// The share, then the price of each purchase.
    pub prices: Row,
    /// The place in the row of each option that was bought.
    places: Vec<Option<usize>>,
    /// Rounded sums are counted in units of one divided by two to this power; absent where sums are
    /// so large that they aren't rounded.
    shift: Option<usize>,
    /// By how many such units a rounded sum may be wrong.
    error: u64,
}

/// The price of an option: `sum / payers` over the denominator of the row.
pub struct Price {
    pub sum: IBig,
    /// Those who pay all of the price, in ballots.
    pub payers: u64,
    /// The groups that pay what they have left.
    poorer: Vec<u32>,
    /// Effective votes, rounded down, in units of one divided by two to the power of [`VOTE_BITS`].
    pub effective: u64,
}

/// Supporters that have less left than a level, and the others.
#[derive(Default)]
struct Split {
    poorer: u64,
    sum: u128,
    richest_of_poorer: u64,
    poorest_of_others: u64,
}

/// Votes as effective votes are rounded.
pub fn rounded(votes: u64) -> u64 {
    votes.checked_shl(u32::try_from(VOTE_BITS).unwrap_or_default()).unwrap_or(u64::MAX)
}

impl<'a> Purses<'a> {
    /// Everybody has the share.
    pub fn new(field: &'a Field<'a>, share: &Share) -> Self {
        let prices = share.row();
        let whole = prices.parts.first().map(|part| part / IBig::from(prices.of.clone()));
        let whole = whole.and_then(|whole| u64::try_from(whole).ok()).unwrap_or(u64::MAX);
        let bits = usize::try_from(u64::BITS.saturating_sub(whole.leading_zeros())).ok();
        let shift = bits.and_then(|bits| BITS.checked_sub(bits));
        let mut purses = Self {
            field,
            held: Vec::new(),
            prices,
            places: vec![None; field.options.len()],
            shift,
            error: 2,
        };
        let first = purses.prices.parts.first().cloned().unwrap_or_default();
        let rest = purses.round(&first, 1).max(1);
        purses.held =
            field.ballots.iter().map(|ballot| Held { rest, papers: ballot.papers }).collect();
        purses
    }

    /// A sum divided by a count, rounded down.
    fn round(&self, sum: &IBig, count: u64) -> u64 {
        let of = IBig::from(self.prices.of.clone()) * IBig::from(count.max(1));
        let units = (sum << self.shift.unwrap_or_default()) / of;
        u64::try_from(units).unwrap_or_default()
    }

    fn held(&self, group: u32) -> Held {
        let at = usize::try_from(group).unwrap_or(usize::MAX);
        self.held.get(at).copied().unwrap_or(Held { rest: 0, papers: 0 })
    }

    fn supporters(&self, option: usize) -> &'a [u32] {
        self.field.supporters.get(option).map_or(&[], Vec::as_slice)
    }

    /// The places of the prices that a group of ballots has paid in full.
    fn paid(&self, group: u32) -> impl Iterator<Item = usize> {
        let ballot = usize::try_from(group).ok().and_then(|at| self.field.ballots.get(at));
        let options = ballot.map_or(&[][..], |ballot| ballot.options.as_slice());
        options.iter().filter_map(|option| self.places.get(*option).copied().flatten())
    }

    /// How often each fraction of the row is in what these groups have left: the share, less prices.
    fn times(&self, groups: impl Iterator<Item = u32>) -> Vec<i64> {
        let mut times = vec![0_i64; self.prices.parts.len()];
        for group in groups {
            let papers = i64::try_from(self.held(group).papers).unwrap_or(i64::MAX);
            if let Some(share) = times.first_mut() {
                *share = share.saturating_add(papers);
            }
            for place in self.paid(group) {
                if let Some(price) = times.get_mut(place) {
                    *price = price.saturating_sub(papers);
                }
            }
        }
        times
    }

    /// What the supporters of an option have left together.
    pub fn left(&self, option: usize) -> Fraction {
        let with_money =
            self.supporters(option).iter().copied().filter(|group| self.held(*group).rest > 0);
        Fraction::new(self.prices.sum(0, &self.times(with_money)), self.prices.of.clone())
    }

    /// The price of an option that costs something; none where its supporters can't pay.
    pub fn price(&self, option: usize) -> Option<Price> {
        let supporters = self.supporters(option);
        let cost = self.field.money.cost(option);
        match self.price_by_rounding(supporters, cost) {
            Guess::Sure(price) => Some(price),
            Guess::TooDear => None,
            Guess::Unsure => self.price_by_sorting(supporters, cost),
        }
    }

    fn price_by_rounding(&self, supporters: &[u32], cost: u64) -> Guess {
        let Some(shift) = self.shift.and_then(|shift| u32::try_from(shift).ok()) else {
            return Guess::Unsure;
        };
        let cost_units = u128::from(cost) << shift.min(u64::BITS.saturating_sub(1));
        let all = self.split(supporters, u64::MAX);
        if all.sum.saturating_add(u128::from(all.poorer).saturating_mul(self.error.into()))
            < cost_units
        {
            return Guess::TooDear;
        }
        let (mut level, mut split) = (0, Split::default());
        loop {
            let payers = all.poorer.saturating_sub(split.poorer);
            let next = cost_units.saturating_sub(split.sum).checked_div(payers.into());
            let Some(next) = next.and_then(|next| u64::try_from(next).ok()) else {
                return Guess::Unsure;
            };
            if next <= level {
                break;
            }
            level = next;
            let poorer = split.poorer;
            split = self.split(supporters, level);
            if split.poorer == poorer {
                break;
            }
        }
        let payers = all.poorer.saturating_sub(split.poorer);
        if payers == 0 {
            return Guess::Unsure;
        }
        let poorer: Vec<u32> = if split.poorer == 0 {
            Vec::new()
        } else {
            let is_poorer = |group: &u32| (1..level).contains(&self.held(*group).rest);
            supporters.iter().copied().filter(is_poorer).collect()
        };
        let mut times = self.times(poorer.iter().copied());
        for one in &mut times {
            *one = one.saturating_neg();
        }
        let sum = self.prices.sum(cost, &times);
        let level = self.round(&sum, payers);
        let is_sure = split.richest_of_poorer.saturating_add(self.error) <= level
            && split.poorest_of_others >= level.saturating_add(self.error);
        if is_sure { Guess::Sure(self.priced(cost, sum, payers, poorer)) } else { Guess::Unsure }
    }

    /// The supporters with money that have less than a level left.
    fn split(&self, supporters: &[u32], level: u64) -> Split {
        let mut split = Split { poorest_of_others: u64::MAX, ..Split::default() };
        for group in supporters {
            let Held { rest, papers } = self.held(*group);
            if rest == 0 {
                continue;
            }
            if rest < level {
                split.poorer = split.poorer.saturating_add(papers);
                let sum = u128::from(rest).saturating_mul(papers.into());
                split.sum = split.sum.saturating_add(sum);
                split.richest_of_poorer = split.richest_of_poorer.max(rest);
            } else {
                split.poorest_of_others = split.poorest_of_others.min(rest);
            }
        }
        split
    }

    /// The price by the exact sums: from the poorest on, whoever has less than an equal part of what
    /// is still to pay pays what they have.
    fn price_by_sorting(&self, supporters: &[u32], cost: u64) -> Option<Price> {
        let with_money = supporters.iter().copied().filter(|group| self.held(*group).rest > 0);
        let mut sums: Vec<(IBig, u32)> =
            with_money.map(|group| (self.left_of_one(group), group)).collect();
        sums.sort();
        let mut payers =
            sums.iter().map(|(_, group)| self.held(*group).papers).fold(0, u64::saturating_add);
        let mut open = IBig::from(self.prices.of.clone()) * IBig::from(cost);
        let mut poorer = Vec::new();
        for (left, group) in sums {
            if &left * IBig::from(payers) >= open {
                return Some(self.priced(cost, open, payers, poorer));
            }
            let papers = self.held(group).papers;
            open -= left * IBig::from(papers);
            payers = payers.saturating_sub(papers);
            poorer.push(group);
        }
        None
    }

    /// What each of a group of equal ballots with money has left, over the denominator of the row.
    fn left_of_one(&self, group: u32) -> IBig {
        let share = self.prices.parts.first().cloned().unwrap_or_default();
        self.paid(group)
            .filter_map(|place| self.prices.parts.get(place))
            .fold(share, |left, price| left - price)
    }

    fn priced(&self, cost: u64, sum: IBig, payers: u64, poorer: Vec<u32>) -> Price {
        let votes = IBig::from(self.prices.of.clone()) * IBig::from(cost) * IBig::from(payers);
        let effective = if sum > IBig::ZERO { (votes << VOTE_BITS) / &sum } else { IBig::ZERO };
        let effective = u64::try_from(effective).unwrap_or(u64::MAX);
        Price { sum, payers, poorer, effective }
    }

    /// Lets the supporters of an option pay. Returns how many paid less than the price, and how many
    /// had nothing to pay with, in ballots.
    pub fn pay(&mut self, option: usize, price: &Price) -> (u64, u64) {
        let level = self.round(&price.sum, price.payers);
        let mut without = 0_u64;
        for group in self.supporters(option) {
            let at = usize::try_from(*group).unwrap_or(usize::MAX);
            if let Some(held) = self.held.get_mut(at) {
                if held.rest == 0 {
                    without = without.saturating_add(held.papers);
                } else {
                    held.rest = held.rest.saturating_sub(level).max(1);
                }
            }
        }
        let mut less = 0_u64;
        for group in &price.poorer {
            let at = usize::try_from(*group).unwrap_or(usize::MAX);
            if let Some(held) = self.held.get_mut(at) {
                held.rest = 0;
                less = less.saturating_add(held.papers);
            }
        }
        if let Some(place) = self.places.get_mut(option) {
            *place = Some(self.prices.parts.len());
        }
        self.prices.push(&price.sum, price.payers);
        self.error = self.error.saturating_add(1);
        (less, without)
    }
}

/// What the rounded sums say about a price.
enum Guess {
    Sure(Price),
    TooDear,
    Unsure,
}
