//! Checks the count with published totals and with committees that abcvoting computed.

use std::collections::BTreeMap;

use super::*;
use crate::rules::{
    election::{self, Kind},
    handed,
};

const WHAT: &str = "approval";

/// Where the published total isn't ours: one ballot, 13650977333, names each of these projects
/// twice, and the city counted it twice (votes.md 2).
const TWICE: &[(&str, [&str; 4])] =
    &[("Netherlands_Amsterdam_604.pb", ["42346", "42350", "42355", "42360"])];

#[test]
fn published_totals_come_out() {
    let mut agreed = 0;
    for folder in ["pabulib/netherlands", "pabulib/mes-real", "pabulib/other"] {
        for path in handed::files(folder, ".pb", WHAT) {
            let text = std::fs::read_to_string(&path).unwrap();
            let it = election::read(Kind::Pabulib, &text).unwrap();
            let ours = it.ballots.support(it.options.len());
            let (votes, scores) =
                (handed::projects(&text, "votes"), handed::projects(&text, "score"));
            for (option, ours) in it.options.ids().iter().zip(ours) {
                let twice = |(file, ids): &(&str, [&str; 4])| {
                    *file == handed::name(&path) && ids.contains(&option.as_str())
                };
                let more = i64::from(TWICE.iter().any(twice));
                let published: i64 = votes[option].parse().unwrap();
                assert_eq!(ours + more, published, "{} {option}", path.display());
                agreed += 1;
            }
            for (option, ours) in it.options.ids().iter().zip(&it.support) {
                let Some(score) = scores.get(option) else { continue };
                assert_eq!(ours.to_string(), *score, "{} {option}: points", path.display());
            }
        }
    }
    println!("{agreed} totals agree");
}

#[test]
fn committees_are_those_that_abcvoting_finds() {
    let mut found = BTreeMap::new();
    for path in handed::files("abc", ".abc.yaml", WHAT) {
        let text = std::fs::read_to_string(&path).unwrap();
        let it = election::read(Kind::AbcYaml, &text).unwrap();
        let rules = Rules { seats: it.seats.unwrap(), fill: true };
        let elect = |lots: &Lots| {
            count(&rules, &it.options, &it.ballots.approvals(), lots).map(|it| {
                let mut winners = it.winners;
                winners.sort();
                winners
            })
        };
        for committees in handed::committees(&text, "av") {
            let without = elect(&Lots::None);
            assert_eq!(without.is_err(), committees.len() > 1, "{}", path.display());
            let ours = elect(&Lots::Seed("a published seed".to_owned())).unwrap();
            assert!(committees.contains(&ours), "{}: {ours:?} {committees:?}", path.display());
            *found.entry(without.is_ok()).or_insert(0) += 1;
        }
    }
    println!("committees by whether no lot was needed: {found:?}");
}
