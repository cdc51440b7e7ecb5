//! Counting again: how many more people who choose only one option would have had it chosen.
//!
//! Asked only where one more such paper never harms the option that it names alone, so that there is
//! one number from which on it holds. Equal shares, where more papers may harm, are looked at in
//! `equal_shares`; so may they in a single transferable vote for more than one seat, since they
//! raise the quota, and there nothing is said.

use super::{Answer, Counting};
use crate::rules::tally::{
    Counted, agenda_phragmen, greedy,
    lot::{self, Lots, Needed},
    method::Rules,
    paper::{Approval, Options, Ranking},
    papers::Papers,
    schulze, stv_meek, stv_scottish,
};

/// Different papers times the options in the power that a method takes, above which nothing is
/// counted again: it would keep a reader waiting.
const MOST_WORK: usize = 20_000_000;

/// What is counted again. The last paper of each kind is the one that there are more of.
pub(super) struct Again<'a> {
    counting: &'a Counting<'a>,
    options: Options,
    ticks: Vec<Approval>,
    ranks: Vec<Ranking>,
    /// With so many more papers an option has more than all others together.
    most: u64,
}

impl<'a> Again<'a> {
    /// Prepares a vote for being counted again; nothing where its method says nothing, or where that
    /// would be too much work.
    pub fn of(counting: &'a Counting<'a>) -> Option<Self> {
        let keys = counting.options.iter().map(|option| option.key.clone());
        let options = Options::new(keys).ok()?;
        let papers = Papers::sort(counting.lines.iter().copied());
        let (mut ticks, mut ranks) = (Vec::new(), Vec::new());
        let power = match &counting.method.rules {
            Rules::AgendaPhragmen(_) => 2,
            Rules::Greedy(_) => 1,
            Rules::Schulze(_) => 3,
            Rules::StvScottish(rules) if rules.seats == 1 => 2,
            Rules::StvMeek(rules) if rules.seats == 1 => 2,
            _ => return None,
        };
        match &counting.method.rules {
            Rules::AgendaPhragmen(_) | Rules::Greedy(_) => ticks = papers.approvals(&options),
            _ => ranks = papers.rankings(&options),
        }
        let different = ticks.len().saturating_add(ranks.len());
        if different.saturating_mul(options.len().saturating_pow(power)) > MOST_WORK {
            return None;
        }
        ticks.push(Approval { options: Vec::new(), papers: 0 });
        ranks.push(Ranking { ranks: Vec::new(), papers: 0 });
        Some(Self { counting, options, ticks, ranks, most: papers.took_part.saturating_add(1) })
    }

    /// What would have turned it, for an answer that says why not.
    pub fn turned(&mut self, answer: &Answer) -> Option<Answer> {
        let option = match answer {
            Answer::NotPlaced { option, .. }
            | Answer::LeftShort { option, .. }
            | Answer::TooLate { option, .. }
            | Answer::DuelLost { option, .. }
            | Answer::PathLost { option, .. }
            | Answer::LotLost { option, .. }
            | Answer::StatusQuoKept { option, .. }
            | Answer::RoundsOut { option, .. }
            | Answer::RoundsLeft { option, .. } => option.clone(),
            Answer::Below { option, above, .. } => {
                let (option, above) = (option.clone(), above.clone());
                let place = |all: &[String], one: &String| all.iter().position(|it| it == one);
                let more = self.least(&option, |winners| {
                    let other = place(winners, &above);
                    place(winners, &option).is_some_and(|own| other.is_none_or(|it| own < it))
                })?;
                return Some(Answer::Higher { option, above, more });
            }
            _ => return None,
        };
        // The status quo wins by default as well, so that no single number turns it.
        let rules = &self.counting.method.rules;
        if matches!(rules, Rules::Schulze(rules) if rules.status_quo.as_ref() == Some(&option)) {
            return None;
        }
        let more = self.least(&option, |winners| winners.contains(&option))?;
        Some(Answer::Turned { option, more })
    }

    /// With how many more people who choose only this it holds even if every lot falls against it,
    /// while with one less it doesn't; nothing where it never does.
    fn least(&mut self, option: &str, holds: impl Fn(&[String]) -> bool) -> Option<u64> {
        let place = self.options.place(option)?;
        let (mut without, mut with) = (0_u64, self.most);
        let lots = self.lots_against(option);
        let mut is_sure = |more| self.count(place, more, &lots).is_some_and(|it| holds(&it));
        if !is_sure(with) {
            return None;
        }
        while with.saturating_sub(without) > 1 {
            let middle = without.midpoint(with);
            if is_sure(middle) {
                with = middle;
            } else {
                without = middle;
            }
        }
        Some(with)
    }

    /// The lots as they were drawn, but for one option: it is drawn last, or first where the lot
    /// says who leaves the count.
    fn lots_against(&self, option: &str) -> Lots {
        let all = self.options.ids().iter().map(String::as_str);
        let mut order: Vec<&str> = match self.counting.lots {
            Lots::Seed(seed) => lot::order(seed, all),
            Lots::Drawn(drawn) => drawn.iter().map(String::as_str).chain(all).collect(),
            Lots::None => all.collect(),
        };
        order.retain(|it| *it != option);
        match &self.counting.method.rules {
            Rules::StvScottish(_) | Rules::StvMeek(_) => order.insert(0, option),
            _ => order.push(option),
        }
        Lots::Drawn(order.into_iter().map(ToOwned::to_owned).collect())
    }

    /// Counts again with so many more papers that choose one option.
    fn count(&mut self, option: usize, more: u64, lots: &Lots) -> Option<Vec<String>> {
        if let Some(paper) = self.ticks.last_mut() {
            *paper = Approval { options: vec![option], papers: more };
        }
        if let Some(paper) = self.ranks.last_mut() {
            *paper = Ranking { ranks: vec![vec![option]], papers: more };
        }
        let Self { counting, options, ticks, ranks, .. } = self;
        match &counting.method.rules {
            Rules::AgendaPhragmen(it) => winners(agenda_phragmen::count(it, options, ticks, lots)),
            Rules::Greedy(it) => {
                let money = counting.method.money(counting.options);
                let mut votes = vec![0_i64; options.len()];
                for ticked in ticks.iter() {
                    let papers = i64::try_from(ticked.papers).unwrap_or(i64::MAX);
                    for option in &ticked.options {
                        if let Some(votes) = votes.get_mut(*option) {
                            *votes = votes.saturating_add(papers);
                        }
                    }
                }
                winners(greedy::count(it, options, &votes, &money, lots))
            }
            Rules::Schulze(it) => winners(schulze::count(it, options, ranks, lots)),
            Rules::StvScottish(it) => winners(stv_scottish::count(it, options, ranks, lots)),
            Rules::StvMeek(it) => winners(stv_meek::count(it, options, ranks, lots)),
            _ => None,
        }
    }
}

fn winners<Step>(counted: Result<Counted<Step>, Needed>) -> Option<Vec<String>> {
    counted.ok().map(|it| it.winners)
}
