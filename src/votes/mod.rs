//! Votes: prepare, open, cast, replace, close, count, publish.
//!
//! Nobody votes twice: the primary key of `ballots` says so, or the mark on the roll of a secret
//! vote. The roll is copied at the opening; what changes afterwards has a public reason and stands in
//! the record. Counting itself is a rule.

pub mod batches;
pub mod entity;
pub mod store;
pub mod tellers;

mod absent;
mod add_voter;
mod acknowledge;
mod again;
mod cancel;
mod candidates;
mod challenge;
mod cast;
mod close;
mod count;
mod delegations;
mod due;
mod extend;
mod gather;
mod object;
mod open;
mod origin;
mod prepare;
mod proxies;
mod publish;
mod remove;
mod recuse;
mod roll;
mod scatter;
mod undecided;

pub use absent::{mark_absent, mark_present};
pub use acknowledge::{Of, acknowledge};
pub use add_voter::{LeftOut, add_voter};
pub use again::{Again, came_back, prepare_again};
pub use cancel::cancel;
pub use candidates::put_on_paper;
pub use cast::{Cast, Casting, Received, booth, cast, cast_all, may_cast, occupancy};
pub use challenge::{Asked, Places, ask_anew, asked, places, took_part};
pub use close::close;
pub use count::{channels, count, tally};
pub use delegations::{delegate, take_back_delegation};
pub use due::{cancel_due, close_due, count_due, open_due};
pub use extend::extend;
pub use gather::round;
pub use object::{find_not_argued, withdraw_objection};
pub use open::open;
pub use origin::Origin;
pub use prepare::{Election, Paper, Preparation, method, prepare};
pub use proxies::{give_proxy, take_back_proxy};
pub use publish::{Finished, finish, publish};
pub use recuse::recuse;
pub use remove::remove;
pub use roll::size;
pub use scatter::{Side, scatter, settle};
pub use undecided::{end_round, pending, rule_on_tie};

#[cfg(test)]
mod tests;
