//! Sorting into categories (`.cat`), as PrefLib keeps it. The first category is the approved one;
//! what it doesn't hold isn't approved.

use std::collections::BTreeMap;

use super::{Ballots, Election, Fault, braces, grouped};
use crate::rules::tally::paper::{Approval, Options};

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let mut title = String::new();
    let mut voters: Option<(u64, u64)> = None;
    let mut names: BTreeMap<u64, (u64, &str)> = BTreeMap::new();
    let mut rows: Vec<(u64, &str)> = Vec::new();
    for (line, raw) in (1_u64..).zip(text.lines().map(str::trim)) {
        let Some(head) = raw.strip_prefix('#') else {
            if !raw.is_empty() {
                rows.push((line, raw));
            }
            continue;
        };
        let Some((key, value)) = head.split_once(':') else { continue };
        let (key, value) = (key.trim(), value.trim());
        if key == "TITLE" {
            value.clone_into(&mut title);
        } else if key == "NUMBER VOTERS" {
            voters = Some((line, number(line, value)?));
        } else if let Some(place) = key.strip_prefix("ALTERNATIVE NAME ") {
            let place = number(line, place)?;
            if names.insert(place, (line, value)).is_some() {
                return Err(Fault::new(line, format!("alternative {place} is there twice")));
            }
        }
    }
    let places: BTreeMap<u64, usize> = names.keys().copied().zip(0_usize..).collect();
    let options = options(&names)?;
    let mut papers = Vec::new();
    for (line, row) in rows {
        papers.push(paper(line, row, &places)?);
    }
    let papers = grouped(papers).into_iter().map(|(options, papers)| Approval { options, papers });
    let ballots = Ballots::Approvals(papers.collect());
    if let Some((line, said)) = voters
        && said != ballots.papers()
    {
        let reason = format!("the file says {said} voters but has {}", ballots.papers());
        return Err(Fault::new(line, reason));
    }
    Ok(Election {
        title,
        support: ballots.support(options.len()),
        options,
        ballots,
        money: None,
        seats: None,
        withdrawn: Vec::new(),
    })
}

fn number(line: u64, text: &str) -> Result<u64, Fault> {
    text.trim().parse().map_err(|_| Fault::new(line, format!("this is no number: {text}")))
}

/// The names of the alternatives; a name that is there twice is a fault.
fn options(names: &BTreeMap<u64, (u64, &str)>) -> Result<Options, Fault> {
    Options::new(names.values().map(|(_, name)| *name)).map_err(|twice| {
        let line = names.values().filter(|(_, name)| *name == twice.0).map(|(line, _)| *line);
        Fault::new(line.max().unwrap_or(1), twice.to_string())
    })
}

/// One line of equal papers, like `13: {4,5},6,{}`: what the first category holds.
fn paper(line: u64, row: &str, places: &BTreeMap<u64, usize>) -> Result<(Vec<usize>, u64), Fault> {
    let Some((papers, sorted)) = row.split_once(':') else {
        return Err(Fault::new(line, "the number of papers and a colon are missing"));
    };
    let papers = number(line, papers)?;
    let mut approved = Vec::new();
    let mut seen = Vec::new();
    for (category, held) in braces::parts(line, sorted)?.into_iter().enumerate() {
        for one in held.split(',').map(str::trim).filter(|one| !one.is_empty()) {
            let place = number(line, one)?;
            let Some(option) = places.get(&place).copied() else {
                return Err(Fault::new(line, format!("there is no alternative {place}")));
            };
            if seen.contains(&option) {
                return Err(Fault::new(line, format!("alternative {place} is sorted twice")));
            }
            seen.push(option);
            if category == 0 {
                approved.push(option);
            }
        }
    }
    approved.sort_unstable();
    Ok((approved, papers))
}
