//! The roll, and the ways to sign in: codes, links, sessions; offices.
//!
//! Never decides about proposals or votes; holds no role that follows from a seat.

pub mod entity;
