//! Deals with what came in: in order per actor, several actors at once, again later when another
//! server doesn't answer.

use std::{collections::BTreeSet, time::Duration};

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
/// How often it is noted what was dealt with.
const NOTED_EACH: Duration = Duration::from_millis(200);
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
            () = rung => tokio::time::sleep(patience::BREATH).await,
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
            if let Err(error) = deal_with_all(&data, of_actor).await {
                tracing::error!(%error, "intake");
            }
            actor
        });
    }
    Ok(())
}

/// Deals with activities in order. What went well is noted together: if that is lost, they are
/// dealt with again, which changes nothing.
async fn deal_with_all(data: &Data<Office>, rows: Vec<received::Model>) -> Result<()> {
    let (mut done, mut noted_at) = (Vec::new(), std::time::Instant::now());
    for row in rows {
        match serde_json::from_str::<Activity>(&row.body) {
            Ok(activity) => match receive(data, activity).await {
                Ok(()) => done.push(row.id),
                Err(error) => failed(data, &row, error).await?,
            },
            Err(error) => {
                let now = data.app.clock.now();
                let fault = error.to_string();
                db::write(&data.app.db, async |tx| store::set_aside(tx, &row.id, now, fault).await)
                    .await?;
            }
        }
        if noted_at.elapsed() > NOTED_EACH {
            finish(data, &mut done).await?;
            noted_at = std::time::Instant::now();
        }
    }
    finish(data, &mut done).await
}

async fn finish(data: &Data<Office>, done: &mut Vec<String>) -> Result<()> {
    if done.is_empty() {
        return Ok(());
    }
    let (ids, now) = (std::mem::take(done), data.app.clock.now());
    db::write(&data.app.db, async |tx| store::finish(tx, &ids, now).await).await
}

/// Puts an activity off when another server or the database doesn't answer; else sets it aside.
async fn failed(data: &Data<Office>, row: &received::Model, error: Error) -> Result<()> {
    let now = data.app.clock.now();
    let attempts = row.attempts.saturating_add(1);
    let is_passing = matches!(error, Error::Unreachable(_) | Error::Database(_));
    let fault = error.to_string();
    if !is_passing || attempts >= TRIES {
        tracing::debug!(id = row.id, kind = row.kind, fault, "an activity was set aside");
        return db::write(&data.app.db, async |tx| store::set_aside(tx, &row.id, now, fault).await)
            .await;
    }
    let due_at = now + patience::after(attempts);
    db::write(&data.app.db, async |tx| store::put_off(tx, &row.id, attempts, due_at, fault).await)
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
