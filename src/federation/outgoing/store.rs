//! Queries over what goes out, and how it goes with each host.

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, PaginatorTrait, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use url::Url;

use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    federation::entity::{delivery, host, sent},
};

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Waiting,
    Done,
    /// The other server doesn't want it.
    Dropped,
}

impl Stage {
    /// The word in the column.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

/// An activity that is about to go out.
#[derive(Clone, Debug)]
pub struct NewActivity {
    pub id: Url,
    pub kind: &'static str,
    pub object: String,
    pub body: String,
    pub is_public: bool,
    pub published_at: Instant,
}

/// Keeps an activity; gives its place in the order.
pub async fn add(tx: &Tx, it: NewActivity) -> Result<i64> {
    let row = sent::ActiveModel {
        id: Set(it.id.into()),
        kind: Set(it.kind.to_owned()),
        object: Set(it.object),
        body: Set(it.body),
        is_public: Set(it.is_public),
        published_at: Set(it.published_at),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.serial)
}

pub async fn add_deliveries(tx: &Tx, serial: i64, inboxes: &[(String, String)]) -> Result<()> {
    for some in inboxes.chunks(500) {
        let rows = some.iter().map(|(inbox, host)| delivery::ActiveModel {
            serial: Set(serial),
            inbox: Set(inbox.clone()),
            host: Set(host.clone()),
            stage: Set(Stage::Waiting.word().to_owned()),
            attempts: Set(0),
            last_status: Set(None),
            ended_at: Set(None),
            ..Default::default()
        });
        delivery::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

pub async fn find(db: &impl ConnectionTrait, id: &Url) -> Result<Option<sent::Model>> {
    Ok(sent::Entity::find().filter(sent::Column::Id.eq(id.as_str())).one(db).await?)
}

pub async fn get(db: &impl ConnectionTrait, serial: i64) -> Result<Option<sent::Model>> {
    Ok(sent::Entity::find_by_id(serial).one(db).await?)
}

/// The newest activity of a kind about an object.
pub async fn newest_about(
    db: &impl ConnectionTrait,
    kind: &str,
    object: &str,
) -> Result<Option<sent::Model>> {
    let query = sent::Entity::find()
        .filter(sent::Column::Kind.eq(kind))
        .filter(sent::Column::Object.eq(object))
        .order_by_desc(sent::Column::Serial);
    Ok(query.one(db).await?)
}

/// Takes the text of an object out of everything that was sent about it and not yet delivered.
pub async fn erase(tx: &Tx, object: &str) -> Result<()> {
    let serials: Vec<i64> = sent::Entity::find()
        .select_only()
        .column(sent::Column::Serial)
        .filter(sent::Column::Object.eq(object))
        .into_tuple()
        .all(tx)
        .await?;
    sent::Entity::update_many()
        .col_expr(sent::Column::Body, Expr::value(""))
        .col_expr(sent::Column::IsPublic, Expr::value(false))
        .filter(sent::Column::Object.eq(object))
        .exec(tx)
        .await?;
    delivery::Entity::update_many()
        .col_expr(delivery::Column::Stage, Expr::value(Stage::Dropped.word()))
        .filter(delivery::Column::Serial.is_in(serials))
        .filter(delivery::Column::Stage.eq(Stage::Waiting.word()))
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn count_public(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(sent::Entity::find().filter(sent::Column::IsPublic.eq(true)).count(db).await?)
}

/// How many things were published.
pub async fn count_created(db: &impl ConnectionTrait) -> Result<u64> {
    let created = sent::Entity::find()
        .filter(sent::Column::IsPublic.eq(true))
        .filter(sent::Column::Kind.eq("Create"));
    Ok(created.count(db).await?)
}

/// Public activities before a place in the order, newest first.
pub async fn public_before(
    db: &impl ConnectionTrait,
    serial: Option<i64>,
    limit: u64,
) -> Result<Vec<sent::Model>> {
    let mut query = sent::Entity::find().filter(sent::Column::IsPublic.eq(true));
    if let Some(serial) = serial {
        query = query.filter(sent::Column::Serial.lt(serial));
    }
    Ok(query.order_by_desc(sent::Column::Serial).limit(limit).all(db).await?)
}

/// Hosts for which something waits and that may be tried now, except those that are `busy`.
pub async fn hosts_due(
    db: &impl ConnectionTrait,
    now: Instant,
    failing_since: Instant,
    busy: &[String],
    limit: u64,
) -> Result<Vec<String>> {
    let resting = host::Entity::find()
        .select_only()
        .column(host::Column::Host)
        .filter(host::Column::NextAt.gt(now).or(host::Column::FailingSince.lt(failing_since)))
        .into_query();
    let query = delivery::Entity::find()
        .select_only()
        .column(delivery::Column::Host)
        .distinct()
        .filter(delivery::Column::Stage.eq(Stage::Waiting.word()))
        .filter(delivery::Column::Host.is_not_in(busy.iter().cloned()))
        .filter(delivery::Column::Host.not_in_subquery(resting))
        .order_by_asc(delivery::Column::Host);
    Ok(query.limit(limit).into_tuple().all(db).await?)
}

/// The first delivery that waits for a host.
pub async fn first_waiting(
    db: &impl ConnectionTrait,
    host: &str,
) -> Result<Option<delivery::Model>> {
    let query = delivery::Entity::find()
        .filter(delivery::Column::Stage.eq(Stage::Waiting.word()))
        .filter(delivery::Column::Host.eq(host))
        .order_by_asc(delivery::Column::Id);
    Ok(query.one(db).await?)
}

/// Ends a delivery.
pub async fn end(
    tx: &Tx,
    id: i64,
    stage: Stage,
    status: Option<i32>,
    attempts: i32,
    now: Instant,
) -> Result<()> {
    let row = delivery::ActiveModel {
        id: Set(id),
        stage: Set(stage.word().to_owned()),
        last_status: Set(status),
        attempts: Set(attempts),
        ended_at: Set(Some(now)),
        ..Default::default()
    };
    delivery::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes that a delivery failed for now.
pub async fn failed(tx: &Tx, id: i64, status: Option<i32>, attempts: i32) -> Result<()> {
    let row = delivery::ActiveModel {
        id: Set(id),
        last_status: Set(status),
        attempts: Set(attempts),
        ..Default::default()
    };
    delivery::Entity::update(row).exec(tx).await?;
    Ok(())
}

pub async fn host(db: &impl ConnectionTrait, name: &str) -> Result<Option<host::Model>> {
    Ok(host::Entity::find_by_id(name).one(db).await?)
}

pub async fn put_host(tx: &Tx, row: host::Model) -> Result<()> {
    let row: host::ActiveModel = row.into();
    let columns = [host::Column::Failures, host::Column::NextAt, host::Column::FailingSince];
    host::Entity::insert(row.reset_all())
        .on_conflict(OnConflict::column(host::Column::Host).update_columns(columns).to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Forgets that a host failed.
pub async fn remove_host(tx: &Tx, name: &str) -> Result<()> {
    host::Entity::delete_by_id(name).exec(tx).await?;
    Ok(())
}

/// Forgets deliveries that ended long ago.
pub async fn forget_before(tx: &Tx, moment: Instant) -> Result<u64> {
    let old = delivery::Entity::delete_many().filter(delivery::Column::EndedAt.lt(moment));
    Ok(old.exec(tx).await?.rows_affected)
}
