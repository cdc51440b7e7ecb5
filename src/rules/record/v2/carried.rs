//! Those who didn't vote themselves and had somebody speak for them, in an open vote.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

use super::{Ballot, Change, Record};
use crate::rules::ballot::Secrecy;

/// Somebody whose vote went with the ballot of another one, both by number on the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub number: i64,
    /// Whose ballot counts for her, too.
    pub by: i64,
}

/// The ballots with those of everybody who was carried: each counts as having cast what her delegate
/// cast.
#[must_use]
pub fn with_carried<'a>(ballots: &'a [Ballot], carried: &[Carried]) -> Cow<'a, [Ballot]> {
    if carried.is_empty() {
        return Cow::Borrowed(ballots);
    }
    let cast: BTreeMap<i64, &Ballot> =
        ballots.iter().filter_map(|ballot| Some((ballot.voter?, ballot))).collect();
    let of_delegate = |it: &Carried| {
        let ballot = cast.get(&it.by)?;
        Some(Ballot { voter: Some(it.number), ..(*ballot).clone() })
    };
    Cow::Owned(ballots.iter().cloned().chain(carried.iter().filter_map(of_delegate)).collect())
}

/// Everybody who was carried stands on the roll, didn't vote herself, is there once and with somebody
/// who voted; in an open vote only.
pub(super) fn check(record: &Record) -> Option<String> {
    let numbers: BTreeSet<i64> = record.roll.iter().map(|entry| entry.number).collect();
    let recused: BTreeSet<i64> = record.changes.iter().filter_map(Change::recused).collect();
    let took_part: BTreeSet<i64> = record.took_part.iter().map(|part| part.number).collect();
    let voted: BTreeSet<i64> = record.ballots.iter().filter_map(|ballot| ballot.voter).collect();
    let mut seen = BTreeSet::new();
    record.carried.iter().find_map(|Carried { number, by }| {
        if record.vote.secrecy == Secrecy::Secret {
            Some("somebody was carried in a secret vote".to_owned())
        } else if !numbers.contains(number) || recused.contains(number) {
            Some(format!("number {number} was carried and has no vote"))
        } else if took_part.contains(number) {
            Some(format!("number {number} was carried and voted herself"))
        } else if !voted.contains(by) {
            Some(format!("number {number} was carried by number {by}, who did not vote"))
        } else if !seen.insert(*number) {
            Some(format!("number {number} was carried twice"))
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::record::{
        Check,
        v2::{count, recount, seal, tests::record},
    };

    /// A record in which number 3 had number 1 speak for her.
    fn spoken_for() -> Record {
        let mut it = record();
        it.carried = vec![Carried { number: 3, by: 1 }];
        let ballots = with_carried(&it.ballots, &it.carried);
        it.tally = count(&it.method, &[], &it.roll, &it.changes, &ballots, None).unwrap();
        it
    }

    fn differing(record: Record) -> Vec<Check> {
        let findings = recount(&seal(record).unwrap());
        findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn who_is_carried_counts_as_having_cast_what_her_delegate_cast() {
        let it = spoken_for();
        assert_eq!(it.tally.steps[0]["count"]["for"], 3);
        assert_eq!(differing(it.clone()), []);
        let text = serde_json::to_string(&seal(it).unwrap()).unwrap();
        assert!(text.contains("\"carried\":[{\"number\":3,\"by\":1}]"), "{text}");
    }

    #[test]
    fn where_nobody_is_carried_the_record_says_nothing_of_it() {
        assert!(!serde_json::to_string(&record()).unwrap().contains("carried"));
    }

    #[test]
    fn who_can_not_be_carried_shows() {
        for wrong in [(9, 1), (2, 1), (5, 3)] {
            let mut it = spoken_for();
            it.carried = vec![Carried { number: wrong.0, by: wrong.1 }];
            assert!(differing(it).contains(&Check::TookPart), "{wrong:?}");
        }
        let mut it = spoken_for();
        it.carried.push(Carried { number: 3, by: 2 });
        assert!(differing(it).contains(&Check::TookPart));
        let mut it = spoken_for();
        it.vote.secrecy = Secrecy::Secret;
        assert!(differing(it).contains(&Check::TookPart));
        let mut it = spoken_for();
        it.carried.clear();
        assert!(differing(it).contains(&Check::Steps));
    }
}
