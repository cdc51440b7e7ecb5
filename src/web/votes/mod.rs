//! Votes: reading what is asked, casting a ballot, reading the result.

use axum::{
    Router,
    routing::{get, post},
};

use super::{Door, visit::Visit};
use crate::{
    error::Result,
    ids::ProposalId,
    rules::{record::schema, vote::Stage},
    votes,
};

mod absence;
mod addition;
mod answers;
mod again;
mod asked;
mod ballot;
mod ballot_box;
mod batches;
mod booth;
mod cancel;
mod channels;
mod challenge;
mod chosen;
mod close;
pub(super) mod delegation;
mod drawn;
mod explained;
mod conditions;
mod extension;
mod fill;
mod index;
mod open;
mod prepare;
mod proxies;
pub(super) mod proxy;
mod proof;
mod receipt;
mod recusal;
mod record;
mod undecided;
mod sheet;
mod show;
mod signature;
mod small;
mod story;
mod waiting;

pub use answers::Kept;
pub use ballot_box::BallotBox;
pub use index::Item;
pub use record::is_readable;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/votes", get(index::page))
        .route("/methods", get(explained::index))
        .route("/methods/{name}", get(explained::page))
        .route("/votes/{number}", get(show::page))
        .route("/votes/{number}/ballot", post(ballot::cast))
        .route("/votes/{number}/paper", post(fill::act))
        .route("/votes/{number}/receipt", get(receipt::ask).post(receipt::find))
        .route("/votes/{number}/receipt/proof.json", post(receipt::proof))
        .route("/votes/{number}/receipt/signed.json", get(receipt::signed))
        .route("/votes/{number}/signature", get(signature::page).post(signature::act))
        .route("/votes/{number}/record.json", get(record::file))
        .route(schema::PATH, get(record::schema))
        .route("/votes/{number}/opening", post(open::act))
        .route("/votes/{number}/absences", get(absence::page).post(absence::act))
        .route("/votes/{number}/extension", get(extension::page).post(extension::act))
        .route("/votes/{number}/voters", get(addition::page).post(addition::act))
        .route("/votes/{number}/proxy", get(proxy::page).post(proxy::give))
        .route("/votes/{number}/proxy/end", post(proxy::take_back))
        .route("/votes/{number}/proxies", get(proxies::page).post(proxies::record))
        .route("/votes/{number}/proxies/end", post(proxies::take_back))
        .route("/votes/{number}/delegation", get(delegation::page).post(delegation::give))
        .route("/votes/{number}/delegation/end", post(delegation::take_back))
        .route("/votes/{number}/recusal", get(recusal::page).post(recusal::act))
        .merge(batches::routes())
        .route("/votes/{number}/closing", get(close::page).post(close::act))
        .route("/votes/{number}/tie", get(undecided::tie).post(undecided::rule_on_tie))
        .route("/votes/{number}/round", get(undecided::round).post(undecided::end_round))
        .route("/votes/{number}/objection", post(undecided::objection))
        .route("/votes/{number}/dispute", post(challenge::act))
        .route("/votes/{number}/cancellation", get(cancel::page).post(cancel::act))
        .route("/proposals/{number}/vote", get(prepare::page).post(prepare::act))
}

/// The number of the newest vote on a proposal that wasn't cancelled.
///
/// # Errors
/// What the database says.
pub async fn number_of(visit: &Visit, proposal: ProposalId) -> Result<Option<i64>> {
    let votes = votes::store::of_proposal(visit.app().db.read(), proposal).await?;
    Ok(votes.iter().find(|vote| vote.stage != Stage::Cancelled).map(|vote| vote.number))
}
