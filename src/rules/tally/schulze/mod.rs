//! `schulze` version 1: one winner by comparing options in pairs, with the status quo on the ballot
//! where the rules say so.
//!
//! Source: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
//! condorcet-consistent single-winner election method" (Social Choice and Welfare 36, 2011), with
//! winning votes. Each pair is a duel: how many papers rank one above the other. Options may share
//! a rank, and those that aren't ranked share the last. An option beats another when the strongest
//! path from it is stronger than the strongest path back: a path goes from duel to won duel and is
//! as strong as its weakest one; the duel with more votes for its winner is the stronger, and of two
//! with equally many the one with fewer votes against. Whom nobody beats wins; of several, a lot.
//! The order of all is made the same way among those who are left.
//!
//! Where the status quo stands on the ballot, a winner must win its own duel with it as well; who is
//! tied for a place and doesn't is passed over, and where nobody is left everything stays as it is.
//!
//! Promises: who wins every duel wins (Condorcet); a paper that ranks the winner higher never makes
//! it lose (monotone); putting up near copies of an option neither helps nor harms it
//! (independence of clones). Does not promise: that ranking a second choice never harms the first.

mod duels;
mod paths;
mod step;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use step::{Path, Step};

use self::{duels::Duels, paths::Paths};
use super::{
    Counted,
    lot::{Lots, Needed},
    paper::{Options, Ranking},
};

/// The name of this method in a record.
pub const METHOD: &str = "schulze";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many win, the strongest first.
    pub winners: u32,
    /// The id of the option that leaves everything as it is.
    #[serde(default)]
    pub status_quo: Option<String>,
    /// Ids on the ballot that no longer stand.
    #[serde(default)]
    pub withdrawn: Vec<String>,
}

/// Counts a vote. The order of papers and options doesn't matter.
///
/// # Errors
/// [`Needed`] when a tie needs a lot that wasn't drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Ranking],
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let gone: BTreeSet<usize> = rules.withdrawn.iter().filter_map(|id| options.place(id)).collect();
    let mut standing: Vec<usize> = (0..options.len()).filter(|it| !gone.contains(it)).collect();
    // From here on options go by name, so that no order of a list has a part in it.
    standing.sort_unstable_by_key(|it| options.id(*it));
    let duels = Duels::fight(options.len(), &standing, ballots);
    let paths = Paths::find(&duels);
    let mut run = Run {
        names: standing.iter().map(|it| options.id(*it)).collect(),
        duels: &duels,
        paths: &paths,
        lots,
        counted: Counted { winners: Vec::new(), ties: Vec::new(), steps: Vec::new() },
    };
    run.tell_duels();
    run.tell_paths();
    let places = run.order();
    run.choose(rules, places)?;
    Ok(run.counted)
}

/// A count that is under way; options are numbered in the order of their names.
struct Run<'a> {
    names: Vec<&'a str>,
    duels: &'a Duels,
    paths: &'a Paths,
    lots: &'a Lots,
    counted: Counted<Step>,
}

impl Run<'_> {
    fn name(&self, option: usize) -> String {
        self.names.get(option).copied().unwrap_or_default().to_owned()
    }

    fn all(&self) -> std::ops::Range<usize> {
        0..self.names.len()
    }

    fn tell_duels(&mut self) {
        let (papers, blank) = (self.duels.papers, self.duels.blank);
        self.counted.steps.push(Step::Papers { papers, blank });
        for one in self.all() {
            for other in self.all().skip(one.saturating_add(1)) {
                let (for_one, for_other) =
                    (self.duels.votes(one, other), self.duels.votes(other, one));
                let (one, other) = (self.name(one), self.name(other));
                self.counted.steps.push(Step::Duel { one, other, for_one, for_other });
            }
        }
        let wins_all = |one: &usize| {
            self.all().filter(|other| other != one).all(|other| self.duels.is_won(*one, other))
        };
        if let Some(winner) = self.all().find(wins_all) {
            self.counted.steps.push(Step::WinsAll { option: self.name(winner) });
        }
    }

    /// Tells the strongest paths of each pair, and who beats whom by them.
    fn tell_paths(&mut self) {
        for one in self.all() {
            for other in self.all().skip(one.saturating_add(1)) {
                let (there, back) = (self.path(one, other), self.path(other, one));
                let (for_one, for_other) =
                    (self.paths.strength(one, other), self.paths.strength(other, one));
                let beats = match for_one.cmp(&for_other) {
                    std::cmp::Ordering::Greater => Some(self.name(one)),
                    std::cmp::Ordering::Less => Some(self.name(other)),
                    std::cmp::Ordering::Equal => None,
                };
                let (one, other) = (self.name(one), self.name(other));
                self.counted.steps.push(Step::Paths { one, other, there, back, beats });
            }
        }
    }

    fn path(&self, from: usize, to: usize) -> Option<Path> {
        let (votes, against) = self.paths.strength(from, to)?.votes();
        let over = self.paths.between(from, to).into_iter().map(|it| self.name(it)).collect();
        Some(Path { over, votes, against })
    }

    /// All options, those that nobody who is left beats together.
    fn order(&mut self) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = self.all().collect();
        let mut places = Vec::new();
        while !left.is_empty() {
            let place = self.unbeaten(&left);
            left.retain(|it| !place.contains(it));
            places.push(place);
        }
        let names = places.iter().map(|place| place.iter().map(|it| self.name(*it)).collect());
        let step = Step::Order { places: names.collect() };
        self.counted.steps.push(step);
        places
    }

    /// Those whom nobody else among them beats. Beating is transitive, so that there is one.
    fn unbeaten(&self, among: &[usize]) -> Vec<usize> {
        let is_beaten = |it: &usize| {
            let beats =
                |other: &usize| self.paths.strength(*other, *it) > self.paths.strength(*it, *other);
            among.iter().any(beats)
        };
        among.iter().copied().filter(|it| !is_beaten(it)).collect()
    }

    /// Takes winners from the places, the first first, by lot within one.
    fn choose(&mut self, rules: &Rules, places: Vec<Vec<usize>>) -> Result<(), Needed> {
        let status_quo = rules.status_quo.as_deref();
        let status_quo = self.all().find(|it| self.names.get(*it).copied() == status_quo);
        let most = usize::try_from(rules.winners).unwrap_or(usize::MAX);
        for place in places {
            let mut able = place.clone();
            if let Some(stays) = status_quo {
                able.retain(|it| *it != stays && self.duels.is_won(*it, stays));
            }
            let is_last = able.len() < place.len();
            while self.counted.winners.len() < most && !able.is_empty() {
                let winner = match able.as_slice() {
                    [only] => *only,
                    tied => self.draw(tied)?,
                };
                able.retain(|it| *it != winner);
                self.win(winner, status_quo);
            }
            if is_last || self.counted.winners.len() >= most {
                break;
            }
        }
        if let Some(stays) = status_quo
            && self.counted.winners.is_empty()
            && most > 0
        {
            let option = self.name(stays);
            self.counted.winners.push(option.clone());
            self.counted.steps.push(Step::StatusQuo { option });
        }
        Ok(())
    }

    fn win(&mut self, winner: usize, status_quo: Option<usize>) {
        let option = self.name(winner);
        if let Some(stays) = status_quo {
            let (votes, against) =
                (self.duels.votes(winner, stays), self.duels.votes(stays, winner));
            let step = Step::BeatsStatusQuo { option: option.clone(), votes, against };
            self.counted.steps.push(step);
        }
        self.counted.winners.push(option.clone());
        self.counted.steps.push(Step::Winner { option });
    }

    fn draw(&mut self, tied: &[usize]) -> Result<usize, Needed> {
        let names = tied.iter().filter_map(|it| self.names.get(*it).copied());
        let tie = self.lots.draw(names)?;
        let drawn = self.all().find(|it| self.names.get(*it) == Some(&tie.drawn.as_str()));
        let (among, option) = (tie.among.clone(), tie.drawn.clone());
        self.counted.steps.push(Step::Tie { among, option });
        self.counted.ties.push(tie);
        // A lot falls on one of those among whom it is drawn.
        Ok(drawn.or_else(|| tied.first().copied()).unwrap_or_default())
    }
}

#[cfg(test)]
mod handed;
#[cfg(test)]
mod tests;
