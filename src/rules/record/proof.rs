//! What a voter holds in her hand: the receipt that she gets when her ballot is received, and the
//! proof that it is in the record, which needs nothing of the record but its root.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::v2::{self, Ballot, Published};
use crate::rules::{
    ballot::Mark,
    canonical,
    digest::Digest,
    endorsement::{Endorsement, Purpose},
    merkle,
};

/// That the server received a ballot, signed when it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    pub received: Received,
    pub endorsement: Endorsement,
}

/// What is signed. Of a secret ballot no moment and no mark, so that it tells nothing to whoever finds
/// it; only who has the code can use it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The page of the vote.
    pub vote: String,
    #[serde(flatten)]
    pub ballot: ReceivedBallot,
}

/// The ballot that was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ReceivedBallot {
    /// In a secret vote: SHA-256 of the code on the receipt.
    Secret { receipt: String },
    /// In an open vote: the number on the roll, what was marked, and when it came in.
    Open { number: i64, mark: Mark, at: DateTime<Utc> },
}

/// That a ballot is in a record (RFC 6962 §2.1.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The page of the vote.
    pub vote: String,
    /// The hash of the record.
    pub record: String,
    pub ballot: Ballot,
    /// The hash of the ballot as a leaf of the tree.
    pub leaf: Digest,
    /// Its place among the ballots, from 0.
    pub index: u64,
    /// What to hash it with on the way up.
    pub path: Vec<Digest>,
    /// How many ballots there are.
    pub size: u64,
    /// The root of the tree over the ballots, as it stands in the record.
    pub root: Digest,
}

/// What can be wrong with either of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the ballot doesn't hash to the leaf that is written")]
    Leaf,
    #[error("the path doesn't lead from the leaf to the root that is written")]
    Path,
    #[error("the root is {written}, and the one that was given is {given}")]
    Root { written: Digest, given: Digest },
    #[error("the code isn't the one of this ballot")]
    Code,
    #[error("the signature is not of the key {0}")]
    Signature(String),
    #[error("the record is of another vote")]
    Vote,
    #[error("no ballot with this receipt is in the record")]
    NotCounted,
    #[error("the record says {0}: either it was replaced later, or it was changed")]
    Another(String),
}

impl Receipt {
    /// Checks the signature, the code and the record, as far as they are given.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, code: Option<&str>, record: Option<&Published>) -> Result<(), Fault> {
        if !self.endorsement.covers(Purpose::Receipt, &self.received) {
            return Err(Fault::Signature(self.endorsement.key.to_string()));
        }
        let ballot = &self.received.ballot;
        let is_hers = |code: &str| match ballot {
            ReceivedBallot::Secret { receipt } => canonical::hash_text(code) == *receipt,
            ReceivedBallot::Open { .. } => false,
        };
        if code.is_some_and(|code| !is_hers(code)) {
            return Err(Fault::Code);
        }
        let Some(published) = record else { return Ok(()) };
        if published.record.vote.url != self.received.vote {
            return Err(Fault::Vote);
        }
        let found = match ballot {
            ReceivedBallot::Secret { receipt } => index_of(published, receipt),
            ReceivedBallot::Open { number, .. } => index_of_voter(published, *number),
        };
        let found = found.and_then(|index| published.record.ballots.get(index));
        match (ballot, found) {
            (_, None) => Err(Fault::NotCounted),
            (ReceivedBallot::Open { mark, .. }, Some(found)) if found.mark != *mark => {
                Err(Fault::Another(found.mark.to_string()))
            }
            _ => Ok(()),
        }
    }
}

impl Proof {
    /// Proves that the ballot at `index`, which counts from 0, is in a record.
    #[must_use]
    pub fn of(published: &Published, index: usize) -> Option<Self> {
        let record = &published.record;
        let ballot = record.ballots.get(index)?.clone();
        let tree = v2::tree(&record.ballots).ok()?;
        let index = u64::try_from(index).ok()?;
        Some(Self {
            vote: record.vote.url.clone(),
            record: published.hash.clone(),
            leaf: leaf(&ballot)?,
            index,
            path: tree.inclusion(index)?,
            size: tree.size(),
            root: tree.root(),
            ballot,
        })
    }

    /// Checks the way from the ballot to the root, and the code where one is given.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, root: &Digest, code: Option<&str>) -> Result<(), Fault> {
        if self.root != *root {
            return Err(Fault::Root { written: self.root, given: *root });
        }
        if leaf(&self.ballot) != Some(self.leaf) {
            return Err(Fault::Leaf);
        }
        if !merkle::included(self.leaf, self.index, self.size, &self.path, root) {
            return Err(Fault::Path);
        }
        let is_hers = |code: &str| self.ballot.receipt == Some(canonical::hash_text(code));
        if code.is_some_and(|code| !is_hers(code)) {
            return Err(Fault::Code);
        }
        Ok(())
    }
}

/// The place of the ballot with this receipt, from 0.
#[must_use]
pub fn index_of(published: &Published, receipt: &str) -> Option<usize> {
    let ballots = &published.record.ballots;
    ballots.iter().position(|ballot| ballot.receipt.as_deref() == Some(receipt))
}

/// The place of the ballot of this number on the roll, from 0.
#[must_use]
pub fn index_of_voter(published: &Published, number: i64) -> Option<usize> {
    published.record.ballots.iter().position(|ballot| ballot.voter == Some(number))
}

/// How many ballots of a record have a proof that holds: each proof is made, and checked by itself.
#[must_use]
pub fn proven(published: &Published) -> usize {
    let record = &published.record;
    let Ok(tree) = v2::tree(&record.ballots) else { return 0 };
    let holds = |(ballot, index): &(&Ballot, u64)| {
        let path = tree.inclusion(*index).unwrap_or_default();
        let size = tree.size();
        leaf(ballot)
            .is_some_and(|it| merkle::included(it, *index, size, &path, &record.ballots_root))
    };
    record.ballots.iter().zip(0..).filter(holds).count()
}

fn leaf(ballot: &Ballot) -> Option<Digest> {
    let text = canonical::write(ballot).ok()?;
    Some(merkle::leaf(text.as_bytes()))
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::rules::{
        ballot::Choice,
        endorsement::tests::endorse,
        record::v2::tests::{record, secret},
    };

    /// The receipt that a server with the key of this byte gives.
    pub fn receipt(seed: u8, vote: &str, code: &str) -> Receipt {
        let ballot = ReceivedBallot::Secret { receipt: canonical::hash_text(code) };
        let received = Received { vote: vote.to_owned(), ballot };
        let endorsement = endorse(seed, Purpose::Receipt, &received);
        Receipt { received, endorsement }
    }

    #[test]
    fn every_ballot_is_proven_with_nothing_but_the_root() {
        for it in [record(), secret()] {
            let published = v2::seal(it).unwrap();
            let root = published.record.ballots_root;
            for index in 0..3 {
                let proof = Proof::of(&published, index).unwrap();
                assert_eq!(proof.check(&root, None), Ok(()));
                let text = canonical::write(&proof).unwrap();
                assert_eq!(serde_json::from_str::<Proof>(&text).unwrap(), proof);
            }
            assert_eq!(Proof::of(&published, 3), None);
            assert_eq!(proven(&published), 3);
        }
    }

    #[test]
    fn a_proof_that_was_changed_does_not_hold() {
        let published = v2::seal(secret()).unwrap();
        let (root, other) = (published.record.ballots_root, Digest::of(&[b"other"]));
        let proof = Proof::of(&published, 1).unwrap();
        assert_eq!(proof.check(&root, Some("a")), Ok(()));
        assert_eq!(proof.check(&root, Some("b")), Err(Fault::Code));
        assert_eq!(proof.check(&other, None), Err(Fault::Root { written: root, given: other }));
        let mut it = proof.clone();
        it.ballot.mark = Choice::Against.into();
        assert_eq!(it.check(&root, None), Err(Fault::Leaf));
        it.leaf = leaf(&it.ballot).unwrap();
        assert_eq!(it.check(&root, None), Err(Fault::Path));
        let it = Proof { index: 0, ..proof };
        assert_eq!(it.check(&root, None), Err(Fault::Path));
    }

    #[test]
    fn a_signed_receipt_of_an_open_ballot_tells_what_was_marked() {
        let published = v2::seal(record()).unwrap();
        let given = |number, choice: Choice| {
            let (mark, at) = (choice.into(), DateTime::<Utc>::UNIX_EPOCH);
            let ballot = ReceivedBallot::Open { number, mark, at };
            let received = Received { vote: published.record.vote.url.clone(), ballot };
            let endorsement = endorse(1, Purpose::Receipt, &received);
            let text = canonical::write(&Receipt { received, endorsement }).unwrap();
            serde_json::from_str::<Receipt>(&text).unwrap().check(None, Some(&published))
        };
        assert_eq!(given(1, Choice::For), Ok(()));
        assert_eq!(given(1, Choice::Against), Err(Fault::Another("for".to_owned())));
        assert_eq!(given(3, Choice::For), Err(Fault::NotCounted));
    }

    #[test]
    fn a_signed_receipt_and_a_record_without_its_ballot_are_evidence() {
        let published = v2::seal(secret()).unwrap();
        let url = published.record.vote.url.clone();
        let given = receipt(1, &url, "a");
        assert_eq!(given.check(Some("a"), Some(&published)), Ok(()));
        assert_eq!(given.check(Some("b"), None), Err(Fault::Code));
        let dropped = receipt(1, &url, "lost");
        assert_eq!(dropped.check(None, None), Ok(()));
        assert_eq!(dropped.check(None, Some(&published)), Err(Fault::NotCounted));
        let elsewhere = receipt(1, "https://beta.example/votes/1", "a");
        assert_eq!(elsewhere.check(None, Some(&published)), Err(Fault::Vote));
        let forged = Receipt { received: dropped.received, ..given };
        assert!(matches!(forged.check(None, None), Err(Fault::Signature(_))));
    }
}
