//! How the counts grow with voters and with options, on elections made by a fixed rule.

use std::path::Path;

use translokaal::rules::{
    election::{Ballots, Election},
    tally::{
        money::Money,
        paper::{Approval, Options, Ranking},
    },
};

use crate::{
    picture::{self, Line},
    timing,
};

const METHODS: [&str; 6] =
    ["equal_shares_once", "greedy", "agenda_phragmen", "stv_scottish", "stv_meek", "schulze"];
const VOTERS: [u32; 4] = [100, 1_000, 10_000, 100_000];
const OPTIONS: [u32; 4] = [5, 10, 20, 40];
const SEATS: u32 = 5;

/// Measures, prints and draws.
pub fn run(folder: &Path) -> anyhow::Result<()> {
    let by_voters = measure("voters", &VOTERS, |voters| (voters, 20))?;
    let by_options = measure("options", &OPTIONS, |options| (10_000, options))?;
    for (name, lines) in [("voters", by_voters), ("options", by_options)] {
        let file = folder.join(format!("growth-{name}.svg"));
        std::fs::write(&file, picture::draw(&format!("Seconds by {name}"), name, &lines))?;
        println!("{}", file.display());
    }
    Ok(())
}

fn measure(
    name: &str,
    sizes: &[u32],
    shape: impl Fn(u32) -> (u32, u32),
) -> anyhow::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for method in METHODS {
        let mut points = Vec::new();
        for size in sizes {
            let (voters, options) = shape(*size);
            let is_ranked = method.starts_with("stv") || method == "schulze";
            let election = election(voters, options, is_ranked)?;
            let (seconds, _) = timing::shortest(method, &election, SEATS)?;
            points.push((f64::from(*size), seconds));
        }
        let told: Vec<String> =
            points.iter().map(|(size, seconds)| format!("{size}: {seconds:.6} s")).collect();
        println!("{method:<18} by {name}: {}", told.join(", "));
        lines.push(Line { name: method.to_owned(), points });
    }
    Ok(lines)
}

/// Papers that no two voters need share: each marks up to five options, drawn by a simple rule in
/// which the first options are more popular.
fn election(voters: u32, options: u32, is_ranked: bool) -> anyhow::Result<Election> {
    let mut state: u64 = 2_026;
    let mut next = |below: u32| {
        // The generator of Knuth's MMIX; its upper bits are even enough here.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap_or_default() % below
    };
    let mut papers: std::collections::BTreeMap<Vec<usize>, u64> = std::collections::BTreeMap::new();
    for _ in 0..voters {
        let mut marks: Vec<usize> = Vec::new();
        for _ in 0..=next(5) {
            let mark = usize::try_from(next(options).min(next(options)))?;
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        if !is_ranked {
            marks.sort_unstable();
        }
        *papers.entry(marks).or_default() += 1;
    }
    let ballots = if is_ranked {
        let ranks = |marks: Vec<usize>| marks.into_iter().map(|mark| vec![mark]).collect();
        let ranking = |(marks, papers)| Ranking { ranks: ranks(marks), papers };
        Ballots::Rankings(papers.into_iter().map(ranking).collect())
    } else {
        let approval = |(options, papers)| Approval { options, papers };
        Ballots::Approvals(papers.into_iter().map(approval).collect())
    };
    let support = ballots.support(usize::try_from(options)?);
    let costs = (0..options).map(|option| u64::from(1_000 + 97 * (option % 13))).collect();
    let money = Money { budget: u64::from(options) * 400, costs, decimals: 0 };
    Ok(Election {
        title: "growth".to_owned(),
        options: Options::new((0..options).map(|option| format!("option {option:03}")))?,
        ballots,
        support,
        money: Some(money),
        seats: None,
        withdrawn: Vec::new(),
    })
}
