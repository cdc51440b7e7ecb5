//! Duels: how many papers rank one option above another.

use crate::rules::tally::paper::Ranking;

/// The votes of every pair.
pub(super) struct Duels {
    /// For each option, the papers that rank it above each other one.
    votes: Vec<Vec<u64>>,
    /// All papers, blank ones included.
    pub papers: u64,
    /// Papers that rank nobody.
    pub blank: u64,
}

impl Duels {
    /// Counts the duels among those who stand, in the order in which they stand there.
    pub(super) fn fight(options: usize, standing: &[usize], ballots: &[Ranking]) -> Self {
        let n = standing.len();
        let mut numbers = vec![None; options];
        for (number, option) in standing.iter().enumerate() {
            if let Some(place) = numbers.get_mut(*option) {
                *place = Some(number);
            }
        }
        let mut it = Self { votes: vec![vec![0; n]; n], papers: 0, blank: 0 };
        let mut ranked = Ranked { numbers, order: Vec::new(), ends: Vec::new(), seen: Vec::new() };
        for paper in ballots {
            it.papers = it.papers.saturating_add(paper.papers);
            if ranked.read(&paper.ranks, n) {
                it.add(&ranked, paper.papers);
            } else {
                it.blank = it.blank.saturating_add(paper.papers);
            }
        }
        it
    }

    fn add(&mut self, ranked: &Ranked, papers: u64) {
        let mut rest = ranked.order.as_slice();
        for length in &ranked.ends {
            let Some((rank, below)) = rest.split_at_checked(*length) else { return };
            for one in rank {
                let Some(row) = self.votes.get_mut(*one) else { continue };
                for other in below {
                    if let Some(votes) = row.get_mut(*other) {
                        *votes = votes.saturating_add(papers);
                    }
                }
            }
            rest = below;
        }
    }

    /// How many options there are.
    pub(super) const fn len(&self) -> usize {
        self.votes.len()
    }

    /// How many papers rank one option above the other.
    pub(super) fn votes(&self, one: usize, other: usize) -> u64 {
        self.votes.get(one).and_then(|row| row.get(other)).copied().unwrap_or_default()
    }

    /// Whether more papers rank one option above the other than the other way round.
    pub(super) fn is_won(&self, one: usize, other: usize) -> bool {
        self.votes(one, other) > self.votes(other, one)
    }
}

/// One paper with all who stand: those of each rank, then those that aren't ranked.
struct Ranked {
    /// The number of each option among those who stand.
    numbers: Vec<Option<usize>>,
    order: Vec<usize>,
    /// How many stand in each rank.
    ends: Vec<usize>,
    seen: Vec<bool>,
}

impl Ranked {
    /// Reads a paper; says whether it ranks anybody. An option that is named again stays where it
    /// was named first.
    fn read(&mut self, ranks: &[Vec<usize>], n: usize) -> bool {
        self.order.clear();
        self.ends.clear();
        self.seen.clear();
        self.seen.resize(n, false);
        for rank in ranks {
            let before = self.order.len();
            for option in rank {
                if let Some(Some(number)) = self.numbers.get(*option)
                    && let Some(seen) = self.seen.get_mut(*number)
                    && !std::mem::replace(seen, true)
                {
                    self.order.push(*number);
                }
            }
            self.ends.push(self.order.len().saturating_sub(before));
        }
        let is_ranked = !self.order.is_empty();
        let unseen = self.seen.iter().enumerate().filter(|(_, seen)| !**seen);
        self.order.extend(unseen.map(|(number, _)| number));
        is_ranked
    }
}
