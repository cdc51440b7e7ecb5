//! Other neighbourhoods: whom we follow, what they publish, what we share of it.
//!
//! Following is not trusting; nothing here counts in a vote.

pub mod entity;
