//! Whether those who took part, the roll and the ballots fit each other.

use std::collections::BTreeSet;

use super::{Ballot, Change, Record, channels};
use crate::rules::{ballot::Secrecy, record::differ};

/// Everybody who took part stands on the roll, once, and wasn't recused; there are as many as
/// ballots.
pub(super) fn took_part(record: &Record) -> Option<String> {
    let numbers: BTreeSet<i64> = record.roll.iter().map(|entry| entry.number).collect();
    let recused: BTreeSet<i64> = record.changes.iter().filter_map(Change::recused).collect();
    let mut seen = BTreeSet::new();
    let wrong = record.took_part.iter().find_map(|part| {
        let number = part.number;
        if !numbers.contains(&number) {
            Some(format!("number {number} took part and is not on the roll"))
        } else if recused.contains(&number) {
            Some(format!("number {number} took part and was recused"))
        } else if !seen.insert(number) {
            Some(format!("number {number} took part twice"))
        } else {
            None
        }
    });
    wrong.or_else(|| differ("took part", record.took_part.len(), record.ballots.len()))
}

/// Every ballot belongs to this vote, and none is there twice.
pub(super) fn ballots(record: &Record) -> Option<String> {
    let took_part: BTreeSet<i64> = record.took_part.iter().map(|part| part.number).collect();
    let mut voted = BTreeSet::new();
    let mut ids = BTreeSet::new();
    let lie_apart = record.vote.secrecy == Secrecy::Secret || channels::has_hands(record);
    let wrong = record.ballots.iter().find_map(|ballot| {
        let secret = record.vote.secrecy == Secrecy::Secret;
        let mark = &ballot.mark;
        match (ballot.voter, &ballot.id) {
            (None, Some(id)) if lie_apart && !ids.insert(id) => Some(format!("ballot {id} twice")),
            (Some(voter), None) if !secret && !took_part.contains(&voter) => {
                Some(format!("a ballot of number {voter}, who did not take part"))
            }
            (Some(voter), None) if !secret && !voted.insert(voter) => {
                Some(format!("number {voter} has two ballots"))
            }
            (None, Some(_)) | (Some(_), None) if voter_fits(ballot, secret, lie_apart) => {
                let taken = record.method.takes(mark, &record.options);
                (!taken).then(|| format!("the mark {mark} doesn't fit the ballot paper"))
            }
            _ => Some("a ballot that is neither open nor secret".to_owned()),
        }
    });
    wrong.or_else(|| channels::hands(record))
}

/// Whether a ballot stands beside its voter or apart from her, as it should.
const fn voter_fits(ballot: &Ballot, secret: bool, lie_apart: bool) -> bool {
    match ballot.voter {
        Some(_) => !secret,
        None => lie_apart,
    }
}
