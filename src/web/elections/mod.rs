//! Elections: who stands, standing oneself, asking somebody else, and who got which seat.

use axum::{
    Router,
    routing::{get, post},
};

use super::{Door, sectors::Sectors, visit::Visit};
use crate::{elections::entity::election, error::Error, rules::candidacy::Stage};

mod asked;
mod call;
mod call_off;
mod documents;
mod index;
mod nominate;
mod quotas;
mod seats;
mod show;
mod stand;
mod withdraw;

pub use asked::Hers;
pub use index::Item;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/elections", get(index::page))
        .route("/elections/{number}", get(show::page))
        .route("/elections/{number}/candidacy", get(stand::page).post(stand::act))
        .route("/elections/{number}/nomination", get(nominate::page).post(nominate::act))
        .route("/elections/{number}/withdrawal", get(withdraw::page).post(withdraw::act))
        .route("/elections/{number}/cancellation", get(call_off::page).post(call_off::act))
        .route("/elections/{number}/seats", post(seats::act))
        .route("/elections/{number}/seatings/{file}", get(documents::file))
        .route("/desk/elections", get(call::page).post(call::act))
}

/// Finds the election that an address names.
///
/// # Errors
/// There is no such election.
async fn find(visit: &Visit, number: &str) -> Result<election::Model, Error> {
    let number = number.parse().map_err(|_| Error::NotFound("election"))?;
    let found = crate::elections::store::find_by_number(visit.app().db.read(), number).await?;
    found.ok_or(Error::NotFound("election"))
}

/// What an election is called.
fn title(visit: &Visit, sectors: &Sectors, row: &election::Model) -> String {
    let sector = sectors.name(&row.sector);
    visit.fill("election-title", &[("seats", row.seats.into()), ("sector", sector.into())])
}

/// The class of the tag that shows where an election stands.
const fn tag(stage: Stage) -> &'static str {
    match stage {
        Stage::Seated => "good",
        Stage::Failed | Stage::CalledOff => "bad",
        Stage::Nominating | Stage::Voting => "busy",
    }
}
