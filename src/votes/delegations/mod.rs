//! Delegation in open votes of the assembly: a member has another one speak for her in one vote, until
//! it closes. The rule is `rules::delegation`; whom a ballot carried stands in the record.

mod carry;
mod give;
mod take_back;

pub(super) use carry::carry;
pub use give::delegate;
pub use take_back::take_back_delegation;

use super::entity::delegation;
use crate::{
    error::{Error, Result},
    rules::delegation::{Delegation, Scope},
};

/// The delegations that did not end.
///
/// # Errors
/// A place in the order that can't be.
fn standing(given: &[delegation::Model]) -> Result<Vec<Delegation>> {
    let standing = given.iter().filter(|it| it.ended_at.is_none());
    let delegation = |it: &delegation::Model| {
        let wrong = |_| Error::contradiction("delegations", "position", it.vote_id);
        Ok(Delegation {
            giver: it.giver_id,
            delegate: it.delegate_id,
            scope: Scope::Vote(it.vote_id),
            given: u64::try_from(it.position).map_err(wrong)?,
        })
    };
    standing.map(delegation).collect()
}

#[cfg(test)]
mod tests;
