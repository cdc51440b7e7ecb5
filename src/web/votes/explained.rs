//! How votes are counted, in plain words: a page for each method, at an address that stays.

use askama::Template;
use axum::extract::Path;

use crate::{
    error::Error,
    rules::tally::method::Method,
    web::{self, Page, visit::Visit},
};

/// The methods, by the names that records give them, in the order in which they are listed. One has
/// a page when the locales explain it.
const METHODS: [&str; 11] = [
    "majority",
    "group_majority",
    "consent",
    "approval",
    "schulze",
    "persons",
    "stv_scottish",
    "stv_meek",
    "equal_shares",
    "greedy",
    "agenda_phragmen",
];

#[derive(Template)]
#[template(path = "votes/explained.html")]
struct Explained<'a> {
    visit: &'a Visit,
    /// Stands before the keys of its sentences.
    key: String,
}

impl Explained<'_> {
    fn tell(&self, part: &str) -> String {
        self.visit.say(&format!("{}-{part}", self.key))
    }
}

#[derive(Template)]
#[template(path = "votes/methods.html")]
struct Methods<'a> {
    visit: &'a Visit,
    /// Addresses, and what they lead to.
    methods: Vec<(String, String)>,
}

/// Where a method is explained.
#[must_use]
pub fn address(method: &Method) -> String {
    path(method.id())
}

fn path(name: &str) -> String {
    format!("/methods/{}", name.replace('_', "-"))
}

fn key(name: &str) -> String {
    format!("explained-{}", name.replace('_', "-"))
}

/// All methods.
pub async fn index(visit: Visit) -> Page {
    let line = |name: &str| (path(name), visit.say(&format!("{}-name", key(name))));
    let methods = METHODS.into_iter().map(line).collect();
    Ok(web::render(&Methods { visit: &visit, methods }))
}

/// One method.
pub async fn page(visit: Visit, Path(name): Path<String>) -> Page {
    let known = METHODS.into_iter().find(|method| method.replace('_', "-") == name);
    let key = key(known.ok_or(Error::NotFound("method"))?);
    Ok(web::render(&Explained { visit: &visit, key }))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::web::words::{Language, Words};

    /// The names of all methods that there are, but for sortition: nobody votes by that.
    fn counted() -> Vec<String> {
        let tally = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/tally"));
        let files = fs::read_dir(tally).unwrap().map(|entry| entry.unwrap().path().join("mod.rs"));
        let sources = files.filter_map(|file| fs::read_to_string(file).ok());
        let name = |source: String| {
            let (_, rest) = source.split_once("pub const METHOD: &str = \"")?;
            Some(rest.split('"').next()?.to_owned())
        };
        let mut names: Vec<String> = sources.filter_map(name).collect();
        names.retain(|name| name != "sortition");
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn every_method_is_explained_in_every_language() {
        let mut explained = METHODS.map(ToOwned::to_owned).to_vec();
        explained.sort_unstable();
        assert_eq!(explained, counted());
        for language in Language::ALL {
            let words = Words::new(language, "UTC", chrono::DateTime::UNIX_EPOCH);
            for (method, part) in METHODS
                .iter()
                .flat_map(|method| ["name", "how", "example", "promise"].map(|part| (method, part)))
            {
                let key = format!("{}-{part}", key(method));
                assert!(words.knows(&key), "{key}");
                if part == "how" {
                    let sentences = words.say(&key).matches(['.', '!', '?']).count();
                    assert!((2..=6).contains(&sentences), "{key} has {sentences} sentences");
                }
            }
        }
    }
}
