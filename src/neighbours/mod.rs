//! Other neighbourhoods: whom we follow, what they publish, what we share of it.
//!
//! Following is not trusting; nothing here counts in a vote. Speaks to no network: the federation
//! room tells it what was found out.

pub mod entity;
pub mod store;

mod ask;
mod learn;
mod share;
mod witness;

pub use ask::{Answer, answered, ask, end, introduce, not_found, turned_away};
pub use learn::{Learned, learn, unlearn};
pub use share::{share, take_share_back};
pub use witness::{kept, last_sound, lately_seen, witness, witnessed};
