//! The steps of every vote for or against, whatever its method and version, as lines of one kind.

use std::collections::BTreeMap;

use crate::rules::{
    outcome::Outcome,
    tally::{
        group_majority::{self, Condition, Shown, Verdict},
        majority::{self, Share},
        majority_v2::{self, Base, OnMissing, OnTie, Votes},
        method::{Method, Rules, Tally},
    },
};

/// A line of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Total(Votes),
    Group {
        sector: String,
        votes: Votes,
    },
    Quorum {
        share: Share,
        least: u64,
        have: u64,
        met: bool,
    },
    NoQuorumAsked,
    Majority {
        share: Option<Share>,
        base: Base,
        least: u64,
        have: u64,
        of: u64,
        met: bool,
    },
    Missing {
        rule: OnMissing,
        outcome: Outcome,
    },
    Tie {
        rule: OnTie,
        outcome: Outcome,
    },
    Sector {
        sector: String,
        in_favour: u64,
        against: u64,
        met: bool,
        passed_over: bool,
    },
    AtLeast {
        least: u64,
        have: usize,
        of: usize,
        met: bool,
    },
    /// The residents, who may have several sectors.
    Residents {
        sectors: Vec<String>,
        in_favour: u64,
        against: u64,
        met: bool,
    },
    Weighted(Weighted),
}

/// A majority by weight: how much of the weight is for, as an exact fraction, and of each sector its
/// weight and its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighted {
    pub have: String,
    pub of: u64,
    pub majority: Option<Share>,
    pub sectors: Vec<(String, u32, Votes)>,
    pub met: bool,
}

impl Line {
    /// Whether a condition holds; nothing for a line without one.
    #[must_use]
    pub const fn met(&self) -> Option<bool> {
        match self {
            Self::Quorum { met, .. }
            | Self::Majority { met, .. }
            | Self::Sector { met, .. }
            | Self::AtLeast { met, .. }
            | Self::Residents { met, .. }
            | Self::Weighted(Weighted { met, .. }) => Some(*met),
            _ => None,
        }
    }
}

/// Reads the steps of a tally.
///
/// # Errors
/// They are of another method.
pub fn read(method: &Method, tally: &Tally) -> Result<Vec<Line>, serde_json::Error> {
    Ok(match &method.rules {
        Rules::Majority(_) => tally.read()?.into_iter().map(of_first).collect(),
        Rules::GroupMajority(rules) => of_groups(&rules.conditions, tally.read()?),
        _ => tally.read()?.into_iter().map(of_second).collect(),
    })
}

fn of_first(step: majority::Step) -> Line {
    use majority::Step;

    match step {
        Step::Total { count } => Line::Total(count.into()),
        Step::Sector { sector, count } => Line::Group { sector, votes: count.into() },
        Step::Quorum { share, least, have, met } => Line::Quorum { share, least, have, met },
        Step::Majority { share, least, have, of, met } => {
            Line::Majority { share, base: Base::Cast, least, have, of, met }
        }
        Step::SectorMajority { sector, in_favour, against, met, passed_over } => {
            Line::Sector { sector, in_favour, against, met, passed_over }
        }
    }
}

fn of_second(step: majority_v2::Step) -> Line {
    use majority_v2::Step;

    match step {
        Step::Total { votes } => Line::Total(votes),
        Step::Group { group: sector, votes } => Line::Group { sector, votes },
        Step::Quorum { share, least, have, met } => Line::Quorum { share, least, have, met },
        Step::NoQuorumAsked { .. } => Line::NoQuorumAsked,
        Step::Majority { share, base, least, have, of, met } => {
            Line::Majority { share, base, least, have, of, met }
        }
        Step::Missing { rule, outcome, .. } => Line::Missing { rule, outcome: outcome.into() },
        Step::Tie { rule, outcome, .. } => Line::Tie { rule, outcome: outcome.into() },
    }
}

fn of_groups(conditions: &[Condition], steps: Vec<group_majority::Step>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut conditions = conditions.iter();
    let mut groups: BTreeMap<String, Votes> = BTreeMap::new();
    for step in steps {
        match step {
            group_majority::Step::Total { votes } => lines.push(Line::Total(votes)),
            group_majority::Step::Group { group: sector, votes, .. } => {
                groups.insert(sector.clone(), votes);
                lines.push(Line::Group { sector, votes });
            }
            group_majority::Step::Condition { shown, met } => {
                // The conditions are told in the order in which they were set.
                lines.extend(of_condition(conditions.next(), shown, met, &groups));
            }
        }
    }
    lines
}

fn of_condition(
    condition: Option<&Condition>,
    shown: Shown,
    met: bool,
    groups: &BTreeMap<String, Votes>,
) -> Vec<Line> {
    match shown {
        Shown::Overall { tally } => {
            let lines = tally.steps.into_iter().map(of_second);
            lines.filter(|line| !matches!(line, Line::Total(_))).collect()
        }
        Shown::Each { groups: verdicts } => {
            let line = |(sector, verdict): (String, Verdict)| {
                let votes = groups.get(&sector).copied().unwrap_or_default();
                Line::Sector {
                    in_favour: votes.in_favour,
                    against: votes.against,
                    met: verdict != Verdict::NotFor,
                    passed_over: verdict == Verdict::PassedOver,
                    sector,
                }
            };
            verdicts.into_iter().map(line).collect()
        }
        Shown::ResidentMajority { group, with, votes } => {
            let Votes { in_favour, against, .. } = votes;
            let sectors = [group].into_iter().chain(with).collect();
            vec![Line::Residents { sectors, in_favour, against, met }]
        }
        Shown::AtLeast { least, groups } => {
            let have = groups.values().filter(|verdict| **verdict == Verdict::For).count();
            vec![Line::AtLeast { least, have, of: groups.len(), met }]
        }
        Shown::Weighted { have, of, majority, .. } => {
            let weights = match condition {
                Some(Condition::Weighted { weights, .. }) => weights.iter(),
                _ => return Vec::new(),
            };
            let sector = |(key, weight): (&String, &u32)| {
                (key.clone(), *weight, groups.get(key).copied().unwrap_or_default())
            };
            let sectors = weights.map(sector).collect();
            vec![Line::Weighted(Weighted { have, of, majority, sectors, met })]
        }
    }
}
