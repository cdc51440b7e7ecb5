//! Queries over elections, candidacies and how seats were given out.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect, entity::prelude::*};

use super::entity::{candidacy, election, seating};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{ElectionId, MemberId, ProposalId},
    rules::candidacy::Stage,
};

pub async fn get(db: &impl ConnectionTrait, id: ElectionId) -> Result<election::Model> {
    election::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound("election"))
}

pub async fn exists(db: &impl ConnectionTrait, id: ElectionId) -> Result<bool> {
    Ok(election::Entity::find_by_id(id).one(db).await?.is_some())
}

/// An election to be changed: on PostgreSQL the row is locked first.
pub async fn lock(tx: &Tx, id: ElectionId) -> Result<election::Model> {
    let row = election::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("election"))
}

pub async fn find_by_number(
    db: &impl ConnectionTrait,
    number: i64,
) -> Result<Option<election::Model>> {
    Ok(election::Entity::find().filter(election::Column::Number.eq(number)).one(db).await?)
}

/// The election that a proposal is about.
pub async fn of_proposal(
    db: &impl ConnectionTrait,
    id: ProposalId,
) -> Result<Option<election::Model>> {
    Ok(election::Entity::find().filter(election::Column::ProposalId.eq(id)).one(db).await?)
}

/// Elections by id, for lists that name them.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ElectionId>,
) -> Result<BTreeMap<ElectionId, election::Model>> {
    let rows = election::Entity::find().filter(election::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// All elections, newest first, at most `limit`.
pub async fn list(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<election::Model>> {
    let newest_first = election::Entity::find().order_by_desc(election::Column::Number);
    Ok(newest_first.limit(limit).all(db).await?)
}

/// Elections in a stage, the first to close first.
pub async fn in_stage(db: &impl ConnectionTrait, stage: Stage) -> Result<Vec<election::Model>> {
    let those = election::Entity::find().filter(election::Column::Stage.eq(stage));
    Ok(those.order_by_asc(election::Column::NominateUntil).limit(200).all(db).await?)
}

/// Elections in which people can stand now.
pub async fn nominating(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<election::Model>> {
    let mut those = in_stage(db, Stage::Nominating).await?;
    those.retain(|it| now < it.nominate_until);
    Ok(those)
}

/// The number that the next election gets. Numbers are given one at a time: lock the neighbourhood.
pub async fn next_number(tx: &Tx) -> Result<i64> {
    let newest = election::Entity::find().order_by_desc(election::Column::Number).one(tx).await?;
    Ok(newest.map_or(1, |row| row.number + 1))
}

pub async fn insert(tx: &Tx, row: election::Model) -> Result<election::Model> {
    let row: election::ActiveModel = row.into();
    election::Entity::insert(row).exec_with_returning(tx).await.map_err(Error::or_already)
}

/// Writes every column of an election.
pub async fn save(tx: &Tx, row: election::Model) -> Result<()> {
    election::Entity::update(election::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// Everybody who stands or was asked, by key: the order tells nothing.
pub async fn candidacies(
    db: &impl ConnectionTrait,
    id: ElectionId,
) -> Result<Vec<candidacy::Model>> {
    let of_election = candidacy::Entity::find().filter(candidacy::Column::ElectionId.eq(id));
    Ok(of_election.order_by_asc(candidacy::Column::Key).limit(1_000).all(db).await?)
}

pub async fn candidacy(
    db: &impl ConnectionTrait,
    id: ElectionId,
    member: MemberId,
) -> Result<Option<candidacy::Model>> {
    Ok(candidacy::Entity::find_by_id((id, member)).one(db).await?)
}

/// Every candidacy of a member, the newest first.
pub async fn of_member(
    db: &impl ConnectionTrait,
    member: MemberId,
) -> Result<Vec<candidacy::Model>> {
    let hers = candidacy::Entity::find().filter(candidacy::Column::MemberId.eq(member));
    Ok(hers.order_by_desc(candidacy::Column::NominatedAt).limit(500).all(db).await?)
}

pub async fn insert_candidacy(tx: &Tx, row: candidacy::Model) -> Result<()> {
    let row: candidacy::ActiveModel = row.into();
    let inserted = candidacy::Entity::insert(row).exec_without_returning(tx).await;
    inserted.map_err(Error::or_already)?;
    Ok(())
}

/// Writes every column of a candidacy.
pub async fn save_candidacy(tx: &Tx, row: candidacy::Model) -> Result<()> {
    candidacy::Entity::update(candidacy::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// Takes away that somebody was asked.
pub async fn delete_candidacy(tx: &Tx, id: ElectionId, member: MemberId) -> Result<()> {
    candidacy::Entity::delete_by_id((id, member)).exec(tx).await?;
    Ok(())
}

/// How the seats of an election were given out, each time in order.
pub async fn seatings(db: &impl ConnectionTrait, id: ElectionId) -> Result<Vec<seating::Model>> {
    let of_election = seating::Entity::find().filter(seating::Column::ElectionId.eq(id));
    Ok(of_election.order_by_asc(seating::Column::Position).limit(500).all(db).await?)
}

/// Writes down one more giving out. The election is locked.
pub async fn insert_seating(
    tx: &Tx,
    now: Instant,
    id: ElectionId,
    (document, hash): (String, String),
) -> Result<()> {
    let before = seatings(tx, id).await?.len();
    let position =
        i32::try_from(before + 1).map_err(|_| Error::contradiction("seatings", "position", id))?;
    let row = seating::Model { election_id: id, position, seated_at: now, document, hash };
    let row: seating::ActiveModel = row.into();
    seating::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
