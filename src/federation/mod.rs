//! The back door: the same acts, coming from and going to other servers. Knows ActivityPub; holds
//! no rule.

pub mod entity;
