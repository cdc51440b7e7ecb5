//! Budgets (`.pb`), as Pabulib keeps them: three tables (what it is about, the projects, the votes),
//! separated by semicolons.
//!
//! A ballot that names a project twice approves of it once: a mark says yes, and saying it again
//! adds nothing. A voter who is there twice, a project that isn't there and a number of ballots that
//! isn't the number written above them are faults: then the file isn't the election.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Ballots, Election, Fault, Money, Points, grouped};
use crate::rules::tally::paper::{Approval, Options, Ranking};

/// A row of a table, and the names of its columns.
struct Row {
    line: u64,
    columns: Rc<[String]>,
    cells: csv::StringRecord,
}

/// The three tables.
#[derive(Default)]
struct Tables {
    about: BTreeMap<String, (u64, String)>,
    projects: Vec<Row>,
    votes: Vec<Row>,
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let tables = tables(text)?;
    let mut ids = Vec::new();
    for row in &tables.projects {
        ids.push((row.line, row.get("project_id")?.trim()));
    }
    let options = Options::new(ids.iter().map(|(_, id)| *id)).map_err(|twice| {
        let line = ids.iter().filter(|(_, id)| *id == twice.0).map(|(line, _)| *line).max();
        Fault::new(line.unwrap_or(1), format!("the project {} is there twice", twice.0))
    })?;
    tables.check("num_projects", tables.projects.len())?;
    tables.check("num_votes", tables.votes.len())?;
    let money = money(&tables)?;
    let (ballots, support) = ballots(&tables, &options)?;
    let title = tables.about.get("description").map(|(_, text)| text.clone()).unwrap_or_default();
    let support = support.unwrap_or_else(|| ballots.support(options.len()));
    let money = Some(money);
    Ok(Election { title, options, ballots, support, money, seats: None, withdrawn: Vec::new() })
}

impl Row {
    fn get(&self, column: &str) -> Result<&str, Fault> {
        let missing = || Fault::new(self.line, format!("the column {column} is missing"));
        self.find(column).ok_or_else(missing)
    }

    fn find(&self, column: &str) -> Option<&str> {
        self.cells.get(self.columns.iter().position(|name| name == column)?)
    }

    /// What a cell lists, separated by commas.
    fn list(&self, column: &str) -> Result<Vec<&str>, Fault> {
        let cell = self.get(column)?;
        Ok(cell.split(',').map(str::trim).filter(|one| !one.is_empty()).collect())
    }

    /// The projects that a ballot names, in its order, each once.
    fn named(&self, options: &Options) -> Result<Vec<usize>, Fault> {
        let mut named = Vec::new();
        for id in self.list("vote")? {
            let Some(option) = options.place(id) else {
                return Err(Fault::new(self.line, format!("there is no project {id}")));
            };
            if !named.contains(&option) {
                named.push(option);
            }
        }
        Ok(named)
    }
}

impl Tables {
    fn get(&self, key: &str) -> Result<(u64, &str), Fault> {
        let found = self.about.get(key).map(|(line, value)| (*line, value.trim()));
        found.ok_or_else(|| Fault::new(1, format!("there is no {key}")))
    }

    /// Refuses a file that has other rows than it says.
    fn check(&self, key: &str, rows: usize) -> Result<(), Fault> {
        let Some((line, said)) = self.about.get(key) else { return Ok(()) };
        if said.trim() == rows.to_string() {
            return Ok(());
        }
        Err(Fault::new(*line, format!("{key} says {said} but there are {rows}")))
    }
}

fn tables(text: &str) -> Result<Tables, Fault> {
    let mut tables = Tables::default();
    let mut section = String::new();
    let mut columns: Option<Rc<[String]>> = None;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|fault| {
            let line = fault.position().map_or(1, csv::Position::line);
            Fault::new(line, "this is no row of a table")
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let first = record.get(0).unwrap_or_default().trim();
        let alone = record.iter().skip(1).all(|cell| cell.trim().is_empty());
        if first.is_empty() && alone {
            continue;
        }
        if alone && ["META", "PROJECTS", "VOTES"].contains(&first) {
            first.clone_into(&mut section);
            columns = None;
            continue;
        }
        let Some(names) = &columns else {
            columns = Some(record.iter().map(|cell| cell.trim().to_lowercase()).collect());
            continue;
        };
        let row = Row { line, columns: Rc::clone(names), cells: record };
        match section.as_str() {
            "META" => {
                let (key, value) = (row.get("key")?.trim().to_lowercase(), row.get("value")?);
                if tables.about.insert(key.clone(), (line, value.to_owned())).is_some() {
                    return Err(Fault::new(line, format!("{key} is there twice")));
                }
            }
            "PROJECTS" => tables.projects.push(row),
            "VOTES" => tables.votes.push(row),
            _ => return Err(Fault::new(line, "META, PROJECTS or VOTES must come first")),
        }
    }
    Ok(tables)
}

/// The budget and the costs, in the smallest unit that the file uses.
fn money(tables: &Tables) -> Result<Money, Fault> {
    let (line, budget) = tables.get("budget")?;
    let mut sums = vec![decimal(line, budget)?];
    for row in &tables.projects {
        sums.push(decimal(row.line, row.get("cost")?)?);
    }
    let decimals = sums.iter().map(|sum| sum.decimals).max().unwrap_or_default();
    let mut units = Vec::new();
    for sum in sums {
        let more = decimals.saturating_sub(sum.decimals);
        let unit = 10_u64.checked_pow(more).and_then(|ten| sum.digits.checked_mul(ten));
        units.push(unit.ok_or_else(|| Fault::new(sum.line, "this sum is too large"))?);
    }
    let budget = units.remove(0);
    Ok(Money { budget, costs: units, decimals })
}

/// A sum as written: `1250.5` is 12505 with one decimal.
struct Decimal {
    line: u64,
    digits: u64,
    decimals: u32,
}

fn decimal(line: u64, text: &str) -> Result<Decimal, Fault> {
    let no_sum = || Fault::new(line, format!("this is no sum of money: {text}"));
    let (whole, part) = text.trim().split_once(['.', ',']).unwrap_or((text.trim(), ""));
    let part = part.trim_end_matches('0');
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return Err(no_sum());
    }
    let digits = format!("{whole}{part}").parse().map_err(|_| no_sum())?;
    let decimals = u32::try_from(part.len()).map_err(|_| no_sum())?;
    Ok(Decimal { line, digits, decimals })
}

/// The ballots and, where their type says how they add up, the points of each project.
fn ballots(tables: &Tables, options: &Options) -> Result<(Ballots, Option<Vec<i64>>), Fault> {
    let mut voters = BTreeSet::new();
    for row in &tables.votes {
        let voter = row.get("voter_id")?.trim();
        if !voter.is_empty() && !voters.insert(voter) {
            return Err(Fault::new(row.line, format!("the voter {voter} is there twice")));
        }
    }
    let (line, kind) = tables.get("vote_type")?;
    match kind {
        "approval" | "choose-1" => Ok((approvals(&tables.votes, options)?, None)),
        "cumulative" | "scoring" => {
            let points = points(&tables.votes, options)?;
            let support = sum(&points, options.len());
            Ok((Ballots::Points(points), Some(support)))
        }
        "ordinal" => rankings(tables, options),
        other => Err(Fault::new(line, format!("there is no way to read {other} votes"))),
    }
}

fn approvals(votes: &[Row], options: &Options) -> Result<Ballots, Fault> {
    let mut papers = Vec::new();
    for row in votes {
        let mut named = row.named(options)?;
        named.sort_unstable();
        papers.push((named, 1));
    }
    let papers = grouped(papers).into_iter();
    Ok(Ballots::Approvals(papers.map(|(options, papers)| Approval { options, papers }).collect()))
}

fn points(votes: &[Row], options: &Options) -> Result<Vec<Points>, Fault> {
    let mut papers = Vec::new();
    for row in votes {
        let named = row.named(options)?;
        let points = row.list("points")?;
        if named.len() != points.len() {
            return Err(Fault::new(row.line, "not every project has its points"));
        }
        let mut given = Vec::new();
        for (option, points) in named.into_iter().zip(points) {
            let points: i64 = points
                .parse()
                .map_err(|_| Fault::new(row.line, format!("this is no number: {points}")))?;
            given.push((option, points));
        }
        given.sort_unstable();
        papers.push((given, 1));
    }
    Ok(grouped(papers).into_iter().map(|(given, papers)| Points { given, papers }).collect())
}

/// The sum of the points of each option.
fn sum(papers: &[Points], options: usize) -> Vec<i64> {
    let mut support = vec![0_i64; options];
    for one in papers {
        let papers = i64::try_from(one.papers).unwrap_or(i64::MAX);
        for (option, points) in &one.given {
            if let Some(sum) = support.get_mut(*option) {
                *sum = sum.saturating_add(points.saturating_mul(papers));
            }
        }
    }
    support
}

/// Rankings. Their points are those in the file, or else as many for the first as a ballot may name,
/// and one less for each next.
fn rankings(tables: &Tables, options: &Options) -> Result<(Ballots, Option<Vec<i64>>), Fault> {
    let mut papers = Vec::new();
    for row in &tables.votes {
        let ranks: Vec<Vec<usize>> = row.named(options)?.into_iter().map(|one| vec![one]).collect();
        papers.push((ranks, 1));
    }
    let papers = grouped(papers).into_iter().map(|(ranks, papers)| Ranking { ranks, papers });
    let papers: Vec<Ranking> = papers.collect();
    let written = tables.votes.iter().all(|row| row.find("points").is_some());
    let support = if written {
        sum(&points(&tables.votes, options)?, options.len())
    } else {
        let longest = papers.iter().map(|one| one.ranks.len()).max().unwrap_or_default();
        let most = match tables.about.get("max_length") {
            None => i64::try_from(longest).unwrap_or(i64::MAX),
            Some((line, text)) => text
                .trim()
                .parse()
                .map_err(|_| Fault::new(*line, format!("this is no number: {text}")))?,
        };
        sum(&by_place(&papers, most), options.len())
    };
    Ok((Ballots::Rankings(papers), Some(support)))
}

fn by_place(papers: &[Ranking], most: i64) -> Vec<Points> {
    let given = |one: &Ranking| {
        let ranks = one.ranks.iter().flatten().copied();
        let points = (0_i64..).map(|place| most.saturating_sub(place).max(0));
        ranks.zip(points).collect()
    };
    papers.iter().map(|one| Points { given: given(one), papers: one.papers }).collect()
}
