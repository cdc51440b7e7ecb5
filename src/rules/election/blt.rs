//! Ballot files (`.blt`) of programs for the single transferable vote.
//!
//! First the number of candidates and of seats, then those who withdrew as negative numbers, and
//! options in square brackets; then a line for equal papers: how many (or an id in parentheses for a
//! single one), the candidates in order of preference, `=` between those of equal rank, `-` for a
//! rank that was skipped, and 0. A single 0 ends the papers; then come the names in quotes and a
//! title. What stands after the title isn't read. An order for ties (`[tie …]`) isn't followed: lots
//! are drawn in public and given with the count.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Ballots, Election, Fault, MOST_PAPERS,
    blt_tokens::{Token, Tokens},
    grouped,
};
use crate::rules::tally::paper::{Options, Ranking};

/// Options that say nothing about the ballots.
const PASSED_OVER: [&str; 3] = ["tie", "undeclared", "droop"];

/// The ranks of equal papers, and how many there are.
type Paper = (Vec<Vec<usize>>, u64);

struct Reader<'a> {
    tokens: Tokens<'a>,
    candidates: u64,
    nicks: BTreeMap<&'a str, u64>,
    /// The numbers, from 1, of those who withdrew.
    withdrawn: Vec<u64>,
}

/// Reads an election.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn read(text: &str) -> Result<Election, Fault> {
    let mut reader = Reader {
        tokens: Tokens::new(text),
        candidates: 0,
        nicks: BTreeMap::new(),
        withdrawn: Vec::new(),
    };
    reader.candidates = reader.number("the number of candidates")?;
    let seats = reader.number("the number of seats")?;
    let Ok(seats) = u32::try_from(seats) else {
        return Err(Fault::new(reader.tokens.line, "there are too many seats"));
    };
    let papers = reader.papers()?;
    let options = reader.names()?;
    let title = match reader.tokens.next() {
        Ok(Some((_, Token::Quoted(title)))) => title.to_owned(),
        _ => String::new(),
    };
    let ballots = Ballots::Rankings(
        grouped(papers).into_iter().map(|(ranks, papers)| Ranking { ranks, papers }).collect(),
    );
    let mut withdrawn: Vec<usize> =
        reader.withdrawn.iter().filter_map(|number| place(*number)).collect();
    withdrawn.sort_unstable();
    withdrawn.dedup();
    Ok(Election {
        title,
        support: ballots.support(options.len()),
        options,
        ballots,
        money: None,
        seats: Some(seats),
        withdrawn,
    })
}

/// Numbers in the file begin with 1, places with 0.
fn place(number: u64) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

fn digits(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

impl<'a> Reader<'a> {
    fn ended<T>(&self, wanted: &str) -> Result<T, Fault> {
        Err(Fault::new(self.tokens.line, format!("the file ends where {wanted} should stand")))
    }

    fn number(&mut self, what: &str) -> Result<u64, Fault> {
        let Some((line, token)) = self.tokens.next()? else { return self.ended(what) };
        let number = if let Token::Word(word) = token { digits(word) } else { None };
        number.ok_or_else(|| Fault::new(line, format!("{what} should stand here")))
    }

    /// Everything from the header to the 0 after the last paper.
    fn papers(&mut self) -> Result<Vec<Paper>, Fault> {
        let mut papers = Vec::new();
        let mut sum = 0_u64;
        loop {
            let Some((line, token)) = self.tokens.next()? else {
                return self.ended("a paper, or 0 after the last");
            };
            let word = match token {
                Token::Word(word) => word,
                Token::Option(option) if papers.is_empty() => {
                    self.option(line, option)?;
                    continue;
                }
                _ => {
                    return Err(Fault::new(
                        line,
                        "a paper, or 0 after the last, should stand here",
                    ));
                }
            };
            if let Some(number) = word.strip_prefix('-')
                && papers.is_empty()
            {
                let number = self.candidate(line, number)?;
                self.withdrawn.push(number);
                continue;
            }
            let n = if word.starts_with('(') { self.pass_id(line, word)? } else { digits(word) };
            let Some(n) = n else {
                return Err(Fault::new(line, format!("this is no number of papers: {word}")));
            };
            if n == 0 {
                return Ok(papers);
            }
            sum = sum.saturating_add(n);
            if sum > MOST_PAPERS {
                return Err(Fault::new(line, format!("there are more than {MOST_PAPERS} papers")));
            }
            papers.push((self.ranks()?, n));
        }
    }

    /// Goes past the id of a paper, which may have several words; such a paper is one.
    fn pass_id(&mut self, line: u64, first: &str) -> Result<Option<u64>, Fault> {
        let mut word = first;
        while !word.ends_with(')') {
            match self.tokens.next()? {
                Some((_, Token::Word(next))) => word = next,
                _ => return Err(Fault::new(line, "the id of a paper isn't closed")),
            }
        }
        Ok(Some(1))
    }

    /// The ranks of a paper, to its 0.
    fn ranks(&mut self) -> Result<Vec<Vec<usize>>, Fault> {
        let mut ranks: Vec<Vec<usize>> = Vec::new();
        let mut seen = BTreeSet::new();
        loop {
            let Some((line, token)) = self.tokens.next()? else {
                return self.ended("a candidate, or 0 after the last");
            };
            let Token::Word(word) = token else {
                return Err(Fault::new(
                    line,
                    "a candidate, or 0 after the last, should stand here",
                ));
            };
            if word == "0" {
                // A rank that was skipped after the last choice says nothing.
                while ranks.last().is_some_and(Vec::is_empty) {
                    ranks.pop();
                }
                return Ok(ranks);
            }
            let mut rank = Vec::new();
            if word != "-" {
                for one in word.split('=') {
                    let number = self.candidate(line, one)?;
                    let Some(option) = place(number).filter(|option| seen.insert(*option)) else {
                        return Err(Fault::new(line, format!("{one} is ranked twice")));
                    };
                    rank.push(option);
                }
            }
            rank.sort_unstable();
            ranks.push(rank);
        }
    }

    /// The number of a candidate, who is named by number or nickname.
    fn candidate(&self, line: u64, word: &str) -> Result<u64, Fault> {
        let number = self.nicks.get(word).copied().or_else(|| digits(word));
        let number = number.filter(|number| (1..=self.candidates).contains(number));
        number.ok_or_else(|| Fault::new(line, format!("there is no candidate {word}")))
    }

    /// What stands in square brackets.
    fn option(&mut self, line: u64, option: &'a str) -> Result<(), Fault> {
        let mut words = option.split_whitespace();
        match words.next().unwrap_or_default() {
            "nick" => {
                for (number, nick) in (1_u64..).zip(words) {
                    if number > self.candidates {
                        return Err(Fault::new(line, "there are more nicknames than candidates"));
                    }
                    if self.nicks.insert(nick, number).is_some() {
                        return Err(Fault::new(
                            line,
                            format!("the nickname {nick} is there twice"),
                        ));
                    }
                }
            }
            "withdrawn" => {
                for word in words {
                    let number = self.candidate(line, word)?;
                    self.withdrawn.push(number);
                }
            }
            known if PASSED_OVER.contains(&known) => {}
            unknown => return Err(Fault::new(line, format!("there is no option {unknown}"))),
        }
        Ok(())
    }

    fn names(&mut self) -> Result<Options, Fault> {
        let mut names: Vec<String> = Vec::new();
        let mut lines = BTreeMap::new();
        for number in 1..=self.candidates {
            let Some((line, token)) = self.tokens.next()? else {
                return self.ended(&format!("the name of candidate {number}"));
            };
            let Token::Quoted(name) = token else {
                let reason =
                    format!("the name of candidate {number}, in quotes, should stand here");
                return Err(Fault::new(line, reason));
            };
            // Such files come from tables, with white space that isn't part of the name.
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            lines.insert(name.clone(), line);
            names.push(name);
        }
        Options::new(names).map_err(|twice| {
            let line = lines.get(&twice.0).copied().unwrap_or(1);
            Fault::new(line, twice.to_string())
        })
    }
}
