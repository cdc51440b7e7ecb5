#![doc = include_str!("README.md")]

// The rooms, in reading order: each may use only those listed before it; `tidy.rs` checks that.

pub mod ids;
pub mod rules;

pub mod clock;
pub mod chance;
pub mod lottery;
pub mod settings;
pub mod secret;
pub mod error;
pub mod db;
pub mod mail;
pub mod app;
pub mod journal;
pub mod signet;

pub mod members;
pub mod bodies;
pub mod proposals;
pub mod votes;
pub mod notify;
pub mod elections;
pub mod neighbours;

pub mod federation;
pub mod web;

pub mod server;

#[cfg(test)]
mod tidy;
#[cfg(test)]
mod world;
