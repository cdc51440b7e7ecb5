//! Money: what the supporters of an option lacked, and how many more of them would have bought it.

use super::{Answer, Counting};
use crate::rules::tally::{
    equal_shares::{self, Rules, Step},
    money::Money,
    paper::{Approval, Options},
    papers::Papers,
};

/// Different papers times options above which nothing is counted again: it would keep a reader
/// waiting.
const MOST_WORK: usize = 30_000;

/// Why not, for each option that wasn't bought.
pub fn answers(rules: &Rules, counting: &Counting<'_>) -> Vec<Answer> {
    let keys = counting.options.iter().map(|option| option.key.clone());
    let Ok(options) = Options::new(keys) else { return Vec::new() };
    let ballots = Papers::sort(counting.lines.iter().copied()).approvals(&options);
    let money = counting.method.money(counting.options);
    let again = Again { rules, counting, options, ballots, money };
    counting.steps().iter().filter_map(|step: &Step| again.answer(step)).collect()
}

/// What is counted again, with more ballots.
struct Again<'a> {
    rules: &'a Rules,
    counting: &'a Counting<'a>,
    options: Options,
    ballots: Vec<Approval>,
    money: Money,
}

impl Again<'_> {
    fn answer(&self, step: &Step) -> Option<Answer> {
        let budget = self.money.budget;
        match step {
            Step::Short { option, cost, .. } | Step::NoVotes { option, cost } if *cost > budget => {
                let (option, lack) = (option.clone(), cost.saturating_sub(budget));
                Some(Answer::TooDear { option, cost: *cost, budget, lack })
            }
            Step::Short { option, votes, cost, have } => {
                let have = u64::try_from(have.0.floor()).unwrap_or_default();
                Some(Answer::MoneyShort {
                    option: option.clone(),
                    votes: *votes,
                    cost: *cost,
                    have,
                    lack: cost.saturating_sub(have),
                    more: self.more(option, *cost),
                })
            }
            Step::NoVotes { option, .. } => Some(Answer::NoTicks { option: option.clone() }),
            _ => None,
        }
    }

    fn papers(&self) -> u64 {
        self.ballots.iter().map(|ballot| ballot.papers).fold(0, u64::saturating_add)
    }

    /// With how many more voters who tick only this it is bought, while with one less it isn't.
    fn more(&self, option: &str, cost: u64) -> Option<u64> {
        if self.ballots.len().saturating_mul(self.options.len()) > MOST_WORK {
            return None;
        }
        let papers = self.papers();
        // So many can pay it with their own first share alone.
        let others = u128::from(self.money.budget.checked_sub(cost).filter(|rest| *rest > 0)?);
        let alone = u128::from(cost).saturating_mul(u128::from(papers)).div_ceil(others);
        let (mut without, mut with) = (0, u64::try_from(alone).ok()?.max(1));
        if !self.is_bought(option, with)? {
            return None;
        }
        while with.saturating_sub(without) > 1 {
            let middle = without.midpoint(with);
            if self.is_bought(option, middle)? {
                with = middle;
            } else {
                without = middle;
            }
        }
        Some(with)
    }

    /// Counts again with so many more ballots; nothing where that needs a lot that wasn't drawn.
    fn is_bought(&self, option: &str, more: u64) -> Option<bool> {
        let place = self.options.place(option)?;
        let mut ballots = self.ballots.clone();
        ballots.push(Approval { options: vec![place], papers: more });
        let lots = self.counting.lots;
        let counted = equal_shares::count(self.rules, &self.options, &ballots, &self.money, lots);
        Some(counted.ok()?.winners.iter().any(|winner| winner == option))
    }
}
