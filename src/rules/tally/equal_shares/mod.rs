//! `equal_shares` version 1: the budget is shared out equally among all who voted, and supporters
//! buy options together.
//!
//! Source: the method of equal shares (Peters, Pierczyński and Skowron, *Proportional Participatory
//! Budgeting with Additive Utilities*, 2021) with the utility of a cost, as cities use it
//! (equalshares.net). Everybody who cast a ballot, also a blank one, gets the same share. An option is
//! bought when its supporters have the money left: each pays the same, the price, or all they have
//! left if that is less. Bought is what has the most *effective votes*: its cost divided by the
//! price. Of options with equally many, the one with more votes goes first, then the cheaper one,
//! then a lot decides. Options that cost nothing come first; one without votes is never bought.
//!
//! Completion `add1`: everybody's share is raised step by step and all is counted anew, until the
//! next step would buy more than the budget can pay; the last count before it holds. It isn't
//! stopped sooner, also not where nothing more could be paid. Where everything that has votes can be
//! paid together, all of it is bought.
//!
//! It promises that a group of `l` in `n` who agree can decide about that share of the budget: extended
//! justified representation up to one option, and exactly where all options cost the same (without
//! completion; `add1` gives groups more money, never less). It doesn't promise that the budget is
//! spent, nor that a smaller budget buys a part of what a larger one buys.

pub mod field;
mod price;
mod run;
mod story;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Counted,
    choose::{Ways, ways},
    exact::Fraction,
    greedy,
    lot::{Lots, Needed},
    money::Money,
    paper::{Approval, Options},
};
use crate::rules::word::words;
use field::{Field, Share};
use run::Run;

/// The name of this method in a record.
pub const METHOD: &str = "equal_shares";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

words! {
    /// What is done with money that nobody could spend.
    pub enum Completion {
        /// Nothing: it stays.
        None = "none",
        /// Shares are raised step by step while the budget does.
        Add1 = "add1",
    }
}

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub completion: Completion,
    /// By how much `add1` raises each share at a time, in whole units of the currency (euros, not
    /// cents). It must fit the money: a thousandth of the first share is fine enough.
    pub increment: Fraction,
    /// Whether what is left in the end goes to the options with the most votes that still fit.
    pub rest_by_votes: bool,
}

impl Default for Rules {
    /// As cities count: `add1` by one unit of the currency, and the rest stays.
    fn default() -> Self {
        Self { completion: Completion::Add1, increment: Fraction::from(1), rest_by_votes: false }
    }
}

/// One step of the count, in the order in which it is told. Sums are in the smallest unit of the
/// money that is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// What there is to spend, and everybody's share of it at first.
    Start { voters: u64, blank: u64, budget: u64, share: Fraction },
    /// Everything that has votes can be paid together.
    Together { cost: u64, budget: u64 },
    /// Shares were raised so many times, up to this one.
    Raised { times: u64, share: Fraction },
    /// An option is bought. Each of its supporters pays `price`, but `poorer` of them only what they
    /// had left, and `spent_up` had nothing left to pay with; `left` is what the budget has left.
    Bought {
        option: String,
        votes: u64,
        cost: u64,
        effective_votes: Fraction,
        price: Fraction,
        poorer: u64,
        spent_up: u64,
        left: u64,
    },
    /// An option that has votes costs nothing, or is bought as everything can be paid.
    Given { option: String, votes: u64, cost: u64, left: u64 },
    /// With the next higher share this option would be bought too, and the budget wouldn't do.
    Beyond { share: Fraction, option: String },
    /// An option is bought by its votes, as it still fits.
    Added { option: String, votes: u64, cost: u64, left: u64 },
    /// An option isn't bought: its supporters have only so much left together.
    Short { option: String, votes: u64, cost: u64, have: Fraction },
    /// Nobody voted for an option.
    NoVotes { option: String, cost: u64 },
    /// What stays of the budget.
    Rest { left: u64 },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        story::tell(self, f)
    }
}

/// Counts a vote. Options that are equal and bought either way stand in the order of their ids where
/// no lot was drawn; a lot is needed where it decides what is bought.
///
/// # Errors
/// [`Needed`] where a lot must decide and none was drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Approval],
    money: &Money,
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let field = Field::new(options, ballots, money);
    let first = field.share(rules, 0);
    let mut counted = Counted {
        winners: Vec::new(),
        ties: Vec::new(),
        steps: vec![story::start(&field, &first)],
    };
    if field.cost <= u128::from(money.budget) {
        story::together(&field, &mut counted);
        return Ok(counted);
    }
    let holds = complete(rules, &field, lots, &mut counted)?;
    counted.ties = holds.ties;
    let mut told: Option<Counted<Step>> = None;
    for run in &holds.outcomes {
        let mut one = counted.clone();
        let left = story::bought(&field, run, &mut one);
        let left = match rules.rest_by_votes {
            true => add_by_votes(&field, left, lots, &mut one)?,
            false => left,
        };
        story::not_bought(&field, run, &mut one);
        one.steps.push(Step::Rest { left });
        if told.as_ref().is_some_and(|told| !told.has_winners_of(&one)) {
            return Err(holds.tied.unwrap_or(Needed { among: Vec::new() }));
        }
        told = told.or(Some(one));
    }
    Ok(told.unwrap_or(counted))
}

/// The run that holds; several where ties may fall in several ways.
fn complete<'a>(
    rules: &Rules,
    field: &'a Field<'a>,
    lots: &Lots,
    counted: &mut Counted<Step>,
) -> Result<Ways<Run<'a>>, Needed> {
    let follow = |share: &Share| -> Result<Ways<Run<'a>>, Needed> {
        ways(lots, Run::is_same, |chooser| run::run(field, share, chooser))
    };
    let mut holds = follow(&field.share(rules, 0))?;
    if rules.completion == Completion::None || rules.increment <= Fraction::default() {
        return Ok(holds);
    }
    let mut times = 0_u64;
    loop {
        let share = field.share(rules, times.saturating_add(1));
        let next = follow(&share)?;
        let beyond = next.outcomes.iter().filter_map(|run| run.beyond).next();
        if let Some(option) = beyond {
            if next.outcomes.iter().any(|run| run.beyond.is_none()) {
                return Err(next.tied.unwrap_or(Needed { among: Vec::new() }));
            }
            let raised = field.share(rules, times);
            counted.steps.push(Step::Raised { times, share: raised.fraction() });
            let (share, option) = (share.fraction(), field.options.id(option).to_owned());
            counted.steps.push(Step::Beyond { share, option });
            return Ok(holds);
        }
        holds = next;
        times = times.saturating_add(1);
    }
}

/// Spends what is left by votes; returns what is left then.
fn add_by_votes(
    field: &Field<'_>,
    left: u64,
    lots: &Lots,
    counted: &mut Counted<Step>,
) -> Result<u64, Needed> {
    let open = |(option, votes): (usize, &u64)| {
        let is_bought = counted.winners.iter().any(|id| id == field.options.id(option));
        if is_bought { 0 } else { i64::try_from(*votes).unwrap_or(i64::MAX) }
    };
    let support: Vec<i64> = field.votes.iter().enumerate().map(open).collect();
    let money = Money { budget: left, ..field.money.clone() };
    let rules = greedy::Rules { misfit: greedy::Misfit::PassOver };
    let more = greedy::count(&rules, field.options, &support, &money, lots)?;
    counted.winners.extend(more.winners);
    counted.ties.extend(more.ties);
    let mut rest = left;
    for step in more.steps {
        if let greedy::Step::Funded { option, votes, cost, left, .. } = step {
            let votes = u64::try_from(votes).unwrap_or_default();
            counted.steps.push(Step::Added { option, votes, cost, left });
            rest = left;
        }
    }
    Ok(rest)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod handed;
