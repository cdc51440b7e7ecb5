//! Queries over the help that was given: a line for each ballot, with nothing that tells whose.

use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{chance, db::Tx, error::Result, ids::VoteId, votes::entity::helped};

/// How many rows one statement writes: both databases bind a limited number of values.
const AT_ONCE: usize = 2_000;

/// Writes down that so many were helped.
pub async fn put_helped(tx: &Tx, id: VoteId, times: u64) -> Result<()> {
    let row = |_| helped::Model { vote_id: id, id: chance::token() };
    insert(tx, (0..times).map(row).collect()).await
}

/// How many were helped.
pub async fn count_helped(db: &impl ConnectionTrait, id: VoteId) -> Result<u64> {
    Ok(helped::Entity::find().filter(helped::Column::VoteId.eq(id)).count(db).await?)
}

/// Writes the lines of a vote anew, in the order of their random ids, so that what the pages of a
/// database file tell of the order of writing doesn't join them to ballots.
pub async fn scatter_helped(tx: &Tx, id: VoteId) -> Result<()> {
    let those = || helped::Column::VoteId.eq(id);
    let all = helped::Entity::find().filter(those()).order_by_asc(helped::Column::Id);
    let rows = all.all(tx).await?;
    helped::Entity::delete_many().filter(those()).exec(tx).await?;
    insert(tx, rows).await
}

async fn insert(tx: &Tx, rows: Vec<helped::Model>) -> Result<()> {
    let mut rows = rows.into_iter().map(helped::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(AT_ONCE).collect();
        helped::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}
