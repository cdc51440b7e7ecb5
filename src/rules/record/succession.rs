//! Who follows in the seats of an election, as it is published beside the record of its vote: with
//! both files anybody counts it again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Check, Finding, differ, findings, hash, v2};
use crate::rules::{
    canonical,
    endorsement::{Endorsement, Purpose},
    tally::{
        lot::Lots,
        method::Stop,
        succession::{self, Followed},
    },
};

/// The name of the schema.
pub const SCHEMA: &str = "translokaal-succession";
/// The version of the schema that this program writes.
pub const VERSION: u32 = 1;

/// Who sits, who is gone, and who follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Succession {
    pub schema: String,
    pub version: u32,
    /// The program that wrote it.
    pub program: String,
    pub election: i64,
    /// The hash of the record of the vote, whose papers are counted.
    pub record: String,
    pub at: DateTime<Utc>,
    /// Who keeps the seat that she has.
    pub sitting: Vec<String>,
    /// Who left, can't sit, or no longer wants to.
    pub gone: Vec<String>,
    pub followed: Followed,
}

/// As it is published: with its hash, and the signature of the server over that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub succession: Succession,
    pub hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Endorsement>,
}

/// Counts the papers of a record for the seats that are vacant.
///
/// # Errors
/// The vote was not counted by `stv_scottish`, or a lot is needed that wasn't drawn.
pub fn count(record: &v2::Record, sitting: &[String], gone: &[String]) -> Result<Followed, Stop> {
    let lots = record.lot.as_ref().map_or(Lots::None, |lot| lot.lots(&record.ballots));
    let marks = record.ballots.iter().map(|ballot| &ballot.mark);
    succession::follow(&record.method, &record.options, marks, (sitting, gone), &lots)
}

/// Puts the hash under it.
///
/// # Errors
/// A number that has no canonical form.
pub fn seal(succession: Succession) -> Result<Published, canonical::NotCanonical> {
    let hash = canonical::hash(&succession)?;
    Ok(Published { succession, hash, signature: None })
}

impl Published {
    /// Counts it again from the record of the vote.
    #[must_use]
    pub fn recount(&self, of: &v2::Published) -> Vec<Finding> {
        let it = &self.succession;
        let known = it.schema == SCHEMA && it.version == VERSION;
        let schema =
            (!known).then(|| format!("{} {} is not {SCHEMA} {VERSION}", it.schema, it.version));
        let signature = self.signature.as_ref().and_then(|signature| {
            let is_good = signature.covers(Purpose::Succession, &self.hash);
            (!is_good).then(|| format!("the signature is not of the key {}", signature.key))
        });
        let counted = count(&of.record, &it.sitting, &it.gone);
        let (steps, outcome) = match &counted {
            Ok(counted) => (
                (counted.rounds != it.followed.rounds).then(|| "the rounds differ".to_owned()),
                result(&it.followed, counted),
            ),
            Err(stop) => (Some(stop.to_string()), Some(stop.to_string())),
        };
        findings([
            (Check::Schema, schema),
            (Check::Hash, hash("the succession", it, &self.hash)),
            (Check::Signature, signature),
            (Check::Papers, differ("the record", it.record.as_str(), of.hash.as_str())),
            (Check::Seats, seats(it, &of.record)),
            (Check::Steps, steps),
            (Check::Outcome, outcome),
        ])
    }
}

/// Everybody who was elected keeps the seat or is gone, and nobody is both.
fn seats(it: &Succession, record: &v2::Record) -> Option<String> {
    let (sitting, gone): (BTreeSet<_>, BTreeSet<_>) =
        (it.sitting.iter().collect(), it.gone.iter().collect());
    let lost = record.tally.winners.iter().find(|it| !sitting.contains(it) && !gone.contains(it));
    let both = sitting.intersection(&gone).next();
    lost.map(|key| format!("{key} was elected, and is neither sitting nor gone"))
        .or_else(|| both.map(|key| format!("{key} is sitting and gone")))
}

fn result(written: &Followed, counted: &Followed) -> Option<String> {
    differ("elected", written.elected.join(", "), counted.elected.join(", ")).or_else(|| {
        differ("alternates", written.alternates.join(", "), counted.alternates.join(", "))
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::rules::{
        record::v2::tests::record,
        tally::{
            method::{Method, Opt, Rules},
            stv_scottish,
        },
    };

    /// The record of an election of one, and who follows when she is gone.
    pub fn elected() -> (v2::Published, Published) {
        let mut it = record();
        let rules = stv_scottish::Rules { seats: 1, withdrawn: Vec::new() };
        it.method = Method::new(Rules::StvScottish(rules));
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_uppercase(), cost: None };
        it.options = ["alice", "bob", "carol"].map(option).to_vec();
        let marks = ["rank:alice>bob", "rank:alice>bob", "rank:carol"];
        for (ballot, mark) in it.ballots.iter_mut().zip(marks) {
            ballot.mark = mark.parse().unwrap();
        }
        it.tally = v2::count(&it.method, &it.options, &it.roll, &[], &it.ballots, None).unwrap();
        it.ballots_root = v2::tree(&it.ballots).unwrap().root();
        let record = v2::seal(it).unwrap();
        let (sitting, gone) = (Vec::new(), vec!["alice".to_owned()]);
        let succession = Succession {
            schema: SCHEMA.to_owned(),
            version: VERSION,
            program: "translokaal test".to_owned(),
            election: 1,
            record: record.hash.clone(),
            at: DateTime::UNIX_EPOCH,
            followed: count(&record.record, &sitting, &gone).unwrap(),
            sitting,
            gone,
        };
        (record, seal(succession).unwrap())
    }

    fn differing(it: &Published, of: &v2::Published) -> Vec<Check> {
        let found = it.recount(of);
        found.into_iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn an_honest_succession_is_equal_to_what_its_record_says() {
        let (record, it) = elected();
        assert_eq!(it.succession.followed.elected, ["bob"]);
        assert_eq!(it.succession.followed.alternates, ["carol"]);
        assert_eq!(differing(&it, &record), []);
    }

    #[test]
    fn another_one_elected_another_record_and_somebody_forgotten_show() {
        let (record, mut it) = elected();
        it.succession.followed.elected = vec!["carol".to_owned()];
        assert_eq!(differing(&it, &record), [Check::Hash, Check::Outcome]);
        let (mut other, it) = elected();
        other.hash = "sha256:00".to_owned();
        assert_eq!(differing(&it, &other), [Check::Papers]);
        let (record, mut it) = elected();
        it.succession.gone.clear();
        assert!(differing(&it, &record).contains(&Check::Seats));
    }
}
