//! What came in, sorted for the methods: equal papers together.

use std::collections::BTreeMap;

use super::{
    method::Line,
    paper::{Approval, Options, Ranking},
    persons::Round,
};
use crate::rules::ballot::Mark;

/// Equal papers together, by what is marked on them.
#[derive(Default)]
pub(super) struct Papers<'a> {
    /// Lines on the roll.
    pub entitled: u64,
    /// Papers that came in, also blank and spoiled ones.
    pub took_part: u64,
    marks: BTreeMap<&'a Mark, u64>,
}

impl<'a> Papers<'a> {
    /// Sorts what came in.
    pub fn sort(lines: impl IntoIterator<Item = Line<'a>>) -> Self {
        let mut papers = Self::default();
        for line in lines {
            papers.entitled = papers.entitled.saturating_add(1);
            if let Some(mark) = line.mark {
                papers.took_part = papers.took_part.saturating_add(1);
                let equal = papers.marks.entry(mark).or_default();
                *equal = equal.saturating_add(1);
            }
        }
        papers
    }

    /// Papers that can be read as an answer, and blank ones.
    fn readable(&self) -> impl Iterator<Item = (&'a Mark, u64)> {
        self.marks.iter().filter(|(mark, _)| ***mark != Mark::Spoiled).map(|(mark, n)| (*mark, *n))
    }

    /// The papers as approvals of options.
    pub fn approvals(&self, options: &Options) -> Vec<Approval> {
        let approval = |(mark, papers): (&Mark, u64)| {
            let mut options: Vec<usize> =
                mark.named().filter_map(|key| options.place(key)).collect();
            options.sort_unstable();
            Approval { options, papers }
        };
        self.readable().map(approval).collect()
    }

    /// The papers as rankings of options.
    pub fn rankings(&self, options: &Options) -> Vec<Ranking> {
        let places =
            |rank: &Vec<String>| rank.iter().filter_map(|key| options.place(key)).collect();
        let ranking = |(mark, papers): (&Mark, u64)| match mark {
            Mark::Rank(ranks) => Ranking { ranks: ranks.iter().map(places).collect(), papers },
            _ => Ranking { ranks: Vec::new(), papers },
        };
        self.readable().map(ranking).collect()
    }

    /// How many papers name each option.
    pub fn votes(&self, options: &Options) -> Vec<i64> {
        let mut votes = vec![0_i64; options.len()];
        for Approval { options, papers } in self.approvals(options) {
            for option in options {
                if let Some(votes) = votes.get_mut(option) {
                    *votes = votes.saturating_add(i64::try_from(papers).unwrap_or(i64::MAX));
                }
            }
        }
        votes
    }

    /// The papers as a round of an election of one person.
    pub fn round(&self, options: &Options) -> Round {
        let mut round = Round::default();
        for (mark, papers) in &self.marks {
            match mark {
                Mark::Approve(keys) => {
                    let known = keys.iter().filter(|key| options.place(key).is_some());
                    for key in known {
                        let votes = round.votes.entry(key.clone()).or_default();
                        *votes = votes.saturating_add(*papers);
                    }
                }
                Mark::Blank => round.blank = round.blank.saturating_add(*papers),
                _ => round.invalid = round.invalid.saturating_add(*papers),
            }
        }
        round
    }
}
