//! The neighbourhood and its bodies: founding, charter, sectors, seats, tenures.
//!
//! Never counts a vote.

pub mod entity;
