//! HTTP signatures after draft-cavage-http-signatures-12, with rsa-sha256: what every server in
//! the fediverse speaks. One strict reader, so that no two readers can disagree about a request.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{NaiveDateTime, TimeDelta};
use sha2::{Digest, Sha256};
use url::Url;

use super::{
    addresses::authority,
    keys::{Key, Unusable},
};
use crate::clock::Instant;

/// How far the time of a signature may be from ours, in both directions.
pub const WINDOW: TimeDelta = TimeDelta::hours(1);

/// Signs requests in the name of one actor.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    pub actor: &'a Url,
    pub key: &'a Key,
}

/// A signature as it was received, read but not yet verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub covered: Vec<String>,
    bytes: Vec<u8>,
    created: Option<i64>,
    expires: Option<i64>,
}

/// Why a signature header can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("no signature that this server can read")]
    Malformed,
    #[error("a parameter of the signature occurs twice")]
    Repeated,
    #[error("the signature doesn't cover what it must")]
    Uncovered,
    #[error("the signature is too old, or from the future")]
    Time,
    #[error("a header that is signed is missing")]
    Missing,
}

impl Signer<'_> {
    /// The headers that sign a `POST` of `body`; `Host` is set by the client.
    ///
    /// # Errors
    /// [`Unusable`] key.
    pub fn post(
        &self,
        url: &Url,
        content_type: &str,
        body: &[u8],
        now: Instant,
    ) -> Result<Vec<(&'static str, String)>, Unusable> {
        let (host, date, digest) = (authority(url), http_date(now), digest(body));
        let text = format!(
            "(request-target): post {}\nhost: {host}\ndate: {date}\ndigest: {digest}\n\
             content-type: {content_type}",
            target(url)
        );
        let covered = "(request-target) host date digest content-type";
        let signature = self.header(covered, &text)?;
        Ok(vec![
            ("date", date),
            ("digest", digest),
            ("content-type", content_type.to_owned()),
            ("signature", signature),
        ])
    }

    /// The headers that sign a `GET` with `accept`.
    ///
    /// # Errors
    /// [`Unusable`] key.
    pub fn get(
        &self,
        url: &Url,
        accept: &str,
        now: Instant,
    ) -> Result<Vec<(&'static str, String)>, Unusable> {
        let (host, date) = (authority(url), http_date(now));
        let text = format!(
            "(request-target): get {}\nhost: {host}\ndate: {date}\naccept: {accept}",
            target(url)
        );
        let signature = self.header("(request-target) host date accept", &text)?;
        Ok(vec![("date", date), ("accept", accept.to_owned()), ("signature", signature)])
    }

    fn header(&self, covered: &str, text: &str) -> Result<String, Unusable> {
        let signature = BASE64_STANDARD.encode(self.key.sign(text.as_bytes())?);
        Ok(format!(
            "keyId=\"{}#main-key\",algorithm=\"rsa-sha256\",headers=\"{covered}\",\
             signature=\"{signature}\"",
            self.actor
        ))
    }
}

impl Signature {
    /// Reads a `Signature` header.
    ///
    /// # Errors
    /// [`Fault::Malformed`] or [`Fault::Repeated`].
    pub fn read(header: &str) -> Result<Self, Fault> {
        let mut fields = parameters(header)?;
        let mut take = |name: &str| fields.remove(name);
        take("keyId").filter(|it| !it.is_empty()).ok_or(Fault::Malformed)?;
        match take("algorithm").as_deref() {
            None | Some("rsa-sha256" | "hs2019") => {}
            Some(_) => return Err(Fault::Malformed),
        }
        let seconds = |text: Option<String>| {
            text.map(|it| it.parse::<i64>().map_err(|_| Fault::Malformed)).transpose()
        };
        let (created, expires) = (seconds(take("created"))?, seconds(take("expires"))?);
        let covered = take("headers").ok_or(Fault::Malformed)?;
        let covered: Vec<String> = covered.split(' ').map(str::to_ascii_lowercase).collect();
        let mut once = covered.clone();
        once.sort_unstable();
        once.dedup();
        if once.len() != covered.len() || covered.iter().any(String::is_empty) {
            return Err(Fault::Repeated);
        }
        let bytes = take("signature").ok_or(Fault::Malformed)?;
        let bytes = BASE64_STANDARD.decode(bytes).map_err(|_| Fault::Malformed)?;
        Ok(Self { covered, bytes, created, expires })
    }

    /// The bytes of the signature itself.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether a header is signed.
    #[must_use]
    pub fn covers(&self, name: &str) -> bool {
        self.covered.iter().any(|it| it == name)
    }

    /// Checks that the times that are signed are near `now`.
    ///
    /// # Errors
    /// [`Fault::Uncovered`] when no time is signed, [`Fault::Time`].
    pub fn check_time(&self, date: Option<&str>, now: Instant) -> Result<(), Fault> {
        let mut times = Vec::new();
        if self.covers("date") {
            times.push(date.and_then(read_http_date).ok_or(Fault::Time)?);
        }
        if self.covers("(created)") {
            let created = self.created.and_then(|at| Instant::from_timestamp(at, 0));
            times.push(created.ok_or(Fault::Time)?);
        }
        if times.is_empty() {
            return Err(Fault::Uncovered);
        }
        let expires = self.expires.map(|at| Instant::from_timestamp(at, 0).ok_or(Fault::Time));
        let is_over = expires.transpose()?.is_some_and(|at| at < now);
        let is_near = times.iter().all(|at| (now - *at).abs() <= WINDOW);
        if is_near && !is_over { Ok(()) } else { Err(Fault::Time) }
    }

    /// The text that was signed, put together from the request.
    ///
    /// # Errors
    /// [`Fault::Missing`] when a signed header isn't there.
    pub fn text(&self, method: &str, target: &str, headers: &HeaderMap) -> Result<String, Fault> {
        let mut lines = Vec::with_capacity(self.covered.len());
        for name in &self.covered {
            let value = match name.as_str() {
                "(request-target)" => format!("{} {target}", method.to_ascii_lowercase()),
                "(created)" => self.created.ok_or(Fault::Missing)?.to_string(),
                "(expires)" => self.expires.ok_or(Fault::Missing)?.to_string(),
                name => joined(headers, name)?,
            };
            lines.push(format!("{name}: {value}"));
        }
        Ok(lines.join("\n"))
    }
}

fn joined(headers: &HeaderMap, name: &str) -> Result<String, Fault> {
    let values: Result<Vec<&str>, Fault> = headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().map(str::trim).map_err(|_| Fault::Missing))
        .collect();
    let values = values?;
    if values.is_empty() { Err(Fault::Missing) } else { Ok(values.join(", ")) }
}

/// Reads `name="value",name=number`; nothing else is a signature.
fn parameters(header: &str) -> Result<BTreeMap<String, String>, Fault> {
    let mut fields = BTreeMap::new();
    let mut rest = header;
    loop {
        let (name, after) = rest.split_once('=').ok_or(Fault::Malformed)?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(Fault::Malformed);
        }
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or(Fault::Malformed)?,
            None => {
                let end = after.find(',').unwrap_or(after.len());
                let (number, after) = after.split_at(end);
                let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
                if !is_number {
                    return Err(Fault::Malformed);
                }
                (number, after)
            }
        };
        if fields.insert(name.to_owned(), value.to_owned()).is_some() {
            return Err(Fault::Repeated);
        }
        match after.strip_prefix(',') {
            Some(after) => rest = after.trim_start_matches(' '),
            None if after.is_empty() => return Ok(fields),
            None => return Err(Fault::Malformed),
        }
    }
}

/// The value of the `Digest` header for a body.
#[must_use]
pub fn digest(body: &[u8]) -> String {
    format!("SHA-256={}", BASE64_STANDARD.encode(Sha256::digest(body)))
}

/// Whether a `Digest` header holds exactly the SHA-256 of the body.
#[must_use]
pub fn digest_fits(header: &str, body: &[u8]) -> bool {
    header.split_once('=').is_some_and(|(name, value)| {
        name.eq_ignore_ascii_case("sha-256")
            && value == BASE64_STANDARD.encode(Sha256::digest(body))
    })
}

fn target(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

const HTTP_DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// A moment as the `Date` header writes it.
#[must_use]
pub fn http_date(at: Instant) -> String {
    at.format(HTTP_DATE).to_string()
}

fn read_http_date(text: &str) -> Option<Instant> {
    NaiveDateTime::parse_from_str(text, HTTP_DATE).ok().map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::federation::keys;

    const NOW: Instant = Instant::UNIX_EPOCH;

    fn signed(key: &Key) -> HeaderMap {
        let actor = Url::parse("https://alpha.example/ap/groups/alpha").unwrap();
        let url = Url::parse("https://beta.example:444/inbox?x=1").unwrap();
        let signer = Signer { actor: &actor, key };
        let mut headers = HeaderMap::new();
        headers.insert("host", "beta.example:444".parse().unwrap());
        for (name, value) in signer.post(&url, "application/activity+json", b"{}", NOW).unwrap() {
            headers.insert(name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn what_is_signed_here_is_read_here() {
        let key = Key::make().unwrap();
        let headers = signed(&key);
        let it = Signature::read(headers["signature"].to_str().unwrap()).unwrap();
        let text = it.text("POST", "/inbox?x=1", &headers).unwrap();
        assert!(keys::verifies(&key.public_pem, text.as_bytes(), it.bytes()));
        let elsewhere = it.text("POST", "/other", &headers).unwrap();
        assert!(!keys::verifies(&key.public_pem, elsewhere.as_bytes(), it.bytes()));
        assert_eq!(it.check_time(headers["date"].to_str().ok(), NOW), Ok(()));
    }

    #[test]
    fn an_hour_is_near_enough_and_a_second_more_is_not() {
        let headers = signed(&Key::make().unwrap());
        let it = Signature::read(headers["signature"].to_str().unwrap()).unwrap();
        let date = headers["date"].to_str().ok();
        for (away, fits) in [(3600, true), (3601, false), (-3600, true), (-3601, false)] {
            let now = NOW + TimeDelta::seconds(away);
            assert_eq!(it.check_time(date, now).is_ok(), fits, "{away}");
        }
        assert_eq!(it.check_time(Some("yesterday"), NOW), Err(Fault::Time));
    }

    #[test]
    fn only_one_way_of_writing_a_signature_is_read() {
        let good =
            r#"keyId="a",algorithm="hs2019",created=1,headers="host (created)",signature="AA==""#;
        assert!(Signature::read(good).is_ok());
        let bad = [
            "",
            "keyId",
            r#"keyId="a",headers="host",signature="AA==",headers="date""#,
            r#"keyId="a",headers="host",signature="AA==",headers ="date""#,
            r#"keyId="a",headers="host host",signature="AA==""#,
            r#"keyId="a",headers="host",signature="?""#,
            r#"keyId="a",headers="host",signature="AA==","#,
            r#"keyId="a",headers="host",signature="AA==" x"#,
            r#"keyId="a",algorithm="ed25519",headers="host",signature="AA==""#,
            r#"keyId="a",created=x,headers="host",signature="AA==""#,
            r#"keyId="a",headers="host""#,
            r#"headers="host",signature="AA==""#,
        ];
        for header in bad {
            assert!(Signature::read(header).is_err(), "{header}");
        }
    }

    #[test]
    fn a_digest_fits_one_body() {
        assert!(digest_fits(&digest(b"{}"), b"{}"));
        assert!(digest_fits(&digest(b"{}").replace("SHA", "sha"), b"{}"));
        assert!(!digest_fits(&digest(b"{}"), b"{ }"));
        assert!(!digest_fits(&format!("{0},{0}", digest(b"{}")), b"{}"));
    }
}
