//! The published record of a vote (*proces-verbaal*), and its recount.
//!
//! A record is one canonical JSON file that holds all that is needed to count again: the rules, the
//! frozen roll without private data, the ballots, the steps and the outcome, each part hashed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    ballot::{BodyKind, Choice},
    canonical,
    tally::majority,
    vote::Closing,
};

/// The name of the schema, in every record.
pub const SCHEMA: &str = "translokaal-record";
/// The version of the schema that this program writes.
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

/// What a recount looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    Schema,
    Hash,
    RollHash,
    Roll,
    Ballots,
    Method,
    Steps,
    Outcome,
}

/// What one check found; `differs` says where, in words for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub check: Check,
    pub differs: Option<String>,
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
            choice: choices.get(&entry.number).copied(),
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
    let found = [
        (Check::Schema, schema(record)),
        (Check::Hash, hash("the record", record, &published.hash)),
        (Check::RollHash, hash("the roll", &record.roll, &record.roll_hash)),
        (Check::Roll, roll(&record.roll)),
        (Check::Ballots, ballots(&record.roll, &record.ballots)),
        (Check::Method, method(&record.method)),
        (Check::Steps, steps(&record.tally.steps, &tally.steps)),
        (Check::Outcome, differ("outcome", record.tally.outcome, tally.outcome)),
    ];
    found.into_iter().map(|(check, differs)| Finding { check, differs }).collect()
}

fn schema(record: &Record) -> Option<String> {
    let known = record.schema == SCHEMA && record.version == VERSION;
    (!known).then(|| format!("{} {} is not {SCHEMA} {VERSION}", record.schema, record.version))
}

fn method(method: &Method) -> Option<String> {
    let known = method.id == majority::METHOD && method.version == majority::VERSION;
    (!known).then(|| format!("{} {} is not a method of this program", method.id, method.version))
}

fn hash(what: &str, value: &impl Serialize, written: &str) -> Option<String> {
    match canonical::hash(value) {
        Ok(hash) if hash == written => None,
        Ok(hash) => Some(format!("{what} says {written}, and hashes to {hash}")),
        Err(fault) => Some(format!("{what}: {fault}")),
    }
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
        return Some(format!("step {step} says {written:?}, and counts as {counted:?}"));
    }
    differ("number of steps", written.len(), counted.len())
}

fn differ<T: PartialEq + std::fmt::Display>(what: &str, written: T, counted: T) -> Option<String> {
    (written != counted).then(|| format!("{what} says {written}, and counts as {counted}"))
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::rules::tally::majority::{Rules, Share};

    /// A small vote in two sectors.
    pub fn record() -> Record {
        let roll: Vec<Entry> = (1..=5)
            .map(|number| Entry {
                number,
                sector: Some(if number < 4 { "residents" } else { "business" }.to_owned()),
                seat: None,
                key: format!("key {number}"),
            })
            .collect();
        let ballots: Vec<Ballot> = [(1, Choice::For), (2, Choice::For), (4, Choice::Against)]
            .map(|(voter, choice)| Ballot { voter, choice })
            .to_vec();
        let parameters = Rules {
            quorum: Some(Share { need: 1, of: 2 }),
            majority: None,
            sector_majorities: vec!["residents".to_owned()],
        };
        Record {
            schema: SCHEMA.to_owned(),
            version: VERSION,
            program: "translokaal test".to_owned(),
            neighbourhood: Neighbourhood { name: "Alpha".to_owned(), handle: "alpha".to_owned() },
            vote: Vote {
                number: 1,
                url: "https://alpha.example/votes/1".to_owned(),
                body: BodyKind::Council,
                question: "More bicycle stands".to_owned(),
                proposal: 1,
                proposal_version: 1,
                text_hash: "sha256:00".to_owned(),
                closing: Closing::AtTime,
                opened_at: DateTime::<Utc>::UNIX_EPOCH,
                closed_at: DateTime::<Utc>::UNIX_EPOCH,
                close_reason: None,
            },
            charter_version: 1,
            roll_hash: canonical::hash(&roll).unwrap(),
            tally: count(&parameters, &roll, &ballots),
            method: Method {
                id: majority::METHOD.to_owned(),
                version: majority::VERSION,
                parameters,
            },
            roll,
            ballots,
        }
    }

    fn differing(published: &Published) -> Vec<Check> {
        let findings = recount(published);
        findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn an_honest_record_is_equal() {
        assert_eq!(differing(&seal(record()).unwrap()), []);
    }

    #[test]
    fn what_is_written_can_be_read() {
        let published = seal(record()).unwrap();
        let text = write(&published).unwrap();
        let read: Published = serde_json::from_str(&text).unwrap();
        assert_eq!(read, published);
        assert_eq!(write(&read).unwrap(), text);
    }

    #[test]
    fn a_changed_ballot_shows_even_under_a_new_hash() {
        let mut it = record();
        it.ballots[0].choice = Choice::Against;
        assert_eq!(differing(&seal(it).unwrap()), [Check::Steps, Check::Outcome]);
    }

    #[test]
    fn a_changed_ballot_shows_under_the_old_hash() {
        let mut it = seal(record()).unwrap();
        it.record.ballots[0].choice = Choice::Abstain;
        assert!(differing(&it).contains(&Check::Hash));
    }

    #[test]
    fn a_changed_roll_and_stuffed_ballots_show() {
        let mut it = record();
        it.roll[0].sector = None;
        assert!(differing(&seal(it).unwrap()).contains(&Check::RollHash));

        let mut it = record();
        it.ballots.push(Ballot { voter: 99, choice: Choice::For });
        assert!(differing(&seal(it).unwrap()).contains(&Check::Ballots));

        let mut it = record();
        it.ballots.push(it.ballots[0]);
        assert!(differing(&seal(it).unwrap()).contains(&Check::Ballots));

        let mut it = record();
        it.roll[1].key = it.roll[0].key.clone();
        assert!(differing(&seal(it).unwrap()).contains(&Check::Roll));
    }

    #[test]
    fn an_unknown_method_or_schema_is_said_to_be_unknown() {
        let mut it = record();
        it.method.version = 9;
        it.version = 9;
        assert_eq!(differing(&seal(it).unwrap()), [Check::Schema, Check::Method]);
    }
}
