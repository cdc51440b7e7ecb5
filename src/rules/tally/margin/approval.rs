//! Ticks: how many an option is behind the last one that was chosen.

use std::collections::BTreeSet;

use super::Answer;
use crate::rules::tally::approval::{Rules, Step};

/// The smallest lead of those who were chosen, then why not, for each of the others.
pub fn answers(rules: &Rules, steps: &[Step]) -> Vec<Answer> {
    let chosen: BTreeSet<&str> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Elected { option, .. } => Some(option.as_str()),
            _ => None,
        })
        .collect();
    let votes = steps.iter().filter_map(|step| match step {
        Step::Votes { option, votes } => Some((option, *votes)),
        _ => None,
    });
    let (winners, losers): (Vec<_>, Vec<_>) =
        votes.partition(|(option, _)| chosen.contains(option.as_str()));
    let last = winners.iter().min_by_key(|(_, votes)| *votes).copied();
    let next = losers.iter().max_by_key(|(_, votes)| *votes).copied();
    let ahead = last.zip(next).map(|((option, votes), (next, next_votes))| Answer::TicksAhead {
        option: option.clone(),
        votes,
        next: next.clone(),
        next_votes,
        by: votes.saturating_sub(next_votes),
    });
    let why_not = |(option, votes): (&String, u64)| match last {
        Some((last, last_votes)) if votes > 0 || rules.fill => Answer::TicksShort {
            option: option.clone(),
            votes,
            last: last.clone(),
            last_votes,
            more: last_votes.saturating_sub(votes).saturating_add(1),
            is_tied: votes == last_votes,
        },
        _ => Answer::NoTicks { option: option.clone() },
    };
    ahead.into_iter().chain(losers.into_iter().map(why_not)).collect()
}
