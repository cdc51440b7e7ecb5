//! What each supporter of an option would have to pay.
//!
//! Everything is exact: the price of a run's every purchase stands in one row over a common
//! denominator, after the share, and what a voter has left is the share less the prices they paid.
//! To find quickly who has less left than the price, what is left is kept rounded as well; where the
//! rounding could matter the exact sums decide.

use dashu_int::IBig;

use super::field::{Field, Share};
use crate::rules::tally::exact::{Fraction, Row};

/// Bits of a whole number in which the rounded money of all voters together is kept.
const BITS: u32 = 62;
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
    /// For each option a price in such units that it surely reaches, or nearly; prices only rise.
    levels: Vec<u64>,
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

/// Supporters with money who have less left than a level, and the others.
#[derive(Default)]
struct Split {
    /// In ballots, and what they have together.
    poorer: u64,
    poorer_sum: u64,
    others: u64,
    others_sum: u64,
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
        let bits = |number: u64| u64::BITS.saturating_sub(number.leading_zeros());
        let used = bits(whole).saturating_add(bits(field.voters));
        let shift = BITS.checked_sub(used).and_then(|shift| usize::try_from(shift).ok());
        let mut purses = Self {
            field,
            held: Vec::new(),
            prices,
            places: vec![None; field.options.len()],
            shift,
            error: 2,
            levels: vec![0; field.options.len()],
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

    /// The price of an option that costs something, unless it surely has less effective votes than
    /// `than`.
    pub fn price(&mut self, option: usize, than: u64) -> Offer {
        match self.price_by_rounding(option, than) {
            Guess::Sure(offer) => offer,
            Guess::Unsure => self.price_by_sorting(option).map_or(Offer::TooDear, Offer::Price),
        }
    }

    /// A number that the effective votes of an option don't pass, rounded as they are; it may be found
    /// less closely once it is less than `than`. None where the supporters surely can't pay.
    pub fn at_most(&mut self, option: usize, than: u64) -> Option<u64> {
        match self.split_at_price(option, than) {
            Found::Split { at_most, .. } | Found::Behind { at_most } => Some(at_most),
            Found::TooDear => None,
            Found::Unsure => Some(u64::MAX),
        }
    }

    /// Splits the supporters by whether they have less than the price, as far as rounded sums tell.
    fn split_at_price(&mut self, option: usize, than: u64) -> Found {
        let Some(shift) = self.shift.and_then(|shift| u32::try_from(shift).ok()) else {
            return Found::Unsure;
        };
        let cost = u128::from(self.field.money.cost(option));
        // All the money there is fits; what doesn't is too dear.
        let Ok(units) = u64::try_from(cost << shift.min(BITS)) else { return Found::TooDear };
        let least = units.checked_div(self.field.votes_for(option)).unwrap_or_default();
        let mut level = self.levels.get(option).copied().unwrap_or_default().max(least).max(1);
        loop {
            let split = self.split(option, level);
            if split.is_short_of(units, self.error) {
                return Found::TooDear;
            }
            let at_most = split.at_most(units, self.error);
            if let Some(at_most) = at_most.filter(|at_most| *at_most < than) {
                return Found::Behind { at_most };
            }
            let open = units.checked_sub(split.poorer_sum);
            let Some(next) = open.and_then(|open| open.checked_div(split.others)) else {
                return Found::Unsure;
            };
            if next <= level || next <= split.poorest_of_others {
                if let Some(known) = self.levels.get_mut(option) {
                    *known = level;
                }
                return Found::Split { split, level, at_most: at_most.unwrap_or(u64::MAX) };
            }
            level = next;
        }
    }

    fn price_by_rounding(&mut self, option: usize, than: u64) -> Guess {
        let cost = self.field.money.cost(option);
        let (split, level) = match self.split_at_price(option, than) {
            Found::Split { split, level, .. } => (split, level),
            Found::Behind { at_most } => return Guess::Sure(Offer::Behind { at_most }),
            Found::TooDear => return Guess::Sure(Offer::TooDear),
            Found::Unsure => return Guess::Unsure,
        };
        let poorer: Vec<u32> = if split.poorer == 0 {
            Vec::new()
        } else {
            let is_poorer = |group: &u32| (1..level).contains(&self.held(*group).rest);
            self.supporters(option).iter().copied().filter(is_poorer).collect()
        };
        let mut times = self.times(poorer.iter().copied());
        for one in &mut times {
            *one = one.saturating_neg();
        }
        let sum = self.prices.sum(cost, &times);
        let exact = self.round(&sum, split.others);
        if split.richest_of_poorer.saturating_add(self.error) <= exact
            && split.poorest_of_others >= exact.saturating_add(self.error)
        {
            Guess::Sure(Offer::Price(self.priced(cost, sum, split.others, poorer)))
        } else {
            Guess::Unsure
        }
    }

    /// The supporters of an option with money, by whether they have less than a level of at least one.
    fn split(&self, option: usize, level: u64) -> Split {
        let mut split = Split { poorest_of_others: u64::MAX, ..Split::default() };
        let (mut all, mut all_sum) = (0_u64, 0_u64);
        for group in self.supporters(option) {
            let Held { rest, papers } = self.held(*group);
            // Without branches, as nobody can foretell them. Nothing overflows, as the money of all
            // voters together fits.
            let is_other = u64::from(rest >= level);
            let papers = papers.wrapping_mul(u64::from(rest > 0));
            let sum = rest.wrapping_mul(papers);
            all = all.wrapping_add(papers);
            all_sum = all_sum.wrapping_add(sum);
            split.others = split.others.wrapping_add(papers.wrapping_mul(is_other));
            split.others_sum = split.others_sum.wrapping_add(sum.wrapping_mul(is_other));
            let other = rest | is_other.wrapping_sub(1);
            split.poorest_of_others = split.poorest_of_others.min(other);
            let poorer = rest & is_other.wrapping_sub(1);
            split.richest_of_poorer = split.richest_of_poorer.max(poorer);
        }
        split.poorer = all.wrapping_sub(split.others);
        split.poorer_sum = all_sum.wrapping_sub(split.others_sum);
        split
    }

    /// The price by the exact sums: from the poorest on, whoever has less than an equal part of what
    /// is still to pay pays what they have.
    fn price_by_sorting(&self, option: usize) -> Option<Price> {
        let cost = self.field.money.cost(option);
        let with_money =
            self.supporters(option).iter().copied().filter(|group| self.held(*group).rest > 0);
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

impl Split {
    /// Whether these surely have less than so much together.
    fn is_short_of(&self, units: u64, error: u64) -> bool {
        let sum = u128::from(self.poorer_sum).saturating_add(self.others_sum.into());
        let voters = u128::from(self.poorer).saturating_add(self.others.into());
        sum.saturating_add(voters.saturating_mul(error.into())) < units.into()
    }

    /// A number that the effective votes don't pass, rounded as they are. Whoever are taken for the
    /// poorer, the price is at least what is left for the others to pay, divided among them.
    fn at_most(&self, units: u64, error: u64) -> Option<u64> {
        let error = u128::from(self.poorer).checked_mul(error.into())?;
        let open = u128::from(units.checked_sub(self.poorer_sum)?).checked_sub(error)?;
        let votes = u128::from(units).checked_mul(self.others.into())?;
        let votes = votes.checked_mul(1 << VOTE_BITS)?.checked_div(open)?;
        u64::try_from(votes.checked_add(1)?).ok()
    }
}

/// What the rounded sums say about who has less than the price.
enum Found {
    Split { split: Split, level: u64, at_most: u64 },
    Behind { at_most: u64 },
    TooDear,
    Unsure,
}

/// What supporters can offer.
pub enum Offer {
    Price(Price),
    /// Less effective votes than others have: at most so many, rounded as they are.
    Behind {
        at_most: u64,
    },
    /// They can't pay.
    TooDear,
}

/// What the rounded sums say about a price.
enum Guess {
    Sure(Offer),
    Unsure,
}
