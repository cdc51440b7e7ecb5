//! The published record of a vote (*proces-verbaal*), and its recount.
//!
//! A record is one canonical JSON file that holds all that is needed to count again: the rules, the
//! frozen roll without private data, the ballots, the steps and the outcome, each part hashed.
//! Every version that was ever published can be recounted.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::{ballot::BodyKind, canonical, outcome::Outcome};

mod check;
pub mod draw;
pub mod proof;
pub mod schema;
pub mod succession;
pub mod v1;
pub mod v2;

pub use check::{Check, Finding};

/// The name of the schema, in every record.
pub const SCHEMA: &str = "translokaal-record";

/// A record as it is published, of any version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    V1(Box<v1::Published>),
    V2(Box<v2::Published>),
}

/// What a record is about, for the one who recounts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About<'a> {
    pub number: i64,
    pub neighbourhood: &'a str,
    pub body: BodyKind,
    pub question: &'a str,
    pub method: &'a str,
    pub entitled: usize,
    pub ballots: usize,
    pub outcome: Outcome,
    /// The key under which it is signed.
    pub signed_by: Option<String>,
    /// The tellers who signed it, each with her key.
    pub tellers: Vec<(&'a str, String)>,
    /// The titles of the options that were chosen.
    pub chosen: Vec<&'a str>,
}

/// As much of a record as tells which version it is.
#[derive(Deserialize)]
struct Peek {
    record: PeekRecord,
}

#[derive(Deserialize)]
struct PeekRecord {
    version: u32,
}

impl Published {
    /// Reads a record.
    ///
    /// # Errors
    /// The text is no record of a version that this program knows, with line and column.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        match serde_json::from_str::<Peek>(text)?.record.version {
            v1::VERSION => Ok(Self::V1(serde_json::from_str(text)?)),
            _ => Ok(Self::V2(serde_json::from_str(text)?)),
        }
    }

    /// Recounts a record: every check, whether it holds, and where it differs if it doesn't.
    #[must_use]
    pub fn recount(&self) -> Vec<Finding> {
        match self {
            Self::V1(it) => v1::recount(it),
            Self::V2(it) => v2::recount(it),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        match self {
            Self::V1(it) => it.about(),
            Self::V2(it) => it.about(),
        }
    }
}

/// Whether the hash that is written is the hash of a part.
fn hash(what: &str, value: &impl Serialize, written: &str) -> Option<String> {
    match canonical::hash(value) {
        Ok(hash) if hash == written => None,
        Ok(hash) => Some(format!("{what} says {written}, and hashes to {hash}")),
        Err(fault) => Some(format!("{what}: {fault}")),
    }
}

fn differ<T: PartialEq + Display>(what: &str, written: T, counted: T) -> Option<String> {
    (written != counted).then(|| format!("{what} says {written}, and counts as {counted}"))
}

/// What was found, check by check.
fn findings(found: impl IntoIterator<Item = (Check, Option<String>)>) -> Vec<Finding> {
    found.into_iter().map(|(check, differs)| Finding { check, differs }).collect()
}
