//! `majority` version 1: for or against, with a quorum, a required share of the votes cast, and a
//! majority in named sectors.
//!
//! Source: association law, art. 2:13 and 2:38 BW (votes cast decide; a quorum only where the
//! statutes set one) and the charter of the neighbourhood. An abstention is present for the quorum
//! and is no vote cast; so is a blank or spoiled paper, which is told apart. A tie is not a majority.

mod sentence;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::ballot::{Choice, Mark};
pub use crate::rules::outcome::Outcome;

/// The name of this method in a record.
pub const METHOD: &str = "majority";
/// The version of this method in a record.
pub const VERSION: u32 = 1;

/// A share of a whole, kept exact: two thirds is `Share { need: 2, of: 3 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    pub need: u32,
    pub of: u32,
}

impl Share {
    /// Whether this is more than nothing and at most everything.
    #[must_use]
    pub const fn is_part(self) -> bool {
        self.of > 0 && self.need > 0 && self.need <= self.of
    }

    /// Whether `part` is at least this share of `whole`. Integers only: never a rounded percentage.
    #[must_use]
    pub fn is_reached(self, part: u64, whole: u64) -> bool {
        u128::from(part).saturating_mul(u128::from(self.of))
            >= u128::from(whole).saturating_mul(u128::from(self.need))
    }

    /// The least number that reaches this share of `whole`.
    #[must_use]
    pub fn least(self, whole: u64) -> u64 {
        let of = u128::from(self.of.max(1));
        let least = u128::from(whole).saturating_mul(u128::from(self.need)).div_ceil(of);
        u64::try_from(least).unwrap_or(u64::MAX)
    }
}

/// The parameters of one vote, frozen when it is prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Share of the roll that must take part; `None` is no quorum.
    pub quorum: Option<Share>,
    /// Share of the votes cast (for and against) that must be for; `None` is more for than against.
    pub majority: Option<Share>,
    /// Sectors in each of which more must be for than against. A sector without members on the roll
    /// is passed over; one whose members cast no vote fails.
    pub sector_majorities: Vec<String>,
}

/// What stands on a paper for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Choice(Choice),
    Blank,
    Spoiled,
}

impl Answer {
    /// What a mark says about a proposal; nothing if it is of another kind of paper.
    #[must_use]
    pub const fn of(mark: &Mark) -> Option<Self> {
        match mark {
            Mark::Choice(choice) => Some(Self::Choice(*choice)),
            Mark::Blank => Some(Self::Blank),
            Mark::Spoiled => Some(Self::Spoiled),
            Mark::Approve(_) | Mark::Rank(_) | Mark::Answer(_) => None,
        }
    }
}

/// What somebody on the roll did: the sector's key, and the answer if a ballot was cast.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub sector: Option<&'a str>,
    pub answer: Option<Answer>,
}

/// Ballots of a group, in people or seats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// On the roll.
    pub entitled: u64,
    #[serde(rename = "for")]
    pub in_favour: u64,
    pub against: u64,
    pub abstain: u64,
    /// Papers on which nothing is marked.
    #[serde(default, skip_serializing_if = "is_none")]
    pub blank: u64,
    /// Papers that can't be read as an answer.
    #[serde(default, skip_serializing_if = "is_none")]
    pub spoiled: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_none(papers: &u64) -> bool {
    *papers == 0
}

impl Count {
    /// Those who took part: also with an abstention or a paper that is blank or spoiled.
    #[must_use]
    pub const fn took_part(self) -> u64 {
        let void = self.blank.saturating_add(self.spoiled);
        self.cast().saturating_add(self.abstain).saturating_add(void)
    }

    /// Votes cast: for and against.
    #[must_use]
    pub const fn cast(self) -> u64 {
        self.in_favour.saturating_add(self.against)
    }

    const fn add(&mut self, answer: Option<Answer>) {
        self.entitled = self.entitled.saturating_add(1);
        let papers = match answer {
            Some(Answer::Choice(Choice::For)) => &mut self.in_favour,
            Some(Answer::Choice(Choice::Against)) => &mut self.against,
            Some(Answer::Choice(Choice::Abstain)) => &mut self.abstain,
            Some(Answer::Blank) => &mut self.blank,
            Some(Answer::Spoiled) => &mut self.spoiled,
            None => return,
        };
        *papers = papers.saturating_add(1);
    }
}

/// One step of the count, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// All ballots together.
    Total { count: Count },
    /// The ballots of one sector.
    Sector { sector: String, count: Count },
    /// Whether enough took part.
    Quorum { share: Share, least: u64, have: u64, met: bool },
    /// Whether enough of the votes cast are for. `share` is absent for a simple majority.
    Majority { share: Option<Share>, least: u64, have: u64, of: u64, met: bool },
    /// Whether a sector is for. `passed_over` when nobody of it stands on the roll.
    SectorMajority { sector: String, in_favour: u64, against: u64, met: bool, passed_over: bool },
}

/// The result and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub outcome: Outcome,
    pub steps: Vec<Step>,
}

/// Counts a vote. The order of the lines doesn't matter.
#[must_use]
pub fn count<'a>(rules: &Rules, lines: impl IntoIterator<Item = Line<'a>>) -> Tally {
    let mut total = Count::default();
    let mut sectors: BTreeMap<&str, Count> = BTreeMap::new();
    for line in lines {
        total.add(line.answer);
        if let Some(sector) = line.sector {
            sectors.entry(sector).or_default().add(line.answer);
        }
    }
    let mut steps = vec![Step::Total { count: total }];
    steps.extend(
        sectors
            .iter()
            .map(|(sector, count)| Step::Sector { sector: (*sector).to_owned(), count: *count }),
    );
    let quorum = rules.quorum.map(|share| quorum(share, total));
    let majority = majority(rules.majority, total);
    let of_sectors: Vec<Step> = rules
        .sector_majorities
        .iter()
        .map(|sector| sector_majority(sector, sectors.get(sector.as_str()).copied()))
        .collect();
    let outcome = outcome(quorum.as_ref(), &majority, &of_sectors, total);
    steps.extend(quorum);
    steps.push(majority);
    steps.extend(of_sectors);
    Tally { outcome, steps }
}

fn quorum(share: Share, total: Count) -> Step {
    let have = total.took_part();
    let met = share.is_reached(have, total.entitled);
    Step::Quorum { share, least: share.least(total.entitled), have, met }
}

fn majority(share: Option<Share>, total: Count) -> Step {
    let (have, of) = (total.in_favour, total.cast());
    let (least, met) = match share {
        None => {
            let half = of.checked_div(2).unwrap_or_default();
            (half.saturating_add(1), total.in_favour > total.against)
        }
        Some(share) => (share.least(of).max(1), of > 0 && share.is_reached(have, of)),
    };
    Step::Majority { share, least, have, of, met }
}

fn sector_majority(sector: &str, count: Option<Count>) -> Step {
    let passed_over = count.is_none();
    let Count { in_favour, against, .. } = count.unwrap_or_default();
    let met = passed_over || in_favour > against;
    Step::SectorMajority { sector: sector.to_owned(), in_favour, against, met, passed_over }
}

fn outcome(quorum: Option<&Step>, majority: &Step, sectors: &[Step], total: Count) -> Outcome {
    if quorum.is_some_and(|step| !step.is_met()) {
        Outcome::NoQuorum
    } else if total.cast() == 0 {
        Outcome::NoVotes
    } else if !majority.is_met() && total.in_favour == total.against {
        Outcome::Tied
    } else if !majority.is_met() {
        Outcome::Rejected
    } else if sectors.iter().any(|step| !step.is_met()) {
        Outcome::SectorAgainst
    } else {
        Outcome::Adopted
    }
}

impl Step {
    /// Whether the condition of this step holds; a step without condition holds.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        match self {
            Self::Quorum { met, .. }
            | Self::Majority { met, .. }
            | Self::SectorMajority { met, .. } => *met,
            Self::Total { .. } | Self::Sector { .. } => true,
        }
    }
}

#[cfg(test)]
mod tests;
