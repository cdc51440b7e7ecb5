//! (test) Finds the real elections with which the counts are checked. They are test data only, never
//! part of the repository; where they aren't at hand, the check says loudly that it wasn't made.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

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

/// The committees that a profile of abcvoting expects of a rule: one list of them for each time it
/// names the rule, each committee by name in order.
pub fn committees(text: &str, rule: &str) -> Vec<Vec<Vec<String>>> {
    let computed = text.split("\n- rule_id: ").skip(1);
    let of_rule = computed.filter(|one| one.lines().next().is_some_and(|id| id.trim() == rule));
    of_rule
        .filter_map(|one| {
            let list = one.split("result:").nth(1)?.split(" resolute:").next()?;
            let lists: Vec<Vec<u32>> = serde_json::from_str(list.trim()).ok()?;
            let named = |list: &Vec<u32>| {
                let mut names: Vec<String> = list.iter().map(ToString::to_string).collect();
                names.sort();
                names
            };
            Some(lists.iter().map(named).collect())
        })
        .collect()
}

/// What a column of the projects of a Pabulib file says, by project; nothing where there is no such
/// column.
pub fn projects(text: &str, column: &str) -> BTreeMap<String, String> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let at = rows.iter().position(|row| &row[0] == "PROJECTS").unwrap();
    let Some(column) = rows[at + 1].iter().position(|name| name == column) else {
        return BTreeMap::new();
    };
    let rows = rows[at + 2..].iter().take_while(|row| &row[0] != "VOTES");
    rows.map(|row| (row[0].to_owned(), row[column].to_owned())).collect()
}
