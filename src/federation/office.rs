//! What every request and worker of this room is given.

use std::{sync::Arc, time::Duration};

use activitypub_federation::resolver::ValidatingDnsResolver;
use tokio::sync::OnceCell;
use url::Url;

use super::{
    actors::Acquaintances,
    addresses::Addresses,
    keys::{self, Keys},
    limits::{Buckets, Limits},
};
use crate::{
    app::App,
    bodies::{self, entity::neighbourhood},
    error::{Error, Result},
};

/// The longest that another server is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A cheap clone of handles.
#[derive(Clone, Debug)]
pub struct Office {
    pub app: App,
    pub addresses: Addresses,
    pub client: reqwest::Client,
    pub limits: Limits,
    pub buckets: Arc<Buckets>,
    pub acquaintances: Arc<Acquaintances>,
    keys: Arc<OnceCell<Keys>>,
    group: Arc<OnceCell<Arc<Group>>>,
}

/// The neighbourhood that this server serves, with its actor.
#[derive(Clone, Debug)]
pub struct Group {
    pub row: neighbourhood::Model,
    pub actor: Url,
    pub followers: Url,
}

impl Office {
    /// Opens the office.
    ///
    /// # Errors
    /// The client can't be made.
    pub fn new(app: App, limits: Limits) -> Result<Self> {
        let client = client(app.settings.federation.development)
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        let addresses = Addresses::new(&app.settings);
        let (buckets, acquaintances) = (Arc::default(), Arc::default());
        let (keys, group) = (Arc::default(), Arc::default());
        Ok(Self { app, addresses, client, limits, buckets, acquaintances, keys, group })
    }

    /// Whether http, ports and this machine's own addresses are allowed.
    #[must_use]
    pub fn development(&self) -> bool {
        self.app.settings.federation.development
    }

    /// The keys of both actors, read once.
    ///
    /// # Errors
    /// The keys can't be read or made.
    pub async fn keys(&self) -> Result<&Keys> {
        self.keys.get_or_try_init(|| keys::load(&self.app)).await
    }

    /// The neighbourhood, once it is founded. Name and handle stay, so they are read once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn find_group(&self) -> Result<Option<Arc<Group>>> {
        if let Some(known) = self.group.get() {
            return Ok(Some(Arc::clone(known)));
        }
        let Some(row) = bodies::store::neighbourhood(self.app.db.read()).await? else {
            return Ok(None);
        };
        let actor = self.addresses.group(&row.handle);
        let followers = self.addresses.followers(&row.handle);
        let founded = async || Arc::new(Group { row, actor, followers });
        Ok(Some(Arc::clone(self.group.get_or_init(founded).await)))
    }

    /// The neighbourhood.
    ///
    /// # Errors
    /// [`Error::NotFound`] until it is founded.
    pub async fn group(&self) -> Result<Arc<Group>> {
        self.find_group().await?.ok_or(Error::NotFound("neighbourhood"))
    }
}

/// A client that follows no redirects, waits ten seconds, and, outside development, speaks to
/// public addresses only, checked when it connects.
fn client(development: bool) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .connect_timeout(PATIENCE / 2)
        .no_proxy()
        .https_only(!development)
        .dns_resolver(Arc::new(ValidatingDnsResolver::new(Vec::new(), !development)))
        .user_agent(concat!("translokaal/", env!("CARGO_PKG_VERSION")))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn outside_development_nobody_has_us_ask_this_machine() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let outside = client(false).unwrap();
        assert!(outside.get(format!("http://localhost:{port}/")).send().await.is_err());
        assert!(outside.get(format!("https://localhost:{port}/")).send().await.is_err());
        // It was never even connected to.
        let waited = tokio::time::timeout(Duration::from_millis(50), listener.accept()).await;
        assert!(waited.is_err());
    }

    #[tokio::test]
    async fn the_neighbourhood_is_known_as_soon_as_it_is_founded() {
        let world = crate::world::World::new().await;
        let office = Office::new(world.app.clone(), Limits::default()).unwrap();
        assert!(office.group().await.is_err());
        let new = crate::world::founding();
        world.write(async |tx| bodies::found(tx, world.now(), new).await).await.unwrap();
        assert_eq!(office.group().await.unwrap().row.handle, "alpha");
    }
}
