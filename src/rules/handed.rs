//! (test) Finds the real elections with which the counts are checked. They are test data only, never
//! part of the repository; where they aren't at hand, the check says loudly that it wasn't made.

use std::path::{Path, PathBuf};

/// The folder of the elections: `VOTES_DATA`, or the place next to the repository.
pub fn folder() -> PathBuf {
    std::env::var_os("VOTES_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/votes"),
        PathBuf::from,
    )
}

/// The files of a folder of elections with this ending, by name. Says loudly when there are none,
/// naming `what` wasn't checked.
pub fn files(inside: &str, ending: &str, what: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder().join(inside))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    found.sort();
    if found.is_empty() {
        missing(what);
    }
    found
}

/// The text of one file among the elections; says loudly when it isn't there, naming `what` wasn't
/// checked.
pub fn text(file: &str, what: &str) -> Option<String> {
    let text = std::fs::read_to_string(folder().join(file)).ok();
    if text.is_none() {
        missing(what);
    }
    text
}

/// One file of expected results; says loudly when it isn't there, naming `what` wasn't checked.
pub fn json(file: &str, what: &str) -> Option<serde_json::Value> {
    text(file, what).map(|text| serde_json::from_str(&text).unwrap())
}

/// The end of a path, for messages.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn missing(what: &str) {
    eprintln!("!! THE ELECTIONS ARE NOT HERE: {} WAS NOT CHECKED !!", what.to_uppercase());
}
