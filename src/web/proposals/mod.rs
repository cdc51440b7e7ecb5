//! Proposals: reading, writing, supporting, talking about them.

use axum::{
    Router,
    routing::{get, post},
};

use super::Door;

mod comment;
mod difference;
mod index;
mod moderate;
mod open;
mod remove;
mod revise;
mod show;
mod support;
mod talk;
mod texts;
mod withdraw;
mod write;

pub use index::Item;
pub use show::find;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/proposals", get(index::page).post(write::act))
        .route("/proposals/new", get(write::page))
        .route("/proposals/{number}", get(show::page))
        .route("/proposals/{number}/opening", post(open::act))
        .route("/proposals/{number}/revision", get(revise::page).post(revise::act))
        .route("/proposals/{number}/versions/{version}", get(difference::page))
        .route("/proposals/{number}/support", post(support::give))
        .route("/proposals/{number}/support/end", post(support::take_back))
        .route("/proposals/{number}/comments", post(comment::act))
        .route("/proposals/{number}/comments/{comment}", get(moderate::page).post(moderate::act))
        .route("/proposals/{number}/withdrawal", get(withdraw::page).post(withdraw::act))
        .route("/proposals/{number}/removal", get(remove::page).post(remove::act))
}
