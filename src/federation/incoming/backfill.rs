//! Fetches what a neighbourhood published before we followed it.

use std::collections::BTreeSet;

use activitypub_federation::config::Data;
use serde_json::Value;
use tokio::task::JoinSet;
use url::Url;

use super::learn;
use crate::{
    db,
    error::{Error, Result},
    federation::{
        Office, actors,
        entity::following,
        fetch, patience,
        store::{self, Stage},
        wire::{Kind, reading::link_in},
    },
    rules::jurisdiction::same_origin,
};

/// How many pages are read.
const PAGES_MOST: usize = 10;
/// How many objects are fetched.
const ITEMS_MOST: usize = 200;

/// Begins to fetch from those who said yes.
///
/// # Errors
/// What the database says.
pub async fn catch_up(
    data: &Data<Office>,
    lanes: &mut JoinSet<String>,
    busy: &mut BTreeSet<String>,
) -> Result<()> {
    let now = data.app.clock.now();
    for partner in store::followings_at(data.app.db.read(), Stage::Accepted).await? {
        let lane = format!("outbox {}", partner.actor);
        if busy.contains(&lane) || !data.buckets.is_time_for(&lane, now, patience::after(1)) {
            continue;
        }
        busy.insert(lane.clone());
        let data = data.reset_request_count();
        lanes.spawn(async move {
            if let Err(error) = fetch_all(&data, &partner).await {
                tracing::info!(actor = partner.actor, %error, "its outbox was not read");
            }
            lane
        });
    }
    Ok(())
}

async fn fetch_all(data: &Data<Office>, partner: &following::Model) -> Result<()> {
    let actor = Url::parse(&partner.actor)
        .map_err(|_| Error::contradiction("followings", "actor", partner.partner_id))?;
    let row = actors::dereference(data, &actor).await?.row;
    if let Some(outbox) = row.outbox.as_deref().and_then(|it| Url::parse(it).ok()) {
        for object in objects(data, &outbox).await? {
            match learn::learn(data, &object).await {
                Err(error @ (Error::Unreachable(_) | Error::Database(_))) => return Err(error),
                Err(error) => tracing::debug!(%object, %error, "not learned"),
                Ok(()) => {}
            }
        }
    }
    db::write(&data.app.db, async |tx| {
        // It may have ended in the meantime.
        match store::following(tx, partner.partner_id).await? {
            Some(row) if row.stage == Stage::Accepted.word() => {
                store::set_following_stage(tx, partner.partner_id, Stage::Following).await
            }
            _ => Ok(()),
        }
    })
    .await
}

/// The ids of what is in an outbox, oldest first.
async fn objects(data: &Data<Office>, outbox: &Url) -> Result<Vec<Url>> {
    let mut objects = Vec::new();
    let first = fetch::object(data, outbox).await?;
    let mut next = page_of(&first, "first", outbox);
    let mut items = items_of(&first);
    for _ in 0..PAGES_MOST {
        for activity in items.drain(..) {
            let kind = activity.get("type").and_then(Value::as_str);
            let kind = kind.and_then(|it| it.parse().ok());
            if !matches!(kind, Some(Kind::Create | Kind::Update | Kind::Announce)) {
                continue;
            }
            match link_in(&activity, "object") {
                Some(object) if !objects.contains(&object) => objects.push(object),
                _ => {}
            }
        }
        let Some(url) = next.take().filter(|_| objects.len() < ITEMS_MOST) else { break };
        let page = fetch::object(data, &url).await?;
        next = page_of(&page, "next", outbox);
        items = items_of(&page);
    }
    objects.truncate(ITEMS_MOST);
    objects.reverse();
    Ok(objects)
}

/// The address of another page of the same outbox.
fn page_of(collection: &Value, field: &str, outbox: &Url) -> Option<Url> {
    link_in(collection, field).filter(|url| same_origin(url, outbox))
}

fn items_of(collection: &Value) -> Vec<Value> {
    let items = collection.get("orderedItems").or_else(|| collection.get("items"));
    items.and_then(Value::as_array).cloned().unwrap_or_default()
}
