//! Queries over secret votes: the ballots on one side, who took part on the other, and nothing that
//! joins them.
//!
//! Both are written in one transaction and hold neither moment nor order. What the pages of a
//! database file and the numbers of transactions still tell about the order of writing is taken
//! away every minute while ballots come in, and when the vote closes: both are written anew at once,
//! each in the order of its random ids.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbBackend, QueryOrder, entity::prelude::*, sea_query::Expr,
};

use crate::{
    db::Tx,
    error::Result,
    ids::{VoteId, VoterId},
    rules::{
        ballot::{Channel, Secrecy},
        vote::Stage,
    },
    votes::entity::{sealed_ballot, vote, voter},
};

/// How many rows one statement writes: both databases bind a limited number of values.
const AT_ONCE: usize = 2_000;

/// The ballots of a secret vote by their random ids.
pub async fn sealed(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<sealed_ballot::Model>> {
    let ballots = sealed_ballot::Entity::find().filter(sealed_ballot::Column::VoteId.eq(id));
    Ok(ballots.order_by_asc(sealed_ballot::Column::Id).all(db).await?)
}

/// Whether a ballot with this receipt is kept.
pub async fn is_sealed(db: &impl ConnectionTrait, id: VoteId, receipt: &str) -> Result<bool> {
    let ballots = sealed_ballot::Entity::find().filter(sealed_ballot::Column::VoteId.eq(id));
    let found = ballots.filter(sealed_ballot::Column::Receipt.eq(receipt)).count(db).await?;
    Ok(found > 0 && !receipt.is_empty())
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

/// Writes the ballots and the roll of a secret vote anew in one go, each in the order of its ids. The
/// vote must be locked. On PostgreSQL the order comes with [`gather_heap`]; what counts here is that
/// all rows are of one transaction.
pub async fn scatter(tx: &Tx, id: VoteId) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let (mark, number) = (sealed_ballot::Column::Mark, voter::Column::Number);
        let ballots = sealed_ballot::Entity::update_many()
            .filter(sealed_ballot::Column::VoteId.eq(id))
            .col_expr(mark, Expr::col(mark));
        ballots.exec(tx).await?;
        let roll = voter::Entity::update_many().filter(voter::Column::VoteId.eq(id));
        roll.col_expr(number, Expr::col(number)).exec(tx).await?;
        return Ok(());
    }
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

/// One of the two sides of a secret vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Ballots,
    Roll,
}

/// Puts the rows of PostgreSQL in the order of their ids, in a new file without the rows that were
/// there before. Nobody reads or writes the table meanwhile; if somebody has held it for two seconds,
/// as a backup does, it fails and is tried again later. Does nothing on SQLite, where [`scatter`]
/// did it.
pub async fn gather_heap(tx: &Tx, side: Side) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("SET LOCAL lock_timeout = '2s'").await?;
        tx.execute_unprepared(match side {
            Side::Ballots => "CLUSTER sealed_ballots USING sealed_ballots_pkey",
            Side::Roll => "CLUSTER voters USING voters_number",
        })
        .await?;
    }
    Ok(())
}

/// How many secret votes have ended.
pub async fn ended_in_secret(db: &impl ConnectionTrait) -> Result<u64> {
    let running = [Stage::Prepared, Stage::Open];
    let ended = vote::Entity::find()
        .filter(vote::Column::Secrecy.eq(Secrecy::Secret))
        .filter(vote::Column::Stage.is_not_in(running));
    Ok(ended.count(db).await?)
}

/// How many secret ballots there are, in all votes.
pub async fn sealed_in_all(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(sealed_ballot::Entity::find().count(db).await?)
}

async fn insert(tx: &Tx, ballots: Vec<sealed_ballot::Model>) -> Result<()> {
    let mut rows = ballots.into_iter().map(sealed_ballot::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(AT_ONCE).collect();
        sealed_ballot::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}
