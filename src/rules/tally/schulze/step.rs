//! The duels, the paths and what follows from them, for the page that tells it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The strongest path from one option to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// The options between the two, in the order of the path; none for their own duel.
    pub over: Vec<String>,
    /// Papers for the winner of the weakest duel on the path.
    pub votes: u64,
    /// Papers against the winner of that duel.
    pub against: u64,
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// All papers, and those among them that rank nobody.
    Papers { papers: u64, blank: u64 },
    /// How many papers rank each of two options above the other.
    Duel { one: String, other: String, for_one: u64, for_other: u64 },
    /// An option that wins all its duels.
    WinsAll { option: String },
    /// The strongest paths between two options, and who of them beats the other by that.
    Paths {
        one: String,
        other: String,
        there: Option<Path>,
        back: Option<Path>,
        beats: Option<String>,
    },
    /// All options from the strongest to the weakest; those of one place beat each other not.
    Order { places: Vec<Vec<String>> },
    /// Options share a place: a lot decided.
    Tie { among: Vec<String>, option: String },
    /// A winner against the status quo, in their own duel.
    BeatsStatusQuo { option: String, votes: u64, against: u64 },
    /// An option wins.
    Winner { option: String },
    /// Nothing that comes first in the order wins its duel with the status quo, or that comes first
    /// itself: everything stays as it is.
    StatusQuo { option: String },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Papers { papers, blank } => {
                write!(f, "{papers} papers were cast; {blank} of them are blank.")
            }
            Self::Duel { one, other, for_one, for_other } => write!(
                f,
                "{for_one} papers rank {one} above {other}, {for_other} rank {other} above {one}."
            ),
            Self::WinsAll { option } => write!(f, "{option} wins all its duels."),
            Self::Paths { one, other, there, back, beats } => {
                tell_path(f, one, other, there.as_ref())?;
                f.write_str("; ")?;
                tell_path(f, other, one, back.as_ref())?;
                match beats {
                    Some(winner) => write!(f, ": {winner} is stronger."),
                    None => f.write_str(": neither is stronger."),
                }
            }
            Self::Order { places } => {
                let places: Vec<String> = places.iter().map(|place| place.join(" = ")).collect();
                write!(f, "From the strongest to the weakest: {}.", places.join(" > "))
            }
            Self::Tie { among, option } => {
                write!(f, "{} are equally strong; the lot fell on {option}.", among.join(", "))
            }
            Self::BeatsStatusQuo { option, votes, against } => write!(
                f,
                "{votes} papers rank {option} above the status quo, {against} rank it below."
            ),
            Self::Winner { option } => write!(f, "{option} wins."),
            Self::StatusQuo { option } => {
                write!(f, "Nothing stronger beats the status quo in their duel: {option} stays.")
            }
        }
    }
}

fn tell_path(f: &mut fmt::Formatter<'_>, from: &str, to: &str, path: Option<&Path>) -> fmt::Result {
    let Some(Path { over, votes, against }) = path else {
        return write!(f, "no path leads from {from} to {to}");
    };
    write!(f, "the strongest path from {from} to {to}")?;
    if !over.is_empty() {
        write!(f, " goes over {} and", over.join(", "))?;
    }
    write!(f, " has {votes} votes to {against}")
}
