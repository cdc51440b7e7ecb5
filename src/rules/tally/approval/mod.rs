//! `approval` version 1: every voter marks as many options as they like, the most marked win.
//!
//! Source: approval voting for several seats ("AV") as in Lackner and Skowron, *Multi-Winner Voting
//! with Approval Preferences* (2023), §2.2. There all seats are filled, by lot among options that
//! nobody marked if need be; here that is a parameter, and otherwise such seats stay empty.
//!
//! It promises that one more mark never makes an option lose, and that the winners for fewer seats
//! also win for more. It doesn't promise minorities anything: half of the voters may take all seats.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Counted,
    lot::{Lots, Needed, Tie},
    paper::{Approval, Options},
};

/// The name of this method in a record.
pub const METHOD: &str = "approval";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many options win.
    pub seats: u32,
    /// Whether seats that would stay empty go by lot to options that nobody marked.
    #[serde(default)]
    pub fill: bool,
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The papers, and those of them that mark nothing.
    Papers { papers: u64, blank: u64 },
    /// An option and the papers that mark it.
    Votes { option: String, votes: u64 },
    /// More options have these votes than there are seats left: a lot decides among them.
    Border { options: Vec<String>, votes: u64, seats: u32 },
    /// An option wins with so many votes.
    Elected { option: String, votes: u64, by_lot: bool },
    /// So many seats stay empty, as nobody marked another option.
    Empty { seats: u32 },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Papers { papers, blank } => {
                write!(f, "{papers} ballots were cast, {blank} of them blank.")
            }
            Self::Votes { option, votes } => write!(f, "{option} has {votes} votes."),
            Self::Border { options, votes, seats } => write!(
                f,
                "{} have {votes} votes each, and {seats} of them win: a lot decides.",
                options.join(", ")
            ),
            Self::Elected { option, votes, by_lot: false } => {
                write!(f, "{option} wins with {votes} votes.")
            }
            Self::Elected { option, votes, by_lot: true } => {
                write!(f, "{option} wins with {votes} votes, by lot.")
            }
            Self::Empty { seats } => write!(f, "{seats} seats stay empty."),
        }
    }
}

/// How many papers mark each option.
#[must_use]
pub fn votes(options: &Options, ballots: &[Approval]) -> Vec<u64> {
    let mut votes = vec![0_u64; options.len()];
    for ballot in ballots {
        for option in &ballot.options {
            if let Some(sum) = votes.get_mut(*option) {
                *sum = sum.saturating_add(ballot.papers);
            }
        }
    }
    votes
}

/// Counts a vote. Winners with equal votes stand in the order of their ids where all of them win:
/// nothing hangs on it.
///
/// # Errors
/// [`Needed`] where a lot must decide and none was drawn.
pub fn count(
    rules: &Rules,
    options: &Options,
    ballots: &[Approval],
    lots: &Lots,
) -> Result<Counted<Step>, Needed> {
    let mut ranked: Vec<(u64, &str)> =
        votes(options, ballots).into_iter().zip(options.ids().iter().map(String::as_str)).collect();
    ranked.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.cmp(other)));
    let add = |sum: u64, ballot: &Approval| sum.saturating_add(ballot.papers);
    let papers = ballots.iter().fold(0, add);
    let blank = ballots.iter().filter(|ballot| ballot.options.is_empty()).fold(0, add);
    let mut steps = vec![Step::Papers { papers, blank }];
    let vote = |(votes, id): &(u64, &str)| Step::Votes { option: (*id).to_owned(), votes: *votes };
    steps.extend(ranked.iter().map(vote));
    let mut counted = Counted { winners: Vec::new(), ties: Vec::new(), steps };
    let mut left = rules.seats;
    ranked.retain(|(votes, _)| *votes > 0 || rules.fill);
    for equal in ranked.chunk_by(|(a, _), (b, _)| a == b) {
        let votes = equal.first().map_or(0, |(votes, _)| *votes);
        let ids: Vec<&str> = equal.iter().map(|(_, id)| *id).collect();
        left = elect(&mut counted, votes, ids, left, lots)?;
    }
    if left > 0 {
        counted.steps.push(Step::Empty { seats: left });
    }
    Ok(counted)
}

/// Gives seats to options with equal votes; returns the seats that are left.
fn elect(
    counted: &mut Counted<Step>,
    votes: u64,
    mut ids: Vec<&str>,
    mut seats: u32,
    lots: &Lots,
) -> Result<u32, Needed> {
    let by_lot = u32::try_from(ids.len()).unwrap_or(u32::MAX) > seats;
    if by_lot && seats > 0 {
        let options = ids.iter().map(|id| (*id).to_owned()).collect();
        counted.steps.push(Step::Border { options, votes, seats });
    }
    while seats > 0 && !ids.is_empty() {
        let option = if by_lot {
            let tie: Tie = lots.draw(ids.iter().copied())?;
            let drawn = tie.drawn.clone();
            counted.ties.push(tie);
            drawn
        } else {
            ids.first().map(|id| (*id).to_owned()).unwrap_or_default()
        };
        ids.retain(|id| *id != option);
        counted.winners.push(option.clone());
        counted.steps.push(Step::Elected { option, votes, by_lot });
        seats = seats.saturating_sub(1);
    }
    Ok(seats)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod handed;
