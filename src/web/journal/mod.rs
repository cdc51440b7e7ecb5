//! The public log: everything that happened, told in sentences.

use axum::{Router, routing::get};

use super::Door;

mod heads;
mod history;
mod log;
mod sentence;

pub use history::History;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/log", get(log::page))
        .route("/log/heads", get(heads::page))
        .route("/log/heads.json", get(heads::heads))
        .route("/log/chain.json", get(heads::chain))
        .route("/log/keys.json", get(heads::keys))
        .route("/log/witnessed.json", get(heads::witnessed))
}
