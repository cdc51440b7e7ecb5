//! The signatures of tellers over a record: each over its hash, beside what is hashed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::rules::{
    canonical::{self, NotCanonical},
    endorsement::{Endorsement, PublicKey, Purpose, Signature},
};

/// The signature of a teller over the hash of a record. Officers are public, so it has her name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TellerSignature {
    pub name: String,
    pub key: PublicKey,
    pub signature: Signature,
}

impl TellerSignature {
    /// Whether it is of this key over the record with this hash.
    #[must_use]
    pub fn covers(&self, hash: &str) -> bool {
        let Self { key, signature, .. } = *self;
        Endorsement { key, signature }.covers(Purpose::Teller, &hash)
    }
}

/// Whether every signature is good, and no key signed twice.
pub(super) fn signed(tellers: &[TellerSignature], hash: &str) -> Option<String> {
    let mut keys = BTreeSet::new();
    tellers.iter().find_map(|it| {
        let (name, key) = (&it.name, it.key);
        if !it.covers(hash) {
            Some(format!("the signature of {name} is not of the key {key} over this record"))
        } else if !keys.insert(key) {
            Some(format!("the key {key} signed twice"))
        } else {
            None
        }
    })
}

/// The text of a published record with these signatures beside it. What is hashed stays as it is,
/// byte for byte: they are put in before the last bracket, which is their place in canonical form.
///
/// # Errors
/// A signature that has no canonical form.
pub fn beside(text: &str, tellers: &[TellerSignature]) -> Result<String, NotCanonical> {
    match text.strip_suffix('}') {
        Some(before) if !tellers.is_empty() => {
            Ok(format!("{before},\"tellers\":{}}}", canonical::write(&tellers)?))
        }
        _ => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{
        endorsement::tests::endorse,
        record::{
            Check,
            v2::{self, Published, tests::record},
        },
    };

    fn teller(seed: u8, hash: &str) -> TellerSignature {
        let Endorsement { key, signature } = endorse(seed, Purpose::Teller, &hash);
        TellerSignature { name: format!("Teller {seed}"), key, signature }
    }

    fn differing(published: &Published) -> Vec<Check> {
        let findings = v2::recount(published);
        findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn what_is_put_beside_a_record_is_canonical_and_leaves_the_record_as_it_is() {
        let mut it = v2::seal(record()).unwrap();
        it.signature = Some(endorse(9, Purpose::Record, &it.hash));
        let text = v2::write(&it).unwrap();
        assert_eq!(beside(&text, &[]).unwrap(), text);
        it.tellers = vec![teller(1, &it.hash), teller(2, &it.hash)];
        let signed = beside(&text, &it.tellers).unwrap();
        assert_eq!(signed, v2::write(&it).unwrap());
        assert_eq!(serde_json::from_str::<Published>(&signed).unwrap(), it);
        assert_eq!(differing(&it), []);
    }

    #[test]
    fn a_signature_of_another_record_or_purpose_shows_and_so_does_one_that_is_there_twice() {
        let mut it = v2::seal(record()).unwrap();
        it.tellers = vec![teller(1, "sha256:another")];
        assert_eq!(differing(&it), [Check::Tellers]);
        let server = endorse(1, Purpose::Record, &it.hash);
        it.tellers = vec![TellerSignature { signature: server.signature, ..teller(1, &it.hash) }];
        assert_eq!(differing(&it), [Check::Tellers]);
        it.tellers = vec![teller(1, &it.hash), teller(1, &it.hash)];
        assert_eq!(differing(&it), [Check::Tellers]);
    }
}
