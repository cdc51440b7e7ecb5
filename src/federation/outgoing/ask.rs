//! Asks the neighbourhoods that the secretary named whether we may follow them: first finds out,
//! by their handle, who they are.

use activitypub_federation::config::Data;
use chrono::TimeDelta;
use serde_json::Value;
use tokio::sync::watch;
use url::Url;

use super::letter;
use crate::{
    db,
    error::{Error, Result},
    federation::{
        Federation, Office, actors,
        entity::following,
        fetch::{self, Fault},
        patience,
        store::{self, Stage},
        wire::{Kind, Target},
    },
    neighbours::{self, entity::partner},
    rules::{
        jurisdiction::same_origin,
        partner::{self as rule, Handle},
    },
};

/// How long somebody who doesn't answer is looked for.
const LOOKED_FOR: TimeDelta = TimeDelta::days(3);

/// Works until `stop` says so.
pub async fn run(federation: Federation, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let rung = federation.app().bell.notified();
        if let Err(error) = ask_all(&federation.data()).await {
            tracing::error!(%error, "asking");
        }
        tokio::select! {
            () = rung => tokio::time::sleep(patience::BREATH).await,
            () = tokio::time::sleep(patience::POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Asks everybody who was not asked yet.
///
/// # Errors
/// What the database says.
pub async fn ask_all(data: &Data<Office>) -> Result<()> {
    let now = data.app.clock.now();
    for partner in neighbours::store::partners(data.app.db.read()).await? {
        if partner.stage != rule::Stage::Asked || is_asked(data, &partner).await? {
            continue;
        }
        let pause = pause(now - partner.asked_at);
        if !data.buckets.is_time_for(&format!("ask {}", partner.handle), now, pause) {
            continue;
        }
        match ask(data, &partner).await {
            Ok(()) => data.app.bell.notify_waiters(),
            Err(Error::Database(error)) => return Err(error.into()),
            Err(error) => give_up(data, &partner, &error).await?,
        }
    }
    Ok(())
}

/// Soon at first, as when several servers start at the same time; later less and less often.
fn pause(waited: TimeDelta) -> TimeDelta {
    (waited / 4).clamp(TimeDelta::seconds(1), TimeDelta::hours(1))
}

async fn is_asked(data: &Data<Office>, partner: &partner::Model) -> Result<bool> {
    let found = store::following(data.app.db.read(), partner.id).await?;
    // Somebody who is asked again after an end is asked anew.
    let stages = [Stage::Asked.word(), Stage::Accepted.word(), Stage::Following.word()];
    Ok(found
        .is_some_and(|it| it.asked_at >= partner.asked_at && stages.contains(&it.stage.as_str())))
}

async fn ask(data: &Data<Office>, partner: &partner::Model) -> Result<()> {
    let handle = Handle::read(&partner.handle)?;
    let actor = find(data, &handle).await?;
    let found = actors::refresh(data, &actor).await?;
    let (group, now) = (data.group().await?, data.app.clock.now());
    db::write(&data.app.db, async |tx| {
        let letter = letter(data, now, Kind::Follow, &group, Target::Id(actor.clone()));
        let row = following::Model {
            partner_id: partner.id,
            activity: letter.id().to_string(),
            actor: actor.to_string(),
            stage: Stage::Asked.word().to_owned(),
            asked_at: now,
        };
        store::put_following(tx, row).await?;
        let url = found.row.url.as_deref().and_then(|it| Url::parse(it).ok());
        neighbours::introduce(tx, partner.id, &actor, &found.row.name, url.as_ref()).await?;
        letter.to(&found.row.inbox).send(tx).await
    })
    .await
}

async fn give_up(data: &Data<Office>, partner: &partner::Model, error: &Error) -> Result<()> {
    let now = data.app.clock.now();
    let is_passing = matches!(error, Error::Unreachable(_));
    if is_passing && now - partner.asked_at < LOOKED_FOR {
        tracing::info!(handle = partner.handle, %error, "not found yet");
        return Ok(());
    }
    let fault = error.to_string();
    db::write(&data.app.db, async |tx| neighbours::not_found(tx, now, partner.id, &fault).await)
        .await
}

/// The actor with a handle, by WebFinger.
async fn find(data: &Data<Office>, handle: &Handle) -> Result<Url, Fault> {
    let scheme = if data.development() && is_here(&handle.host) { "http" } else { "https" };
    let url = Url::parse(&format!("{scheme}://{}/.well-known/webfinger", handle.host));
    let mut url = url.map_err(|_| Fault::Wrong("not a host"))?;
    let account = format!("acct:{}@{}", handle.name, handle.host);
    url.query_pairs_mut().append_pair("resource", &account);
    let found = fetch::json(data, &url, "application/jrd+json", is_jrd).await?;
    let subject = found.get("subject").and_then(Value::as_str);
    if !subject.is_some_and(|it| it.eq_ignore_ascii_case(&account)) {
        return Err(Fault::Wrong("it goes by another handle"));
    }
    let links = found.get("links").and_then(Value::as_array);
    let own = links.into_iter().flatten().find(|link| is_own(link));
    let actor = own.and_then(|link| link.get("href")?.as_str()?.parse::<Url>().ok());
    let actor = actor.ok_or(Fault::Wrong("no neighbourhood has this handle"))?;
    if same_origin(&actor, &url) { Ok(actor) } else { Err(Fault::Wrong("its actor is elsewhere")) }
}

fn is_own(link: &Value) -> bool {
    let field = |name| link.get(name).and_then(Value::as_str).unwrap_or_default();
    let media = field("type");
    field("rel") == "self"
        && (media == "application/activity+json" || media.starts_with("application/ld+json"))
}

fn is_jrd(media: &str) -> bool {
    let kind = media.split(';').next().unwrap_or_default().trim();
    ["application/jrd+json", "application/json"].iter().any(|it| kind.eq_ignore_ascii_case(it))
}

/// Whether a host is on this machine, where there is no https.
fn is_here(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default();
    name == "localhost" || name.ends_with(".localhost") || name.ends_with(".test")
}
