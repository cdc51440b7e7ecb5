//! The roll, and the ways to sign in: codes, links, sessions; offices.
//!
//! Never decides about proposals or votes; knows no role that follows from a seat.

pub mod entity;
pub mod store;

mod add;
mod appoint;
mod change;
pub mod codes;
mod forget;
pub mod import;
mod portrait;
pub mod sign_in;
mod sign_out;
mod suspend;

pub use add::add;
pub use appoint::{appoint, dismiss, permit, roles, roles_of};
pub use change::change;
pub use forget::forget;
pub use portrait::{Portrait, portrait};
pub use sign_out::{sign_out, sign_out_everywhere};
pub use suspend::suspend;
