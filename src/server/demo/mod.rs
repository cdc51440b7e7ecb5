//! The demonstration: three neighbourhoods side by side, with a story to look around in.
//!
//! The people in it are invented and named so. Everything is done by the acts that real people use;
//! only the clock is set back while the story is told.

mod choose;
mod codes;
mod elect;
mod meet;
mod open;
mod show;
mod story;
mod tell;

pub use codes::Codes;
pub use open::{Neighbour, open};
pub(super) use show::{Demo, demo};
pub use story::{Story, stories};
pub use tell::tell;
