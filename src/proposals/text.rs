use crate::{
    error::{Error, Result},
    rules::{canonical, proposal::Value},
};

use super::entity::proposal;

/// The hash by which a version of a text is known, here and at other neighbourhoods: SHA-256 of the
/// canonical form of title, summary, text and language.
///
/// # Errors
/// Never for text; the canonical form refuses only numbers.
pub fn text_hash(title: &str, summary: &str, text: &str, language: &str) -> Result<String> {
    let value = serde_json::json!({
        "content": text, "language": language, "summary": summary, "title": title,
    });
    canonical::hash(&value).map_err(|_| Error::contradiction("proposals", "text", title))
}

/// The values that a proposal serves.
#[must_use]
pub fn served(row: &proposal::Model) -> Vec<Value> {
    row.served.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// How values stand in their column.
pub(super) fn served_column(values: &[Value]) -> String {
    let words: Vec<&str> =
        Value::ALL.iter().filter(|it| values.contains(it)).map(|it| it.word()).collect();
    words.join(" ")
}

/// What the search looks at: title, summary and text in lower case.
pub(super) fn searched(title: &str, summary: &str, text: &str) -> String {
    format!("{title}\n{summary}\n{text}").to_lowercase()
}
