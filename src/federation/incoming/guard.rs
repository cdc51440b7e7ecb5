//! What a request to an inbox must look like before anybody reads what it says. The order of the
//! checks is the order of the answers.

use axum::http::{HeaderMap, StatusCode, header};

use crate::{
    clock::Instant,
    federation::signature::{self, Signature, digest_fits},
};

/// The largest body of an activity.
pub const BODY_MOST: usize = 1 << 20;

/// Headers that may be read in two ways when they occur twice.
const ONCE: [&str; 10] = [
    "host",
    "date",
    "digest",
    "content-digest",
    "signature",
    "signature-input",
    "content-type",
    "content-length",
    "content-encoding",
    "authorization",
];

/// Why a request is turned away at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("larger than a megabyte")]
    TooLarge,
    #[error("a header occurs twice, or is no text")]
    Repeated,
    #[error("the body is encoded")]
    Encoded,
    #[error("not application/activity+json")]
    MediaType,
    #[error("for another host")]
    OtherHost,
    #[error("no signature that this server speaks (draft-cavage, rsa-sha256)")]
    Unsigned,
    #[error("the body is not the one that was signed")]
    Digest,
    #[error(transparent)]
    Signature(#[from] signature::Fault),
}

impl Fault {
    /// The status that tells the sender what to do.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Repeated => StatusCode::BAD_REQUEST,
            Self::Encoded | Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Unsigned | Self::Digest | Self::Signature(_) => StatusCode::UNAUTHORIZED,
        }
    }
}

/// Checks the headers of a request against its body, and gives the signature that is still to be
/// verified. An `Authorization` header means nothing here and is not read.
///
/// # Errors
/// [`Fault`].
pub fn check(
    headers: &HeaderMap,
    body: &[u8],
    authority: &str,
    now: Instant,
) -> Result<Signature, Fault> {
    if body.len() > BODY_MOST {
        return Err(Fault::TooLarge);
    }
    if ONCE.iter().any(|name| headers.get_all(*name).iter().count() > 1) {
        return Err(Fault::Repeated);
    }
    if headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Fault::Encoded);
    }
    if !text(headers, "content-type")?.is_some_and(is_activity) {
        return Err(Fault::MediaType);
    }
    if !text(headers, "host")?.is_some_and(|host| host.eq_ignore_ascii_case(authority)) {
        return Err(Fault::OtherHost);
    }
    let signature = Signature::read(text(headers, "signature")?.ok_or(Fault::Unsigned)?)?;
    if !["(request-target)", "host", "digest"].iter().all(|name| signature.covers(name)) {
        return Err(signature::Fault::Uncovered.into());
    }
    signature.check_time(text(headers, "date")?, now)?;
    let digest = text(headers, "digest")?.ok_or(Fault::Digest)?;
    if !digest_fits(digest, body) {
        return Err(Fault::Digest);
    }
    Ok(signature)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, Fault> {
    headers.get(name).map(|value| value.to_str().map_err(|_| Fault::Repeated)).transpose()
}

fn is_activity(content_type: &str) -> bool {
    let media = content_type.split(';').next().unwrap_or_default().trim();
    ["application/activity+json", "application/ld+json"]
        .iter()
        .any(|it| media.eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::federation::{keys::Key, signature::Signer};

    const NOW: Instant = Instant::UNIX_EPOCH;
    const BODY: &[u8] = b"{\"type\":\"Like\"}";

    fn headers() -> HeaderMap {
        let actor = Url::parse("https://alpha.example/ap/groups/alpha").unwrap();
        let url = Url::parse("https://beta.example/inbox").unwrap();
        let key = Key::make().unwrap();
        let signer = Signer { actor: &actor, key: &key };
        let mut headers = HeaderMap::new();
        headers.insert("host", "beta.example".parse().unwrap());
        for (name, value) in signer.post(&url, "application/activity+json", BODY, NOW).unwrap() {
            headers.insert(name, value.parse().unwrap());
        }
        headers
    }

    fn status(headers: &HeaderMap, body: &[u8]) -> u16 {
        match check(headers, body, "beta.example", NOW) {
            Ok(_) => 202,
            Err(refusal) => refusal.status().as_u16(),
        }
    }

    #[test]
    fn each_fault_has_its_answer() {
        let good = headers();
        assert_eq!(status(&good, BODY), 202);
        assert_eq!(status(&good, b"{}"), 401);
        assert_eq!(status(&good, &vec![b' '; BODY_MOST + 1]), 413);
        let with = |name: &'static str, value: &str| {
            let mut headers = good.clone();
            headers.insert(name, value.parse().unwrap());
            status(&headers, BODY)
        };
        assert_eq!(with("authorization", "Bearer x"), 202);
        assert_eq!(with("content-encoding", "gzip"), 415);
        assert_eq!(with("content-type", "application/json"), 415);
        assert_eq!(with("content-type", "application/ld+json; profile=\"x\""), 202);
        assert_eq!(with("host", "gamma.example"), 421);
        assert_eq!(with("host", "beta.example:444"), 421);
        assert_eq!(with("signature", "nonsense"), 401);
        assert_eq!(with("date", "tomorrow"), 401);
        assert_eq!(with("digest", "SHA-512=AA=="), 401);
        let without = |name: &str| {
            let mut headers = good.clone();
            headers.remove(name);
            status(&headers, BODY)
        };
        for name in ["signature", "date", "digest"] {
            assert_eq!(without(name), 401, "{name}");
        }
        assert_eq!(without("host"), 421);
        assert_eq!(without("content-type"), 415);
    }

    #[test]
    fn a_header_that_occurs_twice_is_refused() {
        for name in ONCE {
            let mut headers = headers();
            headers.append(name, "1".parse().unwrap());
            headers.append(name, "1".parse().unwrap());
            assert_eq!(status(&headers, BODY), 400, "{name}");
        }
    }
}
