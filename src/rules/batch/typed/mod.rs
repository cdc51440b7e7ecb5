//! What a teller types, line by line, and what it means. Forgiving in how, strict in what: every line
//! that can't be read is told with its number, and nothing is guessed.
//!
//! Every number with its mark: `12 voor`, `14 18-22 tegen`, `voor: 3 5 7`; options by their letters:
//! `15: C,A,B` or `16: B E`, of equal rank `17: A,B=C`. Apart from the numbers: `voor`, `12 x voor`,
//! `tegen 3`, `4 x C,A,B`. Dutch and English words both do. Where all papers have one order the places
//! on the paper do, too: `15: 3,1,2`; where candidates stand in different orders a place says nothing.

use std::collections::BTreeMap;

use super::{Layout, entry::Entry};
use crate::rules::{
    ballot::{Choice, Mark},
    printed,
    tally::method::{Method, Opt, PaperKind},
    word::words,
};

words! {
    /// A field that a teller types in.
    pub enum Place {
        Lines = "lines",
        Papers = "papers",
        Aside = "aside",
        Helped = "helped",
    }
}

words! {
    /// What is wrong with a line.
    pub enum Wrong {
        NoNumber = "no_number",
        NotANumber = "not_a_number",
        /// The roll has no such number.
        NotOnTheRoll = "not_on_the_roll",
        /// The number stands in an earlier line.
        Twice = "twice",
        NoMark = "no_mark",
        UnknownMark = "unknown_mark",
        NotOnThePaper = "not_on_the_paper",
        NotACount = "not_a_count",
        /// A place on the paper, where the papers have different orders.
        NotALetter = "not_a_letter",
    }
}

/// A line that can't be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub place: Place,
    /// From 1.
    pub line: usize,
    pub wrong: Wrong,
    /// The part of the line that it is about.
    pub text: String,
}

/// What the batch is typed against.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    pub layout: Layout,
    pub method: &'a Method,
    pub options: &'a [Opt],
    /// Whether the options stand in different orders on the papers.
    pub is_by_lot: bool,
    /// The highest number on the roll.
    pub highest: i64,
}

/// The fields as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The numbers, each with its mark unless marks lie apart.
    pub lines: String,
    /// The marks that lie apart.
    pub papers: String,
    pub aside: String,
    pub helped: String,
}

type Read<T> = Result<T, (Wrong, String)>;

/// Reads what was typed.
///
/// # Errors
/// Every line that can't be read.
pub fn read(sheet: &Sheet<'_>, typed: &Typed) -> Result<Entry, Vec<Fault>> {
    let mut entry = Entry::default();
    let mut faults = Vec::new();
    for (line, text) in lines(&typed.lines) {
        if let Err((wrong, text)) = take_numbers(sheet, &mut entry, &text) {
            faults.push(Fault { place: Place::Lines, line, wrong, text });
        }
    }
    if sheet.layout == Layout::Apart {
        for (line, text) in lines(&typed.papers) {
            match counted(sheet, &text) {
                Ok((0, _)) => {}
                Ok((papers, mark)) => {
                    let equal = entry.apart.entry(mark).or_default();
                    *equal = equal.saturating_add(papers);
                }
                Err((wrong, text)) => {
                    faults.push(Fault { place: Place::Papers, line, wrong, text });
                }
            }
        }
    }
    for (place, text) in [(Place::Aside, &typed.aside), (Place::Helped, &typed.helped)] {
        let text = text.trim();
        match if text.is_empty() { Ok(0) } else { text.parse() } {
            Ok(n) if place == Place::Aside => entry.aside = n,
            Ok(n) => entry.helped = n,
            Err(_) => {
                let (line, wrong, text) = (1, Wrong::NotACount, text.to_owned());
                faults.push(Fault { place, line, wrong, text });
            }
        }
    }
    if faults.is_empty() { Ok(entry) } else { Err(faults) }
}

/// Writes an entry down as a teller could have typed it, by number; `word` says what isn't an option.
#[must_use]
pub fn write(sheet: &Sheet<'_>, entry: &Entry, word: impl Fn(&Mark) -> String) -> Typed {
    let marked = |mark: &Mark| match mark {
        Mark::Choice(_) | Mark::Blank | Mark::Spoiled | Mark::Answer(_) => word(mark),
        Mark::Approve(keys) => joined(sheet, keys, " "),
        Mark::Rank(ranks) => {
            let ranks: Vec<String> = ranks.iter().map(|rank| joined(sheet, rank, "=")).collect();
            ranks.join(",")
        }
    };
    let line = |(number, mark): (&i64, &Option<Mark>)| match mark {
        None => number.to_string(),
        Some(mark) => format!("{number}: {}", marked(mark)),
    };
    let lines: Vec<String> = entry.voters.iter().map(line).collect();
    let papers: Vec<String> =
        entry.apart.iter().map(|(mark, papers)| format!("{papers} x {}", marked(mark))).collect();
    let (lines, papers) = (lines.join("\n"), papers.join("\n"));
    Typed { lines, papers, aside: entry.aside.to_string(), helped: entry.helped.to_string() }
}

fn joined(sheet: &Sheet<'_>, keys: &[String], between: &str) -> String {
    let place = |key: &String| sheet.options.iter().position(|option| option.key == *key);
    keys.iter().filter_map(place).map(printed::letter).collect::<Vec<_>>().join(between)
}

/// The lines that aren't empty, each with its number.
fn lines(text: &str) -> impl Iterator<Item = (usize, String)> {
    let numbered = (1_usize..).zip(text.lines().map(|line| line.trim().to_lowercase()));
    numbered.filter(|(_, line)| !line.is_empty())
}

fn take_numbers(sheet: &Sheet<'_>, entry: &mut Entry, line: &str) -> Read<()> {
    let (listed, marked) = match sheet.layout {
        Layout::Apart => (line, None),
        Layout::Paired => {
            let (listed, marked) = parted(line);
            if marked.is_empty() {
                return Err((Wrong::NoMark, line.to_owned()));
            }
            (listed, Some(mark(sheet, marked)?))
        }
    };
    let listed = numbers(listed, sheet.highest)?;
    let mut seen: BTreeMap<i64, Option<Mark>> = BTreeMap::new();
    for number in listed {
        let is_new = !entry.voters.contains_key(&number);
        if !is_new || seen.insert(number, marked.clone()).is_some() {
            return Err((Wrong::Twice, number.to_string()));
        }
    }
    entry.voters.append(&mut seen);
    Ok(())
}

/// The numbers and the mark of a line, whichever comes first.
fn parted(line: &str) -> (&str, &str) {
    let begins_with_word = line.starts_with(char::is_alphabetic);
    match (line.split_once(':'), begins_with_word) {
        (Some((mark, numbers)), true) => (numbers, mark.trim()),
        (Some((numbers, mark)), false) => (numbers, mark.trim()),
        (None, true) => {
            let (mark, numbers) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            (numbers, mark)
        }
        (None, false) => {
            let at = line.find(char::is_alphabetic).unwrap_or(line.len());
            let (numbers, mark) = line.split_at_checked(at).unwrap_or((line, ""));
            (numbers, mark.trim())
        }
    }
}

fn numbers(text: &str, highest: i64) -> Read<Vec<i64>> {
    let close = text.replace('–', "-").replace(" -", "-").replace("- ", "-");
    let parts = close.split(|sign: char| sign == ',' || sign == ';' || sign.is_whitespace());
    let mut numbers = Vec::new();
    for part in parts.map(|part| part.trim_end_matches('.')).filter(|part| !part.is_empty()) {
        let read =
            |text: &str| text.parse::<i64>().map_err(|_| (Wrong::NotANumber, part.to_owned()));
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (read(from)?, read(to)?);
        if from < 1 || to > highest || from > to {
            return Err((Wrong::NotOnTheRoll, part.to_owned()));
        }
        numbers.extend(from..=to);
    }
    if numbers.is_empty() { Err((Wrong::NoNumber, text.trim().to_owned())) } else { Ok(numbers) }
}

/// A mark that lies apart, and how many papers or hands there are of it.
fn counted(sheet: &Sheet<'_>, line: &str) -> Read<(u64, Mark)> {
    let times = ['x', '×', '*'];
    // An `x` may be a letter, too: it means times only beside a number.
    for (one, other) in [line.split_once(times), line.rsplit_once(times)].into_iter().flatten() {
        match (one.trim().parse(), other.trim().parse()) {
            (Ok(papers), _) => return Ok((papers, mark(sheet, other.trim())?)),
            (_, Ok(papers)) => return Ok((papers, mark(sheet, one.trim())?)),
            _ => {}
        }
    }
    if !line.contains(char::is_alphabetic) {
        return Ok((1, mark(sheet, line)?));
    }
    if sheet.method.has_options() && !line.contains(|sign: char| sign.is_ascii_digit()) {
        return Ok((1, mark(sheet, line)?));
    }
    let parts = line.split(|sign: char| sign == ':' || sign == '=' || sign.is_whitespace());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [word] => Ok((1, mark(sheet, word)?)),
        [one, other] => match (one.parse(), other.parse()) {
            (Ok(papers), _) => Ok((papers, mark(sheet, other)?)),
            (_, Ok(papers)) => Ok((papers, mark(sheet, one)?)),
            _ => Err((Wrong::NotACount, line.to_owned())),
        },
        _ => Err((Wrong::UnknownMark, line.to_owned())),
    }
}

fn mark(sheet: &Sheet<'_>, text: &str) -> Read<Mark> {
    let mark = match word(text) {
        Some(mark) if text.len() > 1 || !sheet.method.has_options() => mark,
        _ => places(sheet, text)?,
    };
    if sheet.method.takes(&mark, sheet.options) {
        Ok(mark)
    } else {
        Err((Wrong::NotOnThePaper, text.to_owned()))
    }
}

fn word(text: &str) -> Option<Mark> {
    Some(match text {
        "voor" | "v" | "for" | "f" => Choice::For.into(),
        "tegen" | "t" | "against" | "a" => Choice::Against.into(),
        "onthouding" | "onthoudt" | "onth" | "abstain" | "abstention" => Choice::Abstain.into(),
        "blanco" | "b" | "blank" => Mark::Blank,
        "ongeldig" | "ong" | "spoiled" | "invalid" => Mark::Spoiled,
        _ => return None,
    })
}

/// Options by their letters, or by their places where all papers have one order: ticks in the order of
/// the letters, ranks in the order in which they are typed.
fn places(sheet: &Sheet<'_>, text: &str) -> Read<Mark> {
    let unknown = || (Wrong::UnknownMark, text.to_owned());
    let close = text.replace(" =", "=").replace("= ", "=");
    let parts = close.split(|sign: char| [',', ';', '>', '+'].contains(&sign) || sign == ' ');
    let parts = parts.filter(|part| !part.is_empty());
    let rank = |part: &str| {
        let mut rank = part.split('=').map(|one| option(sheet, one)).collect::<Read<Vec<_>>>()?;
        rank.sort_unstable();
        Ok(rank)
    };
    match sheet.method.paper() {
        // Whoever objects says why, so that consent isn't given on paper.
        PaperKind::Choice | PaperKind::Consent => Err(unknown()),
        _ if parts.clone().next().is_none() => Err(unknown()),
        PaperKind::One | PaperKind::Marks | PaperKind::Money => {
            let mut ticked = parts.map(rank).collect::<Read<Vec<_>>>()?.concat();
            ticked.sort_unstable();
            Ok(Mark::Approve(ticked.into_iter().map(|(_, key)| key).collect()))
        }
        PaperKind::Ranking { .. } => {
            let keys = |rank: Vec<(usize, String)>| rank.into_iter().map(|(_, key)| key).collect();
            let ranks = parts.map(|part| rank(part).map(keys));
            Ok(Mark::Rank(ranks.collect::<Read<_>>()?))
        }
    }
}

/// An option by its letter, or by its place where that says something: its place from 0, and its key.
fn option(sheet: &Sheet<'_>, text: &str) -> Read<(usize, String)> {
    let wrong = |wrong| (wrong, text.to_owned());
    let place = match (printed::place(text), text.parse::<usize>()) {
        (Some(place), _) => Some(place),
        (None, Ok(_)) if sheet.is_by_lot => return Err(wrong(Wrong::NotALetter)),
        (None, Ok(place)) => place.checked_sub(1),
        (None, Err(_)) => return Err(wrong(Wrong::UnknownMark)),
    };
    let option = place.and_then(|place| Some((place, sheet.options.get(place)?.key.clone())));
    option.ok_or_else(|| wrong(Wrong::NotOnThePaper))
}

#[cfg(test)]
mod tests;
