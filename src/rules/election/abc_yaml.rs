//! Approval ballots with seats (`.abc.yaml`), as abcvoting keeps them: a list of the approved
//! candidates of each voter, how many candidates there are, and how many are elected. Only this
//! shape of YAML is read. Candidates are called by their number, from 0.

use super::{Ballots, Election, Fault, grouped};
use crate::rules::tally::paper::{Approval, Options};

/// More candidates than any ballot could hold are a fault, not a reason to ask for memory.
const MOST_CANDIDATES: usize = 10_000;

/// One value at the left margin: its key, its line, and its text up to the next key.
struct Entry<'a> {
    key: &'a str,
    line: u64,
    lines: Vec<&'a str>,
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let entries = entries(text)?;
    let find = |key: &str| entries.iter().find(|entry| entry.key == key);
    let Some(profile) = find("profile") else {
        return Err(Fault::new(1, "there is no profile"));
    };
    let sets = sets(profile)?;
    let candidates = match find("num_cand") {
        Some(entry) => number(entry)?,
        None => {
            let last = sets.iter().flat_map(|(_, set)| set).max();
            last.map_or(0, |last| last.saturating_add(1))
        }
    };
    if candidates > MOST_CANDIDATES {
        return Err(Fault::new(profile.line, format!("{candidates} candidates are too many")));
    }
    if let Some((line, set)) = sets.iter().find(|(_, set)| set.iter().any(|one| *one >= candidates))
    {
        let stranger = set.iter().max().copied().unwrap_or_default();
        let reason = format!("{stranger} is no candidate: there are {candidates}, counted from 0");
        return Err(Fault::new(*line, reason));
    }
    let seats = match find("committeesize") {
        Some(entry) => Some(u32::try_from(number(entry)?).map_err(|_| too_large(entry.line))?),
        None => None,
    };
    let options = Options::new((0..candidates).map(|one| one.to_string()))
        .map_err(|twice| Fault::new(profile.line, twice.to_string()))?;
    let papers = sets.into_iter().map(|(_, mut set)| {
        set.sort_unstable();
        set.dedup();
        (set, 1)
    });
    let papers = grouped(papers).into_iter().map(|(options, papers)| Approval { options, papers });
    let ballots = Ballots::Approvals(papers.collect());
    let title = find("description").map(|entry| entry.lines.join(" ")).unwrap_or_default();
    Ok(Election {
        title: title.trim().trim_matches('"').to_owned(),
        support: ballots.support(options.len()),
        options,
        ballots,
        money: None,
        seats,
        withdrawn: Vec::new(),
    })
}

fn too_large(line: u64) -> Fault {
    Fault::new(line, "this number is too large")
}

/// The values at the left margin. Lines that are indented, or that begin a list, belong to the value
/// above them.
fn entries(text: &str) -> Result<Vec<Entry<'_>>, Fault> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (line, raw) in (1_u64..).zip(text.lines()) {
        if raw.trim().is_empty() || raw.starts_with('#') || raw.trim_end() == "---" {
            continue;
        }
        if raw.starts_with([' ', '\t', '-', ']', '[']) {
            let Some(entry) = entries.last_mut() else {
                return Err(Fault::new(line, "this belongs to no key"));
            };
            entry.lines.push(raw);
            continue;
        }
        let Some((key, rest)) = raw.split_once(':') else {
            return Err(Fault::new(line, "a key and a colon are missing"));
        };
        if entries.iter().any(|entry| entry.key == key.trim()) {
            return Err(Fault::new(line, format!("{} is there twice", key.trim())));
        }
        entries.push(Entry { key: key.trim(), line, lines: vec![rest] });
    }
    Ok(entries)
}

fn number(entry: &Entry<'_>) -> Result<usize, Fault> {
    let text = entry.lines.join(" ");
    text.trim()
        .parse()
        .map_err(|_| Fault::new(entry.line, format!("{} is no number: {}", entry.key, text.trim())))
}

/// A list of lists of numbers, each with the line in which it ends.
fn sets(profile: &Entry<'_>) -> Result<Vec<(u64, Vec<usize>)>, Fault> {
    let mut sets = Vec::new();
    let mut depth = 0_u8;
    let mut set: Vec<usize> = Vec::new();
    let mut closed = false;
    for (line, text) in (profile.line..).zip(&profile.lines) {
        let text = text.split(" #").next().unwrap_or_default();
        for word in words(text) {
            let stray = || Fault::new(line, format!("the list of lists has a stray {word}"));
            if closed {
                return Err(stray());
            }
            match (word, depth) {
                ("[", 0 | 1) => depth = depth.saturating_add(1),
                ("]", 2) => {
                    sets.push((line, std::mem::take(&mut set)));
                    depth = 1;
                }
                ("]", 1) => closed = true,
                (",", 1 | 2) => {}
                (_, 2) => set.push(word.parse().map_err(|_| stray())?),
                _ => return Err(stray()),
            }
        }
    }
    if closed { Ok(sets) } else { Err(Fault::new(profile.line, "the list of lists doesn't end")) }
}

/// Brackets, commas and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['[', ']', ','])
        .flat_map(|piece| {
            let mark = piece.trim_end_matches(['[', ']', ',']).len();
            let (word, mark) = piece.split_at_checked(mark).unwrap_or((piece, ""));
            [word.trim(), mark]
        })
        .filter(|word| !word.is_empty())
}
