//! Counting an election that was read from a file, by the name of a method: which kinds of ballots
//! a method takes, and what is assumed where the file doesn't say.

use serde::Serialize;
use serde_json::Value;

use super::{Ballots, Election};
use crate::rules::{
    tally::{
        Counted, agenda_phragmen, approval, equal_shares, greedy,
        lot::{Lots, Needed, Tie},
        majority_v2,
        money::Money,
        paper::{Approval, Ranking},
        persons, schulze, stv_meek, stv_scottish,
    },
    word::words,
};

words! {
    /// The methods that count elections from files.
    pub enum Method {
        Majority = "majority",
        GroupMajority = "group_majority",
        Consent = "consent",
        Approval = "approval",
        AgendaPhragmen = "agenda_phragmen",
        StvScottish = "stv_scottish",
        StvMeek = "stv_meek",
        Schulze = "schulze",
        EqualShares = "equal_shares",
        Greedy = "greedy",
        Sortition = "sortition",
    }
}

/// What came out, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    pub method: Method,
    pub version: u32,
    /// The parameters of the method.
    pub parameters: Value,
    pub title: String,
    /// The options that won, in the order in which they were chosen.
    pub winners: Vec<String>,
    /// The ties that a lot decided.
    pub ties: Vec<Tie>,
    pub steps: Vec<Value>,
    /// Every step as a sentence.
    #[serde(skip)]
    pub told: Vec<String>,
}

/// Why an election isn't counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error(transparent)]
    Lot(#[from] Needed),
    #[error("{0}")]
    Unfit(&'static str),
    #[error("can't be written: {0}")]
    Unwritable(String),
}

/// Counts an election. `seats` goes before what the file says; without either there is one seat, and
/// an agenda has a place for every option that somebody approves of.
///
/// # Errors
/// A lot is needed that wasn't drawn, or the method doesn't fit the file.
pub fn count(
    method: Method,
    election: &Election,
    seats: Option<u32>,
    lots: &Lots,
) -> Result<Written, Stop> {
    let Election { options, support, .. } = election;
    let places = seats;
    let seats = seats.or(election.seats).unwrap_or(1);
    let withdrawn = || options.names(election.withdrawn.iter().copied());
    match method {
        Method::Majority if seats > 1 => Err(Stop::Unfit("a majority decides about one")),
        Method::Majority => {
            let counted = majority(election)?;
            let rules = majority_v2::Rules::default();
            write(&election.title, method, majority_v2::VERSION, &rules, counted)
        }
        Method::GroupMajority => {
            Err(Stop::Unfit("the file names no groups, and the method needs them"))
        }
        Method::Consent => {
            Err(Stop::Unfit("the file has no objections with arguments, and the method needs them"))
        }
        Method::Sortition => {
            Err(Stop::Unfit("a sortition draws from a lottery, and the file holds ballots"))
        }
        Method::Approval => {
            let rules = approval::Rules { seats, fill: true };
            let counted = approval::count(&rules, options, approvals(election)?, lots)?;
            write(&election.title, method, approval::VERSION, &rules, counted)
        }
        Method::AgendaPhragmen => {
            let rules = agenda_phragmen::Rules { places, earlier_first: false };
            let counted = agenda_phragmen::count(&rules, options, approvals(election)?, lots)?;
            write(&election.title, method, agenda_phragmen::VERSION, &rules, counted)
        }
        Method::StvScottish => {
            let rules = stv_scottish::Rules { seats, withdrawn: withdrawn() };
            let papers = preferences(election)?;
            let counted = stv_scottish::count(&rules, options, &papers, lots)?;
            write(&election.title, method, stv_scottish::VERSION, &rules, counted)
        }
        Method::StvMeek => {
            let rules = stv_meek::Rules { seats, withdrawn: withdrawn() };
            let papers = preferences(election)?;
            let counted = stv_meek::count(&rules, options, &papers, lots)?;
            write(&election.title, method, stv_meek::VERSION, &rules, counted)
        }
        Method::Schulze => {
            let winners = places.unwrap_or(1);
            let rules = schulze::Rules { winners, status_quo: None, withdrawn: withdrawn() };
            let counted = schulze::count(&rules, options, &rankings(election)?, lots)?;
            write(&election.title, method, schulze::VERSION, &rules, counted)
        }
        Method::EqualShares => {
            let rules = equal_shares::Rules::default();
            let (papers, money) = (approvals(election)?, money(election)?);
            let counted = equal_shares::count(&rules, options, papers, money, lots)?;
            write(&election.title, method, equal_shares::VERSION, &rules, counted)
        }
        Method::Greedy => {
            let rules = greedy::Rules { misfit: greedy::Misfit::PassOver };
            let counted = greedy::count(&rules, options, support, money(election)?, lots)?;
            write(&election.title, method, greedy::VERSION, &rules, counted)
        }
    }
}

/// More than half of the votes cast for one option, by the first choice of each ballot. A ballot without
/// one, or with several, is no vote cast; without a majority nobody is chosen, and no lot is drawn.
fn majority(election: &Election) -> Result<Counted<persons::Step>, Stop> {
    let options = &election.options;
    let mut round = persons::Round::default();
    for Ranking { ranks, papers } in preferences(election)? {
        let stands = |option: &&usize| !election.withdrawn.contains(option);
        let first = ranks.iter().map(|rank| rank.iter().filter(stands).collect::<Vec<_>>());
        let votes = match first.into_iter().find(|rank| !rank.is_empty()).as_deref() {
            Some([option]) => round.votes.entry(options.id(**option).to_owned()).or_default(),
            Some(_) => &mut round.invalid,
            None => &mut round.blank,
        };
        *votes = votes.saturating_add(papers);
    }
    let counted = persons::count_round(&persons::Rules { round: 1 }, options, round, &Lots::None)
        .map_err(|refusal| Stop::Unwritable(refusal.to_string()))?;
    let winners = match counted.stand {
        persons::Stand::Chosen { candidate } => vec![candidate],
        _ => Vec::new(),
    };
    Ok(Counted { winners, ties: Vec::new(), steps: counted.steps })
}

/// What came out, as it is written.
///
/// # Errors
/// [`Stop::Unwritable`].
pub fn write<Step: Serialize + std::fmt::Display>(
    title: &str,
    method: Method,
    version: u32,
    rules: &impl Serialize,
    counted: Counted<Step>,
) -> Result<Written, Stop> {
    let value = |error: serde_json::Error| Stop::Unwritable(error.to_string());
    let told = counted.steps.iter().map(ToString::to_string).collect();
    let steps: Result<Vec<Value>, _> = counted.steps.iter().map(serde_json::to_value).collect();
    Ok(Written {
        method,
        version,
        parameters: serde_json::to_value(rules).map_err(value)?,
        title: title.to_owned(),
        winners: counted.winners,
        ties: counted.ties,
        steps: steps.map_err(value)?,
        told,
    })
}

/// The ballots of a method that asks which options somebody approves of. A ranking doesn't say that:
/// the last one ranked may be somebody's worst.
fn approvals(election: &Election) -> Result<&[Approval], Stop> {
    match &election.ballots {
        Ballots::Approvals(papers) => Ok(papers),
        Ballots::Rankings(_) => {
            Err(Stop::Unfit("the ballots are rankings, and the method takes approvals"))
        }
        Ballots::Points(_) => {
            Err(Stop::Unfit("the ballots give points, and the method takes approvals"))
        }
    }
}

/// The ballots of a method that compares options in pairs. Who approves of some options ranks them
/// equal, above all others.
fn rankings(election: &Election) -> Result<Vec<Ranking>, Stop> {
    match &election.ballots {
        Ballots::Rankings(papers) => Ok(papers.clone()),
        Ballots::Approvals(papers) => {
            let ranking = |paper: &Approval| Ranking {
                ranks: if paper.options.is_empty() {
                    Vec::new()
                } else {
                    vec![paper.options.clone()]
                },
                papers: paper.papers,
            };
            Ok(papers.iter().map(ranking).collect())
        }
        Ballots::Points(_) => {
            Err(Stop::Unfit("the ballots give points, and the method takes rankings"))
        }
    }
}

/// The ballots of a method that needs a first choice. Approvals have one where nobody approves of
/// more than one option.
fn preferences(election: &Election) -> Result<Vec<Ranking>, Stop> {
    if let Ballots::Approvals(papers) = &election.ballots
        && papers.iter().any(|paper| paper.options.len() > 1)
    {
        return Err(Stop::Unfit(
            "the ballots approve of several options, and the method takes rankings",
        ));
    }
    rankings(election)
}

fn money(election: &Election) -> Result<&Money, Stop> {
    let money = election.money.as_ref();
    money.ok_or(Stop::Unfit("the file names no budget and no costs, and the method needs them"))
}
