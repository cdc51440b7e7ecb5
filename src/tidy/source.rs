//! The source, as the rules about it read it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file of a room.
pub struct Source {
    pub room: String,
    /// From `src` on.
    pub path: PathBuf,
    pub text: String,
    /// Without comments, without what stands in quotes, and without tests.
    pub code: String,
}

impl Source {
    /// Whether the file or a folder on the way to it is called `name`.
    pub fn is_in(&self, name: &str) -> bool {
        self.path.with_extension("").iter().any(|part| part == name)
    }

    /// Whether the file itself opens the room: `super` is the crate there.
    pub fn opens_room(&self) -> bool {
        let depth = self.path.iter().count();
        depth == 1 || (depth == 2 && self.path.ends_with("mod.rs"))
    }

    /// The rooms that the code names, however the path is written.
    pub fn rooms_used(&self) -> Vec<String> {
        let mut used: Vec<String> =
            self.code.split("crate::").skip(1).flat_map(first_words).collect();
        if self.opens_room() {
            used.extend(self.code.split("super::").skip(1).flat_map(first_words));
        }
        used.sort();
        used.dedup();
        used
    }

    /// Whether the code says `word` as a word of its own, or as the beginning of one that goes on.
    pub fn says(&self, word: &str) -> bool {
        let begins = word.starts_with(is_name);
        self.code.match_indices(word).any(|(at, _)| {
            let before = self.code[..at].chars().next_back();
            !begins || !before.is_some_and(is_name)
        })
    }
}

/// The rooms, in the order `lib.rs` lists them.
pub fn rooms() -> Vec<String> {
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// Every Rust file of the crate, in the order of their names.
pub fn sources() -> Vec<Source> {
    let rust = files().into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs"));
    rust.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(src()).unwrap().to_owned();
        let room = path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        let mut code = without_comments(&text);
        for begin in ["#[cfg(test)]\nmod ", "#[cfg(test)]\npub mod "] {
            code.truncate(code.find(begin).unwrap_or(code.len()));
        }
        if path.with_extension("").iter().any(|part| part == "tests" || part == "handed") {
            code.clear();
        }
        Source { room, path, text, code }
    })
    .collect()
}

/// Every file under `src`.
pub fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![src()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The folder of the source.
pub fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The first word of a path, or of every path of a group.
fn first_words(after: &str) -> Vec<String> {
    let word = |text: &str| text.trim_start().chars().take_while(|c| is_name(*c)).collect();
    let Some(group) = after.strip_prefix('{') else { return vec![word(after)] };
    let mut words = vec![word(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(word(&group[at + 1..])),
            _ => {}
        }
    }
    words.retain(|word: &String| !word.is_empty());
    words
}

/// Takes comments away, and what stands in quotes; lines stay lines.
fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let long = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |at| at + 2)
        } else if c == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.extend(rest[..long].matches('\n'));
        rest = &rest[long..];
    }
    code
}

/// How long a text in quotes is, quotes included.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        let path = PathBuf::from(path);
        Source { room: "votes".to_owned(), path, code: without_comments(text), text: String::new() }
    }

    #[test]
    fn a_room_is_seen_however_its_path_is_written() {
        let it = source(
            "votes/cast.rs",
            "use crate::{\n  web::{Page, form},\n  db,\n};\nfn f() -> crate::server::Hall {}",
        );
        assert_eq!(it.rooms_used(), ["db", "server", "web"]);
        assert_eq!(source("votes/mod.rs", "use super::{web, db::Tx};").rooms_used(), ["db", "web"]);
        assert_eq!(source("votes/cast.rs", "use super::store;").rooms_used(), [""; 0]);
    }

    #[test]
    fn what_is_only_told_is_not_said() {
        let it =
            source("votes/cast.rs", "// axum\nlet a = \"axum \\\" axum\"; /* no */ b(r#\"axum\"#)");
        assert!(!it.says("axum"));
        assert!(source("votes/cast.rs", "use axum::Router;").says("axum"));
        assert!(!source("votes/cast.rs", "let taxum = 1;").says("axum"));
    }
}
