//! Why somebody isn't put on the roll of a vote, and why a proxy or a delegation isn't given or
//! used.

use crate::{
    error::Refusal,
    rules::{addition, delegation, proxy},
    web::words::Words,
};

/// What is wrong with an addition, a proxy or a delegation, at its field.
#[must_use]
pub fn faults(words: &Words, refusal: &Refusal) -> Vec<(Option<&'static str>, String)> {
    let (field, sentence) = match refusal {
        Refusal::Addition(refusal) => ("who", of_addition(words, *refusal)),
        Refusal::Proxy(refusal) => ("holder", of_proxy(words, *refusal)),
        Refusal::Delegation(refusal) => ("delegate", of_delegation(words, *refusal)),
        _ => return Vec::new(),
    };
    vec![(Some(field), sentence)]
}

/// The sentence about somebody who was left out of a roll.
#[must_use]
fn of_addition(words: &Words, refusal: addition::Refusal) -> String {
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

/// The sentence about a delegation.
#[must_use]
fn of_delegation(words: &Words, refusal: delegation::Refusal) -> String {
    words.say(match refusal {
        delegation::Refusal::NotOnTheRoll => "refusal-proxy-not-on-the-roll",
        delegation::Refusal::Herself => "refusal-delegation-herself",
        delegation::Refusal::TooMany { most: 0 } => "refusal-delegation-none-allowed",
        delegation::Refusal::TooMany { most } => {
            return words.with("refusal-delegation-too-many", "most", most);
        }
        delegation::Refusal::Exists => "refusal-delegation-exists",
        delegation::Refusal::NotHere => "refusal-delegation-not-here",
        delegation::Refusal::None => "refusal-delegation-none",
    })
}
