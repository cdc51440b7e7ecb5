//! A drawing of lots for seats, as it is published: who was in it, as hashes, and in which order the
//! lot put them. Anybody draws it again.
//!
//! The secret was drawn, and announced by its hash, when the election was called: neither those who
//! volunteer nor those who count can steer the lot. The seed is the hash of the secret and of all who
//! are in it. A volunteer finds herself by her own hash, and so sees that she wasn't left out.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Check, Finding, differ, findings, hash, v2::Neighbourhood};
use crate::rules::{
    canonical,
    endorsement::{Endorsement, Purpose},
    tally::lot,
};

/// The name of the schema.
pub const SCHEMA: &str = "translokaal-draw";
/// The version of the schema that this program writes.
pub const VERSION: u32 = 1;

/// A drawing without its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    pub schema: String,
    pub version: u32,
    /// The program that wrote it.
    pub program: String,
    pub neighbourhood: Neighbourhood,
    pub election: i64,
    pub url: String,
    pub sector: String,
    /// How many seats there are: as many are chosen, the others are alternates in order.
    pub seats: u32,
    pub charter_version: i32,
    pub at: DateTime<Utc>,
    /// SHA-256 of the secret, announced when the election was called.
    pub announced: String,
    pub secret: String,
    /// Everybody who was in it, as [`ticket`]s in alphabetical order.
    pub pool: Vec<String>,
    /// The same in the order of the lot.
    pub order: Vec<String>,
}

/// As it is published: with its hash, and the signature of the server over that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub draw: Draw,
    pub hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Endorsement>,
}

/// What stands for somebody in the pool: tells that she is in it, not who she is.
#[must_use]
pub fn ticket(secret: &str, member: &str) -> String {
    canonical::hash_text(&format!("{secret}:{member}"))
}

/// Draws everybody in a pool, one after the other.
#[must_use]
pub fn order(secret: &str, pool: &[String]) -> Vec<String> {
    let mut sorted: Vec<&str> = pool.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    let seed = canonical::hash_text(&format!("{secret}\n{}", sorted.join("\n")));
    lot::order(&seed, sorted).into_iter().map(ToOwned::to_owned).collect()
}

/// Puts the hash under a drawing.
///
/// # Errors
/// A number that has no canonical form.
pub fn seal(draw: Draw) -> Result<Published, canonical::NotCanonical> {
    let hash = canonical::hash(&draw)?;
    Ok(Published { draw, hash, signature: None })
}

impl Published {
    /// Draws it again.
    #[must_use]
    pub fn recount(&self) -> Vec<Finding> {
        let it = &self.draw;
        let known = it.schema == SCHEMA && it.version == VERSION;
        let schema =
            (!known).then(|| format!("{} {} is not {SCHEMA} {VERSION}", it.schema, it.version));
        let signature = self.signature.as_ref().and_then(|signature| {
            let is_good = signature.covers(Purpose::Draw, &self.hash);
            (!is_good).then(|| format!("the signature is not of the key {}", signature.key))
        });
        let different: BTreeSet<&String> = it.pool.iter().collect();
        let twice = (different.len() != it.pool.len())
            .then(|| "somebody stands in the pool twice".to_owned());
        let hashed = canonical::hash_text(&it.secret);
        let drawn = order(&it.secret, &it.pool);
        findings([
            (Check::Schema, schema),
            (Check::Hash, hash("the drawing", it, &self.hash)),
            (Check::Signature, signature),
            (Check::Pool, twice),
            (Check::Lot, differ("the announced hash", it.announced.as_str(), hashed.as_str())),
            (Check::Outcome, differ("the order", it.order.join(", "), drawn.join(", "))),
        ])
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A drawing among three for one seat.
    pub fn drawn() -> Published {
        let secret = "secret".to_owned();
        let mut pool: Vec<String> =
            ["alice", "bob", "carol"].iter().map(|name| ticket(&secret, name)).collect();
        pool.sort_unstable();
        let draw = Draw {
            schema: SCHEMA.to_owned(),
            version: VERSION,
            program: "translokaal 0.1.0".to_owned(),
            neighbourhood: Neighbourhood { name: "Alpha".to_owned(), handle: "alpha".to_owned() },
            election: 1,
            url: "http://alpha.test/elections/1".to_owned(),
            sector: "residents".to_owned(),
            seats: 1,
            charter_version: 1,
            at: DateTime::UNIX_EPOCH,
            announced: canonical::hash_text(&secret),
            order: order(&secret, &pool),
            secret,
            pool,
        };
        seal(draw).unwrap()
    }

    fn differing(it: &Published) -> Vec<Check> {
        let found = it.recount();
        found.into_iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
    }

    #[test]
    fn an_honest_drawing_is_equal() {
        assert_eq!(differing(&drawn()), []);
    }

    #[test]
    fn another_order_or_secret_and_somebody_left_out_show() {
        let mut it = drawn();
        it.draw.order.swap(0, 1);
        assert_eq!(differing(&it), [Check::Hash, Check::Outcome]);
        let mut it = drawn();
        it.draw.secret = "better".to_owned();
        it.draw.order = order("better", &it.draw.pool);
        assert_eq!(differing(&it), [Check::Hash, Check::Lot]);
        let mut it = drawn();
        it.draw.pool.pop();
        assert_eq!(differing(&it), [Check::Hash, Check::Outcome]);
        let again = it.draw.pool[0].clone();
        it.draw.pool.push(again);
        assert!(differing(&it).contains(&Check::Pool));
    }
}
