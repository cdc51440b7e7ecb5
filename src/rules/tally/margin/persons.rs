//! One person in rounds: how many votes were missing for more than half.

use super::Answer;
use crate::rules::tally::{method::Tally, persons::Step};

/// Why not, for each who was named in the round that chose somebody.
pub fn answers(steps: &[Step], tally: &Tally) -> Vec<Answer> {
    let last = steps.iter().rev().find_map(|step| match step {
        Step::Round { votes, cast, .. } => Some((votes, *cast)),
        _ => None,
    });
    let Some(((votes, cast), chosen)) = last.zip(tally.winners.first()) else { return Vec::new() };
    let chosen_votes = votes.get(chosen).copied().unwrap_or_default();
    let others = votes.iter().filter(|(option, _)| *option != chosen);
    let answer = |(option, votes): (&String, &u64)| Answer::VotesShort {
        option: option.clone(),
        votes: *votes,
        to: chosen.clone(),
        to_votes: chosen_votes,
        more: cast.saturating_sub(votes.saturating_mul(2)).saturating_add(1),
    };
    others.map(answer).collect()
}
