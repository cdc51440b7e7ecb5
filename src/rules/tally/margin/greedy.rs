//! Money by votes: what was left when it was the turn of an option.

use super::Answer;
use crate::rules::tally::greedy::Step;

/// Why not, for each option that wasn't funded.
pub fn answers(steps: &[Step], budget: u64) -> Vec<Answer> {
    let answer = |step: &Step| match step {
        Step::TooDear { option, cost, .. } if *cost > budget => {
            let (option, lack) = (option.clone(), cost.saturating_sub(budget));
            Some(Answer::TooDear { option, cost: *cost, budget, lack })
        }
        Step::TooDear { option, votes, cost, left } => Some(Answer::LeftShort {
            option: option.clone(),
            votes: u64::try_from(*votes).unwrap_or_default(),
            cost: *cost,
            left: *left,
            lack: cost.saturating_sub(*left),
        }),
        Step::TooLate { option, votes, .. } => Some(Answer::TooLate {
            option: option.clone(),
            votes: u64::try_from(*votes).unwrap_or_default(),
        }),
        Step::NoVotes { option, .. } => Some(Answer::NoTicks { option: option.clone() }),
        Step::Start { .. } | Step::Border { .. } | Step::Funded { .. } => None,
    };
    steps.iter().filter_map(answer).collect()
}
