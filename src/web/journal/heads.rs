//! The seals on the log: what they are, in plain words, and the same as files for programs.

use askama::Template;
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{
    error::Result,
    journal,
    neighbours::{self, entity::partner},
    rules::{
        head::{Key, Seen, Signed, Witnessed},
        log::Piece,
    },
    signet::{self, store},
    web::{self, Page, visit::Visit},
};

/// Entries in one file.
const ENTRIES: u64 = 500;

/// From which size on.
#[derive(Default, Deserialize)]
pub struct From {
    from: Option<u64>,
}

#[derive(Template)]
#[template(path = "journal/heads.html")]
struct Heads<'a> {
    visit: &'a Visit,
    newest: Option<Signed>,
    seen: Vec<(partner::Model, Seen)>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    let reader = visit.app().db.read();
    let newest = store::newest_head(reader).await?.as_ref().map(store::signed).transpose()?;
    let seen = neighbours::lately_seen(reader).await?;
    Ok(web::render(&Heads { visit: &visit, newest, seen }))
}

/// Signed heads, oldest first: from one on, or the newest.
pub async fn heads(visit: Visit, Query(from): Query<From>) -> Page {
    Ok(file(&store::heads(visit.app().db.read(), from.from).await?))
}

/// The keys that signed or sign them.
#[derive(Serialize)]
struct Keys {
    keys: Vec<Key>,
}

/// Every key of this server, with the time during which it signed.
pub async fn keys(visit: Visit) -> Page {
    Ok(file(&Keys { keys: signet::keys(visit.app().db.read()).await? }))
}

/// The entries after the first `from`, with what is public in them.
pub async fn chain(visit: Visit, Query(from): Query<From>) -> Page {
    let (reader, from) = (visit.app().db.read(), from.from.unwrap_or_default());
    let size = journal::end(reader).await?.size;
    let entries = journal::published(reader, from, ENTRIES).await?;
    let last = entries.last().map(|it| it.entry.number);
    let neighbourhood = signet::origin(&visit.app().settings.server.public_url);
    let next = last.filter(|last| *last < size);
    Ok(file(&Piece { neighbourhood, size, entries, next }))
}

/// What this server saw of the logs of others.
#[derive(Serialize)]
struct Witnesses {
    witnessed: Vec<Witnessed>,
}

/// The heads of others that this server co-signed, newest first.
pub async fn witnessed(visit: Visit) -> Page {
    Ok(file(&Witnesses { witnessed: neighbours::witnessed(visit.app().db.read()).await? }))
}

/// A file that programs of anybody may read.
fn file(value: &impl Serialize) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    let written: Result<_, serde_json::Error> = serde_json::to_string(value);
    #[expect(clippy::expect_used, reason = "texts and numbers are always written")]
    let text = written.expect("what is published is JSON");
    (headers, text).into_response()
}
