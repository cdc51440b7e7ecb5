//! Reads what others write in many ways: a string, an object with an id, or a list of them.

use serde_json::Value;
use url::Url;

/// The address that a value names: a string, an object with `id` or `href`, or the first of a list.
#[must_use]
pub fn link(value: &Value) -> Option<Url> {
    match value {
        Value::String(text) => Url::parse(text).ok(),
        Value::Object(fields) => {
            fields.get("id").or_else(|| fields.get("href")).and_then(Value::as_str)?.parse().ok()
        }
        Value::Array(items) => items.first().and_then(link),
        _ => None,
    }
}

/// The address in a field.
#[must_use]
pub fn link_in(value: &Value, field: &str) -> Option<Url> {
    value.get(field).and_then(link)
}

/// The text in a field.
#[must_use]
pub fn text_in<'a>(value: &'a Value, field: &str) -> Option<&'a str> {
    value.get(field).and_then(Value::as_str)
}

/// A list that may be written as one thing.
///
/// # Errors
/// The thing isn't what the list holds.
pub fn one_or_many<'de, D, T>(reader: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::de::DeserializeOwned,
{
    use serde::{Deserialize, de::Error};

    let items = match Value::deserialize(reader)? {
        Value::Array(items) => items,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    items.into_iter().map(|item| serde_json::from_value(item).map_err(Error::custom)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_link_is_written_in_many_ways() {
        let it = Url::parse("https://alpha.example/1").unwrap();
        for value in [
            json!("https://alpha.example/1"),
            json!({"id": "https://alpha.example/1"}),
            json!({"type": "Link", "href": "https://alpha.example/1"}),
            json!(["https://alpha.example/1", "https://alpha.example/2"]),
        ] {
            assert_eq!(link(&value), Some(it.clone()));
        }
        assert_eq!(link(&json!(1)), None);
        assert_eq!(link(&json!([])), None);
    }
}
