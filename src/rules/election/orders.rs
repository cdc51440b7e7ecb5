//! Rankings (`.soc`, `.soi`, `.toc`, `.toi`), as PrefLib keeps them: `3: 2,{1,4}` are three papers
//! that rank 2 first, then 1 and 4 together.

use std::collections::BTreeMap;

use super::{Ballots, Election, Fault, MOST_PAPERS, braces, grouped};
use crate::rules::tally::paper::{Options, Ranking};

/// What the lines that begin with `#` say.
#[derive(Default)]
struct Head<'a> {
    title: &'a str,
    alternatives: Option<(u64, u64)>,
    voters: Option<(u64, u64)>,
    /// The line and the name, by number.
    names: BTreeMap<u64, (u64, &'a str)>,
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let mut head = Head::default();
    let mut rows = Vec::new();
    for (line, raw) in (1_u64..).zip(text.lines().map(str::trim)) {
        match raw.strip_prefix('#') {
            Some(said) => head.hear(line, said)?,
            None if raw.is_empty() => {}
            None => rows.push((line, raw)),
        }
    }
    let options = head.options()?;
    let places: BTreeMap<u64, usize> = head.names.keys().copied().zip(0..).collect();
    let mut papers = Vec::new();
    let mut sum = 0_u64;
    for (line, row) in rows {
        let paper = paper(line, row, &places)?;
        sum = sum.saturating_add(paper.1);
        if sum > MOST_PAPERS {
            return Err(Fault::new(line, format!("there are more than {MOST_PAPERS} papers")));
        }
        papers.push(paper);
    }
    if let Some((line, voters)) = head.voters
        && voters != sum
    {
        return Err(Fault::new(line, format!("{voters} voters are announced, {sum} are there")));
    }
    let ballots = Ballots::Rankings(
        grouped(papers).into_iter().map(|(ranks, papers)| Ranking { ranks, papers }).collect(),
    );
    Ok(Election {
        title: head.title.to_owned(),
        support: ballots.support(options.len()),
        options,
        ballots,
        money: None,
        seats: None,
        withdrawn: Vec::new(),
    })
}

impl<'a> Head<'a> {
    fn hear(&mut self, line: u64, said: &'a str) -> Result<(), Fault> {
        let Some((key, value)) = said.split_once(':') else { return Ok(()) };
        let (key, value) = (key.trim(), value.trim());
        match key {
            "TITLE" => self.title = value,
            "NUMBER ALTERNATIVES" => self.alternatives = Some((line, number(line, value)?)),
            "NUMBER VOTERS" => self.voters = Some((line, number(line, value)?)),
            _ => {
                if let Some(place) = key.strip_prefix("ALTERNATIVE NAME ") {
                    let place = number(line, place)?;
                    if self.names.insert(place, (line, value)).is_some() {
                        let reason = format!("alternative {place} is named twice");
                        return Err(Fault::new(line, reason));
                    }
                }
            }
        }
        Ok(())
    }

    fn options(&self) -> Result<Options, Fault> {
        let named = u64::try_from(self.names.len()).unwrap_or(u64::MAX);
        match self.alternatives {
            Some((line, n)) if n != named => {
                let reason = format!("{n} alternatives are announced, {named} are named");
                return Err(Fault::new(line, reason));
            }
            None if named == 0 => {
                return Err(Fault::new(1, "no alternative is named"));
            }
            _ => {}
        }
        Options::new(self.names.values().map(|(_, name)| *name)).map_err(|twice| {
            let lines = self.names.values().filter(|(_, name)| *name == twice.0);
            let line = lines.map(|(line, _)| *line).max().unwrap_or(1);
            Fault::new(line, twice.to_string())
        })
    }
}

fn number(line: u64, text: &str) -> Result<u64, Fault> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_number { text.parse().ok() } else { None };
    number.ok_or_else(|| Fault::new(line, format!("this is no number: {text}")))
}

/// One line of equal papers.
fn paper(
    line: u64,
    row: &str,
    places: &BTreeMap<u64, usize>,
) -> Result<(Vec<Vec<usize>>, u64), Fault> {
    let Some((papers, order)) = row.split_once(':') else {
        return Err(Fault::new(line, "the number of papers and a colon are missing"));
    };
    let papers = number(line, papers)?;
    let mut seen = vec![false; places.len()];
    let mut ranks = Vec::new();
    for held in braces::parts(line, order)? {
        ranks.push(rank(line, held, places, &mut seen)?);
    }
    Ok((ranks, papers))
}

/// The alternatives that share a rank, smallest number first.
fn rank(
    line: u64,
    held: &str,
    places: &BTreeMap<u64, usize>,
    seen: &mut [bool],
) -> Result<Vec<usize>, Fault> {
    let mut rank = Vec::new();
    for one in held.split(',') {
        let place = number(line, one)?;
        let Some(option) = places.get(&place).copied() else {
            return Err(Fault::new(line, format!("there is no alternative {place}")));
        };
        if seen.get_mut(option).is_none_or(|seen| std::mem::replace(seen, true)) {
            return Err(Fault::new(line, format!("alternative {place} is ranked twice")));
        }
        rank.push(option);
    }
    rank.sort_unstable();
    Ok(rank)
}
