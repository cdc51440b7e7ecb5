//! What an operator sets: read once, checked whole, refused with all faults at once.
//!
//! `config/default.toml` is the reference and is tested to equal [`Settings::default`].

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use chrono::NaiveDate;
use jiff::tz::TimeZone;
use url::Url;

use crate::clock::{self, Instant};

mod check;
mod fault;
mod keys;
mod read;
#[cfg(test)]
mod tests;
mod value;

pub use fault::{Fault, Faults, Place};

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub server: Server,
    pub database: Database,
    pub mail: Mail,
    pub federation: Federation,
    pub neighbourhood: Neighbourhood,
}

/// Where the server listens and how it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    pub listen: SocketAddr,
    /// How people and other servers reach it; never change it once the neighbourhood is founded.
    pub public_url: Url,
    pub data_dir: PathBuf,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    pub log: String,
}

/// Where everything is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Database {
    /// `sqlite://path` or `postgres://user:password@host/name`; empty is a file in the data folder.
    pub url: String,
    pub connections: u32,
}

/// How mail is sent; no server means that no mail is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    pub server: String,
    pub port: u16,
    pub encryption: Encryption,
    pub user: String,
    pub password: String,
    pub from: String,
    /// How many days before the end of a vote those who haven't voted are reminded; 0 for never.
    pub reminder_days: u32,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    Tls,
    StartTls,
    None,
}

/// How this server speaks to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Federation {
    pub enabled: bool,
    /// Allows plain http, ports and this machine's own addresses; refused with a public domain.
    pub development: bool,
    /// Servers from which nothing is taken and to which nothing is sent, with all below them.
    pub blocked_hosts: Vec<String>,
}

impl Federation {
    /// Whether the server at this address is blocked.
    #[must_use]
    pub fn blocks(&self, address: &Url) -> bool {
        let host = address.host_str().unwrap_or_default();
        let is_below = |blocked: &str| {
            host.strip_suffix(blocked).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.blocked_hosts.iter().any(|blocked| is_below(&blocked.to_lowercase()))
    }
}

/// How the neighbourhood tells the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbourhood {
    /// An IANA time zone.
    pub time_zone: String,
}

impl Neighbourhood {
    /// The time zone; its name was checked when the settings were read.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The day on which a moment falls here.
    #[must_use]
    pub fn day(&self, at: Instant) -> NaiveDate {
        clock::day(at, &self.zone())
    }
}

impl Settings {
    /// The URL of the database, the default file in the data folder filled in.
    #[must_use]
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!("sqlite://{}", self.server.data_dir.join("translokaal.db").display())
        } else {
            self.database.url.clone()
        }
    }
}

/// The password stays out of logs.
impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("server", &self.server).finish_non_exhaustive()
    }
}

/// The URL may hold a password.
impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("connections", &self.connections).finish_non_exhaustive()
    }
}

impl Default for Settings {
    fn default() -> Self {
        #[expect(clippy::expect_used, reason = "a constant that a test reads")]
        let public_url = Url::parse("http://localhost:8080").expect("a URL");
        Self {
            server: Server {
                listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
                public_url,
                data_dir: PathBuf::from("data"),
                trusted_proxies: Vec::new(),
                log: "info".to_owned(),
            },
            database: Database { url: String::new(), connections: 8 },
            mail: Mail {
                server: String::new(),
                port: 587,
                encryption: Encryption::StartTls,
                user: String::new(),
                password: String::new(),
                from: String::new(),
                reminder_days: 2,
            },
            federation: Federation { enabled: true, development: true, blocked_hosts: Vec::new() },
            neighbourhood: Neighbourhood { time_zone: "Europe/Amsterdam".to_owned() },
        }
    }
}
