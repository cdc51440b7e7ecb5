//! Proposals: what somebody asks the neighbourhood to decide; support and comments.
//!
//! The life of a proposal is in [`crate::rules::proposal`].

pub mod entity;
