//! Queries over reminders.

use std::collections::BTreeSet;

use sea_orm::{
    ConnectionTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait, OnConflict},
};

use super::entity::{declined, reminder, round};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    rules::reminder::Kind,
};

pub async fn is_gathered(db: &impl ConnectionTrait, vote: VoteId, kind: Kind) -> Result<bool> {
    Ok(round::Entity::find_by_id((vote, kind)).one(db).await?.is_some())
}

pub async fn insert_round(tx: &Tx, row: round::Model) -> Result<()> {
    let row: round::ActiveModel = row.into();
    round::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Writes down who is to be reminded, some thousand at a time: both databases bind a limited number.
pub async fn insert(tx: &Tx, rows: impl IntoIterator<Item = reminder::Model>) -> Result<()> {
    let mut rows = rows.into_iter().map(reminder::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(2_000).collect();
        reminder::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Somebody who is still to be reminded and can be now, if there is anybody.
pub async fn next(db: &impl ConnectionTrait, now: Instant) -> Result<Option<reminder::Model>> {
    let again_at = reminder::Column::AgainAt;
    let waits = reminder::Entity::find().filter(again_at.is_null().or(again_at.lte(now)));
    Ok(waits.order_by_asc(reminder::Column::MemberId).one(db).await?)
}

/// Takes a line away; whether it was there.
pub async fn delete(tx: &Tx, row: reminder::Model) -> Result<bool> {
    let gone = reminder::Entity::delete_by_id((row.vote_id, row.member_id, row.kind));
    Ok(gone.exec(tx).await?.rows_affected > 0)
}

/// The votes of which somebody is still to be reminded.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<VoteId>> {
    let votes = reminder::Entity::find().select_only().column(reminder::Column::VoteId).distinct();
    Ok(votes.limit(1_000).into_tuple().all(db).await?)
}

/// Takes away all that is left of a vote.
pub async fn delete_of(tx: &Tx, vote: VoteId) -> Result<()> {
    let left = reminder::Entity::delete_many().filter(reminder::Column::VoteId.eq(vote));
    left.exec(tx).await?;
    Ok(())
}

/// Everybody who wants no reminders.
pub async fn declined(db: &impl ConnectionTrait) -> Result<BTreeSet<MemberId>> {
    let all = declined::Entity::find().all(db).await?;
    Ok(all.into_iter().map(|row| row.member_id).collect())
}

pub async fn has_declined(db: &impl ConnectionTrait, member: MemberId) -> Result<bool> {
    Ok(declined::Entity::find_by_id(member).one(db).await?.is_some())
}

pub async fn decline(tx: &Tx, member: MemberId, at: Instant) -> Result<()> {
    let row: declined::ActiveModel = declined::Model { member_id: member, declined_at: at }.into();
    let once = OnConflict::column(declined::Column::MemberId).do_nothing().to_owned();
    declined::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn accept(tx: &Tx, member: MemberId) -> Result<()> {
    declined::Entity::delete_by_id(member).exec(tx).await?;
    Ok(())
}
