//! Founding the neighbourhood, and the council: who sits where, by which rules.

use axum::{Router, routing::get};

use super::Door;

mod setup;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new().route("/setup", get(setup::page).post(setup::found))
}
