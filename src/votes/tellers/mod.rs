//! The signatures of tellers: each makes a key of her own, and signs the records of votes with it. The
//! server keeps the public half only.

mod clear;
mod make_key;
mod sign;
mod stood;

pub use clear::clear_namesake;
pub use make_key::make_key;
pub(super) use sign::read;
pub use sign::{Means, sign};
pub use stood::stood;
