//! Elections as written in files that other programs read as well: what can be chosen, the ballots,
//! and what there is to give. One reader per kind of file.
//!
//! A file that can't be read is refused with the line and the reason; nothing is guessed. Limits for
//! a single ballot (at most so many marks) aren't checked: the files hold the ballots that were
//! accepted.

pub mod pabulib;
pub mod abc_yaml;
mod braces;
pub mod categories;
pub mod orders;
pub mod blt;
mod blt_tokens;
pub mod cvotes;
pub mod pool;
pub mod count;

use crate::rules::tally::paper::{Approval, Options, Ranking};

pub use crate::rules::tally::money::Money;

/// An election, as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    pub title: String,
    pub options: Options,
    pub ballots: Ballots,
    /// Votes or points of each option, where the file says how its ballots are added up; else the
    /// ballots that name the option.
    pub support: Vec<i64>,
    /// What the options cost, where money is given out.
    pub money: Option<Money>,
    /// How many are elected, where the file says so.
    pub seats: Option<u32>,
    /// Options that may not win, smallest number first.
    pub withdrawn: Vec<usize>,
}

/// The most papers that a file may hold: the largest number that every reader of a record keeps
/// exact, so that nothing that is counted overflows.
pub(crate) const MOST_PAPERS: u64 = 9_007_199_254_740_991;

/// The ballots, equal ones together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ballots {
    Approvals(Vec<Approval>),
    Rankings(Vec<Ranking>),
    Points(Vec<Points>),
}

/// Equal papers that give points to options: each option at most once, smallest number first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points {
    pub given: Vec<(usize, i64)>,
    /// How many papers are like this, in ballots.
    pub papers: u64,
}

impl Ballots {
    /// The ballots as approvals: of what is ranked, or given more than no points.
    #[must_use]
    pub fn approvals(&self) -> Vec<Approval> {
        let named = |options: Vec<usize>, papers: u64| {
            let mut options = options;
            options.sort_unstable();
            (options, papers)
        };
        let all: Vec<(Vec<usize>, u64)> = match self {
            Self::Approvals(papers) => return papers.clone(),
            Self::Rankings(papers) => {
                papers.iter().map(|one| named(one.ranks.concat(), one.papers)).collect()
            }
            Self::Points(papers) => papers
                .iter()
                .map(|one| {
                    let given = one.given.iter().filter(|(_, points)| *points > 0);
                    named(given.map(|(option, _)| *option).collect(), one.papers)
                })
                .collect(),
        };
        grouped(all).into_iter().map(|(options, papers)| Approval { options, papers }).collect()
    }

    /// How many papers there are, blank ones included.
    #[must_use]
    pub fn papers(&self) -> u64 {
        let add = |sum: u64, papers: u64| sum.saturating_add(papers);
        match self {
            Self::Approvals(all) => all.iter().map(|one| one.papers).fold(0, add),
            Self::Rankings(all) => all.iter().map(|one| one.papers).fold(0, add),
            Self::Points(all) => all.iter().map(|one| one.papers).fold(0, add),
        }
    }

    /// How many papers name each of so many options.
    #[must_use]
    pub fn support(&self, options: usize) -> Vec<i64> {
        let mut support = vec![0_i64; options];
        let mut add = |option: usize, papers: u64| {
            if let Some(votes) = support.get_mut(option) {
                *votes = votes.saturating_add(i64::try_from(papers).unwrap_or(i64::MAX));
            }
        };
        match self {
            Self::Approvals(papers) => papers
                .iter()
                .for_each(|one| one.options.iter().for_each(|option| add(*option, one.papers))),
            Self::Rankings(papers) => papers
                .iter()
                .for_each(|one| one.ranks.iter().flatten().for_each(|it| add(*it, one.papers))),
            Self::Points(papers) => papers.iter().for_each(|one| {
                let given = one.given.iter().filter(|(_, points)| *points > 0);
                given.for_each(|(option, _)| add(*option, one.papers));
            }),
        }
        support
    }
}

/// Puts equal papers together, in an order of their own.
pub(crate) fn grouped<K: Ord>(papers: impl IntoIterator<Item = (K, u64)>) -> Vec<(K, u64)> {
    let mut papers: Vec<(K, u64)> = papers.into_iter().collect();
    papers.sort_unstable();
    papers.dedup_by(|(paper, n), (kept, sum)| {
        let is_same = paper == kept;
        if is_same {
            *sum = sum.saturating_add(*n);
        }
        is_same
    });
    papers
}

/// Why a file can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Fault {
    /// From 1.
    pub line: u64,
    pub reason: String,
}

impl Fault {
    /// A fault in this line.
    #[must_use]
    pub fn new(line: u64, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Budgets (`.pb`), as Pabulib keeps them.
    Pabulib,
    /// Approvals (`.abc.yaml`), as abcvoting keeps them.
    AbcYaml,
    /// Sorting into categories (`.cat`), as PrefLib keeps them; the first category is approved.
    Categories,
    /// Rankings (`.soc`, `.soi`, `.toc`, `.toi`), as PrefLib keeps them.
    Orders,
    /// Ballot files of programs for the single transferable vote (`.blt`).
    Blt,
    /// Rankings in words (`.cvotes`), as Condorcet PHP keeps them.
    Cvotes,
}

/// The endings of file names, each with its kind.
const ENDINGS: [(&str, Kind); 9] = [
    (".pb", Kind::Pabulib),
    (".abc.yaml", Kind::AbcYaml),
    (".cat", Kind::Categories),
    (".soc", Kind::Orders),
    (".soi", Kind::Orders),
    (".toc", Kind::Orders),
    (".toi", Kind::Orders),
    (".blt", Kind::Blt),
    (".cvotes", Kind::Cvotes),
];

impl Kind {
    /// The kind of a file, by the ending of its name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| *kind)
    }
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(kind: Kind, text: &str) -> Result<Election, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match kind {
        Kind::Pabulib => pabulib::read(text),
        Kind::AbcYaml => abc_yaml::read(text),
        Kind::Categories => categories::read(text),
        Kind::Orders => orders::read(text),
        Kind::Blt => blt::read(text),
        Kind::Cvotes => cvotes::read(text),
    }
}

#[cfg(test)]
mod tests;
