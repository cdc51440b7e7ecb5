//! `greedy` version 1: the option with the most votes is funded first, then the next that can still
//! be paid, until nothing fits.
//!
//! Source: the rule of most participatory budgets (Rey and Maly, *The (Computational) Social Choice
//! Take on Indivisible Participatory Budgeting* (2023), §3.1). What happens at the first option that
//! doesn't fit is a parameter, as cities differ: most pass over it, some stop there. Of options with
//! equal votes the cheaper goes first, as it leaves more for the others; then a lot decides. An
//! option without votes isn't funded.
//!
//! It promises that one more vote never makes an option lose where nothing else changes. It promises
//! groups nothing: the largest may take the whole budget.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Counted,
    lot::{Lots, Needed},
    money::Money,
    paper::Options,
};
use crate::rules::word::words;

/// The name of this method in a record.
pub const METHOD: &str = "greedy";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

words! {
    /// What happens at an option that doesn't fit any more.
    pub enum Misfit {
        /// It is passed over; a cheaper one may still be funded.
        PassOver = "pass_over",
        /// Nothing more is funded.
        Stop = "stop",
    }
}

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub misfit: Misfit,
}

/// One step of the count, in the order in which it is told. Sums are in the smallest unit of the
/// money that is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// What there is to spend.
    Start { budget: u64 },
    /// These have equal votes and equal costs, and not all of them can be paid: a lot decides.
    Border { options: Vec<String>, votes: i64, cost: u64, left: u64 },
    /// An option is funded, and so much is left.
    Funded { option: String, votes: i64, cost: u64, left: u64, by_lot: bool },
    /// An option costs more than is left.
    TooDear { option: String, votes: i64, cost: u64, left: u64 },
    /// An option comes after the first that didn't fit.
    TooLate { option: String, votes: i64, cost: u64 },
    /// Nobody voted for an option.
    NoVotes { option: String, cost: u64 },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start { budget } => write!(f, "There is {budget} to spend."),
            Self::Border { options, votes, cost, left } => write!(
                f,
                "{} have {votes} votes and cost {cost} each, and {left} is left: a lot decides.",
                options.join(", ")
            ),
            Self::Funded { option, votes, cost, left, by_lot } => write!(
                f,
                "{option} is funded with {votes} votes{}: it costs {cost}, which leaves {left}.",
                if *by_lot { ", by lot" } else { "" }
            ),
            Self::TooDear { option, votes, cost, left } => write!(
                f,
                "{option} isn't funded: it has {votes} votes, but costs {cost} and {left} is left."
            ),
            Self::TooLate { option, votes, cost } => write!(
                f,
                "{option} isn't funded: it has {votes} votes and costs {cost}, but comes after one \
                 that couldn't be paid."
            ),
            Self::NoVotes { option, .. } => write!(f, "{option} isn't funded: it has no votes."),
        }
    }
}

/// Counts a vote by the votes or points of each option. Funded options with equal votes and costs
/// stand in the order of their ids where all of them are paid: nothing hangs on it.
///
/// # Errors
/// [`Needed`] where a lot must decide and none was drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    support: &[i64],
    money: &Money,
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let mut ranked: Vec<Line<'_>> = options
        .ids()
        .iter()
        .zip(support.iter().zip(&money.costs))
        .map(|(id, (votes, cost))| Line { id, votes: *votes, cost: *cost })
        .collect();
    ranked.sort_by(|a, b| b.votes.cmp(&a.votes).then(a.cost.cmp(&b.cost)).then(a.id.cmp(b.id)));
    let mut spending = Spending {
        rules,
        lots,
        left: money.budget,
        over: false,
        counted: Counted {
            winners: Vec::new(),
            ties: Vec::new(),
            steps: vec![Step::Start { budget: money.budget }],
        },
    };
    for equal in ranked.chunk_by(|a, b| (a.votes, a.cost) == (b.votes, b.cost)) {
        spending.fund(equal)?;
    }
    Ok(spending.counted)
}

/// An option with its votes and cost.
#[derive(Clone, Copy)]
struct Line<'a> {
    id: &'a str,
    votes: i64,
    cost: u64,
}

struct Spending<'a> {
    rules: &'a Rules,
    lots: &'a Lots,
    left: u64,
    /// Whether nothing more is funded.
    over: bool,
    counted: Counted<Step>,
}

impl Spending<'_> {
    /// Funds what it can of options with equal votes and costs.
    fn fund(&mut self, equal: &[Line<'_>]) -> Result<(), Needed> {
        let Some(Line { votes, cost, .. }) = equal.first().copied() else { return Ok(()) };
        let mut open: Vec<&str> = equal.iter().map(|line| line.id).collect();
        let all = u64::try_from(open.len()).ok().and_then(|n| cost.checked_mul(n));
        let by_lot = cost <= self.left && all.is_none_or(|all| all > self.left);
        let may_win = votes > 0 && !self.over;
        if may_win && by_lot {
            let options = open.iter().map(|id| (*id).to_owned()).collect();
            self.counted.steps.push(Step::Border { options, votes, cost, left: self.left });
        }
        while may_win && cost <= self.left && !open.is_empty() {
            let option = if by_lot {
                let tie = self.lots.draw(open.iter().copied())?;
                let drawn = tie.drawn.clone();
                self.counted.ties.push(tie);
                drawn
            } else {
                open.first().map(|id| (*id).to_owned()).unwrap_or_default()
            };
            open.retain(|id| *id != option);
            self.left = self.left.saturating_sub(cost);
            self.counted.winners.push(option.clone());
            self.counted.steps.push(Step::Funded { option, votes, cost, left: self.left, by_lot });
        }
        let was_over = self.over;
        if may_win && !open.is_empty() {
            self.over = self.rules.misfit == Misfit::Stop;
        }
        for id in open {
            let option = id.to_owned();
            self.counted.steps.push(if votes <= 0 {
                Step::NoVotes { option, cost }
            } else if was_over {
                Step::TooLate { option, votes, cost }
            } else {
                Step::TooDear { option, votes, cost, left: self.left }
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod handed;
