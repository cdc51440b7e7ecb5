//! Queries over secret votes: the ballots on one side, who took part on the other, and nothing that
//! joins them.
//!
//! Both are written in one transaction and hold neither moment nor order. What the pages of a
//! database file could still tell about the order of writing is taken away when the vote closes: both
//! are written anew, each in the order of its random ids.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use crate::{
    db::Tx,
    error::Result,
    ids::{VoteId, VoterId},
    rules::ballot::Channel,
    votes::entity::{sealed_ballot, voter},
};

/// How many rows one statement writes: both databases bind a limited number of values.
const AT_ONCE: usize = 2_000;

/// The ballots of a secret vote by their random ids.
pub async fn sealed(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<sealed_ballot::Model>> {
    let ballots = sealed_ballot::Entity::find().filter(sealed_ballot::Column::VoteId.eq(id));
    Ok(ballots.order_by_asc(sealed_ballot::Column::Id).all(db).await?)
}

/// Puts ballots down, and marks on the roll who took part and how.
pub async fn put_sealed(
    tx: &Tx,
    ballots: Vec<sealed_ballot::Model>,
    marks: &BTreeMap<VoterId, Channel>,
) -> Result<()> {
    insert(tx, ballots).await?;
    for channel in Channel::ALL {
        let voters = marks.iter().filter(|(_, how)| *how == channel).map(|(voter, _)| *voter);
        let voters: Vec<VoterId> = voters.collect();
        if !voters.is_empty() {
            let mark = voter::ActiveModel { channel: Set(Some(*channel)), ..Default::default() };
            let those = voter::Column::Id.is_in(voters);
            voter::Entity::update_many().set(mark).filter(those).exec(tx).await?;
        }
    }
    Ok(())
}

/// Writes the ballots and the roll of a secret vote anew, each in the order of its ids.
pub async fn scatter(tx: &Tx, id: VoteId) -> Result<()> {
    let ballots = sealed(tx, id).await?;
    let those = sealed_ballot::Column::VoteId.eq(id);
    sealed_ballot::Entity::delete_many().filter(those).exec(tx).await?;
    insert(tx, ballots).await?;
    let of_vote = voter::Column::VoteId.eq(id);
    let roll = voter::Entity::find().filter(of_vote.clone()).order_by_asc(voter::Column::Number);
    let roll = roll.all(tx).await?;
    voter::Entity::delete_many().filter(of_vote).exec(tx).await?;
    super::insert_voters(tx, roll).await
}

async fn insert(tx: &Tx, ballots: Vec<sealed_ballot::Model>) -> Result<()> {
    let mut rows = ballots.into_iter().map(sealed_ballot::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(AT_ONCE).collect();
        sealed_ballot::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}
