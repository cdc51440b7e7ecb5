//! Every rule that decides who may act and what an act means.
//!
//! Nothing here reads a clock, a database, a random number or a network: a rule takes values and
//! returns a value, so two servers with the same facts always agree.
#![cfg_attr(
    not(test),
    deny(
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::unwrap_used
    )
)]

pub mod word;
pub mod transition;

pub mod role;
pub mod permission;
pub mod code;
pub mod throttle;
pub mod member;
pub mod charter;
pub mod sector;
pub mod seat;
pub mod wording;
pub mod proposal;
pub mod comment;
pub mod deadline;
pub mod ballot;
pub mod outcome;
pub mod vote;
pub mod unopened;
pub mod challenge;
pub mod eligibility;
pub mod addition;
pub mod reminder;
pub mod proxy;
pub mod delegation;
pub mod tally;
pub mod paper;
pub mod candidacy;
pub mod age_quota;
pub mod printed;
pub mod batch;
pub mod follow_up;
pub mod election;
pub mod canonical;
pub mod hex;
pub mod digest;
pub mod merkle;
pub mod chain;
pub mod endorsement;
pub mod signing_code;
pub mod teller;
pub mod small_group;
pub mod head;
pub mod record;
pub mod partner;
pub mod jurisdiction;
pub mod witness;
pub mod log;

#[cfg(test)]
pub mod handed;
