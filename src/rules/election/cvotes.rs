//! Rankings in words (`.cvotes`), the Condorcet election format: parameters in lines that begin with
//! `#/`, then votes as `tags || A > B = C ^2 * 10`, where `^` is a weight (where weights are allowed)
//! and `*` a number of equal papers. `#` begins a comment.
//!
//! Names that aren't among the candidates are passed over, as the format prescribes. Whoever isn't
//! ranked stands last, together with the others; the format's other reading (`Implicit Ranking:
//! false`, compared with nobody) is no reading of the methods here, so that a paper which would need
//! it is refused.

use std::collections::BTreeSet;

use super::{Ballots, Election, Fault, MOST_PAPERS, grouped};
use crate::rules::tally::paper::{Options, Ranking};

/// Papers that rank nobody, in the two spellings that are about.
const NOBODY: [&str; 2] = ["/EMPTY_RANKING/", "/EMPTY/"];

/// What the parameters say.
struct Head<'a> {
    candidates: Option<(u64, Vec<&'a str>)>,
    seats: Option<u32>,
    is_implicit: bool,
    is_weighted: bool,
}

/// A line of equal papers, by name.
struct Row<'a> {
    line: u64,
    ranks: Vec<Vec<&'a str>>,
    papers: u64,
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let mut head = Head { candidates: None, seats: None, is_implicit: true, is_weighted: false };
    let mut rows = Vec::new();
    let mut sum = 0_u64;
    for (line, raw) in (1_u64..).zip(text.lines()) {
        if let Some(parameter) = raw.strip_prefix("#/") {
            if !rows.is_empty() {
                return Err(Fault::new(line, "a parameter stands after the first vote"));
            }
            head.hear(line, parameter)?;
            continue;
        }
        let vote = raw.split_once('#').map_or(raw, |(vote, _)| vote).trim();
        if vote.is_empty() {
            continue;
        }
        let row = row(line, vote, head.is_weighted)?;
        sum = sum.saturating_add(row.papers);
        if sum > MOST_PAPERS {
            return Err(Fault::new(line, format!("there are more than {MOST_PAPERS} papers")));
        }
        rows.push(row);
    }
    let options = head.options(&rows)?;
    let mut papers = Vec::new();
    for row in rows {
        papers.push((head.ranks(&row, &options)?, row.papers));
    }
    let ballots = Ballots::Rankings(
        grouped(papers).into_iter().map(|(ranks, papers)| Ranking { ranks, papers }).collect(),
    );
    Ok(Election {
        title: String::new(),
        support: ballots.support(options.len()),
        options,
        ballots,
        money: None,
        seats: head.seats,
        withdrawn: Vec::new(),
    })
}

impl<'a> Head<'a> {
    fn hear(&mut self, line: u64, parameter: &'a str) -> Result<(), Fault> {
        let Some((key, value)) = parameter.split_once(':') else {
            return Err(Fault::new(line, "a parameter has no colon"));
        };
        let value = value.trim();
        match key.trim().to_lowercase().as_str() {
            "candidates" => {
                let names: Vec<&str> = value.split(';').map(str::trim).collect();
                if names.iter().any(|name| name.is_empty()) {
                    return Err(Fault::new(line, "a candidate has no name"));
                }
                self.candidates = Some((line, names));
            }
            "number of seats" | "number of seat" => {
                let seats = value.parse();
                self.seats =
                    Some(seats.map_err(|_| Fault::new(line, format!("no number: {value}")))?);
            }
            "implicit ranking" => self.is_implicit = yes_or_no(line, value)?,
            "weight allowed" => self.is_weighted = yes_or_no(line, value)?,
            // The format allows parameters of other programs.
            _ => {}
        }
        Ok(())
    }

    /// The candidates that are listed, or else all that are ranked, in the order of their names.
    fn options(&self, rows: &[Row<'a>]) -> Result<Options, Fault> {
        let Some((line, names)) = &self.candidates else {
            let mut names: Vec<&str> = rows.iter().flat_map(|row| row.ranks.concat()).collect();
            names.sort_unstable();
            names.dedup();
            return Options::new(names).map_err(|twice| Fault::new(1, twice.to_string()));
        };
        Options::new(names.iter().copied()).map_err(|twice| Fault::new(*line, twice.to_string()))
    }

    /// The ranks of a paper, by number.
    fn ranks(&self, row: &Row<'a>, options: &Options) -> Result<Vec<Vec<usize>>, Fault> {
        let mut seen = BTreeSet::new();
        let mut ranks = Vec::new();
        for names in &row.ranks {
            let mut rank = Vec::new();
            for name in names {
                let Some(option) = options.place(name) else { continue };
                seen.insert(option);
                rank.push(option);
            }
            rank.sort_unstable();
            if !rank.is_empty() {
                ranks.push(rank);
            }
        }
        if !self.is_implicit && !seen.is_empty() && seen.len() < options.len() {
            let reason = "a paper leaves candidates out, and without implicit ranking they would be \
                          compared with nobody, which no method here does";
            return Err(Fault::new(row.line, reason));
        }
        Ok(ranks)
    }
}

fn yes_or_no(line: u64, value: &str) -> Result<bool, Fault> {
    match value.to_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Fault::new(line, format!("neither true nor false: {value}"))),
    }
}

/// One line of votes, without its comment.
fn row(line: u64, vote: &str, is_weighted: bool) -> Result<Row<'_>, Fault> {
    let vote = vote.split_once("||").map_or(vote, |(_, vote)| vote);
    let (vote, papers) = number_after('*', line, vote)?;
    let (vote, weight) = number_after('^', line, vote)?;
    let weight = if is_weighted { weight } else { 1 };
    let papers = papers.saturating_mul(weight);
    let vote = vote.trim();
    if NOBODY.contains(&vote) {
        return Ok(Row { line, ranks: Vec::new(), papers });
    }
    if let Some(mark) = vote.chars().find(|mark| "<;,/^*".contains(*mark)) {
        return Err(Fault::new(line, format!("{mark} can't stand in a ranking")));
    }
    let ranks: Vec<Vec<&str>> =
        vote.split('>').map(|rank| rank.split('=').map(str::trim).collect()).collect();
    if ranks.iter().flatten().any(|name| name.is_empty()) {
        return Err(Fault::new(line, "a rank is empty"));
    }
    let mut names = BTreeSet::new();
    if let Some(name) = ranks.iter().flatten().find(|name| !names.insert(**name)) {
        return Err(Fault::new(line, format!("{name} is ranked twice")));
    }
    Ok(Row { line, ranks, papers })
}

/// What stands before a mark, and the number after it; one where there is no mark.
fn number_after(mark: char, line: u64, text: &str) -> Result<(&str, u64), Fault> {
    let Some((before, number)) = text.split_once(mark) else { return Ok((text, 1)) };
    let number = number.trim();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let read = if is_number { number.parse().ok() } else { None };
    read.map(|number| (before, number))
        .ok_or_else(|| Fault::new(line, format!("no number after {mark}: {number}")))
}
