//! `agenda_phragmen` version 1: an agenda from many proposals, in an order of which every beginning
//! is proportional.
//!
//! Source: Phragmén's sequential method (1894), as in Lackner and Skowron, *Multi-Winner Voting with
//! Approval Preferences* (2023), §2.2. Each place on the agenda is a load of one, carried by the
//! voters who approve of the proposal; a load that lies on a voter stays with them. The next
//! proposal is the one whose approvers would then each carry the least:
//! `(1 + sum of their loads) / number of them`. They all carry that much afterwards. Of proposals
//! that are equal the one with more approvals goes first, then the earlier one where the rules say
//! that the order of the ballot is that of submission, then a lot decides.
//!
//! It promises that an agenda with one place more is the same agenda and one proposal, and
//! proportional justified representation: of the first `k` places, a group of at least `l/k` of those
//! who approve of anything, who all approve of the same `l` proposals, gets at least `l` with
//! something that one of them approves. A proposal that nobody approves is never listed.

use std::fmt;

use dashu_int::{IBig, UBig};
use serde::{Deserialize, Serialize};

use super::{
    Counted, approval,
    choose::{Chooser, ways},
    exact::{Fraction, Row},
    lot::{Lots, Needed},
    paper::{Approval, Options},
};

/// The name of this method in a record.
pub const METHOD: &str = "agenda_phragmen";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many places the agenda has; absent for a place for every proposal that is approved.
    pub places: Option<u32>,
    /// Whether the order of the ballot is the order of submission, and the earlier of equal
    /// proposals goes first.
    #[serde(default)]
    pub earlier_first: bool,
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The papers, and those of them that approve of nothing.
    Papers { papers: u64, blank: u64 },
    /// An option gets the next place. Each of its approvers carries this load afterwards;
    /// `new_voices` of them had approved of nothing on the agenda before.
    Placed { option: String, place: u32, votes: u64, load: Fraction, new_voices: u64 },
    /// An option has no place; the load with which it would have come next.
    Waiting { option: String, votes: u64, load: Fraction },
    /// Nobody approves of an option.
    NoVotes { option: String },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Papers { papers, blank } => {
                write!(f, "{papers} ballots were cast, {blank} of them blank.")
            }
            Self::Placed { option, place, votes, load, new_voices } => write!(
                f,
                "{option} gets place {place}: each of its {votes} approvers now carries {} \
                 thousandths of a place, and {new_voices} of them had nothing on the agenda before.",
                thousandths(load)
            ),
            Self::Waiting { option, votes, load } => write!(
                f,
                "{option} has no place: each of its {votes} approvers would carry {} thousandths.",
                thousandths(load)
            ),
            Self::NoVotes { option } => write!(f, "{option} has no place: nobody approves of it."),
        }
    }
}

fn thousandths(load: &Fraction) -> Fraction {
    Fraction(load.0.clone() * dashu_ratio::RBig::from(1_000_u16))
}

/// Counts a vote.
///
/// Where no lot was drawn and the agenda has a limited number of places, options that are equal and
/// all get one stand in the order of their ids; a lot is needed where it decides which get one. Where
/// every option gets a place the order is the result, and every tie needs a lot.
///
/// # Errors
/// [`Needed`] where a lot must decide and none was drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Approval],
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let same = |one: &Counted<Step>, other: &Counted<Step>| {
        rules.places.is_some() && one.has_winners_of(other)
    };
    let all = ways(lots, same, |chooser| follow(rules, options, ballots, chooser))?;
    let (mut counted, ties) = all.only()?;
    counted.ties = ties;
    Ok(counted)
}

/// A count under way. Every voter carries the load that the last option they approve of was placed
/// with, so their loads are known by the place of that option.
struct Agenda<'a> {
    options: &'a Options,
    ballots: &'a [Approval],
    votes: Vec<u64>,
    /// The loads, by place from 1; the first is the load of nothing.
    loads: Row,
    /// The place that each group of ballots carries the load of.
    carries: Vec<usize>,
    /// For each option, how many of its approvers carry the load of each place.
    bearers: Vec<Vec<i64>>,
    /// The options that have no place yet.
    open: Vec<usize>,
}

fn follow(
    rules: &Rules,
    options: &Options,
    ballots: &[Approval],
    chooser: &mut Chooser<'_>,
) -> Result<Counted<Step>, Needed> {
    let add = |sum: u64, ballot: &Approval| sum.saturating_add(ballot.papers);
    let blank = ballots.iter().filter(|ballot| ballot.options.is_empty()).fold(0, add);
    let mut steps = vec![Step::Papers { papers: ballots.iter().fold(0, add), blank }];
    let mut agenda = Agenda::new(options, ballots);
    let mut winners = Vec::new();
    let places = rules.places.unwrap_or(u32::MAX);
    for place in 1..=places {
        let tied = agenda.next(rules);
        let option = match tied.as_slice() {
            [] => break,
            [only] => *only,
            _ => chooser.choose(options, &tied)?,
        };
        let new_voices = agenda.new_voices(option);
        agenda.place(option);
        winners.push(options.id(option).to_owned());
        steps.push(Step::Placed {
            option: options.id(option).to_owned(),
            place,
            votes: agenda.votes_for(option),
            load: agenda.loads.get(agenda.loads.parts.len().saturating_sub(1)),
            new_voices,
        });
    }
    steps.extend(agenda.rest());
    Ok(Counted { winners, ties: Vec::new(), steps })
}

impl<'a> Agenda<'a> {
    fn new(options: &'a Options, ballots: &'a [Approval]) -> Self {
        let votes = approval::votes(options, ballots);
        let open = (0..options.len())
            .filter(|option| votes.get(*option).is_some_and(|votes| *votes > 0))
            .collect();
        let bearers =
            votes.iter().map(|votes| vec![i64::try_from(*votes).unwrap_or(i64::MAX)]).collect();
        let mut loads = Row::new(UBig::ONE);
        loads.push(&IBig::ZERO, 1);
        Self { options, ballots, votes, loads, carries: vec![0; ballots.len()], bearers, open }
    }

    fn votes_for(&self, option: usize) -> u64 {
        self.votes.get(option).copied().unwrap_or_default()
    }

    /// What the approvers of an option would carry together, over the common denominator.
    fn together(&self, option: usize) -> IBig {
        self.bearers.get(option).map_or(IBig::ZERO, |bearers| self.loads.sum(1, bearers))
    }

    /// How many approvers of an option carry nothing yet.
    fn new_voices(&self, option: usize) -> u64 {
        let free = self.bearers.get(option).and_then(|bearers| bearers.first()).copied();
        free.and_then(|free| u64::try_from(free).ok()).unwrap_or_default()
    }

    /// The options that may come next; several where only a lot can decide.
    fn next(&self, rules: &Rules) -> Vec<usize> {
        let mut best: Vec<usize> = Vec::new();
        let mut least: Option<(IBig, u64)> = None;
        for option in &self.open {
            let (load, votes) = (self.together(*option), self.votes_for(*option));
            let order = least.as_ref().map_or(std::cmp::Ordering::Less, |(least, by)| {
                let (one, other) = (&load * IBig::from(*by), least * IBig::from(votes));
                one.cmp(&other).then(by.cmp(&votes))
            });
            if order.is_lt() {
                best.clear();
                least = Some((load, votes));
            }
            if order.is_le() {
                best.push(*option);
            }
        }
        if rules.earlier_first {
            best.truncate(1);
        }
        best
    }

    /// Gives an option the next place, and its approvers their load.
    fn place(&mut self, option: usize) {
        let load = self.together(option);
        let place = self.loads.parts.len();
        self.loads.push(&load, self.votes_for(option));
        self.open.retain(|other| *other != option);
        for bearers in &mut self.bearers {
            bearers.push(0);
        }
        for (ballot, carries) in self.ballots.iter().zip(&mut self.carries) {
            if !ballot.options.contains(&option) {
                continue;
            }
            let papers = i64::try_from(ballot.papers).unwrap_or(i64::MAX);
            for one in &ballot.options {
                let Some(bearers) = self.bearers.get_mut(*one) else { continue };
                if let Some(before) = bearers.get_mut(*carries) {
                    *before = before.saturating_sub(papers);
                }
                if let Some(now) = bearers.get_mut(place) {
                    *now = now.saturating_add(papers);
                }
            }
            *carries = place;
        }
    }

    /// The steps of the options that have no place, the next first.
    fn rest(&self) -> Vec<Step> {
        let named = |option: usize| self.options.id(option).to_owned();
        let mut waiting: Vec<(Fraction, String, u64)> = self
            .open
            .iter()
            .map(|option| {
                let votes = self.votes_for(*option);
                let of = self.loads.of.clone() * votes;
                (Fraction::new(self.together(*option), of), named(*option), votes)
            })
            .collect();
        waiting.sort();
        let none = (0..self.options.len()).filter(|option| self.votes_for(*option) == 0);
        let mut none: Vec<String> = none.map(named).collect();
        none.sort();
        let waiting = waiting.into_iter();
        let waiting = waiting.map(|(load, option, votes)| Step::Waiting { option, votes, load });
        waiting.chain(none.into_iter().map(|option| Step::NoVotes { option })).collect()
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod handed;
