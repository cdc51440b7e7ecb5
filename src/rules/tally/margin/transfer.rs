//! A single transferable vote: in which round somebody left the count, and by how much. How many
//! votes would have turned it can't be said: more of them may even hurt.

use std::collections::BTreeSet;

use super::Answer;
use crate::rules::tally::{fixed::Fixed, stv_meek, stv_scottish};

/// Where everybody stands, and who leaves or is elected, as both counts tell it.
enum Event<'a, const PLACES: usize> {
    Quota(Fixed<PLACES>),
    Standing(u32, Vec<(&'a str, Fixed<PLACES>)>),
    Elected(&'a str),
    Out { option: &'a str, votes: Fixed<PLACES> },
    Left { option: &'a str, votes: Fixed<PLACES> },
}

/// Why not, for each who wasn't elected.
pub fn of_scottish(steps: &[stv_scottish::Step]) -> Vec<Answer> {
    use stv_scottish::{Step, Votes};
    let event = |step| match step {
        &Step::Quota { quota, .. } => {
            let units = u128::from(quota).saturating_mul(Votes::ONE);
            Some(Event::Quota(Votes::of_units(units)))
        }
        Step::Stage { stage, standing, .. } => {
            let all = standing.iter().map(|it| (it.option.as_str(), it.votes));
            Some(Event::Standing(*stage, all.collect()))
        }
        Step::Elected { option, .. } => Some(Event::Elected(option)),
        Step::Excluded { option, votes, .. } => Some(Event::Out { option, votes: *votes }),
        Step::NotElected { option, votes, .. } => Some(Event::Left { option, votes: *votes }),
        _ => None,
    };
    answers(steps.iter().filter_map(event))
}

/// Why not, for each who wasn't elected.
pub fn of_meek(steps: &[stv_meek::Step]) -> Vec<Answer> {
    use stv_meek::Step;
    let events = steps.iter().flat_map(|step| match step {
        Step::Round { round, quota, standing, .. } => {
            let all = standing.iter().map(|it| (it.option.as_str(), it.votes));
            vec![Event::Quota(*quota), Event::Standing(*round, all.collect())]
        }
        Step::Elected { option, .. } => vec![Event::Elected(option)],
        Step::Excluded { option, votes, .. } => vec![Event::Out { option, votes: *votes }],
        Step::NotElected { option, votes, .. } => {
            vec![Event::Left { option, votes: *votes }]
        }
        Step::Papers { .. } | Step::Withdrawn { .. } | Step::Tie { .. } | Step::Filled { .. } => {
            Vec::new()
        }
    });
    answers(events)
}

fn answers<'a, const PLACES: usize>(
    events: impl Iterator<Item = Event<'a, PLACES>>,
) -> Vec<Answer> {
    let minus = |one: Fixed<PLACES>, other: Fixed<PLACES>| {
        Fixed::<PLACES>::of_units(one.units.saturating_sub(other.units)).to_string()
    };
    let mut answers = Vec::new();
    let mut quota = Fixed::default();
    let (mut round, mut standing) = (0, Vec::new());
    let mut elected = BTreeSet::new();
    for event in events {
        match event {
            Event::Quota(now) => quota = now,
            Event::Standing(number, now) => (round, standing) = (number, now),
            Event::Elected(option) => {
                elected.insert(option);
            }
            Event::Out { option, votes } => {
                let others = standing.iter().filter(|(other, _)| *other != option);
                let next = others
                    .filter(|(other, _)| !elected.contains(other))
                    .min_by_key(|(_, votes)| *votes);
                answers.push(Answer::RoundsOut {
                    option: option.to_owned(),
                    round,
                    votes: votes.to_string(),
                    next: next.map(|(next, _)| (*next).to_owned()),
                    short: minus(next.map_or(votes, |(_, more)| *more), votes),
                    is_tied: next.is_some_and(|(_, more)| *more <= votes),
                    quota: quota.to_string(),
                    to_quota: minus(quota, votes),
                });
            }
            Event::Left { option, votes } => answers.push(Answer::RoundsLeft {
                option: option.to_owned(),
                votes: votes.to_string(),
                quota: quota.to_string(),
                to_quota: minus(quota, votes),
            }),
        }
    }
    // The last to go came closest.
    answers.reverse();
    answers
}
