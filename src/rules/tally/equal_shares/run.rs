//! One run: everybody has the same share, and options are bought until no supporters can pay.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::{
    field::{Field, Share},
    price::{Offer, Price, Purses, rounded},
};
use crate::rules::tally::{choose::Chooser, lot::Needed};

/// What one run buys.
pub struct Run<'a> {
    /// What is bought, in order; free options aren't among it.
    pub bought: Vec<Bought>,
    /// The option with which the budget was passed; there the run stopped.
    pub beyond: Option<usize>,
    /// The money in the end.
    pub purses: Purses<'a>,
}

/// An option that was bought.
pub struct Bought {
    pub option: usize,
    /// Supporters who paid less than the price, as they had less, in ballots.
    pub poorer: u64,
    /// Supporters who had nothing left, in ballots.
    pub spent_up: u64,
}

impl Run<'_> {
    /// Whether two runs buy the same.
    pub fn is_same(&self, other: &Self) -> bool {
        let sorted = |run: &Self| {
            let mut options: Vec<usize> = run.bought.iter().map(|one| one.option).collect();
            options.sort_unstable();
            options
        };
        match (self.beyond, other.beyond) {
            (Some(_), Some(_)) => true,
            (None, None) => sorted(self) == sorted(other),
            _ => false,
        }
    }
}

/// An option that may still be bought, with at most so many effective votes, rounded. They only ever
/// become fewer, as money does.
struct Open {
    option: usize,
    at_most: u64,
    is_affordable: bool,
}

/// Runs with a share.
pub fn run<'a>(
    field: &'a Field<'a>,
    share: &Share,
    chooser: &mut Chooser<'_>,
) -> Result<Run<'a>, Needed> {
    let open = |option: usize| {
        let at_most = rounded(field.votes_for(option));
        Open { option, at_most, is_affordable: true }
    };
    let costs = |option: &usize| field.votes_for(*option) > 0 && field.money.cost(*option) > 0;
    let mut open: Vec<Open> = (0..field.options.len()).filter(costs).map(open).collect();
    let mut run = Run { bought: Vec::new(), beyond: None, purses: Purses::new(field, share) };
    let mut left = field.money.budget;
    loop {
        let mut best = best(field, &mut run.purses, &mut open);
        let option = match best.as_slice() {
            [] => return Ok(run),
            [(only, _)] => *only,
            _ => {
                let tied: Vec<usize> = best.iter().map(|(option, _)| *option).collect();
                chooser.choose(field.options, &tied)?
            }
        };
        best.retain(|(other, _)| *other == option);
        let Some((_, price)) = best.pop() else { return Ok(run) };
        let Some(rest) = left.checked_sub(field.money.cost(option)) else {
            run.beyond = Some(option);
            return Ok(run);
        };
        left = rest;
        let (poorer, spent_up) = run.purses.pay(option, &price);
        run.bought.push(Bought { option, poorer, spent_up });
        open.retain(|other| other.option != option && other.is_affordable);
    }
}

/// The options that may be bought next, with their price; several where only a lot can decide.
fn best(field: &Field<'_>, purses: &mut Purses<'_>, open: &mut [Open]) -> Vec<(usize, Price)> {
    look_again(purses, open);
    let mut best: Vec<(usize, Price)> = Vec::new();
    for one in open.iter_mut().filter(|one| one.is_affordable) {
        let is_behind = |(_, price): &(usize, Price)| one.at_most < price.effective;
        if best.first().is_some_and(is_behind) {
            break;
        }
        let than = best.first().map_or(0, |(_, price)| price.effective);
        let price = match purses.price(one.option, than) {
            Offer::Price(price) => price,
            Offer::Behind { at_most } => {
                one.at_most = at_most;
                continue;
            }
            Offer::TooDear => {
                one.is_affordable = false;
                continue;
            }
        };
        // What is rounded down is at most one unit too little.
        one.at_most = price.effective.saturating_add(1);
        let order = best.first().map_or(Ordering::Greater, |(other, than)| {
            compare(field, (one.option, &price), (*other, than))
        });
        if order.is_gt() {
            best.clear();
        }
        if order.is_ge() {
            best.push((one.option, price));
        }
    }
    best
}

/// Looks anew how many effective votes those options can have that may be the best, and puts these
/// first: so few prices must be worked out.
fn look_again(purses: &mut Purses<'_>, open: &mut [Open]) {
    open.sort_by_key(|one| std::cmp::Reverse(one.at_most));
    let mut most = 0;
    for one in open.iter_mut() {
        if one.at_most < most {
            break;
        }
        match purses.at_most(one.option, most) {
            Some(at_most) => {
                one.at_most = one.at_most.min(at_most);
                most = most.max(one.at_most);
            }
            None => one.is_affordable = false,
        }
    }
    open.sort_by_key(|one| std::cmp::Reverse(one.at_most));
}

/// Which of two options is bought sooner: by effective votes, votes, and the lower cost.
fn compare(field: &Field<'_>, one: (usize, &Price), other: (usize, &Price)) -> Ordering {
    let votes = |(option, price): (usize, &Price), than: &Price| {
        IBig::from(field.money.cost(option)) * IBig::from(price.payers) * &than.sum
    };
    votes(one, other.1)
        .cmp(&votes(other, one.1))
        .then(field.votes_for(one.0).cmp(&field.votes_for(other.0)))
        .then(field.money.cost(other.0).cmp(&field.money.cost(one.0)))
}
