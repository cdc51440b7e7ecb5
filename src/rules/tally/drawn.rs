//! (test) Small elections, written in cases or drawn at random, to try the methods on.

use proptest::prelude::*;

use super::{
    lot::Lots,
    money::Money,
    paper::{Approval, Options},
};

/// Options named by letters, ballots that mark some of them, and money.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub options: Options,
    pub ballots: Vec<Approval>,
    pub money: Money,
}

/// Ballots as written in cases: papers, and the options they mark.
pub fn papers(options: &Options, written: &[(u64, String)]) -> Vec<Approval> {
    let read = |(papers, marks): &(u64, String)| {
        let mut options: Vec<usize> =
            marks.split_whitespace().map(|id| options.place(id).unwrap()).collect();
        options.sort_unstable();
        Approval { options, papers: *papers }
    };
    written.iter().map(read).collect()
}

/// The lots of a case, drawn by hand.
pub fn lots(written: Option<&str>) -> Lots {
    written
        .map_or(Lots::None, |lot| Lots::Drawn(lot.split_whitespace().map(str::to_owned).collect()))
}

/// An election of up to six options and twelve groups of ballots.
pub fn any_election() -> impl Strategy<Value = Drawn> {
    (1_usize..=6).prop_flat_map(|n| {
        let marks = proptest::sample::subsequence((0..n).collect::<Vec<_>>(), 0..=n);
        let ballot = (marks, 1_u64..4).prop_map(|(options, papers)| Approval { options, papers });
        let ballots = proptest::collection::vec(ballot, 0..12);
        let costs = proptest::collection::vec(0_u64..20, n);
        (ballots, costs, 0_u64..60).prop_map(move |(ballots, costs, budget)| Drawn {
            options: Options::new(["a", "b", "c", "d", "e", "f"].into_iter().take(n)).unwrap(),
            ballots,
            money: Money { budget, costs, decimals: 0 },
        })
    })
}

impl Drawn {
    /// The same election with everything written down the other way round.
    pub fn turned(&self) -> Self {
        let last = self.options.len() - 1;
        let mut ids = self.options.ids().to_vec();
        ids.reverse();
        let mut ballots = self.ballots.clone();
        ballots.reverse();
        ballots.rotate_left(self.ballots.len() / 3);
        for ballot in &mut ballots {
            ballot.options = ballot.options.iter().rev().map(|option| last - option).collect();
        }
        let mut money = self.money.clone();
        money.costs.reverse();
        Self { options: Options::new(ids).unwrap(), ballots, money }
    }

    /// The same election with one more mark for an option on a group of ballots.
    pub fn with_mark(&self, at: prop::sample::Index, option: usize) -> Self {
        let mut more = self.clone();
        if !more.ballots.is_empty() {
            let at = at.index(more.ballots.len());
            let marks = &mut more.ballots[at].options;
            if !marks.contains(&option) {
                marks.push(option);
                marks.sort_unstable();
            }
        }
        more
    }

    /// How many papers there are.
    pub fn voters(&self) -> u64 {
        self.ballots.iter().map(|one| one.papers).sum()
    }

    /// Of the groups of voters who all mark some options in common: what they have in common, and how
    /// many they are.
    pub fn groups(&self) -> Vec<(Vec<usize>, u64)> {
        let n = self.options.len();
        (1_usize..1 << n)
            .map(|set| {
                let shared: Vec<usize> = (0..n).filter(|one| set >> one & 1 == 1).collect();
                let has_all = |one: &&Approval| shared.iter().all(|it| one.options.contains(it));
                let voters = self.ballots.iter().filter(has_all).map(|one| one.papers).sum();
                (shared, voters)
            })
            .collect()
    }

    /// The ballots that mark all of these.
    pub fn with_all(&self, shared: &[usize]) -> Vec<&Approval> {
        let has_all = |one: &&Approval| shared.iter().all(|it| one.options.contains(it));
        self.ballots.iter().filter(has_all).collect()
    }
}
