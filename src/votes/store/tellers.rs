//! Queries over the keys of tellers, and what they signed.

use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};

use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    rules::{endorsement::PublicKey, record::v2::TellerSignature, teller::Way},
    votes::{
        entity::{record_signature, teller_key},
        tellers,
    },
};

/// The key with which a teller signs now.
pub async fn teller_key(db: &impl ConnectionTrait, member: MemberId) -> Result<Option<PublicKey>> {
    let key = teller_key::Entity::find()
        .filter(teller_key::Column::MemberId.eq(member))
        .filter(teller_key::Column::ReplacedAt.is_null());
    let read = |row: teller_key::Model| {
        let wrong = || Error::contradiction("teller_keys", "public_key", &row.public_key);
        row.public_key.parse().map_err(|_| wrong())
    };
    key.one(db).await?.map(read).transpose()
}

pub async fn insert_teller_key(tx: &Tx, row: teller_key::Model) -> Result<()> {
    let row: teller_key::ActiveModel = row.into();
    teller_key::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// Notes that the key of a teller is replaced.
pub async fn retire_teller_keys(tx: &Tx, member: MemberId, now: Instant) -> Result<()> {
    teller_key::Entity::update_many()
        .col_expr(teller_key::Column::ReplacedAt, Expr::value(Some(now)))
        .filter(teller_key::Column::MemberId.eq(member))
        .filter(teller_key::Column::ReplacedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn insert_signature(tx: &Tx, row: record_signature::Model) -> Result<()> {
    let row: record_signature::ActiveModel = row.into();
    let insert = record_signature::Entity::insert(row).exec_without_returning(tx);
    insert.await.map_err(Error::or_already)?;
    Ok(())
}

/// Who signed the record of a vote, in the order of their names, and how.
pub async fn signatures(
    db: &impl ConnectionTrait,
    id: VoteId,
) -> Result<Vec<(TellerSignature, Way)>> {
    let signed = record_signature::Entity::find().filter(record_signature::Column::VoteId.eq(id));
    let signed = signed.order_by_asc(record_signature::Column::Name).limit(100).all(db).await?;
    signed.into_iter().map(tellers::read).collect()
}

/// What a teller signed, newest first.
pub async fn signatures_by(
    db: &impl ConnectionTrait,
    member: MemberId,
) -> Result<Vec<record_signature::Model>> {
    let hers =
        record_signature::Entity::find().filter(record_signature::Column::MemberId.eq(member));
    Ok(hers.order_by_desc(record_signature::Column::SignedAt).limit(1_000).all(db).await?)
}
