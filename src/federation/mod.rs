//! The back door: the same acts, coming from and going to other servers. Knows ActivityPub; holds
//! no rule.

use activitypub_federation::config::{Data, FederationConfig};
use axum::Router;
use tokio::sync::watch;

mod actors;
mod addresses;
mod clean;
mod documents;
pub mod entity;
mod fetch;
mod incoming;
mod keys;
mod limits;
mod office;
mod outgoing;
mod patience;
mod signature;
mod store;
mod wire;
mod witness;

pub use documents::negotiate;
pub use limits::Limits;
pub use office::Office;

use crate::{
    app::App,
    error::{Error, Result},
};

/// This server's part in the federation: a cheap clone of handles.
#[derive(Clone)]
pub struct Federation {
    config: FederationConfig<Office>,
}

impl std::fmt::Debug for Federation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Federation").finish_non_exhaustive()
    }
}

impl Federation {
    /// Takes part with the usual limits.
    ///
    /// # Errors
    /// The client can't be made.
    pub async fn new(app: App) -> Result<Self> {
        Self::with_limits(app, Limits::default()).await
    }

    /// Takes part with limits of one's own.
    ///
    /// # Errors
    /// The client can't be made.
    pub async fn with_limits(app: App, limits: Limits) -> Result<Self> {
        let office = Office::new(app, limits)?;
        let config = FederationConfig::builder()
            .domain(office.addresses.authority())
            .debug(office.development())
            .client(office.client.clone().into())
            .app_data(office)
            .build()
            .await
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        Ok(Self { config })
    }

    fn app(&self) -> &App {
        &self.config.app
    }

    fn data(&self) -> Data<Office> {
        self.config.to_request_data()
    }
}

/// The routes of the back door.
pub fn routes(federation: &Federation) -> Router {
    documents::routes(federation)
}

/// Works until `stop` says so: deals with what came in, writes down what goes out, delivers it.
/// Everything that was begun is finished before this returns.
pub async fn run(federation: Federation, stop: watch::Receiver<bool>) {
    if let Err(error) = federation.config.keys().await {
        tracing::error!(%error, "the keys of this server");
    }
    tokio::join!(
        incoming::intake::run(federation.clone(), stop.clone()),
        outgoing::outbox::run(federation.clone(), stop.clone()),
        outgoing::ask::run(federation.clone(), stop.clone()),
        witness::run(federation.clone(), stop.clone()),
        outgoing::delivery::run(federation, stop),
    );
}
