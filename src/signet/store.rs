//! Queries over keys and heads.

use sea_orm::{
    ConnectionTrait, DbBackend, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr,
};

use super::entity::{head, signing_key};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    rules::head::{Published, Signed},
};

/// Heads on one page.
pub const PER_PAGE: u64 = 100;

/// The key that signs now.
pub async fn key_in_use(db: &impl ConnectionTrait) -> Result<Option<signing_key::Model>> {
    let query = signing_key::Entity::find().filter(signing_key::Column::ReplacedAt.is_null());
    Ok(query.one(db).await?)
}

/// Lets nobody else make a key until the transaction ends. SQLite has one writer.
pub async fn lock_keys(tx: &Tx) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE signing_keys IN EXCLUSIVE MODE").await?;
    }
    Ok(())
}

/// Every key, oldest first.
pub async fn keys(db: &impl ConnectionTrait) -> Result<Vec<signing_key::Model>> {
    let query = signing_key::Entity::find().order_by_asc(signing_key::Column::MadeAt);
    Ok(query.limit(1_000).all(db).await?)
}

pub async fn insert_key(tx: &Tx, row: signing_key::Model) -> Result<()> {
    let row: signing_key::ActiveModel = row.into();
    signing_key::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Notes that a key was replaced, and forgets its private half.
pub async fn retire_key(tx: &Tx, public_key: &str, now: Instant) -> Result<()> {
    signing_key::Entity::update_many()
        .col_expr(signing_key::Column::ReplacedAt, Expr::value(Some(now)))
        .col_expr(signing_key::Column::PrivateKey, Expr::value(Option::<Vec<u8>>::None))
        .filter(signing_key::Column::PublicKey.eq(public_key))
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn newest_head(db: &impl ConnectionTrait) -> Result<Option<head::Model>> {
    Ok(head::Entity::find().order_by_desc(head::Column::Size).limit(1).one(db).await?)
}

pub async fn insert_head(tx: &Tx, row: head::Model) -> Result<()> {
    let row: head::ActiveModel = row.into();
    head::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Heads of at least `from` lines, oldest first; the newest ones without `from`.
pub async fn heads(db: &impl ConnectionTrait, from: Option<u64>) -> Result<Published> {
    let query = head::Entity::find().limit(PER_PAGE + 1);
    let mut rows = match from {
        Some(from) => {
            let from = i64::try_from(from).map_err(|_| Error::NotFound("head"))?;
            let query = query.filter(head::Column::Size.gte(from));
            query.order_by_asc(head::Column::Size).all(db).await?
        }
        None => {
            let query = query.order_by_desc(head::Column::Size).limit(PER_PAGE);
            let mut newest = query.all(db).await?;
            newest.reverse();
            newest
        }
    };
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let heads = rows.iter().map(signed).collect::<Result<_>>()?;
    Ok(Published { keys: super::keys(db).await?, heads, more })
}

/// A head as it is published.
pub fn signed(row: &head::Model) -> Result<Signed> {
    let read = || {
        serde_json::Result::Ok(Signed {
            head: serde_json::from_str(&row.head)?,
            endorsement: serde_json::from_str(&row.endorsement)?,
            proof: serde_json::from_str(&row.proof)?,
        })
    };
    read().map_err(|_| Error::contradiction("heads", "head", row.size))
}
