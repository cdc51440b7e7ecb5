//! Whether the settings fit together.

use std::{collections::BTreeMap, net::IpAddr};

use url::{Host, Url};

use super::{
    Encryption, Settings,
    fault::{Fault, Place},
};

/// Endings of names that are nobody's public domain.
const PRIVATE_ENDINGS: &[&str] = &["localhost", "test", "internal", "local", "lan", "home.arpa"];

/// Reports everything that doesn't fit, at the place where it was set.
pub fn check(settings: &Settings, places: &BTreeMap<&'static str, Place>, faults: &mut Vec<Fault>) {
    let checks = [
        ("server.public_url", public_url(settings)),
        ("server.log", log(&settings.server.log)),
        ("database.url", database(&settings.database.url)),
        ("database.connections", connections(settings.database.connections)),
        ("mail.server", mail(settings)),
        ("mail.from", from(&settings.mail.from)),
        ("mail.encryption", encryption(settings)),
        ("neighbourhood.time_zone", time_zone(&settings.neighbourhood.time_zone)),
    ];
    for (key, what) in checks {
        let place = places.get(key).cloned().unwrap_or(Place::Default);
        // A value that could not even be read was reported; the default in its stead is no news.
        let is_reported = faults.iter().any(|it| it.key.as_deref() == Some(key));
        if let Some(what) = what.filter(|_| !is_reported) {
            faults.push(Fault { place, key: Some(key.to_owned()), what });
        }
    }
}

fn public_url(settings: &Settings) -> Option<String> {
    let url = &settings.server.public_url;
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_nobodys = url.username().is_empty() && url.password().is_none();
    if url.host().is_none() || !["http", "https"].contains(&url.scheme()) {
        return Some(format!("{url} is not a web address"));
    }
    if !is_bare || !is_nobodys {
        return Some(format!("{url} must be a host only, without path, query or name"));
    }
    if settings.federation.development {
        let what = "is a public domain; set federation.development = false before people use it";
        return is_public(url).then(|| format!("{url} {what}"));
    }
    if url.scheme() != "https" || url.port().is_some() {
        let what = "must be https without a port, or set federation.development = true to try";
        return Some(format!("{url} {what}"));
    }
    None
}

/// Whether others on the internet could mean this machine by it.
fn is_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let ends = |ending: &str| {
                let rest = name.strip_suffix(ending);
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            name.contains('.') && !PRIVATE_ENDINGS.iter().any(|ending| ends(ending))
        }
        Some(Host::Ipv4(ip)) => !(ip.is_loopback() || ip.is_private() || ip.is_link_local()),
        Some(Host::Ipv6(ip)) => {
            !(IpAddr::from(ip).is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local())
        }
        None => false,
    }
}

fn log(filter: &str) -> Option<String> {
    let read: Result<tracing_subscriber::EnvFilter, _> = filter.parse();
    read.err().map(|error| format!("{filter:?} is not a log filter: {error}"))
}

fn database(url: &str) -> Option<String> {
    let known = ["sqlite://", "postgres://", "postgresql://"];
    let fits = url.is_empty() || known.iter().any(|known| url.starts_with(known));
    // The URL itself stays out of the message: it may hold a password.
    (!fits).then(|| "must begin with sqlite:// or postgres://, or be empty".to_owned())
}

fn connections(connections: u32) -> Option<String> {
    let fits = (2..=100).contains(&connections);
    (!fits).then(|| format!("{connections} is not between 2 and 100"))
}

fn mail(settings: &Settings) -> Option<String> {
    let lacks = !settings.mail.server.is_empty() && settings.mail.from.is_empty();
    lacks.then(|| "mail.from must say who sends, when mail.server is set".to_owned())
}

fn from(from: &str) -> Option<String> {
    let fits = from.is_empty() || from.parse::<lettre::message::Mailbox>().is_ok();
    (!fits).then(|| format!("{from:?} is not a sender, such as Alpha <alpha@alpha.example>"))
}

fn encryption(settings: &Settings) -> Option<String> {
    let mail = &settings.mail;
    let is_bare = mail.encryption == Encryption::None && !mail.password.is_empty();
    let is_near = mail.server == "localhost"
        || mail.server.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let what = "a password is not sent without encryption to another machine";
    (is_bare && !is_near).then(|| what.to_owned())
}

fn time_zone(name: &str) -> Option<String> {
    let is_known = jiff::tz::TimeZone::get(name).is_ok();
    (!is_known).then(|| format!("{name:?} is not a time zone, such as Europe/Amsterdam"))
}
