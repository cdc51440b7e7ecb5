//! What other servers send: checked at the door, kept, and dealt with afterwards.

mod answer;
mod announce;
mod backfill;
mod envelope;
mod follow;
pub mod guard;
pub mod inbox;
pub mod intake;
mod learn;
mod publish;
pub mod store;
mod undo;
