//! Queries over keys, actors, followers and those whom we follow.

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, PaginatorTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};

use url::Url;

use super::entity::{cursor, follower, following, local_actor, remote_actor};
use crate::{clock::Instant, db::Tx, error::Result, ids::PartnerId};

/// Where it stands with an actor that we asked to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Asked,
    /// It said yes; what it published before is still to be fetched.
    Accepted,
    Following,
    Refused,
    Ended,
}

impl Stage {
    /// The word in the column.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Accepted => "accepted",
            Self::Following => "following",
            Self::Refused => "refused",
            Self::Ended => "ended",
        }
    }
}

pub async fn local_key(
    db: &impl ConnectionTrait,
    kind: &str,
) -> Result<Option<local_actor::Model>> {
    Ok(local_actor::Entity::find_by_id(kind).one(db).await?)
}

/// Keeps a key unless there is one already.
pub async fn add_local_key(
    tx: &Tx,
    now: Instant,
    kind: &str,
    public_pem: &str,
    private_key: Vec<u8>,
) -> Result<()> {
    let row = local_actor::ActiveModel {
        kind: Set(kind.to_owned()),
        public_pem: Set(public_pem.to_owned()),
        private_key: Set(private_key),
        made_at: Set(now),
    };
    local_actor::Entity::insert(row)
        .on_conflict(OnConflict::column(local_actor::Column::Kind).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub async fn remote_actor(
    db: &impl ConnectionTrait,
    id: &Url,
) -> Result<Option<remote_actor::Model>> {
    Ok(remote_actor::Entity::find_by_id(id.as_str()).one(db).await?)
}

/// Keeps an actor as it was just fetched.
pub async fn put_remote_actor(tx: &Tx, row: remote_actor::Model) -> Result<()> {
    use remote_actor::Column;

    let columns = [
        Column::Kind,
        Column::Name,
        Column::Username,
        Column::Inbox,
        Column::SharedInbox,
        Column::Outbox,
        Column::PublicPem,
        Column::Url,
        Column::RefreshedAt,
    ];
    let row: remote_actor::ActiveModel = row.into();
    remote_actor::Entity::insert(row.reset_all())
        .on_conflict(OnConflict::column(Column::Id).update_columns(columns).to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Forgets an actor that is gone.
pub async fn remove_remote_actor(tx: &Tx, id: &Url) -> Result<()> {
    remote_actor::Entity::delete_by_id(id.as_str()).exec(tx).await?;
    remove_follower(tx, id.as_str()).await
}

pub async fn follower(db: &impl ConnectionTrait, actor: &Url) -> Result<Option<follower::Model>> {
    Ok(follower::Entity::find_by_id(actor.as_str()).one(db).await?)
}

pub async fn put_follower(tx: &Tx, row: follower::Model) -> Result<()> {
    use follower::Column;

    let row: follower::ActiveModel = row.into();
    let columns = [Column::Activity, Column::Inbox, Column::Host];
    follower::Entity::insert(row.reset_all())
        .on_conflict(OnConflict::column(Column::Actor).update_columns(columns).to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub async fn remove_follower(tx: &Tx, actor: &str) -> Result<()> {
    follower::Entity::delete_by_id(actor).exec(tx).await?;
    Ok(())
}

/// Removes everybody who is reached at an inbox that is gone.
pub async fn remove_followers_at(tx: &Tx, inbox: &str) -> Result<u64> {
    let gone = follower::Entity::delete_many().filter(follower::Column::Inbox.eq(inbox));
    Ok(gone.exec(tx).await?.rows_affected)
}

pub async fn count_followers(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(follower::Entity::find().count(db).await?)
}

/// The inboxes of all followers, each once, in a fixed order.
pub async fn follower_inboxes(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let inboxes = follower::Entity::find()
        .select_only()
        .column(follower::Column::Inbox)
        .distinct()
        .order_by_asc(follower::Column::Inbox);
    Ok(inboxes.into_tuple().all(db).await?)
}

pub async fn following(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Option<following::Model>> {
    Ok(following::Entity::find_by_id(partner).one(db).await?)
}

pub async fn following_by_activity(
    db: &impl ConnectionTrait,
    activity: &Url,
) -> Result<Option<following::Model>> {
    let query = following::Entity::find().filter(following::Column::Activity.eq(activity.as_str()));
    Ok(query.one(db).await?)
}

pub async fn followings_of(
    db: &impl ConnectionTrait,
    actor: &Url,
) -> Result<Vec<following::Model>> {
    let query = following::Entity::find().filter(following::Column::Actor.eq(actor.as_str()));
    Ok(query.all(db).await?)
}

/// Those at a stage, longest waiting first, at most a hundred.
pub async fn followings_at(
    db: &impl ConnectionTrait,
    stage: Stage,
) -> Result<Vec<following::Model>> {
    let query = following::Entity::find()
        .filter(following::Column::Stage.eq(stage.word()))
        .order_by_asc(following::Column::AskedAt);
    Ok(query.limit(100).all(db).await?)
}

pub async fn count_followings(db: &impl ConnectionTrait) -> Result<u64> {
    let stages = [Stage::Accepted.word(), Stage::Following.word()];
    let query = following::Entity::find().filter(following::Column::Stage.is_in(stages));
    Ok(query.count(db).await?)
}

pub async fn put_following(tx: &Tx, row: following::Model) -> Result<()> {
    use following::Column;

    let row: following::ActiveModel = row.into();
    let columns = [Column::Activity, Column::Actor, Column::Stage, Column::AskedAt];
    following::Entity::insert(row.reset_all())
        .on_conflict(OnConflict::column(Column::PartnerId).update_columns(columns).to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub async fn set_following_stage(tx: &Tx, partner: PartnerId, stage: Stage) -> Result<()> {
    following::Entity::update_many()
        .col_expr(following::Column::Stage, Expr::value(stage.word()))
        .filter(following::Column::PartnerId.eq(partner))
        .exec(tx)
        .await?;
    Ok(())
}

/// How far a follower of the journal has read, locked until the transaction ends.
pub async fn lock_cursor(tx: &Tx, name: &str) -> Result<i64> {
    let found = cursor::Entity::find_by_id(name).lock_exclusive().one(tx).await?;
    Ok(found.map_or(0, |it| it.position))
}

pub async fn put_cursor(tx: &Tx, name: &str, position: i64) -> Result<()> {
    let row = cursor::ActiveModel { name: Set(name.to_owned()), position: Set(position) };
    cursor::Entity::insert(row)
        .on_conflict(
            OnConflict::column(cursor::Column::Name)
                .update_column(cursor::Column::Position)
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub async fn cursor(db: &impl ConnectionTrait, name: &str) -> Result<i64> {
    let found = cursor::Entity::find_by_id(name).one(db).await?;
    Ok(found.map_or(0, |it| it.position))
}
