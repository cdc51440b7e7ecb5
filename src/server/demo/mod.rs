//! The demonstration: three neighbourhoods side by side, with a story to look around in.
//!
//! The people in it are invented and named so. Everything is done by the acts that real people use;
//! only the clock is set back while the story is told.

mod codes;
mod story;
mod tell;

pub use codes::Codes;
pub use story::{Story, stories};
pub use tell::tell;
