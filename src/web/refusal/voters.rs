//! Why somebody isn't put on the roll of a vote.

use crate::{rules::addition, web::words::Words};

/// The sentence about somebody who was left out of a roll.
#[must_use]
pub fn of_addition(words: &Words, refusal: addition::Refusal) -> String {
    words.say(match refusal {
        addition::Refusal::OnTheRoll => "refusal-addition-on-the-roll",
        addition::Refusal::NotListed => "refusal-addition-not-listed",
        addition::Refusal::NotOfAge => "refusal-addition-not-of-age",
        addition::Refusal::Vacant => "refusal-addition-vacant",
    })
}
