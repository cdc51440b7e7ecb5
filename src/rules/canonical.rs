//! Canonical JSON (RFC 8785) for what is hashed and published: sorted keys, no white space,
//! integers only. The same value gives the same bytes in every program.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A value that has no canonical form here.
#[derive(Debug, thiserror::Error)]
pub enum NotCanonical {
    #[error("a number that is no integer, or beyond 2^53")]
    Number,
    #[error("no JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// The largest integer that every JSON reader keeps exact.
const INTEGER_MOST: u64 = 9_007_199_254_740_991;

/// Writes a value in canonical form.
///
/// # Errors
/// [`NotCanonical`] for floats, integers beyond 2^53 and what is no JSON at all.
pub fn write(value: &impl Serialize) -> Result<String, NotCanonical> {
    let mut out = String::new();
    put(&serde_json::to_value(value)?, &mut out)?;
    Ok(out)
}

/// `sha256:` and the hexadecimal SHA-256 of the canonical form of a value.
///
/// # Errors
/// As [`write()`].
pub fn hash(value: &impl Serialize) -> Result<String, NotCanonical> {
    Ok(hash_text(&write(value)?))
}

/// `sha256:` and the hexadecimal SHA-256 of a text as it stands.
#[must_use]
pub fn hash_text(text: &str) -> String {
    let mut out = String::from("sha256:");
    for byte in Sha256::digest(text.as_bytes()) {
        put_hex(byte, &mut out);
    }
    out
}

fn put_hex(byte: u8, out: &mut String) {
    // Writing to a String can't fail.
    let _ = write!(out, "{byte:02x}");
}

fn put(value: &Value, out: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(it) => out.push_str(if *it { "true" } else { "false" }),
        Value::Number(number) => {
            let size = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
            if size.is_none_or(|size| size > INTEGER_MOST) {
                return Err(NotCanonical::Number);
            }
            out.push_str(&number.to_string());
        }
        Value::String(text) => put_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                put(item, out)?;
            }
            out.push(']');
        }
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            // RFC 8785 sorts by UTF-16 code units, which differs from UTF-8 beyond U+FFFF.
            keys.sort_unstable_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                put_text(key, out);
                out.push(':');
                put(fields.get(key).unwrap_or(&Value::Null), out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn put_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_by_utf16() {
        let value = json!({"\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "ö": 6});
        let text = write(&value).unwrap();
        let expected = "{\"\\r\":2,\"1\":4,\"ö\":6,\"€\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        assert_eq!(text, expected);
    }

    #[test]
    fn signs_are_escaped_as_the_standard_says() {
        let value = json!({"text": "\u{20ac}$\u{f}\nA'B\"\\\"/"});
        assert_eq!(write(&value).unwrap(), "{\"text\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/\"}");
    }

    #[test]
    fn floats_and_huge_numbers_are_refused() {
        assert!(matches!(write(&json!(1.5)), Err(NotCanonical::Number)));
        assert!(matches!(write(&json!(9_007_199_254_740_992_u64)), Err(NotCanonical::Number)));
        assert_eq!(write(&json!([-3, 0, true, null])).unwrap(), "[-3,0,true,null]");
    }

    #[test]
    fn a_hash_names_its_function() {
        assert_eq!(
            hash(&json!({})).unwrap(),
            "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
