//! The pages through the router, as a browser sees them.

mod batches;
mod browser;
mod conditions;
mod delegations;
mod desk;
mod disputes;
mod elections;
mod frame;
mod letters;
mod papers;
mod proposals;
mod proxies;
mod records;
mod results;
mod sign_in;
mod undecided;
mod voters;
mod votes;

pub use browser::Browser;
