//! Founding the neighbourhood, and the council: who sits where, by which rules.

use axum::{Router, routing::get};

use super::Door;

mod council;
mod setup;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/council", get(council::page))
        .route("/setup", get(setup::page).post(setup::found))
}
