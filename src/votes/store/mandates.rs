//! Queries over proxies.

use sea_orm::{
    ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::ExprTrait,
};

use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId, VoterId},
    rules::proxy::Ending,
    votes::entity::{mandate, voter},
};

/// The mandates in a vote, the first one given first; those that ended too.
pub async fn mandates(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<mandate::Model>> {
    let given = mandate::Entity::find().filter(mandate::Column::VoteId.eq(id));
    let given = given.order_by_asc(mandate::Column::GivenAt);
    Ok(given
        .order_by_asc(mandate::Column::GiverId)
        .order_by_asc(mandate::Column::Turn)
        .all(db)
        .await?)
}

/// What a member gave or was given, in all votes, newest first.
pub async fn mandates_with(db: &impl ConnectionTrait, id: MemberId) -> Result<Vec<mandate::Model>> {
    let hers = mandate::Column::GiverId.eq(id).or(mandate::Column::HolderId.eq(id));
    let rows = mandate::Entity::find().filter(hers).order_by_desc(mandate::Column::GivenAt);
    Ok(rows.limit(1_000).all(db).await?)
}

pub async fn insert_mandate(tx: &Tx, row: mandate::Model) -> Result<()> {
    let row: mandate::ActiveModel = row.into();
    mandate::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

pub async fn end_mandate(
    tx: &Tx,
    (vote, giver, turn): (VoteId, MemberId, i32),
    at: Instant,
    ending: Ending,
) -> Result<()> {
    let row = mandate::ActiveModel {
        vote_id: Set(vote),
        giver_id: Set(giver),
        turn: Set(turn),
        ended_at: Set(Some(at)),
        ending: Set(Some(ending)),
        ..Default::default()
    };
    mandate::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// The entries for which a member may vote by proxy.
pub async fn proxied_to(
    db: &impl ConnectionTrait,
    id: VoteId,
    member: MemberId,
) -> Result<Vec<voter::Model>> {
    let rows = voter::Entity::find()
        .filter(voter::Column::VoteId.eq(id))
        .filter(voter::Column::ProxyId.eq(member));
    Ok(rows.order_by_asc(voter::Column::Number).all(db).await?)
}

pub async fn set_proxy(tx: &Tx, id: VoterId, holder: Option<MemberId>) -> Result<()> {
    let row = voter::ActiveModel { id: Set(id), proxy_id: Set(holder), ..Default::default() };
    voter::Entity::update(row).exec(tx).await?;
    Ok(())
}
