//! Seals the lines of the journal: enters each into the chain, so that a past that is rewritten
//! shows. Not in the act that writes the line, which would have everybody wait for everybody, but
//! shortly after.

use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbBackend, QueryOrder, QuerySelect, entity::prelude::*,
};

use super::{
    entity::{self, seal},
    wait_for_writers,
};
use crate::{
    chance,
    db::Tx,
    error::{Error, Result},
    rules::{
        chain::{self, End, Entry, Opened, Salt},
        digest::Digest,
    },
};

/// How many lines are read at a time.
const PIECE: u64 = 1_000;

/// Seals every line that was written up to now, and gives the end of the chain.
///
/// To be called before the act writes its first line: on PostgreSQL whoever seals waits until
/// everybody else who is writing lines is done, and two acts must not wait for each other.
///
/// # Errors
/// What the database says.
pub async fn seal(tx: &Tx) -> Result<End> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE journal_seals IN EXCLUSIVE MODE").await?;
    }
    wait_for_writers(tx).await?;
    let (mut end, mut position) = newest(tx).await?;
    loop {
        let lines = entity::Entity::find()
            .filter(entity::Column::Position.gt(position))
            .order_by_asc(entity::Column::Position)
            .limit(PIECE)
            .all(tx)
            .await?;
        let Some(last) = lines.last() else { return Ok(end) };
        position = last.position;
        let mut rows = Vec::with_capacity(lines.len());
        for line in &lines {
            let salt = Salt(chance::bytes());
            let entry = end.next(cover(line, &salt)?);
            let hash = hash(&entry)?;
            end = End { size: entry.number, hash };
            rows.push(seal::ActiveModel {
                number: Set(number(entry.number)?),
                position: Set(line.position),
                salt: Set(salt.0.to_vec()),
                hash: Set(hash.to_string()),
            });
        }
        seal::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
}

/// Whether every line is sealed.
///
/// # Errors
/// What the database says.
pub async fn is_sealed(db: &impl ConnectionTrait) -> Result<bool> {
    let last: Option<Option<i64>> = entity::Entity::find()
        .select_only()
        .column_as(entity::Column::Position.max(), "last")
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.flatten().unwrap_or(0) <= newest(db).await?.1)
}

/// The end of the chain.
///
/// # Errors
/// What the database says.
pub async fn end(db: &impl ConnectionTrait) -> Result<End> {
    Ok(newest(db).await?.0)
}

/// The hashes of the entries after the first `size`, at most `limit`.
///
/// # Errors
/// What the database says.
pub async fn hashes(db: &impl ConnectionTrait, size: u64, limit: u64) -> Result<Vec<Digest>> {
    let hashes: Vec<(i64, String)> = seal::Entity::find()
        .select_only()
        .columns([seal::Column::Number, seal::Column::Hash])
        .filter(seal::Column::Number.gt(number(size)?))
        .order_by_asc(seal::Column::Number)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    hashes.iter().map(|(number, hash)| digest(*number, hash)).collect()
}

/// Whether a line of this kind is among the entries after the first `size`.
///
/// # Errors
/// What the database says.
pub async fn is_among(db: &impl ConnectionTrait, size: u64, event: &str) -> Result<bool> {
    let after = seal::Entity::find()
        .select_only()
        .column_as(seal::Column::Position.min(), "first")
        .filter(seal::Column::Number.gt(number(size)?));
    let first: Option<Option<i64>> = after.into_tuple().one(db).await?;
    let Some(first) = first.flatten() else { return Ok(false) };
    let found = entity::Entity::find()
        .select_only()
        .column(entity::Column::Position)
        .filter(entity::Column::Position.gte(first))
        .filter(entity::Column::Event.eq(event))
        .limit(1)
        .into_tuple::<i64>();
    Ok(found.one(db).await?.is_some())
}

/// The entries after the first `size` as they are published, at most `limit`: public lines opened,
/// all others covered.
///
/// # Errors
/// What the database says.
pub async fn published(
    db: &impl ConnectionTrait,
    size: u64,
    limit: u64,
) -> Result<Vec<chain::Published>> {
    let before: Option<seal::Model> = seal::Entity::find_by_id(number(size)?).one(db).await?;
    let hash = before.map_or(Ok(Digest::ZERO), |it| digest(it.number, &it.hash))?;
    let mut end = End { size, hash };
    let seals = seal::Entity::find()
        .filter(seal::Column::Number.gt(number(size)?))
        .order_by_asc(seal::Column::Number)
        .limit(limit)
        .all(db)
        .await?;
    let positions = seals.iter().map(|it| it.position);
    let lines = entity::Entity::find()
        .filter(entity::Column::Position.is_in(positions))
        .order_by_asc(entity::Column::Position)
        .all(db)
        .await?;
    let mut published = Vec::with_capacity(seals.len());
    // Lines are sealed in their order, and a sealed line can't be taken away.
    for (seal, line) in seals.into_iter().zip(lines) {
        let broken = || Error::contradiction("journal_seals", "position", seal.number);
        let salt = Salt(seal.salt.as_slice().try_into().map_err(|_| broken())?);
        let entry = end.next(cover(&line, &salt)?);
        // The hash that was kept counts: if the line was changed since, everybody shall see it.
        end = End { size: entry.number, hash: digest(seal.number, &seal.hash)? };
        let opened = line.is_public.then(|| opened(&line, &salt)).transpose()?;
        published.push(chain::Published { entry, opened });
    }
    Ok(published)
}

async fn newest(db: &impl ConnectionTrait) -> Result<(End, i64)> {
    let newest = seal::Entity::find().order_by_desc(seal::Column::Number).limit(1).one(db).await?;
    let Some(row) = newest else { return Ok((End::default(), 0)) };
    let size = u64::try_from(row.number)
        .map_err(|_| Error::contradiction("journal_seals", "number", row.number))?;
    Ok((End { size, hash: digest(row.number, &row.hash)? }, row.position))
}

fn cover(line: &entity::Model, salt: &Salt) -> Result<Digest> {
    let opened = opened(line, salt)?;
    opened.line.cover(&opened.salt).map_err(|_| unreadable(line))
}

fn opened(line: &entity::Model, salt: &Salt) -> Result<Opened> {
    let opened = chain::Line {
        position: line.position,
        at: line.at,
        event: serde_json::from_str(&line.details).map_err(|_| unreadable(line))?,
        by: line.actor.map(|actor| salt.cover_actor(&actor.to_string())),
    };
    Ok(Opened { salt: salt.of_line(), line: opened })
}

fn unreadable(line: &entity::Model) -> Error {
    Error::contradiction("journal", "details", line.position)
}

fn hash(entry: &Entry) -> Result<Digest> {
    entry.hash().map_err(|_| Error::contradiction("journal_seals", "number", entry.number))
}

fn digest(number: i64, text: &str) -> Result<Digest> {
    text.parse().map_err(|_| Error::contradiction("journal_seals", "hash", number))
}

fn number(size: u64) -> Result<i64> {
    i64::try_from(size).map_err(|_| Error::NotFound("entry"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules::chain::Broken, world::World};

    async fn all(world: &World) -> Vec<chain::Published> {
        published(world.app.db.read(), 0, 1_000).await.unwrap()
    }

    async fn rewrite(world: &World, sql: &str) {
        world.write(async |tx| Ok(tx.execute_unprepared(sql).await.map(drop)?)).await.unwrap();
    }

    #[tokio::test]
    async fn every_line_is_sealed_once_in_its_order() {
        let world = World::founded().await;
        let db = world.app.db.read();
        assert!(!is_sealed(db).await.unwrap());
        let first = world.write(async |tx| seal(tx).await).await.unwrap();
        assert!(is_sealed(db).await.unwrap());
        assert_eq!(world.write(async |tx| seal(tx).await).await.unwrap(), first);
        world.member("Alice").await;
        assert!(!is_sealed(db).await.unwrap());
        let second = world.write(async |tx| seal(tx).await).await.unwrap();
        assert_eq!(second.size, first.size + 1);
        let (end, followed) = chain::follow(End::default(), &all(&world).await).unwrap();
        assert_eq!((end, followed), (second, hashes(db, 0, 1_000).await.unwrap()));
        let rest = published(db, first.size, 10).await.unwrap();
        assert_eq!(chain::follow(first, &rest).unwrap().0, second);
    }

    #[tokio::test]
    async fn what_isnt_public_stays_covered() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        world.write(async |tx| seal(tx).await).await.unwrap();
        let text = serde_json::to_string(&all(&world).await).unwrap();
        assert!(text.contains("neighbourhood-founded"));
        assert!(!text.contains("member-added") && !text.contains(&alice.id.to_string()));
    }

    #[tokio::test]
    async fn a_line_that_is_changed_or_removed_afterwards_shows() {
        let world = World::founded().await;
        world.member("Alice").await;
        let end = world.write(async |tx| seal(tx).await).await.unwrap();
        rewrite(&world, "UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE position = 1")
            .await;
        let found = chain::follow(End::default(), &all(&world).await);
        assert_eq!(found.unwrap_err(), Broken::Prev(2));
        assert!(end.size > 1);
        let gone = "DELETE FROM journal WHERE position = 1";
        let gone = world.write(async |tx| Ok(tx.execute_unprepared(gone).await?)).await;
        assert!(gone.is_err());
    }
}
