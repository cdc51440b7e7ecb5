//! What happened, in order. Written in the same transaction as the change it records; the public
//! log, federation and notifications read it and act.
//!
//! Append-only. Holds no ballot, no code and no address.

use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::MemberId,
};

pub mod entity;
mod event;
mod seal;

pub use event::Event;
pub use seal::{end, hashes, is_among, is_sealed, published, seal};

/// A line of the journal.
#[derive(Clone, Debug)]
pub struct Line {
    pub position: i64,
    pub at: Instant,
    /// Who did it; nothing when the clock or another server did.
    pub actor: Option<MemberId>,
    pub event: Event,
}

/// Writes down what happened, in the transaction in which it happens.
///
/// # Errors
/// What the database says.
pub async fn record(tx: &Tx, at: Instant, actor: Option<MemberId>, event: Event) -> Result<()> {
    record_all(tx, [(at, actor, event)]).await
}

/// Writes down several things that happened in one transaction, in their order.
///
/// # Errors
/// What the database says.
pub async fn record_all(
    tx: &Tx,
    events: impl IntoIterator<Item = (Instant, Option<MemberId>, Event)>,
) -> Result<()> {
    let mut lines = Vec::new();
    for (at, actor, event) in events {
        let details = serde_json::to_string(&event)
            .map_err(|error| Error::Database(DbErr::Custom(error.to_string())))?;
        lines.push(entity::ActiveModel {
            at: Set(at),
            actor: Set(actor),
            event: Set(event.name().to_owned()),
            subject: Set(event.subject()),
            is_public: Set(event.is_public()),
            details: Set(details),
            ..Default::default()
        });
    }
    if !lines.is_empty() {
        entity::Entity::insert_many(lines).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Waits until everybody who is writing lines is done, so that no line appears later before one
/// that was read: PostgreSQL numbers lines when they are written, not when they are committed.
/// SQLite has one writer.
///
/// # Errors
/// What the database says.
pub async fn wait_for_writers(tx: &Tx) -> Result<()> {
    if tx.get_database_backend() == sea_orm::DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE journal IN SHARE MODE").await?;
    }
    Ok(())
}

/// The lines after `position`, oldest first, at most `limit`.
///
/// # Errors
/// What the database says.
pub async fn after(db: &impl ConnectionTrait, position: i64, limit: u64) -> Result<Vec<Line>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Position.gt(position))
        .order_by_asc(entity::Column::Position)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(line).collect()
}

/// The public lines before `position` (or from the end), newest first, at most `limit`.
///
/// # Errors
/// What the database says.
pub async fn public_before(
    db: &impl ConnectionTrait,
    position: Option<i64>,
    limit: u64,
) -> Result<Vec<Line>> {
    let mut query = entity::Entity::find().filter(entity::Column::IsPublic.eq(true));
    if let Some(position) = position {
        query = query.filter(entity::Column::Position.lt(position));
    }
    let newest_first = query.order_by_desc(entity::Column::Position).limit(limit);
    newest_first.all(db).await?.into_iter().map(line).collect()
}

/// The public lines about one thing, oldest first, at most 200.
///
/// # Errors
/// What the database says.
pub async fn public_about(db: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<Line>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::IsPublic.eq(true))
        .filter(entity::Column::Subject.eq(subject))
        .order_by_asc(entity::Column::Position)
        .limit(200)
        .all(db)
        .await?;
    rows.into_iter().map(line).collect()
}

fn line(row: entity::Model) -> Result<Line> {
    let event = serde_json::from_str(&row.details)
        .map_err(|_| Error::contradiction("journal", "details", row.position))?;
    Ok(Line { position: row.position, at: row.at, actor: row.actor, event })
}
