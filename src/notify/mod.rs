//! Mail that nobody asked for at that moment: reminders to those who haven't voted yet.
//!
//! Who is reminded is worked out once for each vote, from the marks on its roll, and written down.
//! A line is taken away before its mail is sent, so that nobody gets it twice, also when the program
//! is killed in between, and nothing is left that tells who hadn't voted. It comes back only when the
//! mail server said that it doesn't take the mail for now; then it is tried again later, until the vote
//! closes. No line of the journal or of the log says anything about it.

pub mod entity;
pub mod store;

mod decline;
mod gather;
mod send;
mod take;
mod words;

pub use decline::{accept, decline};
pub use gather::gather;
pub use send::{round, run};
pub use take::{Next, take};
