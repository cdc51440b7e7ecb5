//! Queries over proposals, their versions, support and comments.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};

use super::entity::{comment, proposal, support, version};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{CommentId, MemberId, ProposalId},
    rules::proposal::{Kind, Stage},
};

/// Which proposals to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub stage: Option<Stage>,
    pub kind: Option<Kind>,
    /// Part of title, summary or text, in any case; empty finds everything.
    pub text: String,
    /// Which page, from 0.
    pub page: u64,
}

/// The last page that somebody can ask for.
const PAGE_MOST: u64 = 1_000_000;
/// Proposals on one page of a list.
pub const PER_PAGE: u64 = 20;

pub async fn get(db: &impl ConnectionTrait, id: ProposalId) -> Result<proposal::Model> {
    proposal::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound("proposal"))
}

/// A proposal to be changed: on PostgreSQL the row is locked first.
pub async fn lock(tx: &Tx, id: ProposalId) -> Result<proposal::Model> {
    let row = proposal::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let row = row.ok_or(Error::NotFound("proposal"))?;
    if row.removed_at.is_some() { Err(Error::NotFound("proposal")) } else { Ok(row) }
}

pub async fn find_by_number(
    db: &impl ConnectionTrait,
    number: i64,
) -> Result<Option<proposal::Model>> {
    Ok(proposal::Entity::find().filter(proposal::Column::Number.eq(number)).one(db).await?)
}

/// One page of the public proposals, newest first, with the number of all that fit.
pub async fn list(
    db: &impl ConnectionTrait,
    filter: &Filter,
) -> Result<(Vec<proposal::Model>, u64)> {
    let mut query = proposal::Entity::find()
        .filter(proposal::Column::Stage.ne(Stage::Draft))
        .filter(proposal::Column::OpenedAt.is_not_null())
        .filter(proposal::Column::RemovedAt.is_null());
    if let Some(stage) = filter.stage {
        query = query.filter(proposal::Column::Stage.eq(stage));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(proposal::Column::Kind.eq(kind));
    }
    let text = filter.text.trim().replace('\0', "").to_lowercase();
    if !text.is_empty() {
        query = query.filter(proposal::Column::Searched.contains(&text));
    }
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(proposal::Column::OpenedAt)
        .order_by_desc(proposal::Column::Number)
        .offset(filter.page.min(PAGE_MOST).saturating_mul(PER_PAGE))
        .limit(PER_PAGE)
        .all(db)
        .await?;
    Ok((rows, total))
}

/// Proposals that were decided, the newest decision first, at most `limit`.
pub async fn decided(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<proposal::Model>> {
    let decided = proposal::Entity::find()
        .filter(proposal::Column::Stage.is_in([Stage::Adopted, Stage::Rejected]))
        .filter(proposal::Column::RemovedAt.is_null())
        .order_by_desc(proposal::Column::ChangedAt)
        .limit(limit);
    Ok(decided.all(db).await?)
}

/// Everything that a member wrote, drafts too, newest first.
pub async fn written_by(db: &impl ConnectionTrait, id: MemberId) -> Result<Vec<proposal::Model>> {
    let hers = proposal::Entity::find()
        .filter(proposal::Column::SubmitterId.eq(id))
        .filter(proposal::Column::RemovedAt.is_null())
        .order_by_desc(proposal::Column::Number)
        .limit(500);
    Ok(hers.all(db).await?)
}

/// Open proposals that were opened before a moment.
pub async fn opened_before(db: &impl ConnectionTrait, at: Instant) -> Result<Vec<proposal::Model>> {
    let old = proposal::Entity::find()
        .filter(proposal::Column::Stage.eq(Stage::Open))
        .filter(proposal::Column::OpenedAt.lte(at))
        .limit(500);
    Ok(old.all(db).await?)
}

/// The number that the next proposal gets. Numbers are given one at a time: lock the neighbourhood.
pub async fn next_number(tx: &Tx) -> Result<i64> {
    #[derive(FromQueryResult)]
    struct Highest {
        number: Option<i64>,
    }
    let highest = proposal::Entity::find()
        .select_only()
        .column_as(proposal::Column::Number.max(), "number")
        .into_model::<Highest>()
        .one(tx)
        .await?;
    Ok(highest.and_then(|it| it.number).unwrap_or_default() + 1)
}

pub async fn insert(tx: &Tx, row: proposal::Model) -> Result<proposal::Model> {
    let row: proposal::ActiveModel = row.into();
    proposal::Entity::insert(row).exec_with_returning(tx).await.map_err(Error::or_already)
}

/// Writes every column of a proposal.
pub async fn save(tx: &Tx, row: proposal::Model) -> Result<()> {
    proposal::Entity::update(proposal::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

pub async fn set_stage(tx: &Tx, now: Instant, id: ProposalId, stage: Stage) -> Result<()> {
    let row = proposal::ActiveModel {
        id: Set(id),
        stage: Set(stage),
        changed_at: Set(now),
        ..Default::default()
    };
    proposal::Entity::update(row).exec(tx).await?;
    Ok(())
}

pub async fn insert_version(tx: &Tx, row: version::Model) -> Result<()> {
    let row: version::ActiveModel = row.into();
    version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The versions of a proposal, newest first.
pub async fn versions(db: &impl ConnectionTrait, id: ProposalId) -> Result<Vec<version::Model>> {
    let versions = version::Entity::find().filter(version::Column::ProposalId.eq(id));
    Ok(versions.order_by_desc(version::Column::Version).limit(500).all(db).await?)
}

pub async fn version(
    db: &impl ConnectionTrait,
    id: ProposalId,
    number: i32,
) -> Result<version::Model> {
    version::Entity::find_by_id((id, number)).one(db).await?.ok_or(Error::NotFound("version"))
}

/// Proposals by id, for lists that name them.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, proposal::Model>> {
    let rows = proposal::Entity::find().filter(proposal::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Takes the versions of a draft away.
pub async fn forget_versions(tx: &Tx, id: ProposalId) -> Result<()> {
    let versions = version::Entity::delete_many().filter(version::Column::ProposalId.eq(id));
    versions.exec(tx).await?;
    Ok(())
}

/// Blanks the versions of a proposal that the law wants gone.
pub async fn blank_versions(tx: &Tx, id: ProposalId) -> Result<()> {
    version::Entity::update_many()
        .col_expr(version::Column::Title, Expr::value(""))
        .col_expr(version::Column::Summary, Expr::value(""))
        .col_expr(version::Column::Text, Expr::value(""))
        .filter(version::Column::ProposalId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives support; tells whether it is new.
pub async fn insert_support(tx: &Tx, row: support::Model) -> Result<bool> {
    let row: support::ActiveModel = row.into();
    let once = OnConflict::columns([support::Column::ProposalId, support::Column::MemberId])
        .do_nothing()
        .to_owned();
    let inserted =
        support::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(inserted > 0)
}

/// Takes support back; tells whether there was any.
pub async fn delete_support(tx: &Tx, id: ProposalId, member: MemberId) -> Result<bool> {
    let deleted = support::Entity::delete_by_id((id, member)).exec(tx).await?;
    Ok(deleted.rows_affected > 0)
}

/// How many members support a proposal. Counted, never kept: a kept number drifts.
pub async fn supporters(db: &impl ConnectionTrait, id: ProposalId) -> Result<u64> {
    Ok(support::Entity::find().filter(support::Column::ProposalId.eq(id)).count(db).await?)
}

/// How many members support each of these proposals.
pub async fn supporters_of(
    db: &impl ConnectionTrait,
    ids: &[ProposalId],
) -> Result<BTreeMap<ProposalId, u64>> {
    let counts: Vec<(ProposalId, i64)> = support::Entity::find()
        .select_only()
        .column(support::Column::ProposalId)
        .column_as(support::Column::MemberId.count(), "supporters")
        .filter(support::Column::ProposalId.is_in(ids.iter().copied()))
        .group_by(support::Column::ProposalId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().map(|(id, n)| (id, u64::try_from(n).unwrap_or_default())).collect())
}

pub async fn is_supported_by(
    db: &impl ConnectionTrait,
    id: ProposalId,
    member: MemberId,
) -> Result<bool> {
    Ok(support::Entity::find_by_id((id, member)).one(db).await?.is_some())
}

/// The proposals that a member supports, newest support first.
pub async fn supported_by(
    db: &impl ConnectionTrait,
    member: MemberId,
) -> Result<Vec<proposal::Model>> {
    let hers = support::Entity::find()
        .filter(support::Column::MemberId.eq(member))
        .order_by_desc(support::Column::GivenAt)
        .limit(500)
        .all(db)
        .await?;
    let rows = proposal::Entity::find()
        .filter(proposal::Column::Id.is_in(hers.iter().map(|it| it.proposal_id)))
        .filter(proposal::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let mut by_id: BTreeMap<ProposalId, proposal::Model> =
        rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(hers.iter().filter_map(|it| by_id.remove(&it.proposal_id)).collect())
}

pub async fn insert_comment(tx: &Tx, row: comment::Model) -> Result<()> {
    let row: comment::ActiveModel = row.into();
    comment::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

pub async fn lock_comment(tx: &Tx, id: CommentId) -> Result<comment::Model> {
    let row = comment::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("comment"))
}

/// The comments under a proposal with their answers, oldest first.
pub async fn comments(db: &impl ConnectionTrait, id: ProposalId) -> Result<Vec<comment::Model>> {
    let under = comment::Entity::find().filter(comment::Column::ProposalId.eq(id));
    Ok(under.order_by_asc(comment::Column::Id).limit(1_000).all(db).await?)
}

/// The newest comments of all, for moderation.
pub async fn newest_comments(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<comment::Model>> {
    Ok(comment::Entity::find().order_by_desc(comment::Column::Id).limit(limit).all(db).await?)
}

/// Everything that a member said, newest first.
pub async fn comments_by(db: &impl ConnectionTrait, id: MemberId) -> Result<Vec<comment::Model>> {
    let hers = comment::Entity::find().filter(comment::Column::AuthorId.eq(id));
    Ok(hers.order_by_desc(comment::Column::Id).limit(1_000).all(db).await?)
}

/// Hides a comment with a reason, or shows it again.
pub async fn set_hidden(
    tx: &Tx,
    id: CommentId,
    hidden: Option<(Instant, MemberId, String)>,
) -> Result<()> {
    let (at, by, reason) = match hidden {
        Some((at, by, reason)) => (Some(at), Some(by), Some(reason)),
        None => (None, None, None),
    };
    let row = comment::ActiveModel {
        id: Set(id),
        hidden_at: Set(at),
        hidden_by: Set(by),
        hidden_reason: Set(reason),
        ..Default::default()
    };
    comment::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// A proposal whose version is still `based_on`; otherwise somebody was first.
pub fn unchanged(row: proposal::Model, based_on: i32) -> Result<proposal::Model> {
    if row.version == based_on {
        Ok(row)
    } else {
        Err(Error::Conflict(Conflict::NewerVersion { version: row.version }))
    }
}
