//! (test) The count against another program, droop, by the same rule on real and made elections:
//! who is elected and excluded, the lots, and the votes of everybody in every round.

use std::collections::BTreeMap;

use super::*;
use crate::rules::{
    election::Election,
    handed,
    tally::stv_scottish::handed::{election, elects_in_turn, lots, rankings, trimmed},
};

/// What isn't checked where the elections aren't at hand.
const WHAT: &str = "stv_meek against droop";

fn counted(it: &Election) -> Counted<Step> {
    let withdrawn = it.options.names(it.withdrawn.iter().copied());
    let rules = Rules { seats: it.seats.unwrap(), withdrawn };
    count(&rules, &it.options, rankings(it), &lots(it)).unwrap()
}

#[test]
fn elected_excluded_and_lots_are_those_of_droop() {
    let Some(expected) = handed::json("expected/stv_droop.json", WHAT) else { return };
    let mut checked = 0;
    for (file, by) in expected.as_object().unwrap() {
        let by = &by["meek-prf"];
        let path = handed::folder().join("stv").join(file.replace(".csv", ".blt"));
        let ours = counted(&election(&path));
        let theirs =
            |key: &str| -> Vec<String> { serde_json::from_value(by[key].clone()).unwrap() };
        let (mut winners, mut elected) = (ours.winners.clone(), theirs("elected"));
        winners.sort();
        elected.sort();
        assert_eq!(winners, elected, "{file}");
        let excluded = ours.steps.iter().filter_map(|step| match step {
            Step::Excluded { option, .. } => Some(option.clone()),
            _ => None,
        });
        let in_turn = ours.steps.iter().filter_map(|step| match step {
            Step::Elected { round, option, .. } | Step::Filled { round, option, .. } => {
                Some((*round, option.clone()))
            }
            _ => None,
        });
        let in_turn: Vec<_> = in_turn.collect();
        assert!(elects_in_turn(&trimmed(theirs("elect_actions")), &in_turn), "{file}: {in_turn:?}");
        // Their list goes on with those who were left when all seats were filled.
        let out: Vec<String> = excluded.collect();
        assert_eq!(out, theirs("defeat_actions")[..out.len()], "{file}");
        assert_eq!(ours.ties.len(), theirs("tie_notes").len(), "{file}: {:?}", ours.ties);
        checked += 1;
    }
    println!("stv_meek: {checked} elections as droop has them");
}

/// The end of a round in a report of the other program.
#[derive(Debug, Default, PartialEq)]
struct Round {
    /// The votes of everybody but those who are excluded, also in this round.
    standing: BTreeMap<String, String>,
    quota: String,
    exhausted: String,
    /// Where somebody is excluded; they work it out only after an election.
    surplus: String,
}

/// The rounds of a report, as they stood when somebody was elected or excluded.
fn rounds(report: &str) -> Vec<Round> {
    let mut rounds = Vec::new();
    for text in report.split("\nRound ").skip(1) {
        let mut round = Round::default();
        let decided = |block: &&str| block.starts_with("Elect") || block.starts_with("Defeat");
        let block = text.split("Action: ").skip(1).find(decided).unwrap();
        for (key, value) in block.lines().filter_map(|line| line.trim().split_once(": ")) {
            match key {
                "Hopeful" | "Elected" => {
                    let (name, votes) = value.trim().rsplit_once(" (").unwrap();
                    round.standing.insert(name.trim().to_owned(), votes.replace(')', ""));
                }
                "Quota" => value.clone_into(&mut round.quota),
                "Residual" => value.clone_into(&mut round.exhausted),
                "Surplus" if block.starts_with("Defeat") => value.clone_into(&mut round.surplus),
                _ => {}
            }
        }
        rounds.push(round);
    }
    rounds
}

fn our_rounds(steps: &[Step]) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    for step in steps {
        match step {
            Step::Round { quota, standing, exhausted, surplus, .. } => rounds.push(Round {
                standing: standing
                    .iter()
                    .map(|one| (one.option.clone(), one.votes.to_string()))
                    .collect(),
                quota: quota.to_string(),
                exhausted: exhausted.to_string(),
                surplus: surplus.to_string(),
            }),
            Step::Elected { .. } => rounds.last_mut().unwrap().surplus.clear(),
            Step::Excluded { option, .. } => {
                rounds.last_mut().unwrap().standing.remove(option);
            }
            _ => {}
        }
    }
    rounds
}

#[test]
fn votes_in_every_round_are_those_of_droop() {
    let ending = "-meek-prf-o6-fixed-p9-d9.txt";
    let (mut elections, mut checked) = (0, 0);
    for report in handed::files("stv/droop/ref-report", ending, WHAT) {
        let name = handed::name(&report).replace(ending, "");
        let it = election(&handed::folder().join("stv/droop/blt").join(format!("{name}.blt")));
        let ours = our_rounds(&counted(&it).steps);
        let theirs = rounds(&std::fs::read_to_string(&report).unwrap());
        assert_eq!(ours, theirs, "{name}");
        elections += 1;
        checked += ours.len();
    }
    println!("stv_meek: {checked} rounds of {elections} elections as droop has them");
}

#[test]
fn elected_are_those_of_pref_voting() {
    let Some(expected) = handed::json("expected/stv_pref_voting.json", WHAT) else { return };
    for (file, by) in expected.as_object().unwrap() {
        let path = handed::folder().join("stv").join(file.replace(".csv", ".blt"));
        let mut winners = counted(&election(&path)).winners;
        winners.sort();
        let elected: Vec<String> = serde_json::from_value(by["elected"]["meek"].clone()).unwrap();
        assert_eq!(winners, elected, "{file}");
    }
}

/// Elections of stv-rs where nobody shares a rank, with the papers and lots read as here. The others
/// share ranks, where that program splits a vote and here the paper ends; in its bigger overflow the
/// number of papers isn't exact in a record, so that the file is refused.
const STV_RS: [&str; 5] = [
    "bigint/ballot_count_overflows",
    "vegetables",
    "recursive_descent/transfer",
    "equal_preference/equal_preference_droop",
    "equal_preference/equal_preference_equalize",
];

#[test]
fn elected_are_those_of_stv_rs() {
    for name in STV_RS {
        let inside = "stv/stv-rs/testdata";
        let log = ["fixed9", "bigfixed9"].iter().find_map(|arithmetic| {
            let file = format!("{inside}/meek/{name}.{arithmetic}.log");
            std::fs::read_to_string(handed::folder().join(file)).ok()
        });
        let Some(log) = log else {
            eprintln!("!! THE ELECTIONS ARE NOT HERE: STV_MEEK AGAINST STV-RS WAS NOT CHECKED !!");
            return;
        };
        let elected = log.rsplit("Action: ").next().unwrap().lines().filter_map(|line| {
            let (name, _) = line.trim().strip_prefix("Elected:")?.trim().rsplit_once(" (")?;
            Some(name.to_owned())
        });
        let mut elected: Vec<String> = elected.collect();
        elected.sort();
        let it = election(&handed::folder().join(format!("{inside}/ballots/{name}.blt")));
        let mut winners = counted(&it).winners;
        winners.sort();
        assert_eq!(winners, elected, "{name}");
    }
}
