//! Queries over delegations.

use sea_orm::{
    ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::ExprTrait,
};

use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    votes::entity::delegation,
};

/// The delegations in a vote in the order in which they were given; those that ended too.
pub async fn delegations(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<delegation::Model>> {
    let given = delegation::Entity::find().filter(delegation::Column::VoteId.eq(id));
    Ok(given.order_by_asc(delegation::Column::Position).all(db).await?)
}

/// What a member gave or was given, in all votes, newest first.
pub async fn delegations_with(
    db: &impl ConnectionTrait,
    id: MemberId,
) -> Result<Vec<delegation::Model>> {
    let hers = delegation::Column::GiverId.eq(id).or(delegation::Column::DelegateId.eq(id));
    let rows = delegation::Entity::find().filter(hers);
    Ok(rows.order_by_desc(delegation::Column::GivenAt).limit(1_000).all(db).await?)
}

pub async fn insert_delegation(tx: &Tx, row: delegation::Model) -> Result<()> {
    let row: delegation::ActiveModel = row.into();
    delegation::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

pub async fn end_delegation(tx: &Tx, id: VoteId, position: i32, at: Instant) -> Result<()> {
    let row = delegation::ActiveModel {
        vote_id: Set(id),
        position: Set(position),
        ended_at: Set(Some(at)),
        ..Default::default()
    };
    delegation::Entity::update(row).exec(tx).await?;
    Ok(())
}
