//! The desk of the secretary: roll, letters, officers, seats, charter, moderation.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use super::Door;

mod charter;
mod entry;
mod import;
mod index;
mod letters;
mod member;
mod officers;
mod paper;
mod roll;
mod seats;
mod talk;

pub use paper::{last_moment, paper};

/// The largest roll as a file, in bytes.
const UPLOAD_MOST: usize = 4 * 1024 * 1024;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/desk/roll/import", get(import::page).post(import::try_out))
        .route("/desk/roll/import/confirmation", post(import::act))
        .layer(DefaultBodyLimit::max(UPLOAD_MOST))
        .route("/desk", get(index::page))
        .route("/desk/roll", get(roll::page).post(member::add))
        .route("/desk/roll/new", get(member::new))
        .route("/desk/roll/{member}", get(member::page).post(member::change))
        .route("/desk/roll/{member}/suspension", post(member::suspend))
        .route("/desk/roll/{member}/forgetting", post(member::forget))
        .route("/desk/roll/{member}/letter", post(letters::one))
        .route("/desk/letters", get(letters::page).post(letters::many))
        .route("/desk/officers", get(officers::page).post(officers::appoint))
        .route("/desk/officers/{member}/{role}/end", post(officers::dismiss))
        .route("/desk/seats", get(seats::page))
        .route("/desk/seats/{seat}", get(seats::seat).post(seats::fill))
        .route("/desk/seats/{seat}/vacancy", post(seats::vacate))
        .route("/desk/sectors", post(seats::arrange))
        .route("/desk/charter", get(charter::page).post(charter::adopt))
        .route("/desk/comments", get(talk::page))
}
