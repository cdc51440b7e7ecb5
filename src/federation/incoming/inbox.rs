//! The door for other servers: checks who sends what, keeps it, says 202. The work comes after.
//!
//! Not the library's handler: this one reads a request in exactly one way, knows each activity
//! once, fetches a changed key, and verifies with the faster of the two libraries.

use std::net::{IpAddr, SocketAddr};

use activitypub_federation::config::Data;
use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, Path, Request, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use url::Url;

use super::{
    envelope::{self, Envelope},
    guard, store,
};
use crate::{
    clock::Instant,
    db,
    error::{Error, Result},
    federation::{
        Federation, Office,
        actors::{self, RemoteActor},
        addresses::authority,
        entity::received,
        fetch::Fault,
        keys, outgoing,
        signature::{self, Signature},
    },
    rules::{jurisdiction::same_origin, throttle::TooOften},
};

/// How often it is looked whether a host that speaks was failing.
const HEARD: TimeDelta = TimeDelta::minutes(1);
/// How often an actor is fetched again because its signature doesn't fit.
const AGAIN: TimeDelta = TimeDelta::minutes(10);

/// Why nothing was accepted.
#[derive(Debug, thiserror::Error)]
pub enum TurnedAway {
    #[error(transparent)]
    Guard(#[from] guard::Fault),
    #[error(transparent)]
    Envelope(#[from] envelope::Fault),
    #[error(transparent)]
    Signature(#[from] signature::Fault),
    #[error("the signature is not the actor's")]
    NotVerified,
    #[error("this server is blocked here")]
    Blocked,
    #[error("there is no such actor")]
    NoActor,
    #[error("the actor can't be fetched now")]
    ActorUnreachable,
    #[error("too many requests")]
    TooOften { seconds: i64 },
    #[error("not found")]
    NotFound,
    #[error("this server has a fault")]
    Ours(#[from] Error),
}

impl IntoResponse for TurnedAway {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Guard(refusal) => refusal.status(),
            Self::Envelope(_) => StatusCode::BAD_REQUEST,
            Self::Signature(_) | Self::NotVerified | Self::NoActor => StatusCode::UNAUTHORIZED,
            Self::Blocked => StatusCode::FORBIDDEN,
            Self::ActorUnreachable => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Ours(error) => {
                tracing::error!(%error, "inbox");
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        let mut answer = (status, format!("{self}\n")).into_response();
        let wait = match self {
            Self::TooOften { seconds } => Some(seconds),
            Self::ActorUnreachable => Some(60),
            _ => None,
        };
        if let Some(seconds) = wait {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        answer
    }
}

/// Takes what is posted to the inbox of the neighbourhood, if that is its handle.
///
/// # Errors
/// [`TurnedAway`].
pub async fn post_to_group(
    state: State<Federation>,
    Path(handle): Path<String>,
    request: Request,
) -> Result<StatusCode, TurnedAway> {
    match state.config.find_group().await? {
        Some(group) if group.row.handle == handle => post(state, request).await,
        _ => Err(TurnedAway::NotFound),
    }
}

/// Takes what is posted to an inbox.
///
/// # Errors
/// [`TurnedAway`].
pub async fn post(
    State(federation): State<Federation>,
    request: Request,
) -> Result<StatusCode, TurnedAway> {
    let data = federation.data();
    let (parts, body) = request.into_parts();
    let body = read(&parts.headers, body).await?;
    let now = data.app.clock.now();
    let signature = guard::check(&parts.headers, &body, &data.addresses.authority(), now)?;
    let opened = envelope::open(&body, data.development())?;
    if data.find_group().await?.is_none() {
        return Err(TurnedAway::NotFound);
    }
    let Some(envelope) = opened else { return Ok(StatusCode::ACCEPTED) };
    accept(&data, &parts, &body, &signature, &envelope, now).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, TurnedAway> {
    let said = headers.get(header::CONTENT_LENGTH).and_then(|it| it.to_str().ok()?.parse().ok());
    if said.is_some_and(|length: usize| length > guard::BODY_MOST) {
        return Err(guard::Fault::TooLarge.into());
    }
    let bytes = axum::body::to_bytes(body, guard::BODY_MOST).await;
    bytes.map_err(|_| guard::Fault::TooLarge.into())
}

async fn accept(
    data: &Data<Office>,
    parts: &Parts,
    body: &Bytes,
    signature: &Signature,
    envelope: &Envelope,
    now: Instant,
) -> Result<(), TurnedAway> {
    let (id, actor) = (&envelope.activity.id, &envelope.activity.actor);
    if data.app.settings.federation.blocks(actor) {
        return Err(TurnedAway::Blocked);
    }
    if same_origin(actor, data.addresses.base()) {
        return Err(TurnedAway::NoActor);
    }
    let target = parts.uri.path_and_query().map_or("/", |it| it.as_str());
    let text = signature.text(parts.method.as_str(), target, &parts.headers)?;
    let known = actors::find(data, actor).await?;
    let fits =
        |it: &RemoteActor| keys::verifies(&it.row.public_pem, text.as_bytes(), signature.bytes());
    if !known.as_ref().is_some_and(fits) {
        // Whoever isn't known costs a fetch; so the one who asks is counted, not the one named.
        let name = format!("source {}", source(data, parts));
        limit(data.buckets.take(name, now, data.limits.source), now)?;
        if known.is_none() && envelope.is_about_itself() {
            return Ok(());
        }
        let fetched = fetch_key(data, actor, known.is_some(), now).await?;
        if !fits(&fetched) {
            return Err(TurnedAway::NotVerified);
        }
    }
    let host = authority(actor);
    limit(data.buckets.take(format!("host {host}"), now, data.limits.host), now)?;
    let row = received::Model {
        id: id.to_string(),
        actor: actor.to_string(),
        kind: envelope.activity.kind.to_string(),
        // Every body that was read as JSON is text.
        body: String::from_utf8_lossy(body).into_owned(),
        received_at: data.buckets.in_order(now),
        processed_at: None,
        fault: None,
        attempts: 0,
        due_at: now,
    };
    // Who speaks to us can be spoken to; looked up once in a while is often enough.
    let was_failing = data.buckets.is_time_for(&format!("heard {host}"), now, HEARD)
        && outgoing::store::host(data.app.db.read(), &host).await?.is_some();
    db::write(&data.app.db, async |tx| {
        if was_failing {
            outgoing::store::remove_host(tx, &host).await?;
        }
        store::add(tx, row).await
    })
    .await?;
    data.app.bell.notify_waiters();
    Ok(())
}

/// Fetches an actor whose key isn't known, or doesn't fit any more.
async fn fetch_key(
    data: &Data<Office>,
    actor: &Url,
    is_known: bool,
    now: Instant,
) -> Result<RemoteActor, TurnedAway> {
    if is_known && !data.buckets.is_time_for(&format!("again {actor}"), now, AGAIN) {
        return Err(TurnedAway::NotVerified);
    }
    limit(data.buckets.take("strangers".to_owned(), now, data.limits.strangers), now)?;
    actors::refresh(data, actor).await.map_err(|fault| match fault {
        Fault::Missing(_) | Fault::Wrong(_) => TurnedAway::NoActor,
        Fault::Unreachable(_) => TurnedAway::ActorUnreachable,
    })
}

fn limit(taken: Result<(), TooOften>, now: Instant) -> Result<(), TurnedAway> {
    taken.map_err(|TooOften { again_at }| {
        let seconds = (again_at - now).num_seconds().saturating_add(1);
        TurnedAway::TooOften { seconds }
    })
}

/// The address that a request comes from; what a proxy says about it only if the proxy is ours.
fn source(office: &Office, parts: &Parts) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let Some(peer) = peer else { return "unknown".to_owned() };
    let trusted = &office.app.settings.server.trusted_proxies;
    if !trusted.contains(&peer) {
        return peer.to_string();
    }
    // A proxy may add a line of its own: all lines together are one list, and its end is to be
    // believed.
    let lines = parts.headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok());
    let addresses = lines.flat_map(|it| it.split(',')).filter_map(|it| it.trim().parse().ok());
    let foreign = addresses.rev().find(|address: &IpAddr| !trusted.contains(address));
    foreign.unwrap_or(peer).to_string()
}
