//! The steps of a count, made from the run that holds, and told in sentences.

use std::fmt;

use dashu_int::{IBig, UBig};

use super::{
    Step,
    field::{Field, Share},
    run::Run,
};
use crate::rules::tally::{Counted, exact::Fraction};

/// What there is, and everybody's share.
pub fn start(field: &Field<'_>, share: &Share) -> Step {
    let blank = field.ballots.iter().filter(|ballot| ballot.options.is_empty());
    Step::Start {
        voters: field.voters,
        blank: blank.map(|ballot| ballot.papers).fold(0, u64::saturating_add),
        budget: field.money.budget,
        share: share.fraction(),
    }
}

/// Buys everything that has votes, most votes first.
pub fn together(field: &Field<'_>, counted: &mut Counted<Step>) {
    let budget = field.money.budget;
    let cost = u64::try_from(field.cost).unwrap_or(u64::MAX);
    counted.steps.push(Step::Together { cost, budget });
    let left = given(field, counted, budget, |_| true);
    without_votes(field, counted);
    counted.steps.push(Step::Rest { left });
}

/// Gives options that have votes and a cost that fits the test, most votes first, then cheapest,
/// then by id: all of them are given, so nothing hangs on the order.
fn given(
    field: &Field<'_>,
    counted: &mut Counted<Step>,
    mut left: u64,
    is_given: impl Fn(u64) -> bool,
) -> u64 {
    let line = |option: usize| {
        let (votes, cost) = (field.votes_for(option), field.money.cost(option));
        (std::cmp::Reverse(votes), cost, field.options.id(option))
    };
    let mut lines: Vec<_> = (0..field.options.len()).map(line).collect();
    lines.retain(|(votes, cost, _)| votes.0 > 0 && is_given(*cost));
    lines.sort_unstable();
    for (votes, cost, id) in lines {
        left = left.saturating_sub(cost);
        let option = id.to_owned();
        counted.winners.push(option.clone());
        counted.steps.push(Step::Given { option, votes: votes.0, cost, left });
    }
    left
}

/// Tells what was bought; returns what is left of the budget.
pub fn bought(field: &Field<'_>, run: &Run<'_>, counted: &mut Counted<Step>) -> u64 {
    let mut left = given(field, counted, field.money.budget, |cost| cost == 0);
    for (place, one) in (1_usize..).zip(&run.bought) {
        let cost = field.money.cost(one.option);
        left = left.saturating_sub(cost);
        let price = run.purses.prices.get(place);
        let effective_votes = votes_at(cost, &price);
        let option = field.options.id(one.option).to_owned();
        counted.winners.push(option.clone());
        counted.steps.push(Step::Bought {
            option,
            votes: field.votes_for(one.option),
            cost,
            effective_votes,
            price,
            poorer: one.poorer,
            spent_up: one.spent_up,
            left,
        });
    }
    left
}

/// A cost divided by a price.
fn votes_at(cost: u64, price: &Fraction) -> Fraction {
    let (part, of) = price.0.clone().into_parts();
    let part = UBig::try_from(part).unwrap_or_default();
    Fraction::new(IBig::from(cost) * IBig::from(of), part)
}

/// Tells why the others weren't bought, most votes first.
pub fn not_bought(field: &Field<'_>, run: &Run<'_>, counted: &mut Counted<Step>) {
    let mut short: Vec<(std::cmp::Reverse<u64>, u64, &str, Fraction)> = Vec::new();
    for option in 0..field.options.len() {
        let (id, votes) = (field.options.id(option), field.votes_for(option));
        if votes > 0 && !counted.winners.iter().any(|winner| winner == id) {
            let have = run.purses.left(option);
            short.push((std::cmp::Reverse(votes), field.money.cost(option), id, have));
        }
    }
    short.sort();
    counted.steps.extend(short.into_iter().map(|(votes, cost, id, have)| Step::Short {
        option: id.to_owned(),
        votes: votes.0,
        cost,
        have,
    }));
    without_votes(field, counted);
}

fn without_votes(field: &Field<'_>, counted: &mut Counted<Step>) {
    let none = (0..field.options.len()).filter(|option| field.votes_for(*option) == 0);
    let mut none: Vec<(&str, u64)> =
        none.map(|option| (field.options.id(option), field.money.cost(option))).collect();
    none.sort_unstable();
    let none = none.into_iter();
    counted.steps.extend(none.map(|(id, cost)| Step::NoVotes { option: id.to_owned(), cost }));
}

/// Says a step in a sentence.
pub fn tell(step: &Step, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match step {
        Step::Start { voters, blank, budget, share } => write!(
            f,
            "{voters} ballots were cast, {blank} of them blank; {budget} is shared out, which is \
             {share} each."
        ),
        Step::Together { cost, budget } => write!(
            f,
            "All that has votes costs {cost} together, and there is {budget}: it is all bought."
        ),
        Step::Raised { times, share } => {
            write!(f, "Shares were raised {times} times, to {share} each.")
        }
        Step::Beyond { share, option } => write!(
            f,
            "With {share} each {option} would be bought as well, which the budget can't pay."
        ),
        Step::Bought { option, votes, cost, effective_votes, price, poorer, spent_up, left } => {
            write!(
                f,
                "{option} is bought for {cost} with {votes} votes, {effective_votes} of them \
                 effective: its supporters pay {price} each; {poorer} of them had less and pay \
                 that, {spent_up} had nothing left. It leaves {left} of the budget."
            )
        }
        Step::Given { option, votes, cost, left } => {
            write!(f, "{option} is bought for {cost} with {votes} votes, which leaves {left}.")
        }
        Step::Added { option, votes, cost, left } => write!(
            f,
            "{option} still fits: it is bought for {cost} by its {votes} votes, which leaves {left}."
        ),
        Step::Short { option, votes, cost, have } => write!(
            f,
            "{option} isn't bought: it costs {cost}, and its {votes} supporters have {have} left \
             together."
        ),
        Step::NoVotes { option, .. } => write!(f, "{option} isn't bought: it has no votes."),
        Step::Rest { left } => write!(f, "{left} stays."),
    }
}
