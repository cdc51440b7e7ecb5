//! Queries over batches and what was typed of them.

use sea_orm::{
    ConnectionTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::OnConflict,
};

use super::entity::{batch, batch_entry};
use crate::{
    db::Tx,
    error::{Error, Result},
    ids::{BatchId, MemberId, VoteId},
    rules::batch::{Stage, entry::Entry},
    secret::Secret,
};

/// A batch of a vote to be changed: on PostgreSQL the row is locked first.
pub async fn lock(tx: &Tx, vote: VoteId, id: BatchId) -> Result<batch::Model> {
    let of_vote = batch::Entity::find_by_id(id).filter(batch::Column::VoteId.eq(vote));
    let row = of_vote.lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("batch"))
}

pub async fn find_by_number(
    db: &impl ConnectionTrait,
    vote: VoteId,
    number: i64,
) -> Result<Option<batch::Model>> {
    let of_vote = batch::Entity::find().filter(batch::Column::VoteId.eq(vote));
    Ok(of_vote.filter(batch::Column::Number.eq(number)).one(db).await?)
}

/// The batches of a vote by number.
pub async fn of_vote(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<batch::Model>> {
    let batches = batch::Entity::find().filter(batch::Column::VoteId.eq(id));
    Ok(batches.order_by_asc(batch::Column::Number).limit(10_000).all(db).await?)
}

/// How many batches of a vote wait to be typed or agreed on.
pub async fn count_unfinished(db: &impl ConnectionTrait, id: VoteId) -> Result<u64> {
    let waiting = batch::Entity::find().filter(batch::Column::VoteId.eq(id));
    Ok(waiting.filter(batch::Column::Stage.eq(Stage::Announced)).count(db).await?)
}

pub async fn insert(tx: &Tx, row: batch::Model) -> Result<batch::Model> {
    let row: batch::ActiveModel = row.into();
    batch::Entity::insert(row).exec_with_returning(tx).await.map_err(Error::or_already)
}

/// Writes every column of a batch.
pub async fn save(tx: &Tx, row: batch::Model) -> Result<()> {
    batch::Entity::update(batch::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// Who typed a batch, and what; at most two.
pub async fn entries(
    db: &impl ConnectionTrait,
    id: BatchId,
    secret: &Secret,
) -> Result<Vec<(MemberId, Entry)>> {
    let typed = batch_entry::Entity::find().filter(batch_entry::Column::BatchId.eq(id));
    let rows = typed.order_by_asc(batch_entry::Column::TellerId).all(db).await?;
    let read = |row: batch_entry::Model| {
        let wrong = || Error::contradiction("batch_entries", "entry", id);
        let plain = secret.decrypt(&row.entry).map_err(|_| wrong())?;
        Ok((row.teller_id, serde_json::from_slice(&plain).map_err(|_| wrong())?))
    };
    rows.into_iter().map(read).collect()
}

/// Puts down what a teller typed, in place of what she typed before.
pub async fn put_entry(
    tx: &Tx,
    (batch_id, teller_id): (BatchId, MemberId),
    entry: &Entry,
    secret: &Secret,
) -> Result<()> {
    use batch_entry::Column;

    let wrong = |_| Error::contradiction("batch_entries", "entry", batch_id);
    let plain = serde_json::to_vec(entry).map_err(wrong)?;
    let row = batch_entry::Model { batch_id, teller_id, entry: secret.encrypt(&plain) };
    let replace = OnConflict::columns([Column::BatchId, Column::TellerId])
        .update_column(Column::Entry)
        .to_owned();
    let row: batch_entry::ActiveModel = row.into();
    batch_entry::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes away what was typed of a batch.
pub async fn erase_entries(tx: &Tx, id: BatchId) -> Result<()> {
    let those = batch_entry::Column::BatchId.eq(id);
    batch_entry::Entity::delete_many().filter(those).exec(tx).await?;
    Ok(())
}
