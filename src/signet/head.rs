use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use serde::{Serialize, de::DeserializeOwned};
use url::Url;

use super::{entity::head, key, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    journal::{self, Event},
    rules::{
        canonical,
        chain::End,
        digest::Digest,
        endorsement::Purpose,
        head::{Head, Signed},
        merkle::Frontier,
    },
    secret::Secret,
};

/// The shortest time between two heads, unless a result was published.
const PACE: TimeDelta = TimeDelta::minutes(1);
/// How many hashes are read at a time.
const PIECE: u64 = 10_000;

/// Where a neighbourhood is found: its public URL without anything behind the host.
#[must_use]
pub fn origin(public_url: &Url) -> Url {
    let mut origin = public_url.clone();
    origin.set_path("/");
    origin.set_query(None);
    origin.set_fragment(None);
    origin
}

/// Whether there is something to seal, or a head to sign.
///
/// # Errors
/// What the database says.
pub async fn is_due(db: &impl ConnectionTrait, now: Instant) -> Result<bool> {
    if !journal::is_sealed(db).await? {
        return Ok(true);
    }
    let (end, newest) = (journal::end(db).await?, store::newest_head(db).await?);
    is_head_due(db, now, end, newest.as_ref()).await
}

/// Seals what was written, and signs a head if it is time for one. Must not be called after a line
/// was written in this transaction; see [`journal::seal`].
///
/// # Errors
/// What the database says, or a key that was encrypted with another secret.
pub async fn keep(tx: &Tx, now: Instant, secret: &Secret, home: &Url) -> Result<Option<Signed>> {
    let end = journal::seal(tx).await?;
    let newest = store::newest_head(tx).await?;
    if !is_head_due(tx, now, end, newest.as_ref()).await? {
        return Ok(None);
    }
    let before = newest.as_ref().map(|row| read(row.size, &row.frontier)).transpose()?;
    let (frontier, proof) = grown(tx, before.unwrap_or_default(), end).await?;
    let key = key::current(tx, now, secret).await?;
    let (size, root) = (end.size, frontier.root());
    let head = Head { neighbourhood: origin(home), size, root, chain: end.hash, at: now };
    let endorsement = key.sign(Purpose::Head, &head)?;
    let row = head::Model {
        size: i64::try_from(size).map_err(|_| Error::NotFound("head"))?,
        at: now,
        head: written(&head)?,
        endorsement: written(&endorsement)?,
        proof: written(&proof)?,
        frontier: written(&frontier)?,
    };
    store::insert_head(tx, row).await?;
    Ok(Some(Signed { head, endorsement, proof }))
}

async fn is_head_due(
    db: &impl ConnectionTrait,
    now: Instant,
    end: End,
    newest: Option<&head::Model>,
) -> Result<bool> {
    let Some(newest) = newest else { return Ok(end.size > 0) };
    let wrong = |_| Error::contradiction("heads", "size", newest.size);
    let size = u64::try_from(newest.size).map_err(wrong)?;
    if end.size <= size {
        return Ok(false);
    }
    // A clock that was set back must not keep heads from being signed.
    if (now - newest.at).abs() >= PACE {
        return Ok(true);
    }
    journal::is_among(db, size, Event::RESULT_PUBLISHED).await
}

/// Lets the tree grow to the end of the chain; gives the proof that it goes on from before.
async fn grown(
    db: &impl ConnectionTrait,
    before: Frontier,
    end: End,
) -> Result<(Frontier, Vec<Digest>)> {
    let (mut hashes, mut size) = (Vec::new(), before.size());
    while size < end.size {
        let piece = journal::hashes(db, size, PIECE.min(end.size - size)).await?;
        if piece.is_empty() {
            return Err(Error::contradiction("journal_seals", "number", size));
        }
        size += u64::try_from(piece.len()).unwrap_or_default();
        hashes.extend(piece);
    }
    if let Some(grown) = before.extended(&hashes) {
        return Ok(grown);
    }
    let mut first = before;
    hashes.into_iter().for_each(|hash| first.push(hash));
    Ok((first, Vec::new()))
}

fn read<T: DeserializeOwned>(size: i64, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Error::contradiction("heads", "frontier", size))
}

fn written(value: &impl Serialize) -> Result<String> {
    canonical::write(value).map_err(|_| Error::contradiction("heads", "head", "a new head"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        rules::{
            chain,
            merkle::{Tree, root},
            witness::{Kept, judge},
        },
        world::World,
    };

    async fn keeps(world: &World) -> Option<Signed> {
        let (secret, home) = (&world.app.secret, &world.app.settings.server.public_url);
        world.write(async |tx| keep(tx, world.now(), secret, home).await).await.unwrap()
    }

    #[tokio::test]
    async fn a_head_is_signed_once_a_minute_when_something_happened() {
        let world = World::founded().await;
        let first = keeps(&world).await.unwrap();
        // That a key was made is a line, too.
        assert!(keeps(&world).await.is_none());
        world.member("Alice").await;
        assert!(keeps(&world).await.is_none());
        world.app.clock.pass(PACE);
        let second = keeps(&world).await.unwrap();
        assert_eq!(second.head.size, first.head.size + 2);
        assert!(second.is_signed() && second.continues(&first.head));
        world.days_pass(1);
        assert!(keeps(&world).await.is_none());
        assert!(!is_due(world.app.db.read(), world.now()).await.unwrap());
    }

    #[tokio::test]
    async fn heads_stand_for_the_chain_that_is_published() {
        let world = World::founded().await;
        let home = origin(&world.app.settings.server.public_url);
        for name in ["Alice", "Bob", "Carol"] {
            world.member(name).await;
            world.app.clock.pass(PACE);
            keeps(&world).await.unwrap();
        }
        let db = world.app.db.read();
        let entries = journal::published(db, 0, 1_000).await.unwrap();
        let (_, hashes) = chain::follow(End::default(), &entries).unwrap();
        let shown = store::heads(db, None).await.unwrap();
        assert_eq!(shown.heads.len(), 3);
        for it in &shown.heads {
            let size = usize::try_from(it.head.size).unwrap();
            assert_eq!(it.head.root, root(hashes[..size].iter().copied()));
            assert_eq!(it.head.chain, hashes[size - 1]);
        }
        assert_eq!(judge(&home, None, &shown), Ok(shown.heads.last()));
        let middle = &shown.heads[1];
        let kept = Kept { head: middle.head.clone(), key: middle.endorsement.key };
        let rest = store::heads(db, Some(middle.head.size)).await.unwrap();
        assert_eq!(judge(&home, Some(&kept), &rest), Ok(shown.heads.last()));
        let newest = shown.heads.last().unwrap();
        let tree = Tree::grow(hashes[..usize::try_from(newest.head.size).unwrap()].to_vec());
        assert_eq!(tree.consistency(middle.head.size).unwrap(), newest.proof);
    }
}
