//! Finds a fair lottery over panels for a sortition. It computes with rounded numbers, and needs no
//! trust: what it finds is published, and `rules::tally::sortition` checks it exactly.
//!
//! Source: Flanigan, Gölz, Gupta, Hennig and Procaccia, Nature 596 (2021), for the distribution
//! (LEXIMIN); here people with the same features are one kind, and equally likely. Column generation, as
//! there, is the last resort: the linear relaxation is solved first, and written as a mixture of panels.

mod kinds;
mod panel;
mod leximin;
mod relaxed;
mod mixture;
mod uniform;
mod people;
#[cfg(test)]
mod handed;

use crate::rules::tally::sortition::{Person, Published, Rules};

/// A lottery that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// To be published, and drawn from.
    pub published: Published,
    /// The chance of everybody in the fairest distribution, in the order of the pool: what the
    /// published lottery comes close to, in steps of one panel.
    pub fairest: Vec<f64>,
}

/// Why no lottery was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no panel of this pool meets all quotas")]
    Impossible,
    #[error("the search failed: {0}")]
    Search(String),
}

impl From<microlp::Error> for Refusal {
    fn from(error: microlp::Error) -> Self {
        match error {
            microlp::Error::Infeasible => Self::Impossible,
            other => Self::Search(other.to_string()),
        }
    }
}

/// Finds a lottery in which the smallest chance is as large as the quotas allow, then the second
/// smallest, and so on. The seed decides only who of equals has one panel more than another, and
/// the order of the panels.
///
/// # Errors
/// [`Refusal::Impossible`] when no panel meets the quotas.
pub fn find(rules: &Rules, pool: &[Person], seed: &str) -> Result<Found, Refusal> {
    let kinds = kinds::Kinds::of(rules, pool);
    let fair = fairest(&kinds)?;
    let counts = uniform::round(&kinds, &fair, rules.panels);
    let panels = people::name(&kinds, &fair.panels, &counts, seed);
    let mut fairest = vec![0.0; pool.len()];
    for (kind, chance) in kinds.all.iter().zip(&fair.chances) {
        for person in &kind.people {
            fairest[*person] = *chance;
        }
    }
    let published = Published { rules: rules.clone(), pool: pool.to_vec(), panels };
    Ok(Found { published, fairest })
}

/// The fairest distribution. Mostly it is as fair as if people could sit on a panel in part, and that is
/// found fast; else panels are searched one by one.
fn fairest(kinds: &kinds::Kinds) -> Result<leximin::Distribution, Refusal> {
    let chances = relaxed::chances(kinds)?;
    match mixture::of(kinds, &chances)? {
        Some(fair) => Ok(fair),
        None => leximin::leximin(kinds),
    }
}

#[cfg(test)]
mod tests;
