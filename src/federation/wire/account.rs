//! An actor: a neighbourhood, an instance, or whoever follows.

use activitypub_federation::protocol::public_key::PublicKey;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};
use url::Url;

use super::reading;
use crate::clock::Instant;

/// The types of actor that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountKind {
    Application,
    Group,
    Organization,
    Person,
    Service,
}

/// An actor as it is published.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    #[serde(rename = "@context", default, skip_serializing_if = "Value::is_null")]
    pub context: Value,
    pub id: Url,
    #[serde(rename = "type", deserialize_with = "known_kind")]
    pub kind: AccountKind,
    #[serde(default)]
    pub preferred_username: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webfinger: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    pub inbox: Url,
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub outbox: Option<Url>,
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub followers: Option<Url>,
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub following: Option<Url>,
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub featured: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<Endpoints>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manually_approves_followers: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discoverable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indexable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Instant>,
    #[serde(
        deserialize_with = "reading::one_or_many",
        serialize_with = "one_if_one",
        skip_serializing_if = "Vec::is_empty",
        default
    )]
    pub public_key: Vec<PublicKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generator: Option<Value>,
}

/// Other addresses of an actor's server.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Endpoints {
    #[serde(default, deserialize_with = "any_link", skip_serializing_if = "Option::is_none")]
    pub shared_inbox: Option<Url>,
}

impl Account {
    /// The public keys that belong to this actor, one after the other.
    #[must_use]
    pub fn public_pems(&self) -> String {
        let own = self.public_key.iter().filter(|key| key.owner == self.id);
        own.map(|key| key.public_key_pem.trim()).collect::<Vec<_>>().join("\n")
    }
}

/// The context of an actor.
#[must_use]
pub fn context() -> Value {
    json!([
        "https://www.w3.org/ns/activitystreams",
        "https://w3id.org/security/v1",
        {
            "toot": "http://joinmastodon.org/ns#",
            "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
            "discoverable": "toot:discoverable",
            "indexable": "toot:indexable",
            "featured": {"@id": "toot:featured", "@type": "@id"}
        },
        "https://purl.archive.org/socialweb/webfinger",
        "https://w3id.org/fep/844e"
    ])
}

/// What an actor's software understands (FEP-844e).
#[must_use]
pub fn generator(instance: &Url) -> Value {
    json!({
        "type": "Application",
        "id": instance,
        "implements": [
            {
                "href": "https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12",
                "name": "HTTP Signatures (draft-cavage)"
            },
            {"href": super::assembly::IMPLEMENTS, "name": "Translokaal neighbourhood assembly, version 1"}
        ]
    })
}

fn known_kind<'de, D: Deserializer<'de>>(reader: D) -> Result<AccountKind, D::Error> {
    let kinds: Vec<Value> = reading::one_or_many(reader)?;
    let known = kinds.into_iter().find_map(|it| serde_json::from_value(it).ok());
    known.ok_or_else(|| serde::de::Error::custom("no type of actor"))
}

fn any_link<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Url>, D::Error> {
    Ok(reading::link(&Value::deserialize(reader)?))
}

fn one_if_one<S: Serializer>(keys: &[PublicKey], writer: S) -> Result<S::Ok, S::Error> {
    match keys {
        [one] => one.serialize(writer),
        many => many.serialize(writer),
    }
}
