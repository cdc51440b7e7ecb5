//! The secret of this server: a file of 32 bytes that is never in the database. Voting codes,
//! links and sessions are stored as keyed hashes of it, private keys are encrypted with it, so that
//! a copy of the database alone opens nothing.

use std::{fs, io, io::Write, path::Path};

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey},
    constant_time, hmac,
};

use crate::chance;

/// The secret of this server.
#[derive(Clone)]
pub struct Secret {
    bytes: [u8; 32],
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What was encrypted can't be read with this secret.
#[derive(Debug, thiserror::Error)]
#[error("encrypted with another secret, or damaged")]
pub struct Unreadable;

impl Secret {
    /// A new secret that nobody keeps; for tests and trials.
    #[must_use]
    pub fn fresh() -> Self {
        Self { bytes: chance::bytes() }
    }

    /// Reads the secret from a file, or makes one that only the owner of the process can read.
    ///
    /// # Errors
    /// The file can't be read or written, or doesn't hold 32 bytes.
    pub fn open(path: &Path) -> io::Result<Self> {
        match fs::read(path) {
            Ok(bytes) => {
                let bytes = bytes.try_into().map_err(|_| {
                    io::Error::new(io::ErrorKind::InvalidData, "a secret has 32 bytes")
                })?;
                Ok(Self { bytes })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::create(path),
            Err(error) => Err(error),
        }
    }

    fn create(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::OpenOptionsExt;

        let secret = Self::fresh();
        let mut file =
            fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(&secret.bytes)?;
        file.sync_all()?;
        Ok(secret)
    }

    /// A keyed hash in hexadecimal. `purpose` keeps hashes for different uses apart.
    #[must_use]
    pub fn hash(&self, purpose: &str, text: &str) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.bytes);
        let mut context = hmac::Context::with_key(&key);
        context.update(purpose.as_bytes());
        context.update(&[0]);
        context.update(text.as_bytes());
        context.sign().as_ref().iter().fold(String::with_capacity(64), |mut out, byte| {
            out.push_str(&format!("{byte:02x}"));
            out
        })
    }

    /// Whether a text has this hash; how long that takes tells nothing about it.
    #[must_use]
    pub fn is_hash(&self, purpose: &str, text: &str, hash: &str) -> bool {
        let own = self.hash(purpose, text);
        constant_time::verify_slices_are_equal(own.as_bytes(), hash.as_bytes()).is_ok()
    }

    /// Encrypts for storage (AES-256-GCM; the nonce stands before the text).
    #[must_use]
    pub fn encrypt(&self, plain: &[u8]) -> Vec<u8> {
        let mut sealed = plain.to_vec();
        #[expect(clippy::expect_used, reason = "AES-GCM seals every text of this size")]
        let nonce = self
            .key()
            .seal_in_place_append_tag(Aad::empty(), &mut sealed)
            .expect("sealing never fails");
        [nonce.as_ref().as_slice(), &sealed].concat()
    }

    /// Decrypts what [`Secret::encrypt`] made.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn decrypt(&self, stored: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (nonce, sealed) = stored.split_at_checked(NONCE_LEN).ok_or(Unreadable)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Unreadable)?;
        let mut sealed = sealed.to_vec();
        let plain =
            self.key().open_in_place(nonce, Aad::empty(), &mut sealed).map_err(|_| Unreadable)?;
        Ok(plain.to_vec())
    }

    fn key(&self) -> RandomizedNonceKey {
        #[expect(clippy::expect_used, reason = "the key has the length that AES-256 asks for")]
        RandomizedNonceKey::new(&AES_256_GCM, &self.bytes).expect("32 bytes are a key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encrypted_is_read_with_the_same_secret_only() {
        let (one, other) = (Secret::fresh(), Secret::fresh());
        let stored = one.encrypt(b"key");
        assert_eq!(one.decrypt(&stored).unwrap(), b"key");
        assert!(other.decrypt(&stored).is_err());
        assert!(one.decrypt(&stored[..5]).is_err());
    }

    #[test]
    fn a_secret_is_kept_and_private() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let first = Secret::open(&path).unwrap();
        let again = Secret::open(&path).unwrap();
        assert_eq!(first.hash("code", "x"), again.hash("code", "x"));
        assert_ne!(first.hash("code", "x"), first.hash("session", "x"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let hash = first.hash("code", "x");
        assert!(again.is_hash("code", "x", &hash) && !again.is_hash("code", "y", &hash));
        assert!(!again.is_hash("code", "x", &hash[1..]) && !again.is_hash("code", "x", ""));
        fs::write(&path, b"short").unwrap();
        assert!(Secret::open(&path).is_err());
    }
}
