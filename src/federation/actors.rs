//! Actors of other servers: fetched from there, kept here, fetched again after a day.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use activitypub_federation::{
    config::Data,
    protocol::public_key::PublicKey,
    traits::{Actor, Object},
};
use async_trait::async_trait;
use chrono::TimeDelta;
use serde_json::Value;
use url::Url;

use super::{
    Office, clean,
    entity::remote_actor,
    fetch::{self, Fault},
    keys, store,
    wire::Account,
};
use crate::{
    clock::Instant,
    db,
    error::{Error, Result},
    rules::jurisdiction::{Refusal, check_address, same_origin},
};

/// How many actors are kept in memory.
const KEPT_MOST: usize = 1_000;

/// Actors that were seen lately: whoever sends much is not looked up each time.
#[derive(Debug, Default)]
pub struct Acquaintances {
    lately: Mutex<BTreeMap<String, RemoteActor>>,
}

impl Acquaintances {
    fn lately(&self) -> MutexGuard<'_, BTreeMap<String, RemoteActor>> {
        self.lately.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, actor: &RemoteActor) {
        let mut lately = self.lately();
        if lately.len() >= KEPT_MOST {
            lately.clear();
        }
        lately.insert(actor.row.id.clone(), actor.clone());
    }
}

/// How long what is known of an actor is good enough.
const FRESH: TimeDelta = TimeDelta::days(1);

/// An actor of another server.
#[derive(Clone, Debug)]
pub struct RemoteActor {
    id: Url,
    pub row: remote_actor::Model,
}

impl RemoteActor {
    fn from_row(row: remote_actor::Model) -> Result<Self> {
        let id = Url::parse(&row.id)
            .map_err(|_| Error::contradiction("remote_actors", "id", &row.id))?;
        Ok(Self { id, row })
    }

    /// The inbox that is used for it: that of its whole server, if there is one.
    #[must_use]
    pub fn best_inbox(&self) -> &str {
        self.row.shared_inbox.as_ref().unwrap_or(&self.row.inbox)
    }
}

#[async_trait]
impl Object for RemoteActor {
    type DataType = Office;
    type Kind = Account;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.id
    }

    fn last_refreshed_at(&self) -> Option<Instant> {
        Some(self.row.refreshed_at)
    }

    async fn read_from_id(id: Url, data: &Data<Office>) -> Result<Option<Self>> {
        find(data, &id).await
    }

    async fn delete(&self, data: &Data<Office>) -> Result<()> {
        forget(data, &self.id).await
    }

    async fn into_json(self, _: &Data<Office>) -> Result<Account> {
        // It is its own server that says who an actor is.
        Err(Error::NotFound("actor"))
    }

    async fn verify(json: &Account, expected: &Url, data: &Data<Office>) -> Result<()> {
        let others = [Some(&json.inbox), shared_inbox(json), json.outbox.as_ref()];
        check_address(&json.id, data.development())?;
        if json.id != *expected {
            return Err(Refusal::ForeignId.into());
        }
        // Nobody has us post to somebody else's address.
        if !others.into_iter().flatten().all(|url| same_origin(url, &json.id)) {
            return Err(Refusal::ForeignObject.into());
        }
        if !keys::is_readable(&json.public_pems()) {
            return Err(Refusal::NotTheAuthor.into());
        }
        Ok(())
    }

    async fn from_json(json: Account, data: &Data<Office>) -> Result<Self> {
        let username = clean::line(&json.preferred_username, 100);
        let name = json.name.as_deref().map(|name| clean::line(name, 120));
        let row = remote_actor::Model {
            id: json.id.to_string(),
            kind: format!("{:?}", json.kind),
            host: super::addresses::authority(&json.id),
            name: name.filter(|name| !name.is_empty()).unwrap_or_else(|| username.clone()),
            username,
            inbox: json.inbox.to_string(),
            shared_inbox: shared_inbox(&json).map(Url::to_string),
            outbox: json.outbox.as_ref().map(Url::to_string),
            public_pem: json.public_pems(),
            url: json.url.filter(|url| same_origin(url, &json.id)).map(Into::into),
            refreshed_at: data.app.clock.now(),
        };
        db::write(&data.app.db, async |tx| store::put_remote_actor(tx, row.clone()).await).await?;
        let actor = Self::from_row(row)?;
        data.acquaintances.keep(&actor);
        Ok(actor)
    }
}

impl Actor for RemoteActor {
    fn public_key_pem(&self) -> &str {
        &self.row.public_pem
    }

    fn private_key_pem(&self) -> Option<String> {
        None
    }

    fn inbox(&self) -> Url {
        // It was a URL when it was stored.
        Url::parse(&self.row.inbox).unwrap_or_else(|_| self.id.clone())
    }

    fn public_key(&self) -> PublicKey {
        PublicKey {
            id: format!("{}#main-key", self.id),
            owner: self.id.clone(),
            public_key_pem: self.row.public_pem.clone(),
        }
    }

    fn shared_inbox(&self) -> Option<Url> {
        self.row.shared_inbox.as_deref().and_then(|it| Url::parse(it).ok())
    }
}

fn shared_inbox(json: &Account) -> Option<&Url> {
    json.endpoints.as_ref().and_then(|it| it.shared_inbox.as_ref())
}

/// An actor that is known here.
///
/// # Errors
/// What the database says.
pub async fn find(office: &Office, id: &Url) -> Result<Option<RemoteActor>> {
    let seen = office.acquaintances.lately().get(id.as_str()).cloned();
    if seen.is_some() {
        return Ok(seen);
    }
    let row = store::remote_actor(office.app.db.read(), id).await?;
    let found = row.map(RemoteActor::from_row).transpose()?;
    if let Some(actor) = &found {
        office.acquaintances.keep(actor);
    }
    Ok(found)
}

/// Forgets an actor that is gone, and that it followed us.
///
/// # Errors
/// What the database says.
pub async fn forget(office: &Office, id: &Url) -> Result<()> {
    db::write(&office.app.db, async |tx| store::remove_remote_actor(tx, id).await).await?;
    office.acquaintances.lately().remove(id.as_str());
    Ok(())
}

/// An actor, fetched from its server unless it is known well enough. One that can't be fetched
/// again stays as it was.
///
/// # Errors
/// [`Fault`].
pub async fn dereference(data: &Data<Office>, id: &Url) -> Result<RemoteActor, Fault> {
    let known = find(data, id).await.map_err(passing)?;
    let now = data.app.clock.now();
    match known {
        Some(actor) if now - actor.row.refreshed_at < FRESH => Ok(actor),
        Some(actor) => Ok(refresh(data, id).await.unwrap_or(actor)),
        None => refresh(data, id).await,
    }
}

/// An actor, fetched from its server now.
///
/// # Errors
/// [`Fault`].
pub async fn refresh(data: &Data<Office>, id: &Url) -> Result<RemoteActor, Fault> {
    let found: Value = fetch::object(data, id).await?;
    let account: Account =
        serde_json::from_value(found).map_err(|_| Fault::Wrong("it is no actor"))?;
    RemoteActor::verify(&account, id, data)
        .await
        .map_err(|_| Fault::Wrong("it is not what an actor must be"))?;
    RemoteActor::from_json(account, data).await.map_err(passing)
}

fn passing(error: Error) -> Fault {
    Fault::Unreachable(error.to_string())
}
