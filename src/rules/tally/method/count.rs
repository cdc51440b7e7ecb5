use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Method, Opt, Rules};
use crate::rules::{
    ballot::{Choice, Mark},
    outcome::Outcome,
    tally::{
        Counted, agenda_phragmen, approval, consent, equal_shares,
        greedy::{self, Misfit},
        group_majority::{self, Groups},
        lot::{Lots, Needed, Tie},
        majority,
        majority_v2::{self, Around, Impossible, OnMissing, Votes},
        money::Money,
        paper::{Options, Twice},
        papers::Papers,
        persons::{self, Stand},
        schulze, stv_meek, stv_scottish,
    },
};

/// What somebody on the roll did: the sector's key, and the mark if she took part.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub sector: Option<&'a str>,
    pub mark: Option<&'a Mark>,
}

/// The result of any method, and how it came about. Every step is an object with its name under
/// `step`, as its method writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    /// The options that were chosen, by key, in the order in which they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub winners: Vec<String>,
    /// The ties that a lot decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    pub steps: Vec<Value>,
    /// What most votes that still fit would have funded, where equal shares divide money: for
    /// comparison only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_votes: Option<Vec<String>>,
}

/// Why a vote can't be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error(transparent)]
    Lot(#[from] Needed),
    #[error("the ballot paper names an option twice: {0}")]
    Twice(#[from] Twice),
    #[error(transparent)]
    Impossible(#[from] Impossible),
    #[error(transparent)]
    Persons(persons::Refusal),
    #[error(transparent)]
    Consent(#[from] consent::Refusal),
    #[error("version {version} of {id} is not a method of this program")]
    Unknown { id: &'static str, version: u32 },
    #[error("{0} is counted by seat, with what followed the answers")]
    BySeat(&'static str),
    #[error("a step that can't be written down")]
    Step,
}

impl From<persons::Refusal> for Stop {
    fn from(refusal: persons::Refusal) -> Self {
        match refusal {
            persons::Refusal::Lot(needed) => Self::Lot(needed),
            other => Self::Persons(other),
        }
    }
}

impl Method {
    /// Counts a vote. The order of the lines doesn't matter. `chair_is_for` is how the chair decided
    /// a tie, where the rules leave that to the chair.
    ///
    /// # Errors
    /// The method is unknown, or a lot is needed that wasn't drawn.
    pub fn count<'a>(
        &self,
        options: &[Opt],
        lines: impl IntoIterator<Item = Line<'a>>,
        lots: &Lots,
        chair_is_for: Option<bool>,
    ) -> Result<Tally, Stop> {
        if !self.is_known() {
            return Err(Stop::Unknown { id: self.id(), version: self.version });
        }
        let around = Around { was_postponed: self.second, chair_is_for };
        match &self.rules {
            Rules::Majority(rules) => majority(rules, lines),
            Rules::MajorityV2(rules) => {
                let groups = groups(lines);
                let tally = majority_v2::count(rules, groups.total(), around)?;
                let mut steps = values(&tally.steps)?;
                // How each group voted is told, and decides nothing.
                let of_groups = groups.of.into_iter();
                let of_groups: Vec<majority_v2::Step> = of_groups
                    .map(|(group, votes)| majority_v2::Step::Group { group, votes })
                    .collect();
                let after_total = steps.len().min(1);
                steps.splice(after_total..after_total, values(&of_groups)?);
                Ok(Tally::of(tally.outcome.into(), steps))
            }
            Rules::GroupMajority(rules) => {
                let tally = group_majority::count(rules, &groups(lines), around)?;
                Ok(Tally::of(tally.outcome.into(), values(&tally.steps)?))
            }
            _ => self.choose(options, lines, lots),
        }
    }

    /// Counts a vote between options.
    fn choose<'a>(
        &self,
        options: &[Opt],
        lines: impl IntoIterator<Item = Line<'a>>,
        lots: &Lots,
    ) -> Result<Tally, Stop> {
        let names = Options::new(options.iter().map(|option| option.key.clone()))?;
        let papers = Papers::sort(lines);
        let is_missing = self.asks_quorum().is_some_and(|share| {
            let took_part = papers.took_part;
            !share.is_reached(took_part, papers.entitled)
        });
        let mut tally = self.chosen(options, &names, &papers, lots)?;
        if is_missing {
            let comes_back = self.missing != OnMissing::Reject && !self.second;
            tally.outcome = if comes_back { Outcome::Postponed } else { Outcome::NoQuorum };
            tally.winners.clear();
        }
        Ok(tally)
    }

    /// The quorum that is asked for: in a second reading maybe none.
    fn asks_quorum(&self) -> Option<majority::Share> {
        self.quorum.filter(|_| !(self.second && self.missing == OnMissing::AgainWithout))
    }

    fn chosen(
        &self,
        options: &[Opt],
        names: &Options,
        papers: &Papers<'_>,
        lots: &Lots,
    ) -> Result<Tally, Stop> {
        match &self.rules {
            Rules::Approval(it) => {
                written(approval::count(it, names, &papers.approvals(names), lots)?)
            }
            Rules::AgendaPhragmen(it) => {
                written(agenda_phragmen::count(it, names, &papers.approvals(names), lots)?)
            }
            Rules::EqualShares(it) => {
                let (money, ballots) = (self.money(options), papers.approvals(names));
                let tally = written(equal_shares::count(it, names, &ballots, &money, lots)?)?;
                let rules = greedy::Rules { misfit: Misfit::PassOver };
                let other = greedy::count(&rules, names, &papers.votes(names), &money, lots).ok();
                Ok(Tally { by_votes: other.map(|it| it.winners), ..tally })
            }
            Rules::Greedy(it) => {
                let money = self.money(options);
                written(greedy::count(it, names, &papers.votes(names), &money, lots)?)
            }
            Rules::Schulze(it) => {
                let mut counted = schulze::count(it, names, &papers.rankings(names), lots)?;
                // That everything stays as it is, is no choice.
                counted.winners.retain(|key| Some(key) != it.status_quo.as_ref());
                written(counted)
            }
            Rules::StvScottish(it) => {
                written(stv_scottish::count(it, names, &papers.rankings(names), lots)?)
            }
            Rules::StvMeek(it) => {
                written(stv_meek::count(it, names, &papers.rankings(names), lots)?)
            }
            Rules::Persons(it) => {
                let counted = persons::count_round(it, names, papers.round(names), lots)?;
                let (outcome, winners) = match counted.stand {
                    Stand::Chosen { candidate } => (Outcome::Chosen, vec![candidate]),
                    Stand::NobodyChosen => (Outcome::NoneChosen, Vec::new()),
                    Stand::First { .. } | Stand::Free | Stand::RunOff { .. } => {
                        (Outcome::NextRound, Vec::new())
                    }
                };
                let ties = counted.ties;
                Ok(Tally { winners, ties, ..Tally::of(outcome, values(&counted.steps)?) })
            }
            Rules::Majority(_)
            | Rules::MajorityV2(_)
            | Rules::GroupMajority(_)
            | Rules::Consent(_) => Err(Stop::BySeat(self.id())),
        }
    }

    /// What there is to spend, and what the options cost.
    pub(in crate::rules::tally) fn money(&self, options: &[Opt]) -> Money {
        let costs = options.iter().map(|option| option.cost.unwrap_or_default()).collect();
        Money { budget: self.budget.unwrap_or_default(), costs, decimals: 2 }
    }
}

fn majority<'a>(
    rules: &majority::Rules,
    lines: impl IntoIterator<Item = Line<'a>>,
) -> Result<Tally, Stop> {
    let lines = lines.into_iter().map(|line| majority::Line {
        sector: line.sector,
        answer: line.mark.and_then(majority::Answer::of),
    });
    let majority::Tally { outcome, steps } = majority::count(rules, lines);
    Ok(Tally::of(outcome, values(&steps)?))
}

/// The votes of each group, and of those who belong to none. What is neither a choice nor blank is
/// no answer to a question for or against.
fn groups<'a>(lines: impl IntoIterator<Item = Line<'a>>) -> Groups {
    let mut groups = Groups::default();
    for line in lines {
        let mut one = Votes { entitled: 1, ..Votes::default() };
        if let Some(mark) = line.mark {
            one.present = 1;
            match mark {
                Mark::Choice(Choice::For) => one.in_favour = 1,
                Mark::Choice(Choice::Against) => one.against = 1,
                Mark::Choice(Choice::Abstain) => one.abstain = 1,
                Mark::Blank => one.blank = 1,
                _ => one.invalid = 1,
            }
        }
        match line.sector {
            None => groups.others = groups.others.and(one),
            Some(sector) => match groups.of.get_mut(sector) {
                Some(votes) => *votes = votes.and(one),
                None => {
                    groups.of.insert(sector.to_owned(), one);
                }
            },
        }
    }
    groups
}

/// A result as it stands in a record.
fn written<Step: Serialize>(counted: Counted<Step>) -> Result<Tally, Stop> {
    let Counted { winners, ties, steps } = counted;
    let outcome = if winners.is_empty() { Outcome::NoneChosen } else { Outcome::Chosen };
    Ok(Tally { winners, ties, ..Tally::of(outcome, values(&steps)?) })
}

/// Steps as they stand in a record.
///
/// # Errors
/// [`Stop::Step`] for a step that can't be written.
pub fn values<Step: Serialize>(steps: &[Step]) -> Result<Vec<Value>, Stop> {
    steps.iter().map(|step| serde_json::to_value(step).map_err(|_| Stop::Step)).collect()
}

impl Tally {
    /// An outcome that chose nothing, with its steps.
    #[must_use]
    pub const fn of(outcome: Outcome, steps: Vec<Value>) -> Self {
        Self { outcome, winners: Vec::new(), ties: Vec::new(), steps, by_votes: None }
    }

    /// The steps as their method wrote them.
    ///
    /// # Errors
    /// They are of another method.
    pub fn read<Step: serde::de::DeserializeOwned>(&self) -> Result<Vec<Step>, serde_json::Error> {
        self.steps.iter().map(|step| serde_json::from_value(step.clone())).collect()
    }

    /// How many were for and against, where that was asked.
    #[must_use]
    pub fn total(&self) -> Option<Votes> {
        let first = self.steps.first()?;
        let read = |step: &Value| serde_json::from_value::<majority_v2::Step>(step.clone()).ok();
        match (read(first), serde_json::from_value(first.clone()).ok()) {
            (Some(majority_v2::Step::Total { votes }), _) => Some(votes),
            (_, Some(majority::Step::Total { count })) => Some(count.into()),
            _ => None,
        }
    }
}

impl From<majority::Count> for Votes {
    fn from(count: majority::Count) -> Self {
        Self {
            entitled: count.entitled,
            present: count.took_part(),
            in_favour: count.in_favour,
            against: count.against,
            abstain: count.abstain,
            blank: count.blank,
            invalid: count.spoiled,
        }
    }
}

impl From<majority_v2::Outcome> for Outcome {
    fn from(outcome: majority_v2::Outcome) -> Self {
        match outcome {
            majority_v2::Outcome::Adopted => Self::Adopted,
            majority_v2::Outcome::Rejected => Self::Rejected,
            majority_v2::Outcome::Tied => Self::Tied,
            majority_v2::Outcome::Postponed => Self::Postponed,
            majority_v2::Outcome::ChairDecides => Self::ChairDecides,
            majority_v2::Outcome::NoQuorum => Self::NoQuorum,
            majority_v2::Outcome::NoVotes => Self::NoVotes,
            majority_v2::Outcome::GroupAgainst => Self::SectorAgainst,
        }
    }
}
