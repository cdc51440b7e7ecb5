//! An order: why something stands below what fewer people want.

use super::Answer;
use crate::rules::tally::agenda_phragmen::Step;

struct Placed<'a> {
    option: &'a String,
    place: u32,
    votes: u64,
    /// Supporters who had something higher on the agenda.
    heard: u64,
}

/// Why not higher, for each option below one with fewer supporters; and those without a place.
pub fn answers(steps: &[Step]) -> Vec<Answer> {
    let mut placed: Vec<Placed<'_>> = Vec::new();
    let mut answers = Vec::new();
    for step in steps {
        match step {
            Step::Papers { .. } => {}
            Step::Placed { option, place, votes, new_voices, .. } => {
                let heard = votes.saturating_sub(*new_voices);
                let one = Placed { option, place: *place, votes: *votes, heard };
                answers.extend(
                    placed.iter().find(|it| it.votes < one.votes).map(|it| below(&one, it)),
                );
                placed.push(one);
            }
            Step::Waiting { option, votes, .. } => answers.push(Answer::NotPlaced {
                option: option.clone(),
                votes: *votes,
                places: placed.last().map_or(0, |last| last.place),
            }),
            Step::NoVotes { option } => answers.push(Answer::NoTicks { option: option.clone() }),
        }
    }
    answers
}

fn below(one: &Placed<'_>, above: &Placed<'_>) -> Answer {
    Answer::Below {
        option: one.option.clone(),
        place: one.place,
        votes: one.votes,
        heard: one.heard,
        above: above.option.clone(),
        above_place: above.place,
        above_votes: above.votes,
        above_heard: above.heard,
    }
}
