//! Fetches what other servers publish, from its own host, signed by the instance actor.
//!
//! Not the library's fetch: that one refreshes by the clock of the machine and by the kind of
//! build, takes two ports of one host for one server, and hides the status of the answer.

use reqwest::{Response, StatusCode, header};
use serde_json::Value;
use url::Url;

use super::{Office, signature::Signer};
use crate::rules::jurisdiction::{check_address, same_origin};

/// The largest answer that is read.
pub const ANSWER_MOST: usize = 1 << 20;
/// The deepest JSON that is read.
pub const DEPTH_MOST: usize = 32;

const ACTIVITY: &str = "application/activity+json";
const ACCEPT: &str = "application/activity+json, \
                      application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

/// Why something was not fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It isn't there: 404, 410 and the like; asking again doesn't help.
    #[error("not there: {0}")]
    Missing(u16),
    /// It may be there later.
    #[error("{0}")]
    Unreachable(String),
    /// What was there is not what it should be.
    #[error("{0}")]
    Wrong(&'static str),
}

/// Fetches an ActivityPub object by its id. What comes back has exactly the id that was asked for,
/// or an id of the same origin at which it was asked for once more.
///
/// # Errors
/// [`Fault`].
pub async fn object(office: &Office, url: &Url) -> Result<Value, Fault> {
    let mut asked = url.clone();
    asked.set_fragment(None);
    for _ in 0..2 {
        let found = json(office, &asked, ACCEPT, is_activity).await?;
        let id = found.get("id").and_then(Value::as_str).and_then(|id| Url::parse(id).ok());
        let id = id.ok_or(Fault::Wrong("it has no id"))?;
        if id == asked {
            return Ok(found);
        }
        if !same_origin(&id, &asked) {
            return Err(Fault::Wrong("its id is of another origin"));
        }
        asked = id;
    }
    Err(Fault::Wrong("its id is not the address that it has"))
}

/// Fetches a JSON document with a media type that `fits`.
///
/// # Errors
/// [`Fault`].
pub async fn json(
    office: &Office,
    url: &Url,
    accept: &str,
    fits: fn(&str) -> bool,
) -> Result<Value, Fault> {
    check_address(url, office.development())
        .map_err(|_| Fault::Wrong("not an address that this server may ask"))?;
    if office.app.settings.federation.blocks(url) {
        return Err(Fault::Wrong("that server is blocked here"));
    }
    if same_origin(url, office.addresses.base()) {
        return Err(Fault::Wrong("that is this server itself"));
    }
    let unusable = |_| Fault::Unreachable("the key of this server can't be used".to_owned());
    let keys = office.keys().await.map_err(|error| Fault::Unreachable(error.to_string()))?;
    let actor = office.addresses.instance();
    let signer = Signer { actor: &actor, key: &keys.instance };
    let mut request = office.client.get(url.clone());
    for (name, value) in signer.get(url, accept, office.app.clock.now()).map_err(unusable)? {
        request = request.header(name, value);
    }
    let answer = request.send().await.map_err(|error| Fault::Unreachable(plainly(&error)))?;
    let status = answer.status();
    if !status.is_success() {
        return Err(refused(status));
    }
    let media = answer.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if !media.is_some_and(fits) {
        return Err(Fault::Wrong("it has another media type"));
    }
    let body = read(answer).await?;
    let value: Value = serde_json::from_slice(&body).map_err(|_| Fault::Wrong("no JSON"))?;
    if is_deeper(&value, DEPTH_MOST) {
        return Err(Fault::Wrong("nested too deep"));
    }
    Ok(value)
}

fn refused(status: StatusCode) -> Fault {
    let is_passing = status.is_server_error()
        || status.is_redirection()
        || matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS);
    if is_passing {
        Fault::Unreachable(format!("it answers {}", status.as_u16()))
    } else {
        Fault::Missing(status.as_u16())
    }
}

async fn read(mut answer: Response) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    loop {
        let chunk = answer.chunk().await.map_err(|error| Fault::Unreachable(plainly(&error)))?;
        let Some(chunk) = chunk else { return Ok(body) };
        if body.len() + chunk.len() > ANSWER_MOST {
            return Err(Fault::Wrong("larger than a megabyte"));
        }
        body.extend_from_slice(&chunk);
    }
}

/// What went wrong, in words that name no address.
#[must_use]
pub fn plainly(error: &reqwest::Error) -> String {
    let what = if error.is_timeout() {
        "it doesn't answer in time"
    } else if error.is_connect() {
        "it can't be reached"
    } else {
        "the connection broke"
    };
    what.to_owned()
}

/// Whether JSON is nested deeper than `depth`.
#[must_use]
pub fn is_deeper(value: &Value, depth: usize) -> bool {
    let Some(rest) = depth.checked_sub(1) else { return true };
    match value {
        Value::Array(items) => items.iter().any(|item| is_deeper(item, rest)),
        Value::Object(fields) => fields.values().any(|field| is_deeper(field, rest)),
        _ => false,
    }
}

/// Exactly the media types of ActivityPub: a server that lets people upload files must not be able
/// to lend its name to one of them.
fn is_activity(media: &str) -> bool {
    let mut parts = media.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    if kind.eq_ignore_ascii_case(ACTIVITY) {
        return true;
    }
    kind.eq_ignore_ascii_case("application/ld+json")
        && parts
            .any(|it| it.eq_ignore_ascii_case("profile=\"https://www.w3.org/ns/activitystreams\""))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_media_types_of_activitypub() {
        for good in [
            "application/activity+json",
            "application/activity+json; charset=utf-8",
            "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
        ] {
            assert!(is_activity(good), "{good}");
        }
        for bad in ["application/json", "text/html", "application/ld+json", "image/png", ""] {
            assert!(!is_activity(bad), "{bad}");
        }
    }

    #[test]
    fn depth_is_counted() {
        let mut value = json!(1);
        for _ in 0..31 {
            value = json!([value]);
        }
        assert!(!is_deeper(&value, 32));
        assert!(is_deeper(&json!([value]), 32));
    }
}
