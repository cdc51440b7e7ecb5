//! The signet: the key with which this server signs what it publishes, and the heads of the log that
//! it signs. The private half is encrypted at rest with the server's secret.
//!
//! What is signed here says that this server showed it, not that it is true.

pub mod entity;
pub mod store;

mod head;
mod key;

pub use head::{is_due, keep, origin};
pub use key::{SigningKey, current, in_use, keys, replace};
