//! Records of version 1: for or against, open. Not written any more, and recounted for ever.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{About, Check, Finding, SCHEMA, differ, findings, hash};
use crate::rules::{
    ballot::{BodyKind, Choice},
    canonical,
    tally::majority,
    vote::Closing,
};

/// The version of the schema.
pub const VERSION: u32 = 1;

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
    /// SHA-256 of the canonical form of `roll`, announced when the vote opened.
    pub roll_hash: String,
    pub roll: Vec<Entry>,
    pub ballots: Vec<Ballot>,
    pub tally: majority::Tally,
}

/// Whose vote it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbourhood {
    pub name: String,
    pub handle: String,
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
    pub closing: Closing,
    pub opened_at: DateTime<Utc>,
    pub closed_at: DateTime<Utc>,
    /// Why it was closed before the announced time, if it was.
    pub close_reason: Option<String>,
}

/// The counting method with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    pub id: String,
    pub version: u32,
    pub parameters: majority::Rules,
}

/// An entry on the frozen roll: a seat in the council, or a member in the assembly. Numbers of
/// members are drawn at random at the opening, so that they tell nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub number: i64,
    pub sector: Option<String>,
    /// The seat, as the council page names it; nothing for members of the assembly.
    pub seat: Option<String>,
    /// SHA-256 of the vote's secret salt and the member's or seat's id: shows that nobody stands
    /// on the roll twice, and tells nobody who it is.
    pub key: String,
}

/// A ballot that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// The number on the roll.
    pub voter: i64,
    pub choice: Choice,
}

/// A record as it is published: the hash of everything else at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub record: Record,
    pub hash: String,
}

impl Published {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        let record = &self.record;
        About {
            number: record.vote.number,
            neighbourhood: &record.neighbourhood.name,
            body: record.vote.body,
            question: &record.vote.question,
            method: &record.method.id,
            entitled: record.roll.len(),
            ballots: record.ballots.len(),
            outcome: record.tally.outcome,
            signed_by: None,
            tellers: Vec::new(),
            chosen: Vec::new(),
        }
    }
}

/// Counts the ballots of a record with its own rules.
#[must_use]
pub fn count(parameters: &majority::Rules, roll: &[Entry], ballots: &[Ballot]) -> majority::Tally {
    let choices: BTreeMap<i64, Choice> =
        ballots.iter().map(|ballot| (ballot.voter, ballot.choice)).collect();
    majority::count(
        parameters,
        roll.iter().map(|entry| majority::Line {
            sector: entry.sector.as_deref(),
            answer: choices.get(&entry.number).copied().map(majority::Answer::Choice),
        }),
    )
}

/// Puts the hash under a record.
///
/// # Errors
/// A number that has no canonical form.
pub fn seal(record: Record) -> Result<Published, canonical::NotCanonical> {
    let hash = canonical::hash(&record)?;
    Ok(Published { record, hash })
}

/// The text of a record as it is published: canonical JSON.
///
/// # Errors
/// A number that has no canonical form.
pub fn write(published: &Published) -> Result<String, canonical::NotCanonical> {
    canonical::write(published)
}

/// Recounts a record: every check, whether it holds, and where it differs if it doesn't.
#[must_use]
pub fn recount(published: &Published) -> Vec<Finding> {
    let record = &published.record;
    let tally = count(&record.method.parameters, &record.roll, &record.ballots);
    findings([
        (Check::Schema, schema(record)),
        (Check::Hash, hash("the record", record, &published.hash)),
        (Check::RollHash, hash("the roll", &record.roll, &record.roll_hash)),
        (Check::Roll, roll(&record.roll)),
        (Check::Ballots, ballots(&record.roll, &record.ballots)),
        (Check::Method, method(&record.method)),
        (Check::Steps, steps(&record.tally.steps, &tally.steps)),
        (Check::Outcome, differ("outcome", record.tally.outcome, tally.outcome)),
    ])
}

fn schema(record: &Record) -> Option<String> {
    let known = record.schema == SCHEMA && record.version == VERSION;
    (!known).then(|| format!("{} {} is not {SCHEMA} {VERSION}", record.schema, record.version))
}

fn method(method: &Method) -> Option<String> {
    let known = method.id == majority::METHOD && method.version == majority::VERSION;
    (!known).then(|| format!("{} {} is not a method of this program", method.id, method.version))
}

fn roll(roll: &[Entry]) -> Option<String> {
    let mut numbers = BTreeSet::new();
    let mut keys = BTreeSet::new();
    roll.iter().find_map(|entry| {
        if !numbers.insert(entry.number) {
            Some(format!("number {} stands on the roll twice", entry.number))
        } else if !keys.insert(entry.key.as_str()) {
            Some(format!("number {} is somebody who stands on the roll already", entry.number))
        } else {
            None
        }
    })
}

fn ballots(roll: &[Entry], ballots: &[Ballot]) -> Option<String> {
    let numbers: BTreeSet<i64> = roll.iter().map(|entry| entry.number).collect();
    let mut voted = BTreeSet::new();
    ballots.iter().find_map(|ballot| {
        if !numbers.contains(&ballot.voter) {
            Some(format!("a ballot of number {}, who is not on the roll", ballot.voter))
        } else if !voted.insert(ballot.voter) {
            Some(format!("number {} has two ballots", ballot.voter))
        } else {
            None
        }
    })
}

fn steps(written: &[majority::Step], counted: &[majority::Step]) -> Option<String> {
    let pairs = written.iter().zip(counted).enumerate();
    let first = pairs.into_iter().find(|(_, (written, counted))| written != counted);
    if let Some((i, (written, counted))) = first {
        let step = i.saturating_add(1);
        return Some(format!("step {step} says \"{written}\", and counts as \"{counted}\""));
    }
    differ("number of steps", written.len(), counted.len())
}
