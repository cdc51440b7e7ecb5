//! Counting. One method per file; every method returns the result and the steps that led to it, so
//! that anyone can follow the count by hand.
//!
//! A method is named `id` and `version`; once released it is kept for ever, because old records
//! are recounted with it.

pub mod majority;
