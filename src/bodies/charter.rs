use sea_orm::ConnectionTrait;

use super::{entity, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Refusal, Result},
    ids::MemberId,
    journal::{self, Event},
    members,
    rules::{
        charter::Charter,
        permission::Deed,
        wording::{self, Field},
    },
};

/// A charter with its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub version: i32,
    pub charter: Charter,
}

/// The charter in force.
///
/// # Errors
/// The neighbourhood isn't founded yet.
pub async fn charter(db: &impl ConnectionTrait) -> Result<InForce> {
    read(store::newest_charter(db).await?)
}

/// A version of the charter: whatever started keeps the version it started with.
///
/// # Errors
/// There is no such version.
pub async fn charter_version(db: &impl ConnectionTrait, version: i32) -> Result<InForce> {
    read(store::charter(db, version).await?)
}

/// Puts a new version of the charter in force.
///
/// # Errors
/// What is wrong with it, or a missing reason.
pub async fn adopt_charter(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    charter: Charter,
    reason: &str,
) -> Result<i32> {
    members::permit(tx, by, Deed::ChangeCharter).await?;
    wording::check(Field::Reason, reason)?;
    charter.check(&store::sector_keys(tx).await?).map_err(Refusal::Charter)?;
    store::lock_neighbourhood(tx).await?;
    let version = store::newest_charter(tx).await?.version + 1;
    insert(tx, now, Some(by), version, &charter, reason).await?;
    Ok(version)
}

pub(super) async fn insert(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    version: i32,
    charter: &Charter,
    reason: &str,
) -> Result<()> {
    let rules = serde_json::to_string(charter)
        .map_err(|_| Error::contradiction("charters", "rules", version))?;
    let row = entity::charter::Model {
        version,
        rules,
        reason: reason.trim().to_owned(),
        adopted_by: by,
        adopted_at: now,
    };
    store::insert_charter(tx, row).await?;
    let reason = reason.trim().to_owned();
    journal::record(tx, now, by, Event::CharterAdopted { version, reason }).await
}

fn read(row: entity::charter::Model) -> Result<InForce> {
    let charter = serde_json::from_str(&row.rules)
        .map_err(|_| Error::contradiction("charters", "rules", row.version))?;
    Ok(InForce { version: row.version, charter })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[tokio::test]
    async fn an_old_version_keeps_meaning_what_it_meant() {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let stricter = Charter { support_threshold: 25, ..Charter::default() };
        let version = world
            .write(async |tx| {
                let (now, rules) = (world.now(), stricter.clone());
                adopt_charter(tx, now, secretary, rules, "Besloten op 1 mei").await
            })
            .await
            .unwrap();
        let db = world.app.db.read();
        assert_eq!(version, 2);
        assert_eq!(charter(db).await.unwrap().charter, stricter);
        assert_ne!(charter_version(db, 1).await.unwrap().charter.support_threshold, 25);
    }

    #[tokio::test]
    async fn a_charter_that_contradicts_itself_is_refused() {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let broken = Charter { support_threshold: 0, ..Charter::default() };
        let refused = world
            .write(async |tx| {
                let (now, rules) = (world.now(), broken.clone());
                adopt_charter(tx, now, secretary, rules, "Zomaar").await
            })
            .await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::Charter(_)))));
        assert_eq!(charter(world.app.db.read()).await.unwrap().version, 1);
    }
}
