//! Sharing out the votes (step B.2.a), with the arithmetic of the rule: nine decimal places, rounded
//! up where the rule says so.

use super::Votes;
use crate::rules::tally::preference::Preferences;

/// One vote, in units of [`Votes`].
pub(super) const ONE: u64 = 1_000_000_000;

/// The votes of everybody and what is left over, in units of [`Votes`].
#[derive(Default)]
pub(super) struct Shared {
    pub votes: Vec<u128>,
    pub exhausted: u128,
}

/// Shares out every paper: each candidate in order of preference keeps the part in `keeps` of what
/// comes by, until nothing or nobody is left.
pub(super) fn share(papers: &Preferences, keeps: &[u64]) -> Shared {
    let mut it = Shared { votes: vec![0; keeps.len()], exhausted: 0 };
    for (order, papers) in papers.orders() {
        let papers = u128::from(papers);
        let mut weight = ONE;
        for option in order {
            let keep = keeps.get(*option).copied().unwrap_or_default();
            if keep == 0 {
                continue;
            }
            // Both are at most one, so that the product fits.
            let kept = weight.saturating_mul(keep).div_ceil(ONE);
            if let Some(votes) = it.votes.get_mut(*option) {
                *votes = votes.saturating_add(papers.saturating_mul(kept.into()));
            }
            weight = weight.saturating_sub(kept);
            if weight == 0 {
                break;
            }
        }
        it.exhausted = it.exhausted.saturating_add(papers.saturating_mul(weight.into()));
    }
    it
}

/// The next keep factor of somebody with these votes (step B.2.f), at most one.
pub(super) fn keep(now: u64, quota: u128, votes: u128) -> u64 {
    let product = u128::from(now).saturating_mul(quota).div_ceil(Votes::ONE);
    let scaled = product.saturating_mul(Votes::ONE);
    let next = if votes == 0 { Votes::ONE } else { scaled.div_ceil(votes) };
    u64::try_from(next).unwrap_or(ONE).min(ONE)
}
