//! Ballots on paper, by mail and by show of hands: announcing how many there are, typing them, seeing
//! where two tellers differ; and what they print for it.

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    error::{Error, Result},
    rules::permission::Deed,
    votes::{
        batches::{entity::batch, store},
        entity::vote,
    },
    web::{Door, PageError, form::Faults, visit::Visit, votes::show},
};

pub mod correct;
mod discard;
mod list;
mod namesake;
mod printed;
mod typing;

/// What tellers do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/votes/{number}/batches", get(list::page).post(list::act))
        .route("/votes/{number}/batches/{batch}", get(typing::page).post(typing::act))
        .route("/votes/{number}/batches/{batch}/correction", get(correct::page))
        .route("/votes/{number}/batches/{batch}/correction", post(correct::act))
        .route("/votes/{number}/batches/{batch}/discarding", get(discard::page))
        .route("/votes/{number}/batches/{batch}/discarding", post(discard::act))
        .route("/votes/{number}/namesake", get(namesake::page).post(namesake::act))
        .route("/votes/{number}/roll", get(printed::roll))
        .route("/votes/{number}/papers", get(printed::papers))
}

/// The vote and the batch that an address names, for those who may know of it.
async fn find(
    visit: &Visit,
    number: &str,
    batch: &str,
) -> Result<(vote::Model, batch::Model), PageError> {
    visit.only(Deed::AnnounceBatch)?;
    let row = show::find(visit, number).await?;
    let number = batch.parse().map_err(|_| Error::NotFound("batch"))?;
    let batch = store::find_by_number(visit.app().db.read(), row.id, number).await?;
    Ok((row, batch.ok_or(Error::NotFound("batch"))?))
}

/// How many papers somebody typed; what is no number is said at its field.
fn papers(visit: &Visit, typed: &str, faults: &mut Faults) -> Option<u64> {
    let papers = typed.trim().parse().ok();
    if papers.is_none() {
        faults.at("announced", visit.say("fault-number"));
    }
    papers
}

/// What a batch is called.
fn name(visit: &Visit, batch: &batch::Model) -> String {
    let things = [
        ("number", batch.number.into()),
        ("channel", batch.channel.word().into()),
        ("papers", batch.announced.into()),
    ];
    visit.fill("batch-name", &things)
}
