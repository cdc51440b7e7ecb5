//! The public log: everything that happened, told in sentences.

use axum::{Router, routing::get};

use super::Door;

mod history;
mod log;
mod sentence;

pub use history::History;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new().route("/log", get(log::page))
}
