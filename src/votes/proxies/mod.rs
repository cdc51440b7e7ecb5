//! Proxies: given before a vote opens, frozen with its roll, taken back until they are used. The rule
//! is `rules::proxy`; casting with one is in `cast`.

mod freeze;
mod give;
mod take_back;

pub(super) use freeze::freeze;
pub use give::give_proxy;
pub use take_back::take_back_proxy;

use super::entity::mandate;
use crate::rules::proxy::Mandate;

/// The mandates that did not end.
fn standing(given: &[mandate::Model]) -> Vec<Mandate> {
    let standing = given.iter().filter(|it| it.ended_at.is_none());
    standing.map(|it| Mandate { giver: it.giver_id, holder: it.holder_id }).collect()
}

#[cfg(test)]
mod tests;
