//! Proposals, openings, results and activities, each at its id.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde_json::Value;
use url::Url;

use super::{NOT_FOUND, NotGiven, document, gone};
use crate::{
    error::{Error, Result},
    federation::{
        Federation,
        outgoing::{
            self,
            render::{self, Served},
        },
        wire::{Post, tombstone},
    },
    ids::ActivityId,
    proposals, votes,
};

/// A proposal at its id.
///
/// # Errors
/// [`NotGiven`].
pub async fn proposal(
    State(federation): State<Federation>,
    Path(number): Path<i64>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    give_proposal(&federation, Some(&headers), number).await
}

/// That a vote opened, at its id.
///
/// # Errors
/// [`NotGiven`].
pub async fn opening(
    State(federation): State<Federation>,
    Path(number): Path<i64>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    give_opening(&federation, Some(&headers), number).await
}

/// A result at its id.
///
/// # Errors
/// [`NotGiven`].
pub async fn result(
    State(federation): State<Federation>,
    Path(number): Path<i64>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    give_result(&federation, Some(&headers), number).await
}

/// A version that a proposal had.
///
/// # Errors
/// [`NotGiven`].
pub async fn version(
    State(federation): State<Federation>,
    Path((number, version)): Path<(i64, i32)>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let (group, db) = (office.group().await?, office.app.db.read());
    let row = proposals::store::find_by_number(db, number).await?.ok_or(NOT_FOUND)?;
    // Whether there is a version is said only of what may be seen at all.
    if !matches!(render::proposal(office, &group, &row)?, Served::Post(_)) {
        return give_proposal(&federation, Some(&headers), number).await;
    }
    let found = proposals::store::version(db, row.id, version).await?;
    let id = office.addresses.at(&format!("/ap/proposals/{number}/versions/{version}"));
    give(Some(&headers), render::earlier(office, &group, &row, found)?, &id, None)
}

/// An activity that was sent to everybody.
///
/// # Errors
/// [`NotGiven`].
pub async fn activity(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    office.group().await?;
    let id: ActivityId = id.parse().map_err(|_| NOT_FOUND)?;
    let found = outgoing::store::find(office.app.db.read(), &office.addresses.activity(id)).await?;
    let found = found.filter(|it| it.is_public).ok_or(NOT_FOUND)?;
    let json: Value = serde_json::from_str(&found.body)
        .map_err(|_| Error::contradiction("activities_sent", "body", found.serial))?;
    Ok(document(&headers, Some(office.addresses.base()), &json))
}

/// Gives a proposal; to `None` always as JSON.
pub async fn give_proposal(
    federation: &Federation,
    headers: Option<&HeaderMap>,
    number: i64,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = office.group().await?;
    let row = proposals::store::find_by_number(office.app.db.read(), number).await?;
    let row = row.ok_or(NOT_FOUND)?;
    let served = render::proposal(office, &group, &row)?;
    give(headers, served, &office.addresses.proposal(number), row.removed_at)
}

/// Gives the opening of a vote; to `None` always as JSON.
pub async fn give_opening(
    federation: &Federation,
    headers: Option<&HeaderMap>,
    number: i64,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let (group, db) = (office.group().await?, office.app.db.read());
    let row = votes::store::find_by_number(db, number).await?.ok_or(NOT_FOUND)?;
    let proposal = proposals::store::get(db, row.proposal_id).await?;
    let served = render::opening(office, &group, &row, &proposal);
    give(headers, served, &office.addresses.opening(number), proposal.removed_at)
}

/// Gives the result of a vote; to `None` always as JSON.
pub async fn give_result(
    federation: &Federation,
    headers: Option<&HeaderMap>,
    number: i64,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let (group, db) = (office.group().await?, office.app.db.read());
    let row = votes::store::find_by_number(db, number).await?.ok_or(NOT_FOUND)?;
    let proposal = proposals::store::get(db, row.proposal_id).await?;
    let found = votes::store::result(db, row.id).await?.ok_or(NOT_FOUND)?;
    let options = votes::store::options(db, row.id).await?;
    let places = votes::places(db, &row).await?;
    let counted = render::Counted {
        row: &row,
        proposal: &proposal,
        found: &found,
        options: &options,
        places: &places,
    };
    let served = render::result(office, &group, counted)?;
    give(headers, served, &office.addresses.result(number), proposal.removed_at)
}

fn give(
    headers: Option<&HeaderMap>,
    served: Served<Post>,
    id: &Url,
    removed_at: Option<crate::clock::Instant>,
) -> Result<Response, NotGiven> {
    match served {
        Served::Post(post) => {
            let nobody = HeaderMap::new();
            Ok(document(headers.unwrap_or(&nobody), post.url.as_ref(), &post))
        }
        Served::Removed(kind) => Ok(gone(&tombstone(id, kind, removed_at))),
        Served::Nothing => Err(NOT_FOUND),
    }
}
