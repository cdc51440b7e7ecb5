//! Votes: prepare, open, cast, replace, close, count, publish.
//!
//! Nobody votes twice: the primary key of `ballots` says so, and the clock in the query decides.

pub mod entity;
