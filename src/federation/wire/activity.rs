//! An activity: somebody does something with a thing.

use activitypub_federation::protocol::helpers::deserialize_skip_error;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::reading;
use crate::{clock::Instant, rules::word};

word::words! {
    /// What is done. Other kinds of activity exist and mean nothing here.
    pub enum Kind {
        Accept = "Accept",
        Announce = "Announce",
        Create = "Create",
        Delete = "Delete",
        Follow = "Follow",
        Reject = "Reject",
        Undo = "Undo",
        Update = "Update",
    }
}

/// An activity as it goes out and comes in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Activity {
    #[serde(rename = "@context", default, skip_serializing_if = "Value::is_null")]
    pub context: Value,
    pub id: Url,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub actor: Url,
    #[serde(
        default,
        deserialize_with = "deserialize_skip_error",
        skip_serializing_if = "Option::is_none"
    )]
    pub published: Option<Instant>,
    #[serde(default, deserialize_with = "addressees", skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    #[serde(default, deserialize_with = "addressees", skip_serializing_if = "Vec::is_empty")]
    pub cc: Vec<String>,
    pub object: Target,
}

/// What an activity is about: the id of a thing, or the thing itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Target {
    Id(Url),
    Whole(serde_json::Map<String, Value>),
}

impl Target {
    /// The id of the thing.
    #[must_use]
    pub fn id(&self) -> Option<Url> {
        match self {
            Self::Id(id) => Some(id.clone()),
            Self::Whole(fields) => fields.get("id").and_then(reading::link),
        }
    }

    /// The address in a field of the thing, if the thing itself is there.
    #[must_use]
    pub fn link(&self, field: &str) -> Option<Url> {
        match self {
            Self::Id(_) => None,
            Self::Whole(fields) => fields.get(field).and_then(reading::link),
        }
    }

    /// Whether the thing has a field, or could have: an id alone doesn't say.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        match self {
            Self::Id(_) => true,
            Self::Whole(fields) => fields.contains_key(field),
        }
    }

    /// Whether it is of this type, or could be: an id alone doesn't say.
    #[must_use]
    pub fn may_be(&self, kind: &str) -> bool {
        match self {
            Self::Id(_) => true,
            Self::Whole(fields) => match fields.get("type") {
                Some(Value::String(it)) => it == kind,
                Some(Value::Array(items)) => items.iter().any(|it| it.as_str() == Some(kind)),
                _ => false,
            },
        }
    }
}

/// Addresses, one or many; what is none is left out.
fn addressees<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Vec<String>, D::Error> {
    let all: Vec<Value> = reading::one_or_many(reader)?;
    let texts = all.into_iter().filter_map(|it| it.as_str().map(str::to_owned));
    Ok(texts.take(100).collect())
}
