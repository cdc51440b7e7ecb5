//! Choosing among options that are tied.
//!
//! Where lots were drawn they decide. Where none were drawn a count follows every way in which the
//! ties could fall: only when the ways lead to different winners is a lot needed.

use super::{
    lot::{Lots, Needed, Tie},
    paper::Options,
};

/// More ways than this aren't followed; then a lot is needed.
const MOST_WAYS: usize = 2_000;

/// What decides the ties of one way through a count.
#[derive(Debug)]
pub enum Chooser<'a> {
    ByLot {
        lots: &'a Lots,
        ties: Vec<Tie>,
    },
    /// Goes the ways that were named, then the first of each tie, and notes the others.
    AnyWay {
        taken: Vec<usize>,
        at: usize,
        others: Vec<Vec<usize>>,
        first: Option<Needed>,
    },
}

impl Chooser<'_> {
    /// One of several options that are tied.
    ///
    /// # Errors
    /// [`Needed`] when the lots name none of them.
    pub fn choose(&mut self, options: &Options, tied: &[usize]) -> Result<usize, Needed> {
        let mut tied = tied.to_vec();
        tied.sort_by_key(|option| options.id(*option));
        let ids = tied.iter().map(|option| options.id(*option));
        match self {
            Self::ByLot { lots, ties } => {
                let tie = lots.draw(ids)?;
                let drawn = options.place(&tie.drawn).unwrap_or_default();
                ties.push(tie);
                Ok(drawn)
            }
            Self::AnyWay { taken, at, others, first } => {
                if first.is_none() {
                    *first = Some(Needed { among: ids.map(ToOwned::to_owned).collect() });
                }
                if *at >= taken.len() {
                    for other in tied.iter().skip(1) {
                        others.push(taken.iter().chain([other]).copied().collect());
                    }
                    taken.extend(tied.first());
                }
                let chosen = taken.get(*at).copied().unwrap_or_default();
                *at = at.saturating_add(1);
                Ok(chosen)
            }
        }
    }
}

/// Where a count may lead.
#[derive(Clone, Debug)]
pub struct Ways<T> {
    /// One of each outcome, at least one.
    pub outcomes: Vec<T>,
    /// The ties that lots decided.
    pub ties: Vec<Tie>,
    /// The first tie on the way, where no lots were drawn.
    pub tied: Option<Needed>,
}

/// Follows a count through its ties: one way by lot, or every way where no lots were drawn.
///
/// # Errors
/// [`Needed`] when the lots name none of the tied, or there are too many ways.
pub fn ways<T>(
    lots: &Lots,
    same: impl Fn(&T, &T) -> bool,
    mut count: impl FnMut(&mut Chooser<'_>) -> Result<T, Needed>,
) -> Result<Ways<T>, Needed> {
    if *lots != Lots::None {
        let mut by_lot = Chooser::ByLot { lots, ties: Vec::new() };
        let outcome = count(&mut by_lot)?;
        let ties = if let Chooser::ByLot { ties, .. } = by_lot { ties } else { Vec::new() };
        return Ok(Ways { outcomes: vec![outcome], ties, tied: None });
    }
    let mut found = Ways { outcomes: Vec::new(), ties: Vec::new(), tied: None };
    let mut open = vec![Vec::new()];
    let mut followed = 0_usize;
    while let Some(taken) = open.pop() {
        let mut way = Chooser::AnyWay { taken, at: 0, others: Vec::new(), first: None };
        let outcome = count(&mut way)?;
        if !found.outcomes.iter().any(|other| same(other, &outcome)) {
            found.outcomes.push(outcome);
        }
        if let Chooser::AnyWay { others, first, .. } = way {
            open.extend(others);
            found.tied = found.tied.or(first);
        }
        followed = followed.saturating_add(1);
        if followed >= MOST_WAYS
            && let Some(tied) = &found.tied
            && !open.is_empty()
        {
            return Err(tied.clone());
        }
    }
    Ok(found)
}

impl<T> Ways<T> {
    /// The outcome, where there is only one.
    ///
    /// # Errors
    /// [`Needed`] when the ways lead to different outcomes.
    pub fn only(self) -> Result<(T, Vec<Tie>), Needed> {
        let none = Needed { among: Vec::new() };
        let mut outcomes = self.outcomes.into_iter();
        match (outcomes.next(), outcomes.next()) {
            (Some(outcome), None) => Ok((outcome, self.ties)),
            _ => Err(self.tied.unwrap_or(none)),
        }
    }
}
