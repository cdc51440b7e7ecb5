//! Queries over what came in.

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};

use crate::{clock::Instant, db::Tx, error::Result, federation::entity::received};

/// Keeps an activity unless one with its id was here already; says whether it is new.
pub async fn add(tx: &Tx, row: received::Model) -> Result<bool> {
    let row: received::ActiveModel = row.into();
    let added = received::Entity::insert(row.reset_all())
        .on_conflict(OnConflict::column(received::Column::Id).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(added > 0)
}

/// What is due, oldest first, of actors that are not `busy`.
pub async fn due(
    db: &impl ConnectionTrait,
    now: Instant,
    busy: &[String],
) -> Result<Vec<received::Model>> {
    let query = received::Entity::find()
        .filter(received::Column::ProcessedAt.is_null())
        .filter(received::Column::DueAt.lte(now))
        .filter(received::Column::Actor.is_not_in(busy.iter().cloned()))
        .order_by_asc(received::Column::ReceivedAt)
        .order_by_asc(received::Column::Id);
    Ok(query.limit(100).all(db).await?)
}

/// Notes that activities were dealt with. Their ids are remembered, what they said is not.
pub async fn finish(tx: &Tx, ids: &[String], now: Instant) -> Result<()> {
    received::Entity::update_many()
        .col_expr(received::Column::ProcessedAt, Expr::value(now))
        .col_expr(received::Column::Body, Expr::value(""))
        .filter(received::Column::Id.is_in(ids.iter().cloned()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes what is wrong with an activity.
pub async fn set_aside(tx: &Tx, id: &str, now: Instant, fault: String) -> Result<()> {
    let row = received::ActiveModel {
        id: Set(id.to_owned()),
        processed_at: Set(Some(now)),
        body: Set(String::new()),
        fault: Set(Some(fault)),
        ..Default::default()
    };
    received::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Puts an activity off.
pub async fn put_off(
    tx: &Tx,
    id: &str,
    attempts: i32,
    due_at: Instant,
    fault: String,
) -> Result<()> {
    let row = received::ActiveModel {
        id: Set(id.to_owned()),
        attempts: Set(attempts),
        due_at: Set(due_at),
        fault: Set(Some(fault)),
        ..Default::default()
    };
    received::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Forgets what was dealt with long ago.
pub async fn forget_before(tx: &Tx, moment: Instant) -> Result<u64> {
    let old = received::Entity::delete_many().filter(received::Column::ProcessedAt.lt(moment));
    Ok(old.exec(tx).await?.rows_affected)
}
