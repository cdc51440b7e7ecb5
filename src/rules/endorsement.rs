//! Signatures of a neighbourhood over what it publishes: Ed25519 (RFC 8032) over a line that says
//! what is signed, and the canonical JSON of it. The line keeps one kind of thing from passing for
//! another.

use std::{fmt, str::FromStr};

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    canonical::{self, NotCanonical},
    hex,
};

/// What is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A head of the own log.
    Head,
    /// That a head of somebody else's log was seen.
    Witness,
    /// The next key, by the one before.
    Key,
    /// The record of a vote.
    Record,
    /// The record of a vote, by a teller.
    Teller,
    /// That a ballot was received.
    Receipt,
    /// Who follows in the seats of an election.
    Succession,
    /// A drawing of lots for seats.
    Draw,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Witness => "witness",
            Self::Key => "key",
            Self::Record => "record",
            Self::Teller => "teller",
            Self::Receipt => "receipt",
            Self::Succession => "succession",
            Self::Draw => "draw",
        }
    }
}

/// Exactly the text that is signed.
///
/// # Errors
/// [`NotCanonical`].
pub fn message(purpose: Purpose, value: &impl Serialize) -> Result<String, NotCanonical> {
    let text = canonical::write(value)?;
    Ok(format!("translokaal {} 1\n{text}", purpose.word()))
}

/// Somebody's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endorsement {
    pub key: PublicKey,
    pub signature: Signature,
}

impl Endorsement {
    /// Whether the signature is of this key over this value.
    #[must_use]
    pub fn covers(&self, purpose: Purpose, value: &impl Serialize) -> bool {
        let key = UnparsedPublicKey::new(&ED25519, self.key.0);
        message(purpose, value)
            .is_ok_and(|text| key.verify(text.as_bytes(), &self.signature.0).is_ok())
    }
}

/// Bytes that are written as text behind a prefix.
macro_rules! written {
    ($(#[$meta:meta])* $name:ident, $bytes:literal, $prefix:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $prefix, hex::write(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = Unreadable;

            fn from_str(text: &str) -> Result<Self, Unreadable> {
                text.strip_prefix($prefix).and_then(hex::read).map(Self).ok_or(Unreadable)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// A text that is no key or no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no key or signature: `ed25519:` and hexadecimal signs")]
pub struct Unreadable;

written!(
    /// The public half of a key, written as `ed25519:` and 64 hexadecimal signs.
    PublicKey, 32, "ed25519:"
);

written!(
    /// A signature, written as 128 hexadecimal signs.
    Signature, 64, ""
);

#[cfg(test)]
pub mod tests {
    use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};

    use super::*;

    /// Signs with the key that is made of this byte.
    pub fn endorse(seed: u8, purpose: Purpose, value: &impl Serialize) -> Endorsement {
        let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        let signature = pair.sign(message(purpose, value).unwrap().as_bytes());
        let signature = Signature(signature.as_ref().try_into().unwrap());
        Endorsement { key: PublicKey(pair.public_key().as_ref().try_into().unwrap()), signature }
    }

    #[test]
    fn a_signature_covers_this_value_for_this_purpose_by_this_key() {
        let it = endorse(1, Purpose::Head, &"text");
        assert!(it.covers(Purpose::Head, &"text"));
        assert!(!it.covers(Purpose::Head, &"another text"));
        assert!(!it.covers(Purpose::Record, &"text"));
        let other = Endorsement { key: endorse(2, Purpose::Head, &"text").key, ..it };
        assert!(!other.covers(Purpose::Head, &"text"));
        for byte in 0..64 {
            let mut changed = it;
            changed.signature.0[byte] ^= 1;
            assert!(!changed.covers(Purpose::Head, &"text"), "{byte}");
        }
        assert!(!it.covers(Purpose::Head, &0.5));
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let it = endorse(1, Purpose::Receipt, &"text");
        let text = serde_json::to_string(&it).unwrap();
        assert!(text.starts_with("{\"key\":\"ed25519:"), "{text}");
        assert_eq!(serde_json::from_str::<Endorsement>(&text).unwrap(), it);
        assert!("ed25519:00".parse::<PublicKey>().is_err());
    }

    #[test]
    fn the_first_test_vector_of_rfc_8032_is_signed_as_there() {
        let hidden = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let pair = Ed25519KeyPair::from_seed_unchecked(&hex::read::<32>(hidden).unwrap()).unwrap();
        assert_eq!(
            hex::write(pair.public_key().as_ref()),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert!(
            hex::write(pair.sign(b"").as_ref()).starts_with("e5564300c360ac729086e2cc806e828a")
        );
    }
}
