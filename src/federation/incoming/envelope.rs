//! The outside of an activity: who says so, where it comes from, what kind it is.

use serde_json::Value;
use url::Url;

use crate::{
    federation::{
        fetch::{DEPTH_MOST, is_deeper},
        wire::{Activity, Kind, reading::text_in},
    },
    rules::jurisdiction::{check_activity, check_address},
};

/// An activity whose outside was checked.
#[derive(Clone, Debug)]
pub struct Envelope {
    pub activity: Activity,
}

/// What a sender is told about an outside that can't be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("no JSON, or nested too deep")]
    NotRead,
    #[error("an activity has a type, an id, an actor and an object")]
    Malformed,
    #[error("id and actor must be addresses of one server")]
    Foreign,
}

/// Reads an activity. `None` is one of a kind that means nothing here.
///
/// # Errors
/// [`Fault`].
pub fn open(body: &[u8], development: bool) -> Result<Option<Envelope>, Fault> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Fault::NotRead)?;
    if is_deeper(&value, DEPTH_MOST) {
        return Err(Fault::NotRead);
    }
    let kind = text_in(&value, "type").ok_or(Fault::Malformed)?;
    let is_known = Kind::ALL.iter().any(|known| known.word() == kind);
    let address = |field| -> Result<Url, Fault> {
        let text = text_in(&value, field).ok_or(Fault::Malformed)?;
        Url::parse(text).map_err(|_| Fault::Malformed)
    };
    let (id, actor) = (address("id")?, address("actor")?);
    for url in [&id, &actor] {
        check_address(url, development).map_err(|_| Fault::Foreign)?;
    }
    check_activity(&id, &actor).map_err(|_| Fault::Foreign)?;
    if !is_known {
        return Ok(None);
    }
    let activity: Activity = serde_json::from_value(value).map_err(|_| Fault::Malformed)?;
    Ok(Some(Envelope { activity }))
}

impl Envelope {
    /// Whether an actor says that it changed, or that it is gone.
    #[must_use]
    pub fn is_about_itself(&self) -> bool {
        matches!(self.activity.kind, Kind::Delete | Kind::Update)
            && self.activity.object.id().as_ref() == Some(&self.activity.actor)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: &Value) -> Result<Option<Envelope>, Fault> {
        open(&serde_json::to_vec(value).unwrap(), false)
    }

    fn follow() -> Value {
        json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": "https://alpha.example/1", "type": "Follow",
            "actor": "https://alpha.example/ann", "object": "https://beta.example/ap/groups/beta"
        })
    }

    #[test]
    fn an_activity_comes_from_the_server_of_its_actor() {
        assert!(read(&follow()).unwrap().is_some());
        let mut foreign = follow();
        foreign["id"] = json!("https://gamma.example/1");
        assert_eq!(read(&foreign).unwrap_err(), Fault::Foreign);
        foreign["id"] = json!("https://alpha.example:8443/1");
        assert_eq!(read(&foreign).unwrap_err(), Fault::Foreign);
        foreign["id"] = json!("http://alpha.example/1");
        assert_eq!(read(&foreign).unwrap_err(), Fault::Foreign);
    }

    #[test]
    fn what_is_missing_is_malformed() {
        for field in ["id", "type", "actor", "object"] {
            let mut it = follow();
            it.as_object_mut().unwrap().remove(field);
            assert_eq!(read(&it).unwrap_err(), Fault::Malformed, "{field}");
        }
        let mut many = follow();
        many["type"] = json!(["Follow"]);
        assert_eq!(read(&many).unwrap_err(), Fault::Malformed);
        assert_eq!(open(b"{", false).unwrap_err(), Fault::NotRead);
        assert_eq!(open(b"[]", false).unwrap_err(), Fault::Malformed);
        assert_eq!(open(&[b'['; 100_000], false).unwrap_err(), Fault::NotRead);
    }

    #[test]
    fn an_unknown_kind_means_nothing() {
        let mut like = follow();
        like["type"] = json!("Like");
        assert!(read(&like).unwrap().is_none());
    }

    #[test]
    fn a_key_that_occurs_twice_harms_nobody() {
        let twice = br#"{"type":"Follow","type":"Delete","id":"https://a.example/1",
            "actor":"https://a.example/a","object":"https://a.example/a"}"#;
        assert!(open(twice, false).unwrap().unwrap().is_about_itself());
    }
}
