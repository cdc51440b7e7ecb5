//! The front door: pages for people.
