//! The recount of a record of version 2: everything that can be checked with the file alone.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Change, Entry, Lot, Published, Record, VERSION, carried, channels, count, tellers, tree,
    turnout, with_carried,
};
use crate::rules::{
    canonical,
    endorsement::{Endorsement, Purpose},
    record::{Check, Finding, SCHEMA, differ, findings, hash},
    tally::{majority_v2::OnTie, method::Tally},
};

/// Recounts a record: every check, whether it holds, and where it differs if it doesn't.
#[must_use]
pub fn recount(published: &Published) -> Vec<Finding> {
    let record = &published.record;
    let counted = count(
        &record.method,
        &record.options,
        &record.roll,
        &record.changes,
        &with_carried(&record.ballots, &record.carried),
        record.lot.as_ref(),
    );
    let (steps, outcome) = match &counted {
        Ok(tally) => (steps(record, &tally.steps), result(&record.tally, tally)),
        Err(stop) => (Some(stop.to_string()), Some(stop.to_string())),
    };
    findings([
        (Check::Schema, schema(record)),
        (Check::Hash, hash("the record", record, &published.hash)),
        (Check::RollHash, roll_hash(record)),
        (Check::Roll, roll(&record.roll)),
        (Check::TookPart, turnout::took_part(record).or_else(|| carried::check(record))),
        (Check::Channels, channels::check(record)),
        (Check::Ballots, turnout::ballots(record)),
        (Check::Tree, root(record)),
        (Check::Signature, published.signature.as_ref().and_then(|it| signed(it, &published.hash))),
        (Check::Tellers, tellers::signed(&published.tellers, &published.hash)),
        (Check::Method, method(record)),
        (Check::Lot, record.lot.as_ref().and_then(lot)),
        (Check::Steps, steps),
        (Check::Outcome, outcome),
    ])
}

fn schema(record: &Record) -> Option<String> {
    let known = record.schema == SCHEMA && record.version == VERSION;
    (!known).then(|| format!("{} {} is not {SCHEMA} {VERSION}", record.schema, record.version))
}

/// The roll without those who were added later is the one that was announced.
fn roll_hash(record: &Record) -> Option<String> {
    let added: BTreeSet<i64> = record.changes.iter().filter_map(Change::added).collect();
    let announced: Vec<&Entry> =
        record.roll.iter().filter(|entry| !added.contains(&entry.number)).collect();
    hash("the roll", &announced, &record.roll_hash)
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

fn root(record: &Record) -> Option<String> {
    match tree(&record.ballots) {
        Ok(tree) => differ("the root of the ballots", record.ballots_root, tree.root()),
        Err(fault) => Some(format!("the ballots: {fault}")),
    }
}

fn signed(signature: &Endorsement, hash: &String) -> Option<String> {
    let is_good = signature.covers(Purpose::Record, hash);
    (!is_good).then(|| format!("the signature is not of the key {}", signature.key))
}

/// The method is known, and whoever asks for the second time names the first. The chair decides only
/// where the rules leave it to the chair.
fn method(record: &Record) -> Option<String> {
    let (method, earlier) = (&record.method, &record.vote.earlier);
    let (id, version) = (method.id(), method.version);
    let on_tie = method.of_everybody().map(|rules| rules.tie);
    if !method.is_known() {
        Some(format!("{id} {version} is not a method of this program"))
    } else if method.second && earlier.is_none() {
        // The first came back; or it was itself a second reading, whose outcome was disputed, and this
        // one is held in its place.
        Some("a second reading that names no vote before it".to_owned())
    } else if record.changes.iter().any(|it| it.ruled().is_some()) && on_tie != Some(OnTie::Chair) {
        Some("the chair decided a tie, which these rules don't ask for".to_owned())
    } else {
        None
    }
}

fn lot(lot: &Lot) -> Option<String> {
    let hashed = canonical::hash_text(&lot.secret);
    (hashed != lot.announced)
        .then(|| format!("the secret hashes to {hashed}, and {} was announced", lot.announced))
}

fn steps(record: &Record, counted: &[Value]) -> Option<String> {
    let written = &record.tally.steps;
    let pairs = written.iter().zip(counted).enumerate();
    let first = pairs.into_iter().find(|(_, (written, counted))| written != counted);
    if let Some((i, (written, counted))) = first {
        let step = i.saturating_add(1);
        let [written, counted] = [written, counted].map(|it| record.method.told(it));
        return Some(format!("step {step} says \"{written}\", and counts as \"{counted}\""));
    }
    differ("number of steps", written.len(), counted.len())
}

fn result(written: &Tally, counted: &Tally) -> Option<String> {
    let is_other = written.by_votes.is_some() && written.by_votes != counted.by_votes;
    differ("outcome", written.outcome, counted.outcome)
        .or_else(|| is_other.then(|| "what most votes would have funded differs".to_owned()))
        .or_else(|| differ("chosen", written.winners.join(", "), counted.winners.join(", ")))
        .or_else(|| (written.ties != counted.ties).then(|| "the lots differ".to_owned()))
}
