//! Rules about the code itself, checked like any other rule.

mod source;

use std::{collections::BTreeSet, fs};

use source::{Source, files, rooms, sources, src};

/// What every room but the doors stays away from.
const DOORS: &[&str] = &["axum", "askama", "activitypub_federation", "reqwest"];

/// Words that have no business in a room.
const STRANGERS: &[(&[&str], &[&str])] = &[
    (
        &["rules"],
        &[
            "async ", "sea_orm", "tokio", "std::fs", "std::env", "std::net", "std::io", "HashMap",
            "HashSet", "f32", "f64", "now()", "anyhow",
        ],
    ),
    (&["rules"], DOORS),
    (
        &["ids", "clock", "chance", "lottery", "settings", "secret", "error", "db", "mail", "app"],
        DOORS,
    ),
    (&["journal", "signet"], DOORS),
    (&["members", "bodies", "proposals", "votes", "notify", "elections", "neighbours"], DOORS),
    (
        &["members", "bodies", "proposals", "votes", "notify", "elections", "neighbours"],
        &["anyhow", "std::env"],
    ),
    (&["federation"], &["askama", "crate::web", "enum Refusal"]),
    (&["web"], &["activitypub_federation", "enum Refusal", "reqwest"]),
    (&["server"], &["enum Refusal"]),
];

/// Pairs of doors that don't know each other, whatever their order.
const APART: &[(&str, &str)] = &[("web", "federation"), ("federation", "web")];

/// Rooms that may speak to the database in any file.
const GROUND: &[&str] = &[
    "ids", "chance", "secret", "clock", "settings", "error", "db", "mail", "app", "journal",
    "world", "tidy",
];

/// Rooms whose acts name the connection they read through, as the signature that they all share.
const SPOKEN_FOR: &[&str] =
    &["signet", "members", "bodies", "proposals", "votes", "notify", "elections", "neighbours"];

const VAGUE: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "service", "services",
    "handler", "handlers", "types", "models", "lib2", "stuff",
];

const VAGUE_ENDINGS: &[&str] = &["Service", "Manager", "Helper", "Util", "Utils", "Dto", "Impl"];

const LINES_MOST: usize = 400;

#[test]
fn a_room_uses_only_rooms_listed_before_it() {
    let rooms = rooms();
    let mut breaches = Vec::new();
    for it in sources() {
        let Some(place) = rooms.iter().position(|name| *name == it.room) else { continue };
        for used in it.rooms_used() {
            let before = rooms.iter().position(|name| *name == used).is_some_and(|at| at < place);
            let apart = APART.contains(&(it.room.as_str(), used.as_str()));
            if used != it.room && (!before || apart) {
                breaches.push(format!("{}: `{}` may not use `{used}`", it.path.display(), it.room));
            }
        }
        if it.says("super::super") {
            breaches.push(format!("{}: say `crate::`, not `super::super`", it.path.display()));
        }
    }
    assert!(breaches.is_empty(), "see the order in lib.rs\n{}", breaches.join("\n"));
}

#[test]
fn strangers_stay_out() {
    let mut breaches = Vec::new();
    for it in sources() {
        let kept_out = STRANGERS.iter().filter(|(rooms, _)| rooms.contains(&it.room.as_str()));
        for word in kept_out.flat_map(|(_, words)| *words).filter(|word| it.says(word)) {
            breaches.push(format!("{}: `{word}` in `{}`", it.path.display(), it.room));
        }
    }
    assert!(breaches.is_empty(), "see src/README.md\n{}", breaches.join("\n"));
}

#[test]
fn only_stores_speak_to_the_database() {
    let mut breaches = Vec::new();
    for mut it in sources() {
        let is_store = it.is_in("entity") || it.is_in("store");
        if SPOKEN_FOR.contains(&it.room.as_str()) {
            it.code = it.code.replace("sea_orm::ConnectionTrait", "");
        }
        if !is_store && !GROUND.contains(&it.room.as_str()) && it.says("sea_orm") {
            breaches
                .push(format!("{}: `sea_orm` outside entity.rs and store.rs", it.path.display()));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn only_the_command_line_reads_the_environment() {
    let reads = |it: &Source| it.says("env::var") || it.says("env::args");
    let breaches: Vec<_> = sources()
        .into_iter()
        .filter(|it| it.room != "main" && reads(it))
        .map(|it| it.path)
        .collect();
    assert!(breaches.is_empty(), "{breaches:?}");
}

#[test]
fn files_fit_in_the_head() {
    let mut breaches = Vec::new();
    for path in files() {
        let kind = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        if ["rs", "html", "css", "ftl", "md"].contains(&kind) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            if lines > LINES_MOST {
                breaches.push(format!("{}: {lines} lines", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "what second thing is it?\n{}", breaches.join("\n"));
}

#[test]
fn names_say_what_it_is() {
    let mut breaches = Vec::new();
    for it in sources() {
        if VAGUE.iter().any(|vague| it.is_in(vague)) {
            breaches.push(format!("{}: a vague name", it.path.display()));
        }
        let words = it.code.split_whitespace().collect::<Vec<_>>();
        for pair in words.windows(2) {
            let [what, name] = pair else { continue };
            let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let is_type = ["struct", "enum", "trait", "type"].contains(what);
            if is_type && VAGUE_ENDINGS.iter().any(|vague| name.ends_with(vague)) {
                breaches.push(format!("{}: `{name}` is a vague name", it.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_room_opens_with_what_it_is_for() {
    let opens = |it: &Source| it.opens_room() || it.path.ends_with("mod.rs");
    let silent =
        |it: &Source| !it.text.starts_with("//!") && !["lib", "main"].contains(&it.room.as_str());
    let breaches: Vec<_> =
        sources().into_iter().filter(|it| opens(it) && silent(it)).map(|it| it.path).collect();
    assert!(breaches.is_empty(), "begin with `//!`: {breaches:?}");
}

#[test]
fn every_public_function_says_what_it_does() {
    let mut breaches = Vec::new();
    // A query says by its name what it finds.
    let speaks = |it: &Source| !it.code.is_empty() && !it.is_in("store");
    for it in sources().into_iter().filter(speaks) {
        let own = it.text.split("#[cfg(test)]\nmod ").next().unwrap();
        let lines: Vec<&str> = own.lines().map(str::trim).collect();
        for (at, line) in lines.iter().enumerate() {
            let is_function =
                line.starts_with("pub ") && line.contains("fn ") && line.contains('(');
            if is_function && !is_documented(&lines[..at]) {
                breaches.push(format!("{}:{}: {line}", it.path.display(), at + 1));
            }
        }
    }
    assert!(breaches.is_empty(), "one line, third person, present\n{}", breaches.join("\n"));
}

/// Whether the lines before a function end in a doc comment, attributes apart.
fn is_documented(before: &[&str]) -> bool {
    let mut inside = false;
    for line in before.iter().rev() {
        if line.starts_with("#[doc") {
            return true;
        } else if line.starts_with("#[") {
            inside = false;
        } else if inside || line.ends_with(")]") {
            inside = true;
        } else {
            return line.starts_with("///");
        }
    }
    false
}

#[test]
fn the_code_map_names_every_room_in_order() {
    let readme = fs::read_to_string(src().join("README.md")).unwrap();
    let map = readme.split("## Code map").nth(1).unwrap();
    let map = map.split("\n## ").next().unwrap();
    let named = |line: &str| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned());
    let mapped: Vec<String> = map.lines().filter_map(named).collect();
    assert_eq!(mapped, rooms(), "src/README.md and lib.rs differ");
}

#[test]
fn every_word_list_names_rooms_that_exist() {
    let rooms: BTreeSet<String> = rooms().into_iter().collect();
    let listed = STRANGERS.iter().flat_map(|(rooms, _)| *rooms).chain(SPOKEN_FOR).chain(GROUND);
    for name in listed.filter(|name| !["world", "tidy"].contains(name)) {
        assert!(rooms.contains(*name), "`{name}` is no room any more");
    }
}
