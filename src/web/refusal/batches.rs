//! Why a batch of ballots isn't taken as it is, as sentences.

use super::sentence::{Fault, of_vote, of_wording};
use crate::{
    rules::{ballot::Channel, batch},
    web::words::Words,
};

/// Every reason behind a batch that isn't taken as it is.
pub(super) fn of_batch(words: &Words, refusal: &batch::Refusal) -> Vec<Fault> {
    let fault = match refusal {
        batch::Refusal::NoBatches { .. } => (Some("channel"), words.say("refusal-batch-channel")),
        batch::Refusal::Consent => (Some("channel"), words.say("refusal-batch-consent")),
        batch::Refusal::HandsInSecret => (Some("channel"), words.say("refusal-batch-hands")),
        batch::Refusal::Papers { most, .. } => {
            (Some("announced"), words.with("refusal-batch-papers", "most", *most))
        }
        batch::Refusal::SameNumber { papers } => {
            (Some("announced"), words.with("refusal-batch-same", "papers", *papers))
        }
        batch::Refusal::NotNow { stage } => {
            (None, words.with("refusal-batch-not-now", "stage", stage.word()))
        }
        batch::Refusal::Vote(refusal) => of_vote(words, *refusal),
        batch::Refusal::HerTurnIsOver => (None, words.say("refusal-batch-turn")),
        batch::Refusal::TwoTyped => (None, words.say("refusal-batch-two")),
        batch::Refusal::OwnInterest => (None, words.say("refusal-batch-interest")),
        batch::Refusal::Sum { announced, found } => {
            let sum = ("announced", *announced);
            (Some("lines"), words.with_two("refusal-batch-sum", sum, ("found", *found)))
        }
        batch::Refusal::Unequal { numbers, papers } => {
            let sum = ("numbers", *numbers);
            (Some("papers"), words.with_two("refusal-batch-unequal", sum, ("papers", *papers)))
        }
        batch::Refusal::Helped { papers, .. } => {
            (Some("helped"), words.with("refusal-batch-helped", "papers", *papers))
        }
        batch::Refusal::Misfit => (Some("lines"), words.say("refusal-not-on-the-paper")),
        batch::Refusal::Objections(objected) => {
            return objected.iter().map(|it| (Some("lines"), of_objected(words, *it))).collect();
        }
        batch::Refusal::Unfinished { batches } => {
            (None, words.with("refusal-batch-unfinished", "batches", *batches))
        }
        batch::Refusal::Wording(refusal) => of_wording(words, *refusal),
    };
    vec![fault]
}

fn of_objected(words: &Words, it: batch::Objected) -> String {
    let things = [
        ("number", it.number.into()),
        ("why", it.why.word().into()),
        ("channel", it.channel.map_or("web", Channel::word).into()),
    ];
    words.fill("refusal-batch-objected", &things)
}
