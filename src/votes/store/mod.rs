//! Queries over votes, rolls, ballots and results.

mod challenges;
mod delegations;
mod helped;
mod mandates;
mod paper;
mod sealed;
mod tellers;

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait, OnConflict, Query},
};

pub use challenges::{count_challenges, has_hands, insert_challenge};
pub use delegations::{delegations, delegations_with, end_delegation, insert_delegation};
pub use helped::{count_helped, put_helped, scatter_helped};
pub use mandates::{end_mandate, insert_mandate, mandates, mandates_with, proxied_to, set_proxy};
pub use paper::{change, changes, delete_options, insert_options, options, people_on_paper};
pub use sealed::{
    Side, ended_in_secret, gather_heap, is_sealed, put_sealed, scatter, sealed, sealed_in_all,
};
pub use tellers::{
    insert_signature, insert_teller_key, retire_teller_keys, signatures, signatures_by, teller_key,
};

use super::{
    batches::entity::batch,
    entity::{ballot, result, vote, voter},
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, ProposalId, SeatId, VoteId, VoterId},
    rules::{batch as batch_rule, vote::Stage},
};

pub async fn get(db: &impl ConnectionTrait, id: VoteId) -> Result<vote::Model> {
    vote::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound("vote"))
}

/// A vote to be changed: on PostgreSQL the row is locked first, so that no ballot slips in.
pub async fn lock(tx: &Tx, id: VoteId) -> Result<vote::Model> {
    let row = vote::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("vote"))
}

pub async fn find_by_number(db: &impl ConnectionTrait, number: i64) -> Result<Option<vote::Model>> {
    Ok(vote::Entity::find().filter(vote::Column::Number.eq(number)).one(db).await?)
}

/// The id of a vote by its number.
pub async fn id_of(db: &impl ConnectionTrait, number: i64) -> Result<Option<VoteId>> {
    let id = vote::Entity::find().select_only().column(vote::Column::Id);
    Ok(id.filter(vote::Column::Number.eq(number)).into_tuple().one(db).await?)
}

/// All votes, newest first, at most `limit`.
pub async fn list(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<vote::Model>> {
    Ok(vote::Entity::find().order_by_desc(vote::Column::Number).limit(limit).all(db).await?)
}

/// Votes in a stage, the first to close first.
pub async fn in_stage(db: &impl ConnectionTrait, stage: Stage) -> Result<Vec<vote::Model>> {
    let votes = vote::Entity::find().filter(vote::Column::Stage.eq(stage));
    Ok(votes.order_by_asc(vote::Column::ClosesAt).limit(200).all(db).await?)
}

/// Prepared votes that open by now, open ones that close by now, and closed ones that wait for no
/// batch any more.
pub async fn due(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<vote::Model>> {
    let opens = vote::Column::Stage.eq(Stage::Prepared).and(vote::Column::OpensAt.lte(now));
    let closes = vote::Column::Stage.eq(Stage::Open).and(vote::Column::ClosesAt.lte(now));
    let waiting = Query::select()
        .column(batch::Column::VoteId)
        .from(batch::Entity)
        .and_where(batch::Column::Stage.eq(batch_rule::Stage::Announced))
        .to_owned();
    let is_complete = vote::Column::Id.not_in_subquery(waiting);
    let counts = vote::Column::Stage.eq(Stage::Closed).and(is_complete);
    let due = vote::Entity::find().filter(opens.or(closes).or(counts));
    Ok(due.order_by_asc(vote::Column::Number).limit(100).all(db).await?)
}

/// The votes on a proposal, newest first.
pub async fn of_proposal(db: &impl ConnectionTrait, id: ProposalId) -> Result<Vec<vote::Model>> {
    let votes = vote::Entity::find().filter(vote::Column::ProposalId.eq(id));
    Ok(votes.order_by_desc(vote::Column::Number).limit(100).all(db).await?)
}

/// Votes by id, for lists that name them.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = VoteId>,
) -> Result<BTreeMap<VoteId, vote::Model>> {
    let rows = vote::Entity::find().filter(vote::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The number that the next vote gets. Numbers are given one at a time: lock the neighbourhood.
pub async fn next_number(tx: &Tx) -> Result<i64> {
    let newest = vote::Entity::find().order_by_desc(vote::Column::Number).one(tx).await?;
    Ok(newest.map_or(1, |vote| vote.number + 1))
}

pub async fn insert(tx: &Tx, row: vote::Model) -> Result<vote::Model> {
    let row: vote::ActiveModel = row.into();
    vote::Entity::insert(row).exec_with_returning(tx).await.map_err(Error::or_already)
}

/// Writes every column of a vote.
pub async fn save(tx: &Tx, row: vote::Model) -> Result<()> {
    vote::Entity::update(vote::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// Takes the title out of the votes on a proposal, and what stood on their ballot papers.
pub async fn blank_titles(tx: &Tx, id: ProposalId) -> Result<()> {
    for vote in of_proposal(tx, id).await? {
        paper::blank(tx, vote.id).await?;
    }
    vote::Entity::update_many()
        .col_expr(vote::Column::Title, Expr::value(""))
        .filter(vote::Column::ProposalId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Puts a frozen roll down, some thousand lines at a time: both databases bind a limited number.
pub async fn insert_voters(tx: &Tx, rows: Vec<voter::Model>) -> Result<()> {
    let mut rows = rows.into_iter().map(voter::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(2_000).collect();
        voter::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The frozen roll by number.
pub async fn voters(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<voter::Model>> {
    let roll = voter::Entity::find().filter(voter::Column::VoteId.eq(id));
    Ok(roll.order_by_asc(voter::Column::Number).all(db).await?)
}

/// The entries for which a member may come to vote: as holder or as alternate.
pub async fn voters_for(
    db: &impl ConnectionTrait,
    id: VoteId,
    member: MemberId,
) -> Result<Vec<voter::Model>> {
    let hers = voter::Column::HolderId.eq(member).or(voter::Column::AlternateId.eq(member));
    let rows = voter::Entity::find().filter(voter::Column::VoteId.eq(id)).filter(hers);
    Ok(rows.order_by_asc(voter::Column::Number).all(db).await?)
}

/// The entry of a seat, to be changed.
pub async fn lock_voter(tx: &Tx, id: VoteId, seat: SeatId) -> Result<voter::Model> {
    let row = voter::Entity::find()
        .filter(voter::Column::VoteId.eq(id))
        .filter(voter::Column::SeatId.eq(seat))
        .lock_exclusive()
        .one(tx)
        .await?;
    row.ok_or(Error::NotFound("voter"))
}

pub async fn set_absent(tx: &Tx, id: VoterId, since: Option<Instant>) -> Result<()> {
    let row = voter::ActiveModel { id: Set(id), absent_since: Set(since), ..Default::default() };
    voter::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// The votes for which ballots come in. On PostgreSQL they are locked against a close in between.
pub async fn hold_votes(
    tx: &Tx,
    ids: impl IntoIterator<Item = VoteId>,
) -> Result<BTreeMap<VoteId, vote::Model>> {
    let votes = vote::Entity::find().filter(vote::Column::Id.is_in(ids));
    let rows = votes.order_by_asc(vote::Column::Id).lock_shared().all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The entries for which ballots come in. On PostgreSQL they are locked against another ballot or a
/// mark in between.
pub async fn hold_voters(
    tx: &Tx,
    ids: impl IntoIterator<Item = VoterId>,
) -> Result<BTreeMap<VoterId, voter::Model>> {
    let voters = voter::Entity::find().filter(voter::Column::Id.is_in(ids));
    let rows = voters.order_by_asc(voter::Column::Id).lock_exclusive().all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The ballots of these entries.
pub async fn ballots_of(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = VoterId>,
) -> Result<BTreeMap<VoterId, ballot::Model>> {
    let rows = ballot::Entity::find().filter(ballot::Column::VoterId.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.voter_id, row)).collect())
}

pub async fn ballot(
    db: &impl ConnectionTrait,
    id: VoteId,
    voter: VoterId,
) -> Result<Option<ballot::Model>> {
    Ok(ballot::Entity::find_by_id((id, voter)).one(db).await?)
}

/// All ballots of a vote.
pub async fn ballots(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<ballot::Model>> {
    Ok(ballot::Entity::find().filter(ballot::Column::VoteId.eq(id)).all(db).await?)
}

/// The ballots that a member cast herself, in all votes, newest first.
pub async fn ballots_by(db: &impl ConnectionTrait, id: MemberId) -> Result<Vec<ballot::Model>> {
    let hers = ballot::Entity::find().filter(ballot::Column::MemberId.eq(id));
    Ok(hers.order_by_desc(ballot::Column::CastAt).limit(1_000).all(db).await?)
}

/// Puts ballots down, each in place of the one that was there.
pub async fn put_ballots(tx: &Tx, rows: impl IntoIterator<Item = ballot::Model>) -> Result<()> {
    use ballot::Column;

    let replace = OnConflict::columns([Column::VoteId, Column::VoterId])
        .update_columns([
            Column::MemberId,
            Column::Mark,
            Column::Channel,
            Column::CastAt,
            Column::Replaced,
        ])
        .to_owned();
    let mut rows = rows.into_iter().map(ballot::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let some = ballot::Entity::insert_many(rows.by_ref().take(2_000).collect::<Vec<_>>());
        some.on_conflict(replace.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Takes the ballots of these entries away, if there are any: they are counted otherwise.
pub async fn delete_ballots(
    tx: &Tx,
    id: VoteId,
    voters: impl IntoIterator<Item = VoterId>,
) -> Result<()> {
    let of_vote = ballot::Entity::delete_many().filter(ballot::Column::VoteId.eq(id));
    of_vote.filter(ballot::Column::VoterId.is_in(voters)).exec(tx).await?;
    Ok(())
}

/// How many have voted, and how many may.
pub async fn turnout(db: &impl ConnectionTrait, id: VoteId) -> Result<(u64, u64)> {
    let roll = || voter::Entity::find().filter(voter::Column::VoteId.eq(id));
    let open = ballot::Entity::find().filter(ballot::Column::VoteId.eq(id)).count(db).await?;
    let sealed = roll().filter(voter::Column::Channel.is_not_null()).count(db).await?;
    Ok((open + sealed, roll().count(db).await?))
}

pub async fn insert_result(tx: &Tx, row: result::Model) -> Result<()> {
    let row: result::ActiveModel = row.into();
    result::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

pub async fn result(db: &impl ConnectionTrait, id: VoteId) -> Result<Option<result::Model>> {
    Ok(result::Entity::find_by_id(id).one(db).await?)
}

/// Outcomes of published results, without their records, newest first, at most `limit`.
pub async fn outcomes(
    db: &impl ConnectionTrait,
    limit: u64,
) -> Result<Vec<(vote::Model, crate::rules::outcome::Outcome)>> {
    let votes = vote::Entity::find()
        .filter(vote::Column::Stage.eq(Stage::Published))
        .order_by_desc(vote::Column::ClosedAt)
        .limit(limit)
        .all(db)
        .await?;
    let mut outcomes = Vec::new();
    let found: Vec<(VoteId, crate::rules::outcome::Outcome)> = result::Entity::find()
        .select_only()
        .column(result::Column::VoteId)
        .column(result::Column::Outcome)
        .filter(result::Column::VoteId.is_in(votes.iter().map(|vote| vote.id)))
        .into_tuple()
        .all(db)
        .await?;
    for vote in votes {
        if let Some((_, outcome)) = found.iter().find(|(id, _)| *id == vote.id) {
            outcomes.push((vote, *outcome));
        }
    }
    Ok(outcomes)
}

/// Those of these votes that a later one with a result goes on from, or takes the place of.
pub async fn gone_on(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = VoteId>,
) -> Result<BTreeSet<VoteId>> {
    let later = vote::Entity::find()
        .select_only()
        .column(vote::Column::EarlierId)
        .filter(vote::Column::EarlierId.is_in(ids))
        .filter(vote::Column::Stage.eq(Stage::Published));
    let earlier: Vec<Option<VoteId>> = later.into_tuple().all(db).await?;
    Ok(earlier.into_iter().flatten().collect())
}

pub async fn set_published(tx: &Tx, id: VoteId, at: Instant) -> Result<()> {
    let row =
        result::ActiveModel { vote_id: Set(id), published_at: Set(Some(at)), ..Default::default() };
    result::Entity::update(row).exec(tx).await?;
    Ok(())
}
