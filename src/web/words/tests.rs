use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::journal::Event;

/// Keys that are put together from a beginning and a word.
const FAMILIES: &[&str] =
    &["told-", "method-", "explained-", "picture-", "answer-", "secrecy-", "done-", "event-"];

fn keys(files: &[&str]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files {
        let read = FluentResource::try_new((*file).to_owned());
        assert!(read.is_ok(), "{:?}", read.err().map(|(_, faults)| faults));
        let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        for key in file.lines().filter(begins).filter_map(|line| line.split_once(" =")) {
            assert!(keys.insert(key.0.to_owned()), "{} twice", key.0);
        }
    }
    keys
}

fn words(language: Language) -> Words {
    let now = DateTime::from_timestamp_millis(1_795_269_900_000).unwrap();
    Words::new(language, "Europe/Amsterdam", now)
}

#[test]
fn every_language_has_the_same_keys() {
    assert_eq!(keys(DUTCH_FILES), keys(ENGLISH_FILES));
}

#[test]
fn every_language_fills_in_the_same_things() {
    let things = |files: &[&str]| -> BTreeMap<String, BTreeSet<String>> {
        let text = files.concat();
        let mut key = String::new();
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split(' ').next().unwrap().to_owned();
            }
            for part in line.split('$').skip(1) {
                let name = part.split(|c: char| !c.is_ascii_lowercase()).next().unwrap();
                found.entry(key.clone()).or_default().insert(name.to_owned());
            }
        }
        found
    };
    assert_eq!(things(DUTCH_FILES), things(ENGLISH_FILES));
}

#[test]
fn every_word_that_is_said_is_known_and_every_known_word_is_said() {
    let known = keys(DUTCH_FILES);
    let mut source = String::new();
    read_all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web")), &mut source);
    let said: BTreeSet<&str> = source
        .split('"')
        .filter(|text| text.contains('-') || known.contains(*text))
        .filter(|text| {
            text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        .collect();
    let in_a_family = |key: &str| FAMILIES.iter().any(|family| key.starts_with(family));
    let unsaid: Vec<&String> =
        known.iter().filter(|key| !said.contains(key.as_str()) && !in_a_family(key)).collect();
    assert!(unsaid.is_empty(), "never said: {unsaid:?}");
    let mut unknown = BTreeSet::new();
    for call in [".say(\"", ".with(\"", ".with_two(\"", ".fill(\"", ".hint(\"", ".hint_with(\""] {
        for rest in source.split(call).skip(1) {
            let key = rest.split('"').next().unwrap();
            if !known.contains(key) {
                unknown.insert(key);
            }
        }
    }
    assert!(unknown.is_empty(), "not in the locales: {unknown:?}");
}

#[test]
fn money_in_a_sentence_never_breaks_behind_its_sign() {
    for file in DUTCH_FILES.iter().chain(ENGLISH_FILES) {
        assert!(!file.contains("€ "), "{:?}", file.lines().find(|line| line.contains("€ ")));
    }
}

#[test]
fn everything_that_happens_has_a_sentence() {
    let known = keys(DUTCH_FILES);
    let silent: Vec<_> =
        Event::NAMES.iter().filter(|name| !known.contains(&format!("event-{name}"))).collect();
    assert!(silent.is_empty(), "no sentence for {silent:?}");
}

fn read_all(folder: &Path, source: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, source);
        } else if path.extension().is_some_and(|ext| ext == "rs" || ext == "html") {
            source.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn nothing_stands_around_what_is_filled_in() {
    let said = words(Language::Dutch).with("wording-missing", "field", "de titel");
    assert_eq!(said, "Vul de titel in.");
}

#[test]
fn days_and_times_are_those_of_the_neighbourhood() {
    let (dutch, english) = (words(Language::Dutch), words(Language::English));
    let now = dutch.now;
    assert_eq!(dutch.moment(now), "zaterdag 21 november 2026, 15.05 uur");
    assert_eq!(english.moment(now), "Saturday 21 November 2026, 15:05");
    assert_eq!(dutch.at(now), "om 15.05 uur");
    let tomorrow = now + TimeDelta::days(1);
    assert_eq!(dutch.at(tomorrow), "op zondag 22 november 2026 om 15.05 uur");
    assert_eq!(dutch.zone(), "Amsterdamse tijd");
    assert_eq!(dutch.machine(now), "2026-11-21T15:05:00+01:00");
    assert_eq!(dutch.today().to_string(), "2026-11-21");
}

#[test]
fn a_last_day_is_included() {
    let dutch = words(Language::Dutch);
    let end = dutch.read_last_day("2026-11-30").unwrap();
    assert_eq!(end.to_rfc3339(), "2026-11-30T23:00:00+00:00");
    assert_eq!(dutch.until(end), "tot en met maandag 30 november 2026");
    let typed = dutch.read_moment("2026-07-01T18:00").unwrap();
    assert_eq!(typed.to_rfc3339(), "2026-07-01T16:00:00+00:00");
    assert_eq!(dutch.until(typed), "tot woensdag 1 juli 2026, 18.00 uur");
    assert_eq!(dutch.typed(typed), "2026-07-01T18:00");
    assert_eq!(dutch.read_moment("nonsense"), None);
}

#[test]
fn the_language_that_is_wanted_most_comes_first() {
    assert_eq!(Language::preferred("en;q=0.5, nl-NL"), Some(Language::Dutch));
    assert_eq!(Language::preferred("fr, en-GB;q=0.8, nl;q=0.1"), Some(Language::English));
    assert_eq!(Language::preferred("fr"), None);
}
