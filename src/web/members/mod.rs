//! Signing in and out, and the page of one member.

use axum::{
    Router,
    routing::{get, post},
};

use super::Door;

mod data;
mod forget;
mod link;
mod me;
mod reminders;
mod sign_in;
mod sign_out;
mod signing;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/sign-in", get(sign_in::page).post(sign_in::enter))
        .route("/sign-in/{code}", get(sign_in::scanned))
        .route("/sign-in/mail", post(link::ask))
        .route("/sign-in/link/{token}", get(link::page))
        .route("/sign-in/link", post(link::enter))
        .route("/session/end", post(sign_out::here))
        .route("/sessions/end", post(sign_out::everywhere))
        .route("/me", get(me::page))
        .route("/me/signing-key", get(signing::page).post(signing::make))
        .route("/me/reminders", post(reminders::choose))
        .route("/me/data.json", get(data::file))
        .route("/me/forgetting", get(forget::page).post(forget::act))
}
