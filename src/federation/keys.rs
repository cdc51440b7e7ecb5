//! The keys of this server's two actors: the neighbourhood, which writes everything official, and
//! the instance, which signs fetches. RSA-2048, because that is what every server verifies.

use std::sync::Arc;

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256},
};
use base64::{Engine, prelude::BASE64_STANDARD};

use super::store;
use crate::{
    app::App,
    clock::Instant,
    db,
    error::{Error, Result},
    secret::Secret,
};

/// Whose key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    Group,
    Instance,
}

impl Owner {
    const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Instance => "instance",
        }
    }
}

/// A key pair, parsed and ready to sign.
#[derive(Debug)]
pub struct Key {
    pair: KeyPair,
    pub public_pem: String,
}

/// The keys of both actors.
#[derive(Clone, Debug)]
pub struct Keys {
    pub group: Arc<Key>,
    pub instance: Arc<Key>,
}

/// A key that can't be made, read or used.
#[derive(Debug, thiserror::Error)]
#[error("a key that can't be used: {0}")]
pub struct Unusable(&'static str);

impl Key {
    /// Makes a new key; takes a tenth of a second.
    ///
    /// # Errors
    /// [`Unusable`] when the operating system gives no randomness.
    pub fn make() -> Result<Self, Unusable> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| Unusable("not made"))?;
        Self::from_pair(pair)
    }

    /// Reads a key from its PKCS#8 bytes.
    ///
    /// # Errors
    /// [`Unusable`].
    pub fn read(pkcs8: &[u8]) -> Result<Self, Unusable> {
        Self::from_pair(KeyPair::from_pkcs8(pkcs8).map_err(|_| Unusable("not PKCS#8"))?)
    }

    fn from_pair(pair: KeyPair) -> Result<Self, Unusable> {
        let der: PublicKeyX509Der<'_> =
            pair.public_key().as_der().map_err(|_| Unusable("no public half"))?;
        let public_pem = pem(der.as_ref());
        Ok(Self { pair, public_pem })
    }

    /// The PKCS#8 bytes of the private half.
    ///
    /// # Errors
    /// [`Unusable`].
    pub fn pkcs8(&self) -> Result<Vec<u8>, Unusable> {
        let der: Pkcs8V1Der<'_> = self.pair.as_der().map_err(|_| Unusable("not written"))?;
        Ok(der.as_ref().to_vec())
    }

    /// Signs with RSA-SHA256 (PKCS#1 v1.5).
    ///
    /// # Errors
    /// [`Unusable`].
    pub fn sign(&self, text: &[u8]) -> Result<Vec<u8>, Unusable> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)
            .map_err(|_| Unusable("not signed"))?;
        Ok(signature)
    }
}

/// Loads the keys of both actors; makes them the first time.
///
/// # Errors
/// What the database says, or keys that were encrypted with another secret.
pub async fn load(app: &App) -> Result<Keys> {
    Ok(Keys {
        group: Arc::new(load_one(app, Owner::Group).await?),
        instance: Arc::new(load_one(app, Owner::Instance).await?),
    })
}

async fn load_one(app: &App, owner: Owner) -> Result<Key> {
    if let Some(row) = store::local_key(app.db.read(), owner.word()).await? {
        return open(&app.secret, &row.private_key, owner);
    }
    let made = tokio::task::spawn_blocking(Key::make).await;
    let made = made.ok().and_then(Result::ok).ok_or_else(|| unusable(owner))?;
    let sealed = app.secret.encrypt(&made.pkcs8().map_err(|_| unusable(owner))?);
    let now: Instant = app.clock.now();
    // Somebody else may have made one in the meantime; the one in the table counts.
    let row = db::write(&app.db, async |tx| {
        store::add_local_key(tx, now, owner.word(), &made.public_pem, sealed).await?;
        store::local_key(tx, owner.word()).await
    })
    .await?;
    open(&app.secret, &row.ok_or_else(|| unusable(owner))?.private_key, owner)
}

fn open(secret: &Secret, sealed: &[u8], owner: Owner) -> Result<Key> {
    let pkcs8 = secret.decrypt(sealed).map_err(|_| unusable(owner))?;
    Key::read(&pkcs8).map_err(|_| unusable(owner))
}

fn unusable(owner: Owner) -> Error {
    Error::contradiction("local_actors", "private_key", owner.word())
}

/// Whether one of the public keys in `pems` made the signature. An actor may publish an old and a
/// new key while it changes them.
#[must_use]
pub fn verifies(pems: &str, text: &[u8], signature: &[u8]) -> bool {
    read_pems(pems).any(|der| {
        ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der)
            .is_ok_and(|key| key.verify_sig(text, signature).is_ok())
    })
}

/// Whether there is a public key in `pems` that can verify.
#[must_use]
pub fn is_readable(pems: &str) -> bool {
    read_pems(pems).any(|der| ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der).is_ok())
}

fn read_pems(pems: &str) -> impl Iterator<Item = Vec<u8>> {
    pems.split("-----BEGIN").skip(1).take(4).filter_map(|part| {
        let body = part.split_once("-----")?.1.split_once("-----END")?.0;
        let body: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        BASE64_STANDARD.decode(body).ok()
    })
}

fn pem(der: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(der);
    let mut out = String::from("-----BEGIN PUBLIC KEY-----\n");
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (line, next) = rest.split_at(rest.len().min(64));
        out.push_str(line);
        out.push('\n');
        rest = next;
    }
    out.push_str("-----END PUBLIC KEY-----\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_key_signs_no_other_key_verifies() {
        let (one, other) = (Key::make().unwrap(), Key::make().unwrap());
        let signature = one.sign(b"text").unwrap();
        assert!(verifies(&one.public_pem, b"text", &signature));
        assert!(!verifies(&one.public_pem, b"another text", &signature));
        assert!(!verifies(&other.public_pem, b"text", &signature));
        let both = format!("{}{}", other.public_pem, one.public_pem);
        assert!(verifies(&both, b"text", &signature));
        assert!(!verifies("no key", b"text", &signature));
    }

    #[test]
    fn a_key_is_read_again() {
        let key = Key::make().unwrap();
        let again = Key::read(&key.pkcs8().unwrap()).unwrap();
        assert_eq!(key.public_pem, again.public_pem);
        assert!(is_readable(&key.public_pem));
        assert!(Key::read(b"no key").is_err());
    }
}
