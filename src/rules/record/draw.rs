//! A drawing of lots for seats, as it is published: who was in it, as hashes, and in which order the
//! lot put them. Anybody draws it again.
//!
//! The secret was drawn, and announced by its hash, when the election was called: neither those who
//! volunteer nor those who count can steer the lot. The seed is the hash of the secret and of all who
//! are in it. A volunteer finds herself by her own hash, and so sees that she wasn't left out.
//!
//! Where quotas were asked, a lottery over panels that all meet them is drawn from (`sortition`): the
//! same seed draws the panel, and the order of the lot is that within it, and that of the alternates.
//! How the lottery was found is no matter of trust: its panels and everybody's chance are published.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Check, Finding, differ, findings, hash, v2::Neighbourhood};
use crate::rules::{
    age_quota, canonical,
    endorsement::{Endorsement, Purpose},
    tally::{
        lot,
        sortition::{self, Lottery, Quota},
    },
};

/// The name of the schema.
pub const SCHEMA: &str = "translokaal-draw";
/// The version of the schema of a drawing without quotas.
pub const VERSION: u32 = 1;
/// The version of the schema of a drawing within quotas.
pub const WITHIN_QUOTAS: u32 = 2;

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
    /// The quotas that were asked when the election was called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Quota>,
    /// The lottery that the seats were drawn from; absent where everybody got a seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lottery: Option<sortition::Published>,
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
    let among = pool.iter().map(String::as_str);
    lot::order(&seed(secret, pool), among).into_iter().map(ToOwned::to_owned).collect()
}

fn seed(secret: &str, pool: &[String]) -> String {
    let mut sorted: Vec<&str> = pool.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    canonical::hash_text(&format!("{secret}\n{}", sorted.join("\n")))
}

/// Draws a panel from a lottery over a pool, and puts those who stand on it before the others, all in
/// the order of the lot. With the steps of it, for people.
///
/// # Errors
/// What is wrong with the lottery.
pub fn order_within(
    secret: &str,
    pool: &[String],
    lottery: &sortition::Published,
) -> Result<(Vec<String>, Vec<sortition::Step>), Vec<sortition::Fault>> {
    let drawn = sortition::count(lottery, &sortition::Draw::Seed(seed(secret, pool)))?;
    let (chosen, others) =
        order(secret, pool).into_iter().partition::<Vec<_>, _>(|it| drawn.winners.contains(it));
    Ok((chosen.into_iter().chain(others).collect(), drawn.steps))
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
        let version = if it.asked.is_empty() { VERSION } else { WITHIN_QUOTAS };
        let known = it.schema == SCHEMA && it.version == version;
        let schema =
            (!known).then(|| format!("{} {} is not {SCHEMA} {version}", it.schema, it.version));
        let signature = self.signature.as_ref().and_then(|signature| {
            let is_good = signature.covers(Purpose::Draw, &self.hash);
            (!is_good).then(|| format!("the signature is not of the key {}", signature.key))
        });
        let different: BTreeSet<&String> = it.pool.iter().collect();
        let twice = (different.len() != it.pool.len())
            .then(|| "somebody stands in the pool twice".to_owned());
        let hashed = canonical::hash_text(&it.secret);
        let drawn = match &it.lottery {
            None => Ok(order(&it.secret, &it.pool)),
            Some(lottery) => order_within(&it.secret, &it.pool, lottery).map(|(order, _)| order),
        };
        let drawn = drawn.map_err(|faults| {
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        });
        let outcome = match &drawn {
            Ok(drawn) => differ("the order", it.order.join(", "), drawn.join(", ")),
            Err(faults) => Some(faults.clone()),
        };
        let lottery = self.has_lottery().map(|differs| (Check::Lottery, differs));
        findings(
            [
                (Check::Schema, schema),
                (Check::Hash, hash("the drawing", it, &self.hash)),
                (Check::Signature, signature),
                (Check::Pool, twice),
                (Check::Lot, differ("the announced hash", it.announced.as_str(), hashed.as_str())),
            ]
            .into_iter()
            .chain(lottery)
            .chain([(Check::Outcome, outcome)]),
        )
    }

    /// Whether the lottery is over the same pool, and by the quotas that were asked, lowered to those who
    /// took part; nothing where none were.
    fn has_lottery(&self) -> Option<Option<String>> {
        let it = &self.draw;
        if it.asked.is_empty() && it.lottery.is_none() {
            return None;
        }
        let seats = usize::try_from(it.seats).unwrap_or(usize::MAX);
        Some(match &it.lottery {
            None if it.pool.len() > seats => {
                Some("quotas were asked, and there is no lottery".to_owned())
            }
            None => None,
            Some(lottery) => {
                let pool: Vec<&String> = lottery.pool.iter().map(|person| &person.id).collect();
                if pool != it.pool.iter().collect::<Vec<_>>() {
                    Some("the lottery is over another pool".to_owned())
                } else if lottery.rules != age_quota::rules(&it.asked, it.seats, &lottery.pool) {
                    Some("the lottery has other quotas than were asked".to_owned())
                } else {
                    Lottery::check(lottery).err().map(|faults| {
                        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
                    })
                }
            }
        })
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
            asked: Vec::new(),
            lottery: None,
        };
        seal(draw).unwrap()
    }

    /// The same drawing, of which one seat is for somebody young; Alice and Bob are.
    pub fn within_quotas() -> Published {
        let mut draw = drawn().draw;
        let young = ["alice", "bob"].map(|name| ticket(&draw.secret, name));
        let group = age_quota::Group { age: 30, seats: 1 };
        let quotas = age_quota::AgeQuotas { younger: Some(group), older: None };
        let person = |id: &String| {
            let born = if young.contains(id) { 2000 } else { 1960 };
            let age = (age_quota::FEATURE.to_owned(), quotas.group(Some(born), 2026));
            sortition::Person { id: id.clone(), features: [age].into() }
        };
        draw.asked = quotas.quotas(draw.seats);
        let pool: Vec<sortition::Person> = draw.pool.iter().map(person).collect();
        let places = (0..).zip(&pool).filter(|(_, person)| young.contains(&person.id));
        let places: Vec<u32> = places.map(|(place, _)| place).collect();
        let rules = age_quota::rules(&draw.asked, draw.seats, &pool);
        let panels = (0..1_000).map(|n| vec![places[n % 2]]).collect();
        let lottery = sortition::Published { rules, pool, panels };
        draw.order = order_within(&draw.secret, &draw.pool, &lottery).unwrap().0;
        draw.lottery = Some(lottery);
        draw.version = WITHIN_QUOTAS;
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
    fn whoever_is_drawn_within_quotas_meets_them_and_a_lottery_that_was_bent_shows() {
        let it = within_quotas();
        assert_eq!(differing(&it), []);
        assert!(it.recount().iter().any(|it| it.check == Check::Lottery));
        assert!(drawn().recount().iter().all(|it| it.check != Check::Lottery));
        let carol = ticket(&it.draw.secret, "carol");
        assert_ne!(it.draw.order[0], carol);
        let bent = |bend: fn(&mut sortition::Published)| {
            let mut it = within_quotas();
            bend(it.draw.lottery.as_mut().unwrap());
            let checks = differing(&it);
            assert!(checks.contains(&Check::Hash));
            checks.contains(&Check::Lottery)
        };
        assert!(bent(|it| it.panels[7] = vec![0, 1]));
        assert!(bent(|it| it.rules.quotas[0].min = 0));
        assert!(bent(|it| drop(it.pool.pop())));
        assert!(bent(|it| it.panels.truncate(999)));
        let mut it = within_quotas();
        it.draw.lottery = None;
        assert!(differing(&it).contains(&Check::Lottery));
        it.draw.asked.clear();
        assert_eq!(differing(&it)[0], Check::Schema);
        let mut it = within_quotas();
        it.draw.order.rotate_left(1);
        assert_eq!(differing(&it), [Check::Hash, Check::Outcome]);
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
