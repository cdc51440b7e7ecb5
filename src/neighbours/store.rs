//! Queries over partners, notices and shares.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
};

use super::entity::{notice, partner, share, witnessed};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, NoticeId, PartnerId},
    rules::partner::{NoticeKind, Stage},
};

/// The last page that somebody can ask for.
const PAGE_MOST: u64 = 1_000_000;
/// Notices on one page.
pub const PER_PAGE: u64 = 20;

/// The neighbourhoods that were ever asked, by handle.
pub async fn partners(db: &impl ConnectionTrait) -> Result<Vec<partner::Model>> {
    Ok(partner::Entity::find().order_by_asc(partner::Column::Handle).limit(500).all(db).await?)
}

pub async fn partner(db: &impl ConnectionTrait, id: PartnerId) -> Result<partner::Model> {
    partner::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound("partner"))
}

pub async fn lock_partner(tx: &Tx, id: PartnerId) -> Result<partner::Model> {
    let row = partner::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("partner"))
}

pub async fn partner_by_handle(
    db: &impl ConnectionTrait,
    handle: &str,
) -> Result<Option<partner::Model>> {
    Ok(partner::Entity::find().filter(partner::Column::Handle.eq(handle)).one(db).await?)
}

pub async fn partner_by_actor(
    db: &impl ConnectionTrait,
    actor: &str,
) -> Result<Option<partner::Model>> {
    Ok(partner::Entity::find().filter(partner::Column::Actor.eq(actor)).one(db).await?)
}

/// Whether we follow this actor now.
pub async fn is_followed(db: &impl ConnectionTrait, actor: &str) -> Result<bool> {
    let partner = partner_by_actor(db, actor).await?;
    Ok(partner.is_some_and(|partner| partner.stage == Stage::Following))
}

pub async fn insert_partner(tx: &Tx, row: partner::Model) -> Result<()> {
    let row: partner::ActiveModel = row.into();
    partner::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Writes every column of a partner.
pub async fn save_partner(tx: &Tx, row: partner::Model) -> Result<()> {
    partner::Entity::update(partner::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// The newest head that was seen of a partner.
pub async fn newest_witnessed(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Option<witnessed::Model>> {
    let query = witnessed::Entity::find()
        .filter(witnessed::Column::PartnerId.eq(partner))
        .order_by_desc(witnessed::Column::Serial);
    Ok(query.limit(1).one(db).await?)
}

/// The newest head of a partner with which nothing was wrong.
pub async fn newest_sound(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Option<witnessed::Model>> {
    let query = witnessed::Entity::find()
        .filter(witnessed::Column::PartnerId.eq(partner))
        .filter(witnessed::Column::Fault.is_null())
        .order_by_desc(witnessed::Column::Serial);
    Ok(query.limit(1).one(db).await?)
}

/// The heads that were seen lately, newest first, and all with which something was wrong before them.
pub async fn witnessed(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<witnessed::Model>> {
    let newest = witnessed::Entity::find().order_by_desc(witnessed::Column::Serial).limit(limit);
    let mut rows = newest.all(db).await?;
    let before = rows.last().map_or(0, |row| row.serial);
    let faulty = witnessed::Entity::find()
        .filter(witnessed::Column::Fault.is_not_null())
        .filter(witnessed::Column::Serial.lt(before))
        .order_by_desc(witnessed::Column::Serial)
        .limit(limit);
    rows.extend(faulty.all(db).await?);
    Ok(rows)
}

pub async fn insert_witnessed(tx: &Tx, row: witnessed::Model) -> Result<()> {
    let mut row: witnessed::ActiveModel = row.into();
    row.serial = NotSet;
    witnessed::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// One page of what others published, newest first, with the number of all.
pub async fn notices(
    db: &impl ConnectionTrait,
    kind: Option<NoticeKind>,
    page: u64,
) -> Result<(Vec<notice::Model>, u64)> {
    let mut query = notice::Entity::find().filter(notice::Column::RemovedAt.is_null());
    if let Some(kind) = kind {
        query = query.filter(notice::Column::Kind.eq(kind));
    }
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(notice::Column::PublishedAt)
        .order_by_desc(notice::Column::Id)
        .offset(page.min(PAGE_MOST).saturating_mul(PER_PAGE))
        .limit(PER_PAGE)
        .all(db)
        .await?;
    Ok((rows, total))
}

pub async fn notice(db: &impl ConnectionTrait, id: NoticeId) -> Result<notice::Model> {
    notice::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound("notice"))
}

/// Notices by id, for lists that name them.
pub async fn notices_of_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = NoticeId>,
) -> Result<BTreeMap<NoticeId, notice::Model>> {
    let rows = notice::Entity::find().filter(notice::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub async fn notice_by_object(
    db: &impl ConnectionTrait,
    object: &str,
) -> Result<Option<notice::Model>> {
    Ok(notice::Entity::find().filter(notice::Column::Object.eq(object)).one(db).await?)
}

pub async fn insert_notice(tx: &Tx, row: notice::Model) -> Result<()> {
    let row: notice::ActiveModel = row.into();
    notice::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Writes every column of a notice.
pub async fn save_notice(tx: &Tx, row: notice::Model) -> Result<()> {
    notice::Entity::update(notice::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// What we share now, newest first, with the notices.
pub async fn shares(db: &impl ConnectionTrait) -> Result<Vec<(share::Model, notice::Model)>> {
    let shares = share::Entity::find()
        .filter(share::Column::TakenBackAt.is_null())
        .order_by_desc(share::Column::SharedAt)
        .limit(200)
        .all(db)
        .await?;
    let notices = notice::Entity::find()
        .filter(notice::Column::Id.is_in(shares.iter().map(|share| share.notice_id)))
        .filter(notice::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let of = |share: &share::Model| notices.iter().find(|it| it.id == share.notice_id).cloned();
    Ok(shares.into_iter().filter_map(|share| of(&share).map(|notice| (share, notice))).collect())
}

pub async fn find_share(db: &impl ConnectionTrait, id: NoticeId) -> Result<Option<share::Model>> {
    Ok(share::Entity::find_by_id(id).one(db).await?)
}

/// Shares a notice, or shares it again after it was taken back.
pub async fn put_share(
    tx: &Tx,
    id: NoticeId,
    by: MemberId,
    at: Instant,
    is_new: bool,
) -> Result<()> {
    let row = share::ActiveModel {
        notice_id: Set(id),
        shared_by: Set(by),
        shared_at: Set(at),
        taken_back_at: Set(None),
    };
    if is_new {
        share::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    } else {
        share::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

pub async fn set_taken_back(tx: &Tx, id: NoticeId, at: Instant) -> Result<()> {
    let row = share::ActiveModel {
        notice_id: Set(id),
        taken_back_at: Set(Some(at)),
        ..Default::default()
    };
    share::Entity::update(row).exec(tx).await?;
    Ok(())
}
