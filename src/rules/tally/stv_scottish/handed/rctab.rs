//! (test) Instant runoffs against RCTab, round by round, where its election follows the same rule.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::rules::{
    handed,
    tally::{
        lot::Lots,
        paper::{Options, Ranking},
        stv_scottish::{Rules, Step, count},
    },
};

/// What isn't checked where the elections aren't at hand.
const WHAT: &str = "stv_scottish against rctab";

/// The elections of which the papers are there, and whether a paper whose first ranks are empty is
/// read from its first mark on: American rules do, under rule 44 of the statute it is void.
///
/// Not here: `test_set_2` passes over a rank that several share, where the statute ends the paper;
/// `test_set_multi_winner` reads papers in its own way and moves surpluses to four decimal places, so
/// that only its elected are compared, from papers as it reads them.
const SAME_RULE: [(&str, bool); 4] = [
    ("test_set_0_skipped_first_choice", true),
    ("test_set_1_exhaust_at_overvote", false),
    ("test_set_4_skipped_choice_next", true),
    ("test_set_6_duplicate_exhaust", false),
];

/// The papers of a file of cast vote records.
fn papers(records: &Value, closes_up: bool) -> (Options, Vec<Ranking>) {
    let candidates = records["Election"][0]["Candidate"].as_array().unwrap();
    let options = Options::new(candidates.iter().map(|one| one["Name"].as_str().unwrap())).unwrap();
    let letter = |id: &Value| id.as_str().unwrap().rsplit('-').next().unwrap().to_owned();
    let letters: Vec<String> = candidates.iter().map(|one| letter(&one["@id"])).collect();
    let paper = |record: &Value| {
        let mut ranks: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        let marks = &record["CVRSnapshot"][0]["CVRContest"][0]["CVRContestSelection"];
        for mark in marks.as_array().unwrap() {
            let id = letter(&mark["ContestSelectionId"]);
            let option = letters.iter().position(|one| *one == id).unwrap();
            for position in mark["SelectionPosition"].as_array().unwrap() {
                ranks.entry(position["Rank"].as_u64().unwrap()).or_default().push(option);
            }
        }
        let last = ranks.keys().copied().max().unwrap_or(0);
        let all = (1..=last).map(|rank| ranks.remove(&rank).unwrap_or_default());
        Ranking { ranks: all.skip_while(|rank| closes_up && rank.is_empty()).collect(), papers: 1 }
    };
    let papers = records["CVR"].as_array().unwrap().iter().map(paper).collect();
    (options, papers)
}

fn winners(rounds: &Value) -> Vec<String> {
    let results = rounds.as_array().unwrap().iter().flat_map(|round| {
        round["tallyResults"].as_array().unwrap().iter().filter_map(|it| it["elected"].as_str())
    });
    results.map(str::to_owned).collect()
}

#[test]
fn rounds_of_runoffs_are_those_of_rctab() {
    for (name, closes_up) in SAME_RULE {
        let file = |end: &str| handed::json(&format!("rctab/{name}/{name}_{end}.json"), WHAT);
        let (Some(records), Some(report)) = (file("cvr"), file("expected_detailed_report")) else {
            return;
        };
        let (options, papers) = papers(&records, closes_up);
        let rules = Rules { seats: 1, withdrawn: Vec::new() };
        let ours = count(&rules, &options, &papers, &Lots::None).unwrap();
        assert_eq!(ours.winners, winners(&report["results"]), "{name}");
        let mut theirs = report["results"].as_array().unwrap().iter();
        for step in &ours.steps {
            let Step::Stage { standing, .. } = step else { continue };
            let tally = theirs.next().unwrap()["tally"].as_object().unwrap();
            for one in standing.iter().filter(|one| one.votes.units > 0) {
                let votes = tally[&one.option].as_str().unwrap();
                assert_eq!(format!("{votes}.00000"), one.votes.to_string(), "{name}");
            }
        }
    }
}

/// The paper as that election reads it: it ends before two skipped ranks in a row, and a second
/// mark for the same candidate is passed over.
fn as_written_there(paper: &Ranking) -> Ranking {
    let mut ranks: Vec<Vec<usize>> = Vec::new();
    for (at, rank) in paper.ranks.iter().enumerate() {
        if rank.is_empty() && paper.ranks.get(at + 1).is_some_and(Vec::is_empty) {
            break;
        }
        if !rank.is_empty() && !ranks.contains(rank) {
            ranks.push(rank.clone());
        }
    }
    Ranking { ranks, papers: paper.papers }
}

#[test]
fn elected_with_surpluses_are_those_of_rctab() {
    let name = "test_set_multi_winner_whole_threshold";
    let file = |end: &str| handed::json(&format!("rctab/{name}/{name}_{end}.json"), WHAT);
    let (Some(records), Some(report)) = (file("cvr"), file("expected_detailed_report")) else {
        return;
    };
    let (options, papers) = papers(&records, false);
    let papers: Vec<Ranking> = papers.iter().map(as_written_there).collect();
    let rules = Rules { seats: 3, withdrawn: Vec::new() };
    let ours = count(&rules, &options, &papers, &Lots::None).unwrap();
    assert_eq!(ours.winners, winners(&report["results"]), "{:#?}", ours.steps);
}
