//! For or against: how many votes each condition was missed or met by.

use super::{Answer, quorum};
use crate::rules::tally::majority::{Rules, Share, Step};

/// One answer for each condition; those that were missed come first.
pub fn answers(rules: &Rules, steps: &[Step]) -> Vec<Answer> {
    let mut answers: Vec<(bool, Answer)> = steps
        .iter()
        .filter_map(|step| Some((step.is_met(), answer(rules, steps, step)?)))
        .collect();
    answers.sort_by_key(|(met, _)| *met);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

fn answer(rules: &Rules, steps: &[Step], step: &Step) -> Option<Answer> {
    Some(match step {
        // A quorum of everybody can't be passed; one of nobody can't be missed.
        Step::Quorum { least: 0, .. }
        | Step::Total { .. }
        | Step::Sector { .. }
        | Step::SectorMajority { passed_over: true, .. } => return None,
        Step::Quorum { least, have, .. } => quorum(*least, *have),
        Step::Majority { have, of, met, .. } => {
            let (pro, con) = (*have, of.saturating_sub(*have));
            let sides = Sides { share: rules.majority, pro, con, others: others(steps, None) };
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
