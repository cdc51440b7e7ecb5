//! (test) Made elections for the properties of counts by rankings.

use proptest::prelude::*;

use super::paper::{Options, Ranking};

/// A made election.
#[derive(Clone, Debug)]
pub struct Profile {
    pub options: Options,
    pub papers: Vec<Ranking>,
}

/// The election with papers like "A > B = C * 3", and at least these options besides.
pub fn profile(papers: &[String], options: &[String]) -> Profile {
    let rows: Vec<(Vec<Vec<&str>>, u64)> = papers
        .iter()
        .map(|row| {
            let (order, n) = row.rsplit_once('*').unwrap();
            let ranks = order.split('>').map(|rank| {
                rank.split('=').map(str::trim).filter(|name| !name.is_empty()).collect()
            });
            (ranks.collect(), n.trim().parse().unwrap())
        })
        .collect();
    let mut ids: Vec<&str> = rows.iter().flat_map(|(ranks, _)| ranks.concat()).collect();
    ids.extend(options.iter().map(String::as_str));
    ids.sort_unstable();
    ids.dedup();
    let options = Options::new(ids).unwrap();
    let papers = rows.into_iter().map(|(ranks, papers)| Ranking {
        ranks: ranks
            .iter()
            .map(|rank| rank.iter().map(|id| options.place(id).unwrap()).collect())
            .collect(),
        papers,
    });
    Profile { papers: papers.collect(), options }
}

fn options(n: usize) -> Options {
    Options::new(["A", "B", "C", "D", "E"].iter().take(n).copied()).unwrap()
}

/// Elections with two to five options and a few papers, on which options may share ranks and be
/// left out.
pub fn any_profile() -> impl Strategy<Value = Profile> {
    (2_usize..=5).prop_flat_map(|n| {
        let paper =
            (prop::collection::vec(0..=n, n), 1_u64..=5).prop_map(move |(marks, papers)| {
                let rank = |mark| (0..n).filter(|it| marks[*it] == mark).collect::<Vec<_>>();
                // Who has no mark isn't ranked.
                Ranking {
                    ranks: (1..=n).map(rank).filter(|rank| !rank.is_empty()).collect(),
                    papers,
                }
            });
        prop::collection::vec(paper, 0..12)
            .prop_map(move |papers| Profile { options: options(n), papers })
    })
}

/// Elections with two to five options and a few papers, each with one option in a rank.
pub fn any_orders() -> impl Strategy<Value = Profile> {
    (2_usize..=5).prop_flat_map(|n| {
        let order = Just((0..n).collect::<Vec<_>>()).prop_shuffle();
        let paper = (order, 0..=n, 1_u64..=9).prop_map(|(mut order, length, papers)| {
            order.truncate(length);
            Ranking { ranks: order.into_iter().map(|option| vec![option]).collect(), papers }
        });
        prop::collection::vec(paper, 0..12)
            .prop_map(move |papers| Profile { options: options(n), papers })
    })
}

/// The same election with options and papers in the opposite order, and one paper at a time.
pub fn turned(it: &Profile) -> Profile {
    let last = it.options.len() - 1;
    let rank = |rank: &Vec<usize>| rank.iter().map(|option| last - option).collect();
    let papers = it.papers.iter().rev().flat_map(|paper| {
        let ranks: Vec<Vec<usize>> = paper.ranks.iter().map(rank).collect();
        (0..paper.papers).map(move |_| Ranking { ranks: ranks.clone(), papers: 1 })
    });
    Profile {
        options: Options::new(it.options.ids().iter().rev().cloned()).unwrap(),
        papers: papers.collect(),
    }
}

/// Every group of options that some papers rank above all others, with the seats that are due to
/// it: one for each quota of such papers, but no more than the group has options.
pub fn solid(it: &Profile, seats: u32) -> Vec<(Vec<String>, u64)> {
    let ranked = it.papers.iter().filter(|paper| !paper.ranks.is_empty());
    let quota = ranked.map(|paper| paper.papers).sum::<u64>() / (u64::from(seats) + 1) + 1;
    let mut groups = Vec::new();
    for mask in 1_u32..(1 << it.options.len()) {
        let group: Vec<usize> =
            (0..it.options.len()).filter(|option| mask & (1 << option) != 0).collect();
        let is_solid = |paper: &&Ranking| {
            let first: Vec<usize> = paper.ranks.concat().into_iter().take(group.len()).collect();
            first.len() == group.len() && first.iter().all(|option| group.contains(option))
        };
        let papers: u64 = it.papers.iter().filter(is_solid).map(|paper| paper.papers).sum();
        let due = (papers / quota).min(group.len() as u64);
        groups.push((it.options.names(group), due));
    }
    groups
}
