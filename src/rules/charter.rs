//! The charter (*reglement*): the numbers a neighbourhood sets for itself. Versioned; whatever
//! starts keeps the version it started with.

use serde::{Deserialize, Serialize};

use super::{
    delegation, proxy, small_group,
    tally::{
        consent::{self, Silence},
        majority::Share,
        majority_v2::{Base, OnMissing, OnTie},
    },
};

/// The rules in force, as one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Members whose support puts a proposal up for a vote.
    pub support_threshold: u32,
    /// Days that a proposal must have been open to read before a vote on it opens.
    pub reading_days: u32,
    /// Days between the announcement of a vote and its opening.
    pub notice_days: u32,
    /// Days after which an open proposal without enough support lapses.
    pub lapse_days: u32,
    /// Age in years at which members vote in the assembly.
    pub voting_age: u32,
    /// Proxies that one holder may have in a vote; 0 is none at all. Art. 2:38(4) BW lets a member vote
    /// by proxy and sets no number: without a cap a few collect the votes of many.
    #[serde(default = "proxies_most")]
    pub proxies_most: u32,
    /// Fewest ballots of a secret vote whose numbers are published.
    #[serde(default = "usual_smallest_group")]
    pub smallest_group: u32,
    /// Members for whom one may speak in an open vote of the assembly, by delegation; 0 is none.
    #[serde(default)]
    pub delegations_most: u32,
    pub council: BodyRules,
    pub assembly: BodyRules,
    /// Keys of sectors whose seats are filled by lot among those who are willing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sortition: Vec<String>,
    /// How the council decides by consent.
    #[serde(default)]
    pub consent: ConsentRules,
}

/// What holds in charters that were written before they named it.
const fn proxies_most() -> u32 {
    proxy::MOST
}

const fn usual_smallest_group() -> u32 {
    small_group::USUAL
}

/// The rules for votes in one body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyRules {
    /// Share of those on the roll who must take part; `None` is no quorum.
    pub quorum: Option<Share>,
    /// Share of the votes cast that must be for; `None` is more for than against.
    pub majority: Option<Share>,
    /// Keys of sectors in each of which more must be for than against.
    pub sector_majorities: Vec<String>,
    /// The whole of which the majority is asked.
    #[serde(default)]
    pub base: Base,
    /// What follows a tie.
    #[serde(default)]
    pub tie: OnTie,
    /// What follows when too few take part.
    #[serde(default)]
    pub missing: OnMissing,
}

/// The rules for deciding by consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentRules {
    /// Rounds after which it ends.
    pub rounds: u32,
    pub silence: Silence,
    /// The share of the vote that follows when it ends without consent; `None` is no vote.
    pub fallback: Option<Share>,
}

impl Default for ConsentRules {
    fn default() -> Self {
        Self { rounds: consent::ROUNDS, silence: Silence::Explicit, fallback: None }
    }
}

/// Most rounds of a decision by consent.
pub const ROUNDS_MOST: u32 = 10;

/// What is wrong with a charter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{what} is {have}; at most {most}")]
    TooMuch { what: &'static str, have: u32, most: u32 },
    #[error("the support threshold is at least 1")]
    NoThreshold,
    #[error("{what} is not a share of one")]
    NotAShare { what: &'static str },
    #[error("a majority is more than half, or at least as much as half")]
    LessThanHalf,
    #[error("no such sector: {0}")]
    Sector(String),
    #[error("a decision by consent has one round at least and {ROUNDS_MOST} at most")]
    Rounds,
}

impl Default for Charter {
    fn default() -> Self {
        Self {
            support_threshold: 10,
            reading_days: 14,
            notice_days: 7,
            lapse_days: 180,
            voting_age: 16,
            proxies_most: proxy::MOST,
            smallest_group: small_group::USUAL,
            delegations_most: delegation::MOST,
            council: BodyRules {
                quorum: Some(Share { need: 1, of: 2 }),
                majority: None,
                sector_majorities: vec!["residents".to_owned()],
                ..BodyRules::default()
            },
            assembly: BodyRules::default(),
            sortition: Vec::new(),
            consent: ConsentRules::default(),
        }
    }
}

impl Charter {
    /// Checks a charter against the sectors of the council.
    ///
    /// # Errors
    /// Every fault.
    pub fn check(&self, sectors: &[String]) -> Result<(), Vec<Refusal>> {
        let mut faults = Vec::new();
        if self.support_threshold == 0 {
            faults.push(Refusal::NoThreshold);
        }
        let caps = [
            ("support_threshold", self.support_threshold, 100_000),
            ("reading_days", self.reading_days, 365),
            ("notice_days", self.notice_days, 365),
            ("lapse_days", self.lapse_days, 3_650),
            ("voting_age", self.voting_age, 30),
            ("proxies_most", self.proxies_most, 5),
            ("smallest_group", self.smallest_group, 100),
            ("delegations_most", self.delegations_most, 20),
        ];
        for (what, have, most) in caps {
            if have > most {
                faults.push(Refusal::TooMuch { what, have, most });
            }
        }
        for rules in [&self.council, &self.assembly] {
            if rules.quorum.is_some_and(|share| !share.is_part()) {
                faults.push(Refusal::NotAShare { what: "quorum" });
            }
            faults.extend(rules.majority.and_then(check_majority));
            for key in rules.sector_majorities.iter().filter(|key| !sectors.contains(key)) {
                faults.push(Refusal::Sector(key.clone()));
            }
        }
        for key in self.sortition.iter().filter(|key| !sectors.contains(key)) {
            faults.push(Refusal::Sector(key.clone()));
        }
        faults.extend(self.consent.fallback.and_then(check_majority));
        if !(1..=ROUNDS_MOST).contains(&self.consent.rounds) {
            faults.push(Refusal::Rounds);
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// A majority is a share of one, and at least half.
fn check_majority(share: Share) -> Option<Refusal> {
    if !share.is_part() {
        return Some(Refusal::NotAShare { what: "majority" });
    }
    let is_less = u64::from(share.need).saturating_mul(2) < u64::from(share.of);
    is_less.then_some(Refusal::LessThanHalf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_a_charter() {
        assert_eq!(Charter::default().check(&["residents".to_owned()]), Ok(()));
    }

    #[test]
    fn a_charter_from_before_proxies_allows_one_to_each_holder_and_no_delegation() {
        let mut written = serde_json::to_value(Charter::default()).unwrap();
        for field in ["proxies_most", "delegations_most"] {
            written.as_object_mut().unwrap().remove(field).unwrap();
        }
        assert_eq!(serde_json::from_value::<Charter>(written).unwrap(), Charter::default());
    }

    #[test]
    fn a_charter_of_before_has_the_usual_smallest_group() {
        let mut it = serde_json::to_value(Charter::default()).unwrap();
        assert!(it.as_object_mut().unwrap().remove("smallest_group").is_some());
        assert_eq!(serde_json::from_value::<Charter>(it).unwrap().smallest_group, 5);
    }

    #[test]
    fn every_fault_is_told() {
        let mut it = Charter {
            support_threshold: 0,
            reading_days: 9_999,
            proxies_most: 6,
            delegations_most: 21,
            ..Charter::default()
        };
        it.council.quorum = Some(Share { need: 3, of: 2 });
        it.assembly.majority = Some(Share { need: 1, of: 3 });
        it.assembly.sector_majorities = vec!["pirates".to_owned()];
        it.sortition = vec!["smugglers".to_owned()];
        assert_eq!(it.check(&["residents".to_owned()]).unwrap_err().len(), 8);
    }
}
