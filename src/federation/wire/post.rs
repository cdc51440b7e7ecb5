//! An article or a note: what people on other servers see of a proposal, an opening or a result.

use std::collections::BTreeMap;

use activitypub_federation::protocol::helpers::deserialize_skip_error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use url::Url;

use super::{Assembly, reading};
use crate::clock::Instant;

/// The types of post that are written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PostKind {
    Article,
    Note,
}

/// A post.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    #[serde(rename = "@context", default, skip_serializing_if = "Value::is_null")]
    pub context: Value,
    pub id: Url,
    #[serde(rename = "type", deserialize_with = "known_kind")]
    pub kind: PostKind,
    #[serde(deserialize_with = "author")]
    pub attributed_to: Url,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(default)]
    pub content: String,
    #[serde(
        default,
        deserialize_with = "deserialize_skip_error",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub content_map: BTreeMap<String, String>,
    #[serde(
        default,
        deserialize_with = "deserialize_skip_error",
        skip_serializing_if = "Option::is_none"
    )]
    pub source: Option<Source>,
    #[serde(default, deserialize_with = "page", skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    pub published: Instant,
    #[serde(
        default,
        deserialize_with = "deserialize_skip_error",
        skip_serializing_if = "Option::is_none"
    )]
    pub updated: Option<Instant>,
    #[serde(default, deserialize_with = "reading::one_or_many")]
    pub to: Vec<String>,
    #[serde(default, deserialize_with = "reading::one_or_many")]
    pub cc: Vec<String>,
    #[serde(
        default,
        alias = "asm:assembly",
        deserialize_with = "deserialize_skip_error",
        skip_serializing_if = "Option::is_none"
    )]
    pub assembly: Option<Assembly>,
}

/// What somebody typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    pub content: String,
    pub media_type: String,
}

fn known_kind<'de, D: Deserializer<'de>>(reader: D) -> Result<PostKind, D::Error> {
    let kinds: Vec<Value> = reading::one_or_many(reader)?;
    let known = kinds.into_iter().find_map(|it| serde_json::from_value(it).ok());
    known.ok_or_else(|| serde::de::Error::custom("neither an article nor a note"))
}

fn author<'de, D: Deserializer<'de>>(reader: D) -> Result<Url, D::Error> {
    let author = reading::link(&Value::deserialize(reader)?);
    author.ok_or_else(|| serde::de::Error::custom("no author"))
}

fn page<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Url>, D::Error> {
    Ok(reading::link(&Value::deserialize(reader)?))
}
