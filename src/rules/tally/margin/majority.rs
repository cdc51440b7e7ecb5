//! For or against: how many votes each condition was missed or met by.

use super::{Answer, quorum};
use crate::rules::tally::{
    group_majority::{self, Shown, Verdict},
    majority::{Count, Share, Step},
    majority_v2::{self, Base, Votes},
};

/// One answer for each condition; those that were missed come first.
pub fn answers(share: Option<Share>, steps: &[Step]) -> Vec<Answer> {
    let mut answers: Vec<(bool, Answer)> = steps
        .iter()
        .filter_map(|step| Some((step.is_met(), answer(share, steps, step)?)))
        .collect();
    answers.sort_by_key(|(met, _)| *met);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// The conditions of version 2, as far as version 1 has them: an answer about another base than the
/// votes cast isn't well defined, as a vote more may be one that abstained.
pub fn of_second(steps: &[majority_v2::Step]) -> Vec<Step> {
    let condition = |step: &majority_v2::Step| match step.clone() {
        majority_v2::Step::Total { votes } => Some(Step::Total { count: count(votes) }),
        majority_v2::Step::Quorum { share, least, have, met } => {
            Some(Step::Quorum { share, least, have, met })
        }
        majority_v2::Step::Majority { share, base: Base::Cast, least, have, of, met } => {
            Some(Step::Majority { share, least, have, of, met })
        }
        _ => None,
    };
    steps.iter().filter_map(condition).collect()
}

/// The same for several majorities at once.
pub fn of_groups(steps: &[group_majority::Step]) -> Vec<Step> {
    let votes = |key: &str| {
        let found = steps.iter().find_map(|step| match step {
            group_majority::Step::Group { group, votes, .. } if group == key => Some(*votes),
            _ => None,
        });
        found.unwrap_or_default()
    };
    let sector = |group: &String, passed_over: bool| {
        let Votes { in_favour, against, .. } = votes(group);
        let met = passed_over || in_favour > against;
        Step::SectorMajority { sector: group.clone(), in_favour, against, met, passed_over }
    };
    let of = |shown: &Shown| match shown {
        Shown::Overall { tally } => of_second(&tally.steps),
        Shown::Each { groups } => {
            let each = groups.iter();
            each.map(|(key, verdict)| sector(key, *verdict == Verdict::PassedOver)).collect()
        }
        Shown::ResidentMajority { group, with, .. } if with.is_empty() => {
            vec![sector(group, false)]
        }
        // An answer is about one group, and these are about several together.
        Shown::ResidentMajority { .. } | Shown::AtLeast { .. } | Shown::Weighted { .. } => {
            Vec::new()
        }
    };
    let told = |step: &group_majority::Step| match step {
        // The total stands in the condition about everybody as well.
        group_majority::Step::Total { .. } => Vec::new(),
        group_majority::Step::Group { group, votes, .. } => {
            vec![Step::Sector { sector: group.clone(), count: count(*votes) }]
        }
        group_majority::Step::Condition { shown, .. } => of(shown),
    };
    steps.iter().flat_map(told).collect()
}

const fn count(votes: Votes) -> Count {
    let Votes { entitled, in_favour, against, abstain, blank, invalid: spoiled, .. } = votes;
    Count { entitled, in_favour, against, abstain, blank, spoiled }
}

fn answer(share: Option<Share>, steps: &[Step], step: &Step) -> Option<Answer> {
    Some(match step {
        // A quorum of everybody can't be passed; one of nobody can't be missed.
        Step::Quorum { least: 0, .. }
        | Step::Total { .. }
        | Step::Sector { .. }
        | Step::SectorMajority { passed_over: true, .. } => return None,
        Step::Quorum { least, have, .. } => quorum(*least, *have),
        Step::Majority { have, of, met, .. } => {
            let (pro, con) = (*have, of.saturating_sub(*have));
            let sides = Sides { share, pro, con, others: others(steps, None) };
            if *met {
                Answer::MajorityRoom { more: sides.more_against(), turned: sides.turned_against() }
            } else {
                let (more, turned) = (sides.more_for(), sides.turned_for());
                // With nobody on the roll there is nothing to say.
                more.or(turned)?;
                Answer::MajorityShort { more, turned }
            }
        }
        Step::SectorMajority { sector, in_favour, against, met, .. } => {
            let (pro, con) = (*in_favour, *against);
            let sides = Sides { share: None, pro, con, others: others(steps, Some(sector)) };
            let sector = sector.clone();
            if *met {
                let (more, turned) = (sides.more_against(), sides.turned_against());
                Answer::SectorRoom { sector, more, turned }
            } else {
                Answer::SectorShort { sector, more: sides.more_for(), turned: sides.turned_for() }
            }
        }
    })
}

/// How many of all, or of a sector, were neither for nor against.
fn others(steps: &[Step], of: Option<&String>) -> u64 {
    let count = steps.iter().find_map(|step| match (step, of) {
        (Step::Total { count }, None) => Some(*count),
        (Step::Sector { sector, count }, Some(of)) if sector == of => Some(*count),
        _ => None,
    });
    let count = count.unwrap_or_default();
    count.entitled.saturating_sub(count.cast())
}

/// Votes for and against, and the share that must be for; more for than against where it is absent.
struct Sides {
    share: Option<Share>,
    pro: u64,
    con: u64,
    /// Those who were neither.
    others: u64,
}

impl Sides {
    const fn cast(&self) -> u64 {
        self.pro.saturating_add(self.con)
    }

    /// The share in whole numbers that are wide enough to multiply with.
    fn parts(share: Share) -> (u128, u128) {
        (u128::from(share.need), u128::from(share.of))
    }

    /// How many votes for are missing; nothing where so many can't come, or one against is too many.
    fn more_for(&self) -> Option<u64> {
        let more = match self.share {
            None => self.con.saturating_sub(self.pro).saturating_add(1),
            Some(_) if self.cast() == 0 => 1,
            Some(share) => {
                let (need, of) = Self::parts(share);
                let lack = u128::from(self.cast())
                    .saturating_mul(need)
                    .saturating_sub(u128::from(self.pro).saturating_mul(of));
                // Each vote for adds its whole to one side and its share to the other.
                let gain = of.checked_sub(need).filter(|gain| *gain > 0)?;
                whole(lack.div_ceil(gain))
            }
        };
        (more <= self.others).then_some(more)
    }

    /// How many of those against would have been enough on the other side.
    fn turned_for(&self) -> Option<u64> {
        if self.cast() == 0 {
            return None;
        }
        let needed = match self.share {
            None => self.cast().checked_div(2).unwrap_or_default().saturating_add(1),
            Some(share) => share.least(self.cast()),
        };
        Some(needed.saturating_sub(self.pro))
    }

    /// How many more votes against would have undone it; nothing where so many can't come.
    fn more_against(&self) -> Option<u64> {
        let more = match self.share {
            None => self.pro.saturating_sub(self.con),
            Some(share) => {
                let (need, of) = Self::parts(share);
                // The most votes cast of which those for are still enough.
                let most = u128::from(self.pro).saturating_mul(of).checked_div(need);
                let most = most.unwrap_or_default().saturating_add(1);
                whole(most.saturating_sub(u128::from(self.cast())))
            }
        };
        (more <= self.others).then_some(more)
    }

    /// How many of those for would have undone it on the other side.
    fn turned_against(&self) -> u64 {
        let needed = match self.share {
            None => self.cast().checked_div(2).unwrap_or_default().saturating_add(1),
            Some(share) => share.least(self.cast()).max(1),
        };
        self.pro.saturating_sub(needed).saturating_add(1)
    }
}

fn whole(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
