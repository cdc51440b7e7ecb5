//! What happened at each stage of the count, for the page that tells it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rules::{tally::fixed::Fixed, word::words};

/// Votes, to five decimal places (rule 48(3)).
pub type Votes = Fixed<5>;

/// What somebody has at the end of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    pub option: String,
    pub votes: Votes,
}

/// Papers that moved together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// To whom; to nobody when the papers rank nobody else who is still in the running.
    pub to: Option<String>,
    /// How many papers.
    pub papers: u64,
    /// What each of them is worth from now on, in votes.
    pub value: Votes,
}

words! {
    /// What a tie was about.
    pub enum About {
        /// Whose surplus moves first.
        Surplus = "surplus",
        /// Who is excluded.
        Exclusion = "exclusion",
        /// Who takes the vacant seat of a countback.
        Seat = "seat",
    }
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The papers, in ballots: `unclear` ones have no clear first choice, those `cut_short` are
    /// valid and end before a rank that isn't clear.
    Papers { valid: u64, blank: u64, unclear: u64, cut_short: u64 },
    /// An option that no longer stands.
    Withdrawn { option: String },
    /// How many votes are enough to be elected.
    Quota { seats: u32, valid: u64, quota: u64 },
    /// Where everybody who isn't excluded stands at the end of a stage. `exhausted` votes have
    /// nobody left to go to, `lost` ones were lost by rounding.
    Stage { stage: u32, standing: Vec<Standing>, exhausted: Votes, lost: Votes },
    /// Elected with the quota.
    Elected { stage: u32, option: String, votes: Votes },
    /// Options had the same number of votes. They differed at the end of an earlier stage, or a
    /// lot was drawn.
    Tie { stage: u32, about: About, among: Vec<String>, earlier: Option<u32>, option: String },
    /// The surplus over the quota moves on.
    Surplus { stage: u32, option: String, surplus: Votes, moved: Vec<Moved> },
    /// The lowest leaves the count, and the papers move on. Nothing moves when the seats that are
    /// left can be filled without it.
    Excluded { stage: u32, option: String, votes: Votes, moved: Vec<Moved> },
    /// Elected without the quota, since there are no more candidates than seats.
    Filled { stage: u32, option: String, votes: Votes },
    /// Still in the running when all seats were filled.
    NotElected { stage: u32, option: String, votes: Votes },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Papers { valid, blank, unclear, cut_short } => write!(
                f,
                "{valid} papers are valid; {blank} are blank, {unclear} have no clear first choice, \
                 {cut_short} of the valid ones end before a rank that is not clear."
            ),
            Self::Withdrawn { option } => write!(f, "{option} no longer stands."),
            Self::Quota { seats, valid, quota } => write!(
                f,
                "With {valid} valid papers and {seats} seats, {quota} votes are enough to be elected."
            ),
            Self::Stage { stage, standing, exhausted, lost } => {
                write!(f, "Stage {stage}: ")?;
                for Standing { option, votes } in standing {
                    write!(f, "{option} {votes}, ")?;
                }
                write!(f, "exhausted {exhausted}, lost by rounding {lost}.")
            }
            Self::Elected { option, votes, .. } => {
                write!(f, "{option} has the quota with {votes} votes and is elected.")
            }
            Self::Tie { about, among, earlier, option, .. } => {
                tie(f, *about, among, *earlier, option)
            }
            Self::Surplus { option, surplus, moved, .. } => {
                write!(f, "The surplus of {option}, {surplus} votes, moves on")?;
                tell_moved(f, moved)
            }
            Self::Excluded { option, votes, moved, .. } => {
                write!(f, "{option} has the fewest votes, {votes}, and is excluded")?;
                tell_moved(f, moved)
            }
            Self::Filled { option, votes, .. } => write!(
                f,
                "{option} is elected with {votes} votes: no more candidates than seats are left."
            ),
            Self::NotElected { option, votes, .. } => {
                write!(f, "All seats are filled; {option} has {votes} votes and is not elected.")
            }
        }
    }
}

fn tie(
    f: &mut fmt::Formatter<'_>,
    about: About,
    among: &[String],
    earlier: Option<u32>,
    option: &str,
) -> fmt::Result {
    write!(f, "{} have equally many votes; ", among.join(", "))?;
    match earlier {
        Some(stage) => write!(f, "as they stood after stage {stage}, "),
        None => f.write_str("by lot, "),
    }?;
    match about {
        About::Surplus => write!(f, "the surplus of {option} moves first."),
        About::Exclusion => write!(f, "{option} is excluded."),
        About::Seat => write!(f, "{option} takes the seat."),
    }
}

fn tell_moved(f: &mut fmt::Formatter<'_>, moved: &[Moved]) -> fmt::Result {
    for (n, Moved { to, papers, value }) in moved.iter().enumerate() {
        f.write_str(if n == 0 { ": " } else { ", " })?;
        let to = to.as_deref().unwrap_or("nobody");
        write!(f, "{papers} papers of {value} to {to}")?;
    }
    f.write_str(".")
}
