//! Deals with what came in: in order per actor, several actors at once, again later when another
//! server doesn't answer.

use std::collections::BTreeSet;

use activitypub_federation::{config::Data, traits::Activity as _};
use chrono::TimeDelta;
use tokio::{sync::watch, task::JoinSet};

use super::{
    announce::Announce,
    answer::{Accept, Reject},
    backfill,
    follow::Follow,
    publish::{Create, Delete, Update},
    store,
    undo::Undo,
};
use crate::{
    clock::Instant,
    db,
    error::{Error, Result},
    federation::{
        Federation, Office,
        entity::received,
        patience,
        wire::{Activity, Kind},
    },
};

/// How many actors are dealt with at once.
const LANES: usize = 8;
/// How often something is tried.
const TRIES: i32 = 8;
/// How long an id is remembered, so that nothing is accepted twice.
const KEPT: TimeDelta = TimeDelta::days(40);

/// Works until `stop` says so.
pub async fn run(federation: Federation, mut stop: watch::Receiver<bool>) {
    let mut lanes: JoinSet<String> = JoinSet::new();
    let mut busy: BTreeSet<String> = BTreeSet::new();
    let mut forgotten_at = None;
    while !*stop.borrow() {
        let rung = federation.app().bell.notified();
        let data = federation.data();
        if let Err(error) = start(&data, &mut lanes, &mut busy).await {
            tracing::error!(%error, "intake");
        }
        if let Err(error) = backfill::catch_up(&data, &mut lanes, &mut busy).await {
            tracing::error!(%error, "backfill");
        }
        forget(&data, &mut forgotten_at).await;
        tokio::select! {
            () = rung => {}
            () = tokio::time::sleep(patience::POLL) => {}
            Some(ended) = lanes.join_next(), if !lanes.is_empty() => {
                note_end(ended, &lanes, &mut busy);
            }
            _ = stop.changed() => {}
        }
        while let Some(ended) = lanes.try_join_next() {
            note_end(ended, &lanes, &mut busy);
        }
    }
    while lanes.join_next().await.is_some() {}
}

fn note_end(
    ended: Result<String, tokio::task::JoinError>,
    lanes: &JoinSet<String>,
    busy: &mut BTreeSet<String>,
) {
    match ended {
        Ok(lane) => drop(busy.remove(&lane)),
        Err(error) => {
            tracing::error!(%error, "a lane broke");
            if lanes.is_empty() {
                busy.clear();
            }
        }
    }
}

async fn start(
    data: &Data<Office>,
    lanes: &mut JoinSet<String>,
    busy: &mut BTreeSet<String>,
) -> Result<()> {
    if lanes.len() >= LANES {
        return Ok(());
    }
    let taken: Vec<String> = busy.iter().cloned().collect();
    let due = store::due(data.app.db.read(), data.app.clock.now(), &taken).await?;
    let actors: BTreeSet<String> = due.iter().map(|it| it.actor.clone()).collect();
    for actor in actors.into_iter().take(LANES - lanes.len()) {
        let of_actor: Vec<_> = due.iter().filter(|it| it.actor == actor).cloned().collect();
        busy.insert(actor.clone());
        let data = data.reset_request_count();
        lanes.spawn(async move {
            for row in of_actor {
                if let Err(error) = deal_with(&data, row).await {
                    tracing::error!(%error, "intake");
                    break;
                }
            }
            actor
        });
    }
    Ok(())
}

async fn deal_with(data: &Data<Office>, row: received::Model) -> Result<()> {
    let done = match serde_json::from_str::<Activity>(&row.body) {
        Ok(activity) => receive(data, activity).await,
        Err(error) => Err(Error::Unreachable(error.to_string())),
    };
    let now = data.app.clock.now();
    let attempts = row.attempts.saturating_add(1);
    db::write(&data.app.db, async |tx| match done {
        Ok(()) => store::finish(tx, &row.id, now, None).await,
        Err(Error::Unreachable(why)) if attempts < TRIES => {
            let due_at = now + patience::after(attempts);
            store::put_off(tx, &row.id, attempts, due_at, why).await
        }
        Err(Error::Database(error)) if attempts < TRIES => {
            let due_at = now + patience::after(attempts);
            store::put_off(tx, &row.id, attempts, due_at, error.to_string()).await
        }
        Err(error) => {
            tracing::debug!(id = row.id, kind = row.kind, %error, "an activity was set aside");
            store::finish(tx, &row.id, now, Some(error.to_string())).await
        }
    })
    .await
}

/// Checks what an activity says and does what follows from it.
///
/// # Errors
/// What the rules or the database say, or that another server doesn't answer.
pub async fn receive(data: &Data<Office>, activity: Activity) -> Result<()> {
    macro_rules! received {
        ($kind:ident) => {{
            let it = $kind(activity);
            it.verify(data).await?;
            it.receive(data).await
        }};
    }
    match activity.kind {
        Kind::Follow => received!(Follow),
        Kind::Undo => received!(Undo),
        Kind::Accept => received!(Accept),
        Kind::Reject => received!(Reject),
        Kind::Create => received!(Create),
        Kind::Update => received!(Update),
        Kind::Delete => received!(Delete),
        Kind::Announce => received!(Announce),
    }
}

/// Forgets, once an hour, what was dealt with long ago.
async fn forget(data: &Data<Office>, forgotten_at: &mut Option<Instant>) {
    let now = data.app.clock.now();
    if forgotten_at.is_some_and(|at| now - at < TimeDelta::hours(1)) {
        return;
    }
    *forgotten_at = Some(now);
    let forgotten = db::write(&data.app.db, async |tx| {
        store::forget_before(tx, now - KEPT).await?;
        crate::federation::outgoing::store::forget_before(tx, now - KEPT).await
    });
    if let Err(error) = forgotten.await {
        tracing::error!(%error, "forgetting");
    }
}
