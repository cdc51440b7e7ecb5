//! `sortition` version 1: a panel drawn by lot that mirrors the neighbourhood.
//!
//! Source: Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens'
//! assemblies", Nature 596 (2021). A lottery over panels is published before the draw: panels that
//! all meet the quotas, each as likely as any other. It is found outside the rules, so that the
//! smallest chance of anybody is as large as the quotas allow, then the second smallest, and so on.
//! One panel is then drawn in public, by its number.
//!
//! It promises that whoever is drawn, the quotas are met; and a stranger can check from the
//! published lottery alone that they are, and how likely everybody was. It does not promise that
//! everybody is equally likely: the quotas may not allow that. That no fairer lottery exists can't
//! be seen from the lottery; the smallest chance is stated, so that anybody may try to find one.

mod fairness;
mod lottery;

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

pub use fairness::Fairness;
pub use lottery::{Fault, Lottery, Published};

use super::Counted;

/// The name of this method in a record.
pub const METHOD: &str = "sortition";
/// The version of this method in a record.
pub const VERSION: u32 = 1;
/// Panels in a lottery: the draw is three digits.
pub const PANELS: u32 = 1_000;

/// How many of a panel have a value of a feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    pub feature: String,
    pub value: String,
    pub min: u32,
    pub max: u32,
}

/// The parameters of one sortition, published before the lottery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// People on a panel.
    pub size: u32,
    pub quotas: Vec<Quota>,
    /// Panels in the lottery.
    pub panels: u32,
}

/// Somebody in the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A hashed id: names have no place in a lottery.
    pub id: String,
    /// Features with their values.
    pub features: BTreeMap<String, String>,
}

impl Person {
    /// Whether somebody counts for a quota.
    #[must_use]
    pub fn is_in(&self, quota: &Quota) -> bool {
        self.features.get(&quota.feature).is_some_and(|value| *value == quota.value)
    }
}

/// How the panel was drawn, in public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Draw {
    /// By hand: the number of the panel as it was drawn, digit by digit, from `000`.
    Digits(String),
    /// By a seed that was published after the lottery: SHA-256 of it, as a number, modulo the number
    /// of panels.
    Seed(String),
}

/// One step, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The lottery was checked: all its panels meet the quotas.
    Checked { pool: u64, panels: u32, size: u32, quotas: u64 },
    /// How likely everybody was.
    Chances { fairness: Fairness },
    /// A panel was drawn, by its number from 0.
    Drawn { draw: Draw, panel: u32 },
    /// How many on that panel have a value of a feature.
    Met { quota: Quota, have: u32 },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checked { pool, panels, size, quotas } => write!(
                f,
                "All {panels} panels have {size} of {pool} people and meet {quotas} quotas."
            ),
            Self::Chances { fairness } => write!(f, "{fairness}"),
            Self::Drawn { panel, .. } => write!(f, "Panel {panel:03} is drawn."),
            Self::Met { quota: Quota { feature, value, min, max }, have } => {
                write!(f, "{feature} is {value}: {have}, between {min} and {max}.")
            }
        }
    }
}

/// Checks a published lottery and draws a panel.
///
/// # Errors
/// Everything that is wrong with the lottery, or with the draw.
pub fn count(published: &Published, draw: &Draw) -> Result<Counted<Step>, Vec<Fault>> {
    let lottery = Lottery::check(published)?;
    let panel = lottery.draw(draw).map_err(|fault| vec![fault])?;
    let rules = &published.rules;
    let many = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut steps = vec![
        Step::Checked {
            pool: many(published.pool.len()),
            panels: rules.panels,
            size: rules.size,
            quotas: many(rules.quotas.len()),
        },
        Step::Chances { fairness: Fairness::of(rules.panels, &lottery.chances()) },
        Step::Drawn { draw: draw.clone(), panel },
    ];
    let people = lottery.panel(panel);
    steps.extend(rules.quotas.iter().map(|quota| {
        let have = people.iter().filter(|person| person.is_in(quota)).count();
        Step::Met { quota: quota.clone(), have: u32::try_from(have).unwrap_or(u32::MAX) }
    }));
    let winners = people.iter().map(|person| person.id.clone()).collect();
    Ok(Counted { winners, ties: Vec::new(), steps })
}

#[cfg(test)]
mod tests;
