//! Proposals: what somebody asks the neighbourhood to decide; support and comments.
//!
//! The life of a proposal is in [`crate::rules::proposal`]. Knows nothing of how votes are counted:
//! `votes` tells it what was decided.

pub mod entity;
pub mod store;

mod comment;
mod decide;
mod draft;
mod elect;
mod lapse;
mod moderate;
mod open;
mod remove;
mod revise;
mod support;
mod text;
mod withdraw;

pub use comment::{NewComment, comment};
pub use decide::{Frozen, decide, enter_vote, leave_vote};
pub use draft::{Draft, draft};
pub use elect::{announce, retell, settle};
pub use lapse::lapse_due;
pub use moderate::{hide_comment, show_comment};
pub use open::open;
pub use remove::remove;
pub use revise::{Revision, revise};
pub use support::{support, take_support_back};
pub use text::{served, text_hash};
pub use withdraw::withdraw;
