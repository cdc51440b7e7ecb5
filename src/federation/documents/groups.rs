//! The two actors of this server.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde_json::Value;

use super::{NOT_FOUND, NotGiven, document};
use crate::{
    error::Result,
    federation::{
        Federation, Office,
        keys::Key,
        office::Group,
        wire::{
            Account,
            account::{self, AccountKind, Endpoints},
        },
    },
};

/// The actor of the neighbourhood.
///
/// # Errors
/// [`NotGiven`].
pub async fn group(
    State(federation): State<Federation>,
    Path(handle): Path<String>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = named(office, &handle).await?;
    let account = group_account(office, &group).await?;
    Ok(document(&headers, Some(office.addresses.base()), &account))
}

/// The actor that signs fetches. Everybody may fetch it: else nobody could verify what it signs.
///
/// # Errors
/// [`NotGiven`].
pub async fn instance(
    State(federation): State<Federation>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = office.group().await?;
    let account = instance_account(office, &group).await?;
    Ok(document(&headers, Some(office.addresses.base()), &account))
}

/// The neighbourhood, if that is its handle.
pub async fn named(office: &Office, handle: &str) -> Result<Arc<Group>, NotGiven> {
    let group = office.group().await?;
    if group.row.handle == handle { Ok(group) } else { Err(NOT_FOUND) }
}

async fn group_account(office: &Office, group: &Group) -> Result<Account> {
    let addresses = &office.addresses;
    let below = |what: &str| addresses.at(&format!("/ap/groups/{}/{what}", group.row.handle));
    let mut account = plain(AccountKind::Group, group.actor.clone(), &office.keys().await?.group);
    account.preferred_username.clone_from(&group.row.handle);
    account.webfinger = Some(format!("{}@{}", group.row.handle, addresses.authority()));
    account.name = Some(group.row.name.clone());
    account.url = Some(addresses.base().clone());
    account.inbox = below("inbox");
    account.outbox = Some(below("outbox"));
    account.followers = Some(group.followers.clone());
    account.following = Some(below("following"));
    account.featured = Some(below("featured"));
    account.endpoints = Some(Endpoints { shared_inbox: Some(addresses.at("/inbox")) });
    account.manually_approves_followers = Some(false);
    account.discoverable = Some(true);
    account.indexable = Some(true);
    account.published = Some(group.row.founded_at);
    account.generator = Some(account::generator(&addresses.instance()));
    Ok(account)
}

async fn instance_account(office: &Office, group: &Group) -> Result<Account> {
    let (addresses, id) = (&office.addresses, office.addresses.instance());
    let key = &office.keys().await?.instance;
    let mut account = plain(AccountKind::Application, id.clone(), key);
    account.preferred_username = addresses.host().to_owned();
    account.webfinger = Some(format!("{}@{}", addresses.host(), addresses.authority()));
    account.name = Some(group.row.name.clone());
    account.url = Some(addresses.base().clone());
    account.inbox = addresses.at("/ap/actor/inbox");
    account.endpoints = Some(Endpoints { shared_inbox: Some(addresses.at("/inbox")) });
    account.manually_approves_followers = Some(true);
    account.discoverable = Some(false);
    account.generator = Some(account::generator(&id));
    Ok(account)
}

fn plain(kind: AccountKind, id: url::Url, key: &Key) -> Account {
    let public_key = activitypub_federation::protocol::public_key::PublicKey {
        id: format!("{id}#main-key"),
        owner: id.clone(),
        public_key_pem: key.public_pem.clone(),
    };
    Account {
        context: account::context(),
        inbox: id.clone(),
        id,
        kind,
        preferred_username: String::new(),
        webfinger: None,
        name: None,
        summary: None,
        url: None,
        outbox: None,
        followers: None,
        following: None,
        featured: None,
        endpoints: None,
        manually_approves_followers: None,
        discoverable: None,
        indexable: None,
        published: None,
        public_key: vec![public_key],
        generator: Option::<Value>::None,
    }
}
