use std::sync::Arc;

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::{entity::signing_key, store};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    journal::{self, Event},
    rules::{
        canonical,
        endorsement::{self, Endorsement, PublicKey, Purpose, Signature},
        head::{Key, Made},
        signing_code::SigningCode,
    },
    secret::Secret,
};

/// The key with which this server signs; a cheap clone.
#[derive(Clone, Debug)]
pub struct SigningKey {
    pair: Arc<Ed25519KeyPair>,
    public: PublicKey,
}

impl SigningKey {
    fn from_seed(seed: &[u8]) -> Option<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).ok()?;
        let public = PublicKey(pair.public_key().as_ref().try_into().ok()?);
        Some(Self { pair: Arc::new(pair), public })
    }

    /// The key that belongs to the signing code of a teller.
    ///
    /// # Errors
    /// Never, for a code that was read or drawn.
    pub fn of_code(code: &SigningCode) -> Result<Self> {
        let key = Self::from_seed(&code.seed());
        key.ok_or_else(|| Error::contradiction("teller_keys", "public_key", "a new key"))
    }

    /// The public half.
    #[must_use]
    pub const fn public(&self) -> PublicKey {
        self.public
    }

    /// Signs a value for a purpose.
    ///
    /// # Errors
    /// The value has no canonical form.
    pub fn sign(&self, purpose: Purpose, value: &impl Serialize) -> Result<Endorsement> {
        let unsigned = || Error::contradiction("signing_keys", "public_key", self.public);
        let text = endorsement::message(purpose, value).map_err(|_| unsigned())?;
        let signature = self.pair.sign(text.as_bytes());
        let signature = signature.as_ref().try_into().map_err(|_| unsigned())?;
        Ok(Endorsement { key: self.public, signature: Signature(signature) })
    }
}

/// The key that signs now; makes it the first time.
///
/// # Errors
/// What the database says, or a key that was encrypted with another secret.
pub async fn current(tx: &Tx, now: Instant, secret: &Secret) -> Result<SigningKey> {
    if let Some(row) = store::key_in_use(tx).await? {
        return open(&row, secret);
    }
    store::lock_keys(tx).await?;
    // Somebody else may have made one in the meantime.
    match store::key_in_use(tx).await? {
        Some(row) => open(&row, secret),
        None => make(tx, now, secret, None).await,
    }
}

/// The key that signs now, if one was made already: for signing what nothing is written for.
///
/// # Errors
/// What the database says, or a key that was encrypted with another secret.
pub async fn in_use(db: &impl ConnectionTrait, secret: &Secret) -> Result<Option<SigningKey>> {
    store::key_in_use(db).await?.map(|row| open(&row, secret)).transpose()
}

/// Makes a new key, for which the one before vouches; that one never signs again. Its public half
/// stays listed, so that what it signed can be checked for ever.
///
/// # Errors
/// What the database says, or a key that was encrypted with another secret.
pub async fn replace(tx: &Tx, now: Instant, secret: &Secret) -> Result<SigningKey> {
    store::lock_keys(tx).await?;
    let old = current(tx, now, secret).await?;
    store::retire_key(tx, &old.public.to_string(), now).await?;
    make(tx, now, secret, Some(&old)).await
}

/// Every key of this server as it is published, oldest first.
///
/// # Errors
/// What the database says.
pub async fn keys(db: &impl ConnectionTrait) -> Result<Vec<Key>> {
    store::keys(db).await?.iter().map(published).collect()
}

async fn make(
    tx: &Tx,
    now: Instant,
    secret: &Secret,
    before: Option<&SigningKey>,
) -> Result<SigningKey> {
    let seed: [u8; 32] = chance::bytes();
    let key = SigningKey::from_seed(&seed)
        .ok_or_else(|| Error::contradiction("signing_keys", "private_key", "a new key"))?;
    let made = Made { key: key.public, from: now };
    let vouched = before.map(|old| old.sign(Purpose::Key, &made)).transpose()?;
    let vouched = vouched.map(|it| canonical::write(&it)).transpose();
    let row = signing_key::Model {
        public_key: key.public.to_string(),
        private_key: Some(secret.encrypt(&seed)),
        made_at: now,
        replaced_at: None,
        vouched: vouched
            .map_err(|_| Error::contradiction("signing_keys", "vouched", key.public))?,
    };
    let event = Event::SigningKeyMade { key: row.public_key.clone() };
    store::insert_key(tx, row).await?;
    journal::record(tx, now, None, event).await?;
    Ok(key)
}

fn open(row: &signing_key::Model, secret: &Secret) -> Result<SigningKey> {
    let seed = row.private_key.as_ref().and_then(|sealed| secret.decrypt(sealed).ok());
    seed.and_then(|seed| SigningKey::from_seed(&seed))
        .filter(|key| key.public.to_string() == row.public_key)
        .ok_or_else(|| Error::contradiction("signing_keys", "private_key", &row.public_key))
}

fn published(row: &signing_key::Model) -> Result<Key> {
    let read = || {
        let key = row.public_key.parse().ok()?;
        let vouched = row.vouched.as_ref().map(|it| serde_json::from_str(it)).transpose().ok()?;
        Some(Key { made: Made { key, from: row.made_at }, until: row.replaced_at, vouched })
    };
    read().ok_or_else(|| Error::contradiction("signing_keys", "vouched", &row.public_key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[tokio::test]
    async fn a_key_is_made_once_and_signs_the_same_after_a_restart() {
        let world = World::founded().await;
        let (now, secret) = (world.now(), world.app.secret.clone());
        let first = world.write(async |tx| current(tx, now, &secret).await).await.unwrap();
        let again = world.write(async |tx| current(tx, now, &secret).await).await.unwrap();
        let signed = first.sign(Purpose::Record, &"text").unwrap();
        assert_eq!(signed, again.sign(Purpose::Record, &"text").unwrap());
        assert!(signed.covers(Purpose::Record, &"text"));
        let other = world.write(async |tx| current(tx, now, &Secret::fresh()).await).await;
        assert!(other.is_err());
    }

    #[tokio::test]
    async fn a_replaced_key_vouches_for_the_new_one_and_stays_listed() {
        let world = World::founded().await;
        let secret = world.app.secret.clone();
        let old = world.write(async |tx| current(tx, world.now(), &secret).await).await.unwrap();
        world.days_pass(1);
        let new = world.write(async |tx| replace(tx, world.now(), &secret).await).await.unwrap();
        let keys = keys(world.app.db.read()).await.unwrap();
        assert_eq!(keys.iter().map(|it| it.made.key).collect::<Vec<_>>(), [old.public, new.public]);
        assert_eq!((keys[0].until, keys[1].until), (Some(world.now()), None));
        let vouched = keys[1].vouched.unwrap();
        assert_eq!(vouched.key, old.public);
        assert!(vouched.covers(Purpose::Key, &keys[1].made));
        let rows = store::keys(world.app.db.read()).await.unwrap();
        assert!(rows[0].private_key.is_none());
    }
}
