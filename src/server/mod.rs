//! The hall: router, workers, shutdown; the only room that knows all others. Holds no rule.

pub mod demo;
