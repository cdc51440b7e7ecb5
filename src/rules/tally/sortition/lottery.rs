use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Draw, Person, Rules};

/// A lottery as it is published before the draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub rules: Rules,
    pub pool: Vec<Person>,
    /// The people of each panel by their place in the pool, from 0.
    pub panels: Vec<Vec<u32>>,
}

/// What is wrong with a lottery or its draw. Panels and places count from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("there are {have} panels, not {expected}")]
    Panels { have: usize, expected: u32 },
    #[error("{0} is in the pool twice")]
    Twice(String),
    #[error("panel {panel} has {have} people, not {expected}")]
    Size { panel: usize, have: usize, expected: u32 },
    #[error("panel {panel} names place {place} twice, or there is nobody")]
    Place { panel: usize, place: u32 },
    #[error("panel {panel} has {have} people whose {feature} is {value}")]
    Quota { panel: usize, feature: String, value: String, have: usize },
    #[error("{0} is no number of a panel")]
    Digits(String),
}

/// A published lottery that was checked.
#[derive(Clone, Copy, Debug)]
pub struct Lottery<'a> {
    published: &'a Published,
}

impl<'a> Lottery<'a> {
    /// Checks a lottery: the size of every panel, and every quota in every panel.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(published: &'a Published) -> Result<Self, Vec<Fault>> {
        let Published { rules, pool, panels } = published;
        let mut faults = Vec::new();
        if u32::try_from(panels.len()) != Ok(rules.panels) || panels.is_empty() {
            faults.push(Fault::Panels { have: panels.len(), expected: rules.panels });
        }
        let mut ids = BTreeSet::new();
        let twice = pool.iter().filter(|person| !ids.insert(person.id.as_str()));
        faults.extend(twice.map(|person| Fault::Twice(person.id.clone())));
        let lottery = Self { published };
        let of_panels = panels.iter().enumerate().flat_map(|(at, it)| lottery.faults(at, it));
        faults.extend(of_panels);
        if faults.is_empty() { Ok(lottery) } else { Err(faults) }
    }

    fn faults(self, panel: usize, places: &[u32]) -> Vec<Fault> {
        let rules = &self.published.rules;
        let mut faults = Vec::new();
        if u32::try_from(places.len()) != Ok(rules.size) {
            faults.push(Fault::Size { panel, have: places.len(), expected: rules.size });
        }
        let mut seen = BTreeSet::new();
        let wrong =
            places.iter().filter(|place| !seen.insert(**place) || self.person(**place).is_none());
        faults.extend(wrong.map(|place| Fault::Place { panel, place: *place }));
        let people: Vec<&Person> = places.iter().filter_map(|place| self.person(*place)).collect();
        for quota in &rules.quotas {
            let have = people.iter().filter(|person| person.is_in(quota)).count();
            let is_met = u32::try_from(have).is_ok_and(|n| (quota.min..=quota.max).contains(&n));
            if !is_met {
                let (feature, value) = (quota.feature.clone(), quota.value.clone());
                faults.push(Fault::Quota { panel, feature, value, have });
            }
        }
        faults
    }

    fn person(self, place: u32) -> Option<&'a Person> {
        self.published.pool.get(usize::try_from(place).ok()?)
    }

    /// On how many panels everybody stands, in the order of the pool.
    #[must_use]
    pub fn chances(self) -> Vec<u32> {
        let mut chances = vec![0_u32; self.published.pool.len()];
        for place in self.published.panels.iter().flatten() {
            let chance = usize::try_from(*place).ok().and_then(|place| chances.get_mut(place));
            if let Some(chance) = chance {
                *chance = chance.saturating_add(1);
            }
        }
        chances
    }

    /// The number of the panel that was drawn.
    ///
    /// # Errors
    /// The digits are no number of a panel.
    pub fn draw(self, draw: &Draw) -> Result<u32, Fault> {
        let panels = self.published.rules.panels;
        match draw {
            Draw::Digits(digits) => digits
                .parse()
                .ok()
                .filter(|panel| *panel < panels && digits.bytes().all(|b| b.is_ascii_digit()))
                .ok_or_else(|| Fault::Digits(digits.clone())),
            Draw::Seed(seed) => {
                // Digit by digit, so that all 256 bits count.
                let panel = Sha256::digest(seed.as_bytes()).iter().fold(0_u64, |rest, byte| {
                    let rest = rest.saturating_mul(256).saturating_add(u64::from(*byte));
                    rest.checked_rem(u64::from(panels)).unwrap_or_default()
                });
                u32::try_from(panel).map_err(|_| Fault::Digits(seed.clone()))
            }
        }
    }

    /// The people of a panel, in the order of their ids.
    #[must_use]
    pub fn panel(self, number: u32) -> Vec<&'a Person> {
        let panel = usize::try_from(number).ok().and_then(|at| self.published.panels.get(at));
        let places = panel.map(Vec::as_slice).unwrap_or_default();
        let mut people: Vec<&Person> =
            places.iter().filter_map(|place| self.person(*place)).collect();
        people.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        people
    }
}
