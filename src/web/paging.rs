//! Leafing through a long list.

use askama::Template;

use super::visit::Visit;

/// The links to the pages before and after this one.
#[derive(Debug, Template)]
#[template(path = "paging.html")]
pub struct Paging<'a> {
    visit: &'a Visit,
    /// Which page, from 0.
    page: u64,
    pages: u64,
    /// Path and query to which the number of a page is added.
    base: String,
}

impl<'a> Paging<'a> {
    /// Pages of `per_page` things out of `total`.
    #[must_use]
    pub fn new(visit: &'a Visit, page: u64, total: u64, per_page: u64, base: String) -> Self {
        Self { visit, page, pages: total.div_ceil(per_page.max(1)), base }
    }
}

/// A path with the parts of a query that hold something; ends so that one more can follow.
#[must_use]
pub fn base(path: &str, parts: &[(&str, &str)]) -> String {
    let start = path.len() + 1;
    let mut query = url::form_urlencoded::Serializer::for_suffix(format!("{path}?"), start);
    query.extend_pairs(parts.iter().filter(|(_, value)| !value.is_empty()));
    let text = query.finish();
    if text.ends_with('?') { text } else { format!("{text}&") }
}
