//! Why somebody isn't put on the roll of a vote, and why a proxy isn't given or used.

use crate::{
    rules::{addition, proxy},
    web::words::Words,
};

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

/// The sentence about a proxy. Of somebody else it doesn't say whether she gave one.
#[must_use]
pub fn of_proxy(words: &Words, refusal: proxy::Refusal) -> String {
    words.say(match refusal {
        proxy::Refusal::NotOnTheRoll => "refusal-proxy-not-on-the-roll",
        proxy::Refusal::OtherGroup => "refusal-proxy-other-group",
        proxy::Refusal::Herself => "refusal-proxy-herself",
        proxy::Refusal::HasGiven => "refusal-proxy-has-given",
        proxy::Refusal::IsHolder => "refusal-proxy-is-holder",
        proxy::Refusal::HolderHasGiven => "refusal-proxy-holder-cannot",
        proxy::Refusal::TooMany { most: 0 } => "refusal-proxy-none-allowed",
        proxy::Refusal::TooMany { most } => {
            return words.with("refusal-proxy-too-many", "most", most);
        }
        proxy::Refusal::Frozen => "refusal-proxy-frozen",
        proxy::Refusal::NoMandate => "refusal-proxy-no-mandate",
        proxy::Refusal::GiverVoted => "refusal-proxy-giver-voted",
        proxy::Refusal::Used => "refusal-proxy-used",
        proxy::Refusal::AlternateVotes => "refusal-proxy-alternate-votes",
    })
}
