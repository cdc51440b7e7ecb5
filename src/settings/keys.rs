//! Every key, and what it sets.

use super::{Encryption, Settings, value::Value};

type Put = fn(&mut Settings, Value) -> Result<(), String>;

const ADDRESS: &str = "an address with a port, such as 127.0.0.1:8080";
const URL: &str = "a URL, such as https://alpha.example";
const HOST: &str = "an address, such as 127.0.0.1";
const NAME: &str = "the name of a server, such as alpha.example";
const ENCRYPTION: &str = "tls, starttls or none";

/// Puts a value in its place.
macro_rules! keys {
    ($($key:literal => |$it:ident, $value:ident| $field:expr, $read:expr;)*) => {
        /// Every key with what it sets, in the order of the reference.
        pub const KEYS: &[(&str, Put)] = &[$(($key, |$it, $value| {
            $field = $read?;
            Ok(())
        })),*];
    };
}

keys! {
    "server.listen" => |it, value| it.server.listen, value.meaning(ADDRESS);
    "server.public_url" => |it, value| it.server.public_url, value.meaning(URL);
    "server.data_dir" => |it, value| it.server.data_dir, value.meaning("a folder");
    "server.trusted_proxies" => |it, value| it.server.trusted_proxies, value.list(HOST);
    "server.log" => |it, value| it.server.log, value.text();
    "database.url" => |it, value| it.database.url, value.text();
    "database.connections" => |it, value| it.database.connections, value.number();
    "mail.server" => |it, value| it.mail.server, value.text();
    "mail.port" => |it, value| it.mail.port, value.number();
    "mail.encryption" => |it, value| it.mail.encryption, value.meaning(ENCRYPTION);
    "mail.user" => |it, value| it.mail.user, value.text();
    "mail.password" => |it, value| it.mail.password, value.text();
    "mail.from" => |it, value| it.mail.from, value.text();
    "mail.reminder_days" => |it, value| it.mail.reminder_days, value.number();
    "federation.enabled" => |it, value| it.federation.enabled, value.truth();
    "federation.development" => |it, value| it.federation.development, value.truth();
    "federation.blocked_hosts" => |it, value| it.federation.blocked_hosts, value.list(NAME);
    "neighbourhood.time_zone" => |it, value| it.neighbourhood.time_zone, value.text();
}

/// The key that somebody most likely meant.
#[must_use]
pub fn nearest(unknown: &str) -> Option<&'static str> {
    let last = |key: &str| key.rsplit('.').next().unwrap_or_default().to_owned();
    let begins = |key: &str| last(key).chars().next() == last(unknown).chars().next();
    // Of two that are as near, the one that begins alike: `prot` is rather `port` than `from`.
    let (distance, _, key) = KEYS
        .iter()
        .map(|(key, _)| (distance(&last(unknown), &last(key)), !begins(key), *key))
        .min()?;
    (distance <= 2).then_some(key)
}

/// How many letters must be typed, dropped or changed to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut left = i + 1;
        let mut next = vec![left];
        for (pair, to) in row.windows(2).zip(&b) {
            let [above_left, above] = pair else { continue };
            left = (above_left + usize::from(from != *to)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

impl std::str::FromStr for Encryption {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "tls" => Ok(Self::Tls),
            "starttls" => Ok(Self::StartTls),
            "none" => Ok(Self::None),
            _ => Err(()),
        }
    }
}
