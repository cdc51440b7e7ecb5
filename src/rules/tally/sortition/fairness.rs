use std::fmt;

use dashu_ratio::RBig;
use serde::{Deserialize, Serialize};

/// How evenly chances are spread over the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fairness {
    /// Panels in the lottery: chances are so many of them.
    pub panels: u32,
    /// The smallest chance, in panels.
    pub least: u32,
    /// The largest chance, in panels.
    pub most: u32,
    /// People who stand on no panel at all.
    pub without_chance: u64,
    /// The mean chance in panels, as an exact fraction `n/d`.
    pub mean: String,
    /// The Gini coefficient of the chances, as an exact fraction: 0 when all are equal.
    pub gini: String,
}

impl Fairness {
    /// The fairness of chances, in panels.
    #[must_use]
    pub fn of(panels: u32, chances: &[u32]) -> Self {
        let mut sorted = chances.to_vec();
        sorted.sort_unstable();
        let people = RBig::from(sorted.len());
        let sum: RBig = sorted.iter().fold(RBig::ZERO, |sum, chance| sum + RBig::from(*chance));
        // With chances in ascending order, the place of each from 1 weighs it.
        let weighed = (1_u64..).zip(&sorted).fold(RBig::ZERO, |weighed, (place, chance)| {
            weighed + RBig::from(place) * RBig::from(*chance)
        });
        let none = sum == RBig::ZERO;
        let mean = if none { RBig::ZERO } else { &sum / &people };
        let gini = if none {
            RBig::ZERO
        } else {
            RBig::from(2) * weighed / (&people * &sum) - (&people + RBig::ONE) / &people
        };
        let without = sorted.iter().filter(|chance| **chance == 0).count();
        Self {
            panels,
            least: sorted.first().copied().unwrap_or_default(),
            most: sorted.last().copied().unwrap_or_default(),
            without_chance: u64::try_from(without).unwrap_or(u64::MAX),
            mean: mean.to_string(),
            gini: gini.to_string(),
        }
    }
}

impl fmt::Display for Fairness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { panels, least, most, without_chance, mean, gini } = self;
        write!(
            f,
            "Everybody stands on {least} to {most} of {panels} panels, {mean} on average; \
             {without_chance} on none; the Gini coefficient is {gini}."
        )
    }
}
