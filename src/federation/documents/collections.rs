//! Lists of the neighbourhood: what it sent, how many follow it, what is on now.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use super::{NotGiven, activity_json, document, groups::named};
use crate::{
    error::{Error, Result},
    federation::{Federation, outgoing, store},
    proposals::{self, store::Filter},
    rules::vote::Stage,
    votes,
};

/// Activities on one page of the outbox.
const PER_PAGE: u64 = 20;

/// Which page of the outbox.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The activities before this one; all of them without it.
    before: Option<i64>,
    page: Option<bool>,
}

/// What the neighbourhood sent to everybody, newest first.
///
/// # Errors
/// [`NotGiven`].
pub async fn outbox(
    State(federation): State<Federation>,
    Path(handle): Path<String>,
    Query(page): Query<Page>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = named(office, &handle).await?;
    let db = office.app.db.read();
    let id = office.addresses.at(&format!("/ap/groups/{}/outbox", group.row.handle));
    let first = with(&id, "page=true");
    if page.before.is_none() && page.page.is_none() {
        let total = outgoing::store::count_public(db).await?;
        let json = json!({
            "@context": AS2, "id": id, "type": "OrderedCollection",
            "totalItems": total, "first": first,
        });
        return Ok(document(&headers, Some(office.addresses.base()), &json));
    }
    let rows = outgoing::store::public_before(db, page.before, PER_PAGE).await?;
    let is_full = u64::try_from(rows.len()).unwrap_or_default() == PER_PAGE;
    let next = rows.last().filter(|_| is_full).map(|row| with(&id, &before(row.serial)));
    let items: Result<Vec<Value>> = rows
        .iter()
        .map(|row| {
            serde_json::from_str(&row.body)
                .map_err(|_| Error::contradiction("activities_sent", "body", row.serial))
        })
        .collect();
    let mut json = json!({
        "@context": AS2,
        "id": page.before.map_or(first, |serial| with(&id, &before(serial))),
        "type": "OrderedCollectionPage", "partOf": id, "orderedItems": items?,
    });
    if let (Some(next), Some(fields)) = (next, json.as_object_mut()) {
        fields.insert("next".to_owned(), json!(next));
    }
    Ok(activity_json(StatusCode::OK, &json))
}

fn before(serial: i64) -> String {
    format!("page=true&before={serial}")
}

fn with(id: &Url, query: &str) -> Url {
    let mut url = id.clone();
    url.set_query(Some(query));
    url
}

const AS2: &str = "https://www.w3.org/ns/activitystreams";

/// How many follow the neighbourhood; not who.
///
/// # Errors
/// [`NotGiven`].
pub async fn followers(
    State(federation): State<Federation>,
    Path(handle): Path<String>,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = named(office, &handle).await?;
    let total = store::count_followers(office.app.db.read()).await?;
    Ok(total_only(&group.followers, total))
}

/// How many the neighbourhood follows.
///
/// # Errors
/// [`NotGiven`].
pub async fn following(
    State(federation): State<Federation>,
    Path(handle): Path<String>,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = named(office, &handle).await?;
    let total = store::count_followings(office.app.db.read()).await?;
    let id = office.addresses.at(&format!("/ap/groups/{}/following", group.row.handle));
    Ok(total_only(&id, total))
}

fn total_only(id: &Url, total: u64) -> Response {
    let json = json!({
        "@context": AS2, "id": id, "type": "OrderedCollection", "totalItems": total,
    });
    activity_json(StatusCode::OK, &json)
}

/// What is on now: open votes and the newest proposals.
///
/// # Errors
/// [`NotGiven`].
pub async fn featured(
    State(federation): State<Federation>,
    Path(handle): Path<String>,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = named(office, &handle).await?;
    let (db, addresses) = (office.app.db.read(), &office.addresses);
    let open = votes::store::in_stage(db, Stage::Open).await?;
    let (newest, _) = proposals::store::list(db, &Filter::default()).await?;
    let votes = open.iter().map(|vote| addresses.opening(vote.number));
    let proposals = newest.iter().map(|it| addresses.proposal(it.number));
    let items: Vec<Url> = votes.take(5).chain(proposals.take(5)).collect();
    let id = addresses.at(&format!("/ap/groups/{}/featured", group.row.handle));
    let json = json!({
        "@context": AS2, "id": id, "type": "OrderedCollection",
        "totalItems": items.len(), "orderedItems": items,
    });
    Ok(activity_json(StatusCode::OK, &json))
}
