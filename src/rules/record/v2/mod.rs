//! Records of version 2: any counting method, open or secret.

mod carried;
mod change;
mod count;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::About;
use crate::rules::{
    ballot::{BodyKind, Channel, Mark, Secrecy},
    canonical,
    digest::Digest,
    endorsement::Endorsement,
    merkle::{self, Tree},
    outcome::Outcome,
    tally::{
        lot::Lots,
        method::{Method, Opt, Tally},
    },
    vote::Closing,
};

pub mod channels;
mod recount;
mod tellers;
mod turnout;

pub use super::v1::{Entry, Neighbourhood};
pub use carried::{Carried, with_carried};
pub use change::Change;
pub use channels::{Batch, Channels, Total};
pub use count::{after_answers, count};
pub use recount::recount;
pub use tellers::{TellerSignature, beside};

/// The version of the schema that this program writes.
pub const VERSION: u32 = 2;

/// A record without its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub schema: String,
    pub version: u32,
    /// The program that wrote it.
    pub program: String,
    pub neighbourhood: Neighbourhood,
    pub vote: Vote,
    pub charter_version: i32,
    pub method: Method,
    /// What stood on the ballot paper; none for a proposal that is adopted or not.
    pub options: Vec<Opt>,
    /// SHA-256 of the canonical form of the roll as it was announced when the vote opened.
    pub roll_hash: String,
    pub roll: Vec<Entry>,
    /// What changed after the opening, in order.
    pub changes: Vec<Change>,
    /// Who took part, by number, and how the ballot came in.
    pub took_part: Vec<Part>,
    /// How the ballots came in; absent in records made before it was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<Channels>,
    /// Who had somebody speak for her.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
    pub ballots: Vec<Ballot>,
    /// The root of a Merkle tree (RFC 6962) with the canonical form of each ballot as a leaf, in this
    /// order: with it a single ballot can be shown to be in the record.
    pub ballots_root: Digest,
    /// What ties are decided with, for methods that may need a lot.
    pub lot: Option<Lot>,
    pub tally: Tally,
}

/// What was voted on, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    pub number: i64,
    pub url: String,
    pub body: BodyKind,
    pub question: String,
    pub proposal: i64,
    pub proposal_version: i32,
    /// SHA-256 of the text that was voted on.
    pub text_hash: String,
    pub secrecy: Secrecy,
    pub closing: Closing,
    pub opened_at: DateTime<Utc>,
    pub closed_at: DateTime<Utc>,
    /// Why it was closed before the announced time, if it was.
    pub close_reason: Option<String>,
    /// The vote on the same proposal that decided nothing, from which this one goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Earlier>,
}

/// A vote that came back or whose outcome was disputed, by the record that it left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    pub number: i64,
    pub record_hash: String,
    pub outcome: Outcome,
}

/// Somebody who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub number: i64,
    pub channel: Channel,
}

/// A ballot: with its voter in an open vote; under a random id, with what its receipt hashes to, in
/// a secret one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voter: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    pub mark: Mark,
}

/// A secret that was drawn, and announced by its hash, before the first ballot, so that neither
/// those who vote nor those who count can steer a lot. The seed is the hash of the secret and of
/// all ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lot {
    /// SHA-256 of the secret, announced when the vote opened.
    pub announced: String,
    pub secret: String,
}

impl Lot {
    /// The lots that this secret gives for these ballots.
    #[must_use]
    pub fn lots(&self, ballots: &[Ballot]) -> Lots {
        let mut marks: Vec<String> = ballots.iter().map(|it| it.mark.to_string()).collect();
        marks.sort_unstable();
        Lots::Seed(canonical::hash_text(&format!("{}\n{}", self.secret, marks.join("\n"))))
    }
}

/// A record as it is published: the hash of everything else at its end, and the signature of the
/// server over that hash. Tellers sign it later, beside what is hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub record: Record,
    pub hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Endorsement>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<TellerSignature>,
}

/// The tree over the ballots of a record.
///
/// # Errors
/// A ballot that has no canonical form.
pub fn tree(ballots: &[Ballot]) -> Result<Tree, canonical::NotCanonical> {
    let leaf = |ballot| Ok(merkle::leaf(canonical::write(ballot)?.as_bytes()));
    Ok(Tree::grow(ballots.iter().map(leaf).collect::<Result<_, canonical::NotCanonical>>()?))
}

/// The root of the ballots in the text of a published record, without reading all of it. What stands
/// in quotes has its own quotes escaped, so only the field itself can look like this.
#[must_use]
pub fn root_of(text: &str) -> Option<Digest> {
    let (_, after) = text.split_once("\"ballots_root\":\"")?;
    after.split('"').next()?.parse().ok()
}

impl Published {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        let record = &self.record;
        let title = |key: &'_ String| record.options.iter().find(|it| it.key == *key);
        About {
            number: record.vote.number,
            neighbourhood: &record.neighbourhood.name,
            body: record.vote.body,
            question: &record.vote.question,
            method: record.method.id(),
            entitled: record.roll.len(),
            ballots: record.ballots.len(),
            outcome: record.tally.outcome,
            signed_by: self.signature.map(|signature| signature.key.to_string()),
            tellers: self.tellers.iter().map(|it| (it.name.as_str(), it.key.to_string())).collect(),
            chosen: record
                .tally
                .winners
                .iter()
                .map(|key| title(key).map_or("?", |it| it.title.as_str()))
                .collect(),
        }
    }
}

/// Puts the hash under a record.
///
/// # Errors
/// A number that has no canonical form.
pub fn seal(record: Record) -> Result<Published, canonical::NotCanonical> {
    let hash = canonical::hash(&record)?;
    Ok(Published { record, hash, signature: None, tellers: Vec::new() })
}

/// The text of a record as it is published: canonical JSON.
///
/// # Errors
/// A number that has no canonical form.
pub fn write(published: &Published) -> Result<String, canonical::NotCanonical> {
    canonical::write(published)
}

#[cfg(test)]
pub mod tests;
