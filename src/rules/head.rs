//! Heads of the log: how many lines it has and their hash, signed by the neighbourhood. Whoever
//! keeps one notices when an earlier line is changed, and can show it to anybody.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    digest::Digest,
    endorsement::{Endorsement, PublicKey, Purpose},
    merkle,
};

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Where the neighbourhood is found: scheme, host and port.
    pub neighbourhood: Url,
    /// How many lines there are.
    pub size: u64,
    /// The Merkle root over their entries in the chain.
    pub root: Digest,
    /// The hash of the last of them.
    pub chain: Digest,
    pub at: DateTime<Utc>,
}

/// A head as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    pub head: Head,
    pub endorsement: Endorsement,
    /// Proves that the log goes on from the head before; empty for the first.
    pub proof: Vec<Digest>,
}

impl Signed {
    /// Whether its own key signed it.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.endorsement.covers(Purpose::Head, &self.head)
    }

    /// Whether its proof shows that it goes on from `before`.
    #[must_use]
    pub fn continues(&self, before: &Head) -> bool {
        let (first, now) = (before, &self.head);
        merkle::consistent(first.size, &first.root, now.size, &now.root, &self.proof)
    }
}

/// A key with which a neighbourhood signs or signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    #[serde(flatten)]
    pub made: Made,
    /// When it was replaced.
    pub until: Option<DateTime<Utc>>,
    /// The signature of the key before over this one; nothing for the first.
    pub vouched: Option<Endorsement>,
}

/// What the key before signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    pub key: PublicKey,
    pub from: DateTime<Utc>,
}

/// A list of heads, oldest first, with the keys that signed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub keys: Vec<Key>,
    pub heads: Vec<Signed>,
    /// Whether there are newer ones than these.
    pub more: bool,
}

/// What is signed by those who saw somebody else's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub head: Head,
    /// Who saw it.
    pub by: Url,
    pub at: DateTime<Utc>,
    /// What was wrong with it, in a word; nothing for a head that goes on from the one before.
    pub fault: Option<String>,
}

/// Somebody else's head, co-signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witnessed {
    pub seen: Seen,
    /// The signature of the neighbourhood whose head it is.
    pub signed: Endorsement,
    /// The signature of the one who saw it.
    pub endorsement: Endorsement,
}
