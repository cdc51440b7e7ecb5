use sea_orm::ConnectionTrait;
use serde::{Serialize, de::DeserializeOwned};
use url::Url;

use super::{
    entity::{partner, witnessed},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::PartnerId,
    journal::{self, Event},
    rules::{
        canonical,
        endorsement::{Endorsement, Purpose},
        head::{Seen, Signed, Witnessed},
        witness::{Fault, Kept},
    },
    signet::SigningKey,
};

/// How many of the newest are shown.
const LATELY: u64 = 200;

/// The head of a partner's log with which the next one is compared.
///
/// # Errors
/// What the database says.
pub async fn kept(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Option<Kept>> {
    let Some(row) = store::newest_sound(db, partner).await? else { return Ok(None) };
    let it = read(&row)?;
    Ok(Some(Kept { head: it.seen.head, key: it.signed.key }))
}

/// That head as it was shown; its proof was checked then, and isn't kept.
///
/// # Errors
/// What the database says.
pub async fn last_sound(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Option<Signed>> {
    let Some(row) = store::newest_sound(db, partner).await? else { return Ok(None) };
    let it = read(&row)?;
    Ok(Some(Signed { head: it.seen.head, endorsement: it.signed, proof: Vec::new() }))
}

/// Keeps a head of a partner's log and co-signs it. One with which something is wrong is kept as
/// evidence, once, and the journal says so. Gives whether it was new.
///
/// # Errors
/// There is no such partner, or what the database says.
pub async fn witness(
    tx: &Tx,
    now: Instant,
    (by, key): (&Url, &SigningKey),
    partner: PartnerId,
    shown: &Signed,
    fault: Option<Fault>,
) -> Result<bool> {
    let partner = store::lock_partner(tx, partner).await?;
    let size = i64::try_from(shown.head.size).map_err(|_| Error::NotFound("head"))?;
    let before = store::newest_witnessed(tx, partner.id).await?;
    let is_known = before.as_ref().is_some_and(|row| match fault {
        Some(_) => row.fault.is_some(),
        None => row.fault.is_none() && row.size == size,
    });
    if is_known {
        return Ok(false);
    }
    let word = fault.map(|it| it.word().to_owned());
    let seen = Seen { head: shown.head.clone(), by: by.clone(), at: now, fault: word.clone() };
    let endorsement = key.sign(Purpose::Witness, &seen)?;
    let row = witnessed::Model {
        serial: 0,
        partner_id: partner.id,
        size,
        fault: word,
        seen: written(&seen)?,
        signed: written(&shown.endorsement)?,
        endorsement: written(&endorsement)?,
    };
    store::insert_witnessed(tx, row).await?;
    if fault.is_some() {
        let (handle, size) = (partner.handle.clone(), shown.head.size);
        let event = Event::LogContradicted { partner: partner.id, handle, size };
        journal::record(tx, now, None, event).await?;
    }
    Ok(true)
}

/// What was lately seen of the logs of others, newest first, with everything that was wrong.
///
/// # Errors
/// What the database says.
pub async fn witnessed(db: &impl ConnectionTrait) -> Result<Vec<Witnessed>> {
    store::witnessed(db, LATELY).await?.iter().map(read).collect()
}

/// What was seen last of the log of each partner that showed one.
///
/// # Errors
/// What the database says.
pub async fn lately_seen(db: &impl ConnectionTrait) -> Result<Vec<(partner::Model, Seen)>> {
    let mut seen = Vec::new();
    for partner in store::partners(db).await? {
        if let Some(row) = store::newest_witnessed(db, partner.id).await? {
            seen.push((partner, read(&row)?.seen));
        }
    }
    Ok(seen)
}

fn read(row: &witnessed::Model) -> Result<Witnessed> {
    fn part<T: DeserializeOwned>(row: &witnessed::Model, text: &str) -> Result<T> {
        serde_json::from_str(text)
            .map_err(|_| Error::contradiction("witnessed_heads", "seen", row.serial))
    }
    let signed: Endorsement = part(row, &row.signed)?;
    Ok(Witnessed { seen: part(row, &row.seen)?, signed, endorsement: part(row, &row.endorsement)? })
}

fn written(value: &impl Serialize) -> Result<String> {
    canonical::write(value).map_err(|_| Error::contradiction("witnessed_heads", "seen", "a head"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        neighbours,
        rules::{partner::Handle, witness::judge},
        signet,
        world::World,
    };

    async fn partner(world: &World) -> PartnerId {
        let secretary = world.secretary().await;
        let (beta, ours) = ("beta@beta.example", "alpha@alpha.example");
        let (beta, ours) = (Handle::read(beta).unwrap(), Handle::read(ours).unwrap());
        let now = world.now();
        world
            .write(async |tx| neighbours::ask(tx, now, secretary, &beta, &ours).await)
            .await
            .unwrap()
    }

    async fn keeps(world: &World, it: &Signed, partner: PartnerId, fault: Option<Fault>) -> bool {
        let by = world.app.settings.server.public_url.clone();
        let (now, secret) = (world.now(), &world.app.secret);
        world
            .write(async |tx| {
                let key = signet::current(tx, now, secret).await?;
                witness(tx, now, (&by, &key), partner, it, fault).await
            })
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_head_is_kept_once_and_a_contradiction_is_said_once() {
        let (world, other) = (World::founded().await, World::founded().await);
        let home = other.app.settings.server.public_url.clone();
        let secret = &other.app.secret;
        let shown =
            other.write(async |tx| signet::keep(tx, other.now(), secret, &home).await).await;
        let shown = shown.unwrap().unwrap();
        let id = partner(&world).await;
        assert!(keeps(&world, &shown, id, None).await);
        assert!(!keeps(&world, &shown, id, None).await);
        let kept = kept(world.app.db.read(), id).await.unwrap().unwrap();
        assert_eq!((&kept.head, kept.key), (&shown.head, shown.endorsement.key));
        let empty = crate::rules::head::Published { keys: vec![], heads: vec![], more: false };
        let fault = judge(&home, Some(&kept), &empty).unwrap_err();
        assert!(keeps(&world, &shown, id, Some(fault)).await);
        assert!(!keeps(&world, &shown, id, Some(fault)).await);
        let all = witnessed(world.app.db.read()).await.unwrap();
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|it| it.endorsement.covers(Purpose::Witness, &it.seen)));
        let lines = journal::public_about(world.app.db.read(), id.0).await.unwrap();
        let said = |line: &&journal::Line| matches!(line.event, Event::LogContradicted { .. });
        assert_eq!(lines.iter().filter(said).count(), 1);
        let seen = lately_seen(world.app.db.read()).await.unwrap();
        assert_eq!(seen[0].1.fault.as_deref(), Some("gone"));
    }
}
