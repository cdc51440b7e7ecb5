//! Reading a ranking as one order of preference, as a single transferable vote needs it.
//!
//! Source: SSI 2007/42 rule 44 (a paper without a clear first choice is void) and the practice that
//! goes with it: a paper counts as far as it is clear. Ranks that were skipped are closed up. Where
//! two options share a rank, or one is named for the second time, the paper ends before that.
//! Options that withdrew are read as if they had never been on the ballot.

use std::collections::BTreeSet;

use super::paper::Ranking;

/// The clear part of all papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The choices of all valid papers, one paper after the other.
    choices: Vec<usize>,
    /// How many choices equal papers have, and how many papers they are.
    orders: Vec<(usize, u64)>,
    /// Papers with a clear first choice.
    pub valid: u64,
    /// Papers that rank nobody who stands.
    pub blank: u64,
    /// Papers without a clear first choice.
    pub unclear: u64,
    /// Valid papers of which a later rank wasn't clear, so that they end before it.
    pub cut_short: u64,
}

enum Reading {
    Blank,
    Unclear,
    Valid { cut_short: bool },
}

impl Preferences {
    /// Reads the papers on a ballot of `options` options, without those that are `gone`.
    #[must_use]
    pub fn read<'a>(
        options: usize,
        gone: &BTreeSet<usize>,
        papers: impl IntoIterator<Item = &'a Ranking>,
    ) -> Self {
        let mut it = Self::default();
        for paper in papers {
            let n = paper.papers;
            let before = it.choices.len();
            match it.add(before, options, gone, &paper.ranks) {
                Reading::Blank => it.blank = it.blank.saturating_add(n),
                Reading::Unclear => it.unclear = it.unclear.saturating_add(n),
                Reading::Valid { cut_short } => {
                    it.valid = it.valid.saturating_add(n);
                    if cut_short {
                        it.cut_short = it.cut_short.saturating_add(n);
                    }
                    it.orders.push((it.choices.len().saturating_sub(before), n));
                }
            }
        }
        it
    }

    /// Adds the choices of a paper to all others, from a place on.
    fn add(
        &mut self,
        from: usize,
        options: usize,
        gone: &BTreeSet<usize>,
        ranks: &[Vec<usize>],
    ) -> Reading {
        if ranks.iter().flatten().all(|option| gone.contains(option)) {
            return Reading::Blank;
        }
        if ranks.first().is_none_or(Vec::is_empty) {
            return Reading::Unclear;
        }
        let mut cut_short = false;
        for rank in ranks {
            let mut here = rank.iter().copied().filter(|option| !gone.contains(option));
            let is_new = |it: &Self, one| {
                one < options && it.choices.get(from..).is_none_or(|own| !own.contains(&one))
            };
            match (here.next(), here.next()) {
                (None, _) => {}
                (Some(one), None) if is_new(self, one) => self.choices.push(one),
                _ => {
                    cut_short = true;
                    break;
                }
            }
        }
        if self.choices.len() == from { Reading::Unclear } else { Reading::Valid { cut_short } }
    }

    /// The options in order of preference, and how many papers have that order.
    pub fn orders(&self) -> impl Iterator<Item = (&[usize], u64)> {
        let mut rest = self.choices.as_slice();
        self.orders.iter().map(move |(length, papers)| {
            let (order, after) = rest.split_at_checked(*length).unwrap_or_default();
            rest = after;
            (order, *papers)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(gone: &[usize], ranks: &[&[usize]]) -> Preferences {
        let ranks = ranks.iter().map(|rank| rank.to_vec()).collect();
        let gone = gone.iter().copied().collect();
        Preferences::read(4, &gone, &[Ranking { ranks, papers: 3 }])
    }

    fn order(gone: &[usize], ranks: &[&[usize]]) -> Option<Vec<usize>> {
        reading(gone, ranks).orders().next().map(|(order, _)| order.to_vec())
    }

    #[test]
    fn a_clear_paper_counts_whole() {
        let it = reading(&[], &[&[2], &[0], &[1]]);
        assert_eq!((it.valid, it.blank, it.unclear, it.cut_short), (3, 0, 0, 0));
        assert_eq!(it.orders().collect::<Vec<_>>(), [(&[2, 0, 1][..], 3)]);
    }

    #[test]
    fn a_skipped_rank_is_closed_up() {
        assert_eq!(order(&[], &[&[2], &[], &[1]]), Some(vec![2, 1]));
    }

    #[test]
    fn a_shared_rank_ends_the_paper() {
        let it = reading(&[], &[&[2], &[0, 1], &[3]]);
        assert_eq!(it.orders().collect::<Vec<_>>(), [(&[2][..], 3)]);
        assert_eq!(it.cut_short, 3);
    }

    #[test]
    fn a_second_mention_and_a_stranger_end_the_paper() {
        assert_eq!(order(&[], &[&[2], &[2], &[1]]), Some(vec![2]));
        assert_eq!(order(&[], &[&[2], &[9], &[1]]), Some(vec![2]));
    }

    #[test]
    fn without_a_clear_first_choice_a_paper_is_void() {
        assert_eq!(reading(&[], &[&[], &[1]]).unclear, 3);
        assert_eq!(reading(&[], &[&[0, 1], &[2]]).unclear, 3);
    }

    #[test]
    fn a_paper_that_ranks_nobody_is_blank() {
        assert_eq!(reading(&[], &[]).blank, 3);
        assert_eq!(reading(&[], &[&[], &[]]).blank, 3);
        assert_eq!(reading(&[1], &[&[1]]).blank, 3);
    }

    #[test]
    fn those_who_withdrew_are_passed_over() {
        assert_eq!(order(&[2], &[&[2], &[0], &[1]]), Some(vec![0, 1]));
        assert_eq!(order(&[2], &[&[2, 0], &[1]]), Some(vec![0, 1]));
    }
}
