//! A counting method by name, with its parameters: what a vote is announced with and what stands in
//! its record. Here is said which marks a ballot paper may bear, and how marks become a result.

use std::{collections::BTreeSet, fmt::Display};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    Counted, agenda_phragmen, approval, equal_shares,
    lot::{Lots, Needed, Tie},
    majority::{self, Share},
    money::Money,
    paper::{Options, Twice},
    papers::Papers,
    schulze, stv_meek, stv_scottish,
};
use crate::rules::{ballot::Mark, outcome::Outcome};

/// A method with the version of its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    pub version: u32,
    #[serde(flatten)]
    pub rules: Rules,
    /// Share of the roll that must take part, for methods that have no quorum of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Share>,
    /// What there is to spend, in cents, where money is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<u64>,
}

/// The parameters of every method that votes are counted with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "id", content = "parameters", rename_all = "snake_case")]
pub enum Rules {
    Majority(majority::Rules),
    Approval(approval::Rules),
    AgendaPhragmen(agenda_phragmen::Rules),
    EqualShares(equal_shares::Rules),
    Schulze(schulze::Rules),
    StvScottish(stv_scottish::Rules),
    StvMeek(stv_meek::Rules),
}

/// An option on the ballot paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opt {
    /// Stands for the option on ballots and in steps.
    pub key: String,
    pub title: String,
    /// In cents, where money is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<u64>,
}

/// What people do on a ballot paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// For, against or abstain.
    Choice,
    /// Any number of options.
    Marks,
    /// Any number of options that cost money.
    Money,
    /// Options in order; whether two may have one position.
    Ranking { may_share: bool },
}

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
}

/// Why a vote can't be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error(transparent)]
    Lot(#[from] Needed),
    #[error("the ballot paper names an option twice: {0}")]
    Twice(#[from] Twice),
    #[error("version {version} of {id} is not a method of this program")]
    Unknown { id: &'static str, version: u32 },
    #[error("a step that can't be written down")]
    Step,
}

impl Rules {
    /// The name of the method, and the version that this program counts with.
    #[must_use]
    pub const fn name(&self) -> (&'static str, u32) {
        match self {
            Self::Majority(_) => (majority::METHOD, majority::VERSION),
            Self::Approval(_) => (approval::METHOD, approval::VERSION),
            Self::AgendaPhragmen(_) => (agenda_phragmen::METHOD, agenda_phragmen::VERSION),
            Self::EqualShares(_) => (equal_shares::METHOD, equal_shares::VERSION),
            Self::Schulze(_) => (schulze::METHOD, schulze::VERSION),
            Self::StvScottish(_) => (stv_scottish::METHOD, stv_scottish::VERSION),
            Self::StvMeek(_) => (stv_meek::METHOD, stv_meek::VERSION),
        }
    }

    /// What people do on its ballot paper.
    #[must_use]
    pub const fn paper(&self) -> PaperKind {
        match self {
            Self::Majority(_) => PaperKind::Choice,
            Self::Approval(_) | Self::AgendaPhragmen(_) => PaperKind::Marks,
            Self::EqualShares(_) => PaperKind::Money,
            Self::Schulze(_) => PaperKind::Ranking { may_share: true },
            Self::StvScottish(_) | Self::StvMeek(_) => PaperKind::Ranking { may_share: false },
        }
    }
}

impl Method {
    /// A method in the version that this program counts with.
    #[must_use]
    pub const fn new(rules: Rules) -> Self {
        let (_, version) = rules.name();
        Self { version, rules, quorum: None, budget: None }
    }

    /// The method for a proposal that is adopted or not.
    #[must_use]
    pub const fn majority(rules: majority::Rules) -> Self {
        Self::new(Rules::Majority(rules))
    }

    /// The name of the method.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.rules.name().0
    }

    /// Whether this program knows this version.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.rules.name().1 == self.version
    }

    /// What people do on the ballot paper.
    #[must_use]
    pub const fn paper(&self) -> PaperKind {
        self.rules.paper()
    }

    /// Whether there are options on the ballot paper.
    #[must_use]
    pub const fn has_options(&self) -> bool {
        !matches!(self.paper(), PaperKind::Choice)
    }

    /// Whether a ballot paper with these options may bear this mark: only options that are there,
    /// each once. A paper may always be blank or spoiled.
    #[must_use]
    pub fn takes(&self, mark: &Mark, options: &[Opt]) -> bool {
        let mut named = BTreeSet::new();
        let is_there = |key: &str| options.iter().any(|option| option.key == key);
        if !mark.named().all(|key| is_there(key) && named.insert(key)) {
            return false;
        }
        match (self.paper(), mark) {
            (PaperKind::Choice, Mark::Choice(_))
            | (PaperKind::Marks | PaperKind::Money, Mark::Approve(_)) => true,
            (PaperKind::Ranking { may_share }, Mark::Rank(ranks)) => {
                may_share || ranks.iter().all(|rank| rank.len() == 1)
            }
            (_, mark) => !mark.is_valid(),
        }
    }

    /// A step in words; one that isn't of this method is shown as it is written.
    #[must_use]
    pub fn told(&self, step: &Value) -> String {
        let told = match self.rules {
            Rules::Majority(_) => words::<majority::Step>(step),
            Rules::Approval(_) => words::<approval::Step>(step),
            Rules::AgendaPhragmen(_) => words::<agenda_phragmen::Step>(step),
            Rules::EqualShares(_) => words::<equal_shares::Step>(step),
            Rules::Schulze(_) => words::<schulze::Step>(step),
            Rules::StvScottish(_) => words::<stv_scottish::Step>(step),
            Rules::StvMeek(_) => words::<stv_meek::Step>(step),
        };
        told.unwrap_or_else(|| step.to_string())
    }

    /// Counts a vote. The order of the lines doesn't matter.
    ///
    /// # Errors
    /// The method is unknown, or a lot is needed that wasn't drawn.
    pub fn count<'a>(
        &self,
        options: &[Opt],
        lines: impl IntoIterator<Item = Line<'a>>,
        lots: &Lots,
    ) -> Result<Tally, Stop> {
        if !self.is_known() {
            return Err(Stop::Unknown { id: self.id(), version: self.version });
        }
        if let Rules::Majority(rules) = &self.rules {
            return majority(rules, lines);
        }
        let names = Options::new(options.iter().map(|option| option.key.clone()))?;
        let papers = Papers::sort(lines);
        let took_part = papers.took_part;
        let quorum = self.quorum.is_some_and(|share| !share.is_reached(took_part, papers.entitled));
        let mut tally = match &self.rules {
            Rules::Majority(rules) => majority(rules, [])?,
            Rules::Approval(it) => {
                written(approval::count(it, &names, &papers.approvals(&names), lots)?)?
            }
            Rules::AgendaPhragmen(it) => {
                written(agenda_phragmen::count(it, &names, &papers.approvals(&names), lots)?)?
            }
            Rules::EqualShares(it) => {
                let money = self.money(options);
                let ballots = papers.approvals(&names);
                written(equal_shares::count(it, &names, &ballots, &money, lots)?)?
            }
            Rules::Schulze(it) => {
                let mut tally =
                    written(schulze::count(it, &names, &papers.rankings(&names), lots)?)?;
                // That everything stays as it is, is no choice.
                tally.winners.retain(|key| Some(key) != it.status_quo.as_ref());
                tally
            }
            Rules::StvScottish(it) => {
                written(stv_scottish::count(it, &names, &papers.rankings(&names), lots)?)?
            }
            Rules::StvMeek(it) => {
                written(stv_meek::count(it, &names, &papers.rankings(&names), lots)?)?
            }
        };
        tally.outcome = match tally.winners.is_empty() {
            _ if quorum => Outcome::NoQuorum,
            true => Outcome::NoneChosen,
            false => Outcome::Chosen,
        };
        if quorum {
            tally.winners.clear();
        }
        Ok(tally)
    }

    /// What there is to spend, and what the options cost.
    pub(super) fn money(&self, options: &[Opt]) -> Money {
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
    let steps = values(&steps)?;
    Ok(Tally { outcome, winners: Vec::new(), ties: Vec::new(), steps })
}

fn words<Step: DeserializeOwned + Display>(step: &Value) -> Option<String> {
    serde_json::from_value::<Step>(step.clone()).ok().map(|step| step.to_string())
}

/// A result as it stands in a record.
fn written<Step: Serialize>(counted: Counted<Step>) -> Result<Tally, Stop> {
    let Counted { winners, ties, steps } = counted;
    Ok(Tally { outcome: Outcome::Chosen, winners, ties, steps: values(&steps)? })
}

fn values<Step: Serialize>(steps: &[Step]) -> Result<Vec<Value>, Stop> {
    steps.iter().map(|step| serde_json::to_value(step).map_err(|_| Stop::Step)).collect()
}

impl Tally {
    /// The steps as `majority` wrote them.
    ///
    /// # Errors
    /// They are of another method.
    pub fn majority(&self) -> Result<Vec<majority::Step>, serde_json::Error> {
        self.steps.iter().map(|step| serde_json::from_value(step.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Opt> {
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
        ["1", "2", "3"].map(option).to_vec()
    }

    fn count(method: &Method, marks: &[&str], silent: usize) -> Tally {
        let marks: Vec<Mark> = marks.iter().map(|mark| mark.parse().unwrap()).collect();
        let voted = marks.iter().map(|mark| Line { sector: None, mark: Some(mark) });
        let silent = std::iter::repeat_n(Line { sector: None, mark: None }, silent);
        let lots = Lots::Seed("seed".to_owned());
        method.count(&options(), voted.chain(silent), &lots).unwrap()
    }

    #[test]
    fn a_method_is_written_with_its_name_and_version() {
        let method = Method::new(Rules::Approval(approval::Rules { seats: 2, fill: false }));
        let text = serde_json::to_string(&method).unwrap();
        insta::assert_snapshot!(text, @r#"{"version":1,"id":"approval","parameters":{"seats":2,"fill":false}}"#);
        assert_eq!(serde_json::from_str::<Method>(&text).unwrap(), method);
    }

    #[test]
    fn a_paper_takes_only_what_stands_on_it() {
        let takes =
            |rules: Rules, mark: &str| Method::new(rules).takes(&mark.parse().unwrap(), &options());
        let approval = || Rules::Approval(approval::Rules { seats: 1, fill: false });
        let stv = || Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: vec![] });
        assert!(takes(approval(), "approve:1,3") && takes(approval(), "blank"));
        assert!(!takes(approval(), "approve:4") && !takes(approval(), "approve:1,1"));
        assert!(!takes(approval(), "rank:1>2") && !takes(approval(), "for"));
        assert!(takes(stv(), "rank:2>1") && !takes(stv(), "rank:2=1") && !takes(stv(), "rank:2>2"));
    }

    #[test]
    fn blank_papers_make_a_quorum_and_spoiled_ones_are_counted_as_such() {
        let mut method = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
        method.quorum = Some(Share { need: 1, of: 2 });
        let tally = count(&method, &["approve:1", "blank"], 3);
        assert_eq!((tally.outcome, tally.winners.len()), (Outcome::NoQuorum, 0));
        let tally = count(&method, &["approve:1", "blank", "spoiled"], 3);
        assert_eq!((tally.outcome, tally.winners), (Outcome::Chosen, vec!["1".to_owned()]));
    }

    #[test]
    fn nothing_that_beats_the_status_quo_leaves_all_as_it_is() {
        let rules =
            schulze::Rules { winners: 1, status_quo: Some("3".to_owned()), withdrawn: Vec::new() };
        let method = Method::new(Rules::Schulze(rules));
        let tally = count(&method, &["rank:3>1", "rank:3>2", "rank:1>3"], 0);
        assert_eq!((tally.outcome, tally.winners.len()), (Outcome::NoneChosen, 0));
    }
}
