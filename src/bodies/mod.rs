//! The neighbourhood and its bodies: founding, charter, sectors, seats, tenures.
//!
//! Never counts a vote.

pub mod entity;
pub mod store;

mod arrange;
mod charter;
mod fill;
mod found;
mod stand_in;
mod vacate;

pub use arrange::{Arrangement, arrange};
pub use charter::{InForce, adopt_charter, charter, charter_version};
pub use fill::{NewTenure, fill};
pub use found::{Founding, found};
pub use stand_in::stand_in;
pub use store::{Place, roles, roles_of};
pub use vacate::vacate;
