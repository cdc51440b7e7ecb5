use std::collections::BTreeMap;

use crate::rules::tally::sortition::{Person, Rules};

/// People who count for the same quotas.
pub struct Kind {
    /// By their place in the pool.
    pub people: Vec<usize>,
    /// The quotas for which they count, by their place in the rules.
    pub quotas: Vec<usize>,
}

/// A pool, sorted into kinds.
pub struct Kinds {
    pub all: Vec<Kind>,
    /// Least and most of each quota.
    pub quotas: Vec<(u32, u32)>,
    /// People on a panel.
    pub size: u32,
}

/// How many of each kind are on a panel.
pub type Panel = Vec<u32>;

impl Kinds {
    /// Sorts a pool into kinds.
    pub fn of(rules: &Rules, pool: &[Person]) -> Self {
        let mut kinds: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (place, person) in pool.iter().enumerate() {
            let counts = rules.quotas.iter().enumerate().filter(|(_, quota)| person.is_in(quota));
            kinds.entry(counts.map(|(at, _)| at).collect()).or_default().push(place);
        }
        let all = kinds.into_iter().map(|(quotas, people)| Kind { people, quotas }).collect();
        let quotas = rules.quotas.iter().map(|quota| (quota.min, quota.max)).collect();
        Self { all, quotas, size: rules.size }
    }

    /// The chance that a panel gives somebody of a kind.
    pub fn chance(&self, kind: usize, panel: &Panel) -> f64 {
        f64::from(panel[kind]) / self.people(kind)
    }

    /// How many people are of a kind.
    pub fn people(&self, kind: usize) -> f64 {
        let people = u32::try_from(self.all[kind].people.len()).unwrap_or(u32::MAX);
        f64::from(people)
    }
}
