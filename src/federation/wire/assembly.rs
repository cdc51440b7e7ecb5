//! Our extension: what a post means to another neighbourhood. Everybody else ignores it, and reads
//! a plain article or note.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use crate::{
    clock::Instant,
    rules::{ballot::BodyKind, tally::majority::Outcome},
};

/// The version that this program writes and reads.
pub const VERSION: u32 = 1;

/// The name of what this program understands (FEP-844e).
pub const IMPLEMENTS: &str = "https://w3id.org/translokaal/ns/v1";

/// What a post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    Proposal,
    VoteOpening,
    Result,
    /// Of a later version: to us a plain post.
    #[serde(other)]
    Unknown,
}

/// The extension of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assembly {
    pub v: u32,
    pub kind: Meaning,
    /// The title of what is voted on: a note has no title of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where a proposal stands, or that a vote that was open is cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
    /// The proposal that is voted on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roll_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<OptionCount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_hash: Option<String>,
}

/// How many ballots an option has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionCount {
    pub option: String,
    pub count: u64,
}

impl Assembly {
    /// An extension that says what a post is and nothing else yet.
    #[must_use]
    pub const fn new(kind: Meaning) -> Self {
        Self {
            v: VERSION,
            kind,
            title: None,
            status: None,
            version: None,
            content_hash: None,
            proposal: None,
            proposal_hash: None,
            body: None,
            roll_hash: None,
            opens_at: None,
            closes_at: None,
            outcome: None,
            counts: Vec::new(),
            record_hash: None,
        }
    }
}

/// The context of everything that has the extension. The terms stand in it, so that nobody needs
/// to fetch anything to know them.
#[must_use]
pub fn context() -> Value {
    json!([
        "https://www.w3.org/ns/activitystreams",
        {
            "asm": "https://w3id.org/translokaal/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "assembly": {"@id": "asm:assembly", "@context": {
                "v": "asm:v",
                "kind": "asm:kind",
                "title": "asm:title",
                "status": "asm:status",
                "version": {"@id": "asm:version", "@type": "xsd:nonNegativeInteger"},
                "contentHash": "asm:contentHash",
                "proposal": {"@id": "asm:proposal", "@type": "@id"},
                "proposalHash": "asm:proposalHash",
                "body": "asm:body",
                "rollHash": "asm:rollHash",
                "opensAt": {"@id": "asm:opensAt", "@type": "xsd:dateTime"},
                "closesAt": {"@id": "asm:closesAt", "@type": "xsd:dateTime"},
                "outcome": "asm:outcome",
                "counts": {"@id": "asm:counts", "@type": "@json"},
                "recordHash": "asm:recordHash"
            }}
        }
    ])
}
