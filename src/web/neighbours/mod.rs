//! Elsewhere: what other neighbourhoods propose, open and decide, and the partners themselves.

use axum::{
    Router,
    routing::{get, post},
};

use super::Door;

mod elsewhere;
mod partners;
mod share;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/elsewhere", get(elsewhere::page))
        .route("/elsewhere/{notice}/share", post(share::give))
        .route("/elsewhere/{notice}/share/end", post(share::take_back))
        .route("/desk/partners", get(partners::page).post(partners::ask))
        .route("/desk/partners/{partner}/end", post(partners::end))
}
