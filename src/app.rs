//! What every request and worker is given: handles, and nothing that knows a room.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::{clock::Clock, db::Db, mail::Mailer, secret::Secret, settings::Settings};

/// A cheap clone of handles.
#[derive(Clone, Debug)]
pub struct App {
    pub db: Db,
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub secret: Secret,
    pub mailer: Mailer,
    /// Rung after every act, so that those who follow the journal look at once.
    pub bell: Arc<Notify>,
}
