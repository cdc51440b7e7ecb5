//! Queries over those who ask for a new vote.

use sea_orm::entity::prelude::*;

use crate::{
    db::Tx,
    error::{Error, Result},
    ids::VoteId,
    rules::ballot::Channel,
    votes::entity::{ballot, challenge, voter},
};

pub async fn insert_challenge(tx: &Tx, row: challenge::Model) -> Result<()> {
    let row: challenge::ActiveModel = row.into();
    challenge::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// How many ask for a new vote instead of this one.
pub async fn count_challenges(db: &impl ConnectionTrait, id: VoteId) -> Result<u64> {
    let asked = challenge::Entity::find().filter(challenge::Column::VoteId.eq(id));
    Ok(asked.count(db).await?)
}

/// Whether raised hands were counted in a vote.
pub async fn has_hands(db: &impl ConnectionTrait, id: VoteId) -> Result<bool> {
    let apart = voter::Entity::find()
        .filter(voter::Column::VoteId.eq(id))
        .filter(voter::Column::Channel.eq(Channel::Hands));
    let by_name = ballot::Entity::find()
        .filter(ballot::Column::VoteId.eq(id))
        .filter(ballot::Column::Channel.eq(Channel::Hands));
    Ok(apart.count(db).await? + by_name.count(db).await? > 0)
}
