//! (test) The count against another program, droop, on real and made elections: who is elected and
//! excluded, the quota, the lots, and the votes of everybody at every stage.

mod rctab;

use std::{collections::BTreeMap, path::Path};

use super::*;
use crate::rules::{
    election::{self, Ballots, Election, Kind},
    handed,
    tally::schulze,
};

/// What isn't checked where the elections aren't at hand.
const WHAT: &str = "stv_scottish against droop";

/// Elections where the other program draws a lot and the statute needs none.
const NO_LOT: [(&str, &str); 1] = [(
    "SC-Vm-12",
    "A and B have the quota exactly: rule 48(1) moves votes only of who exceeds it, so that there is \
     no surplus whose order a lot could decide",
)];

pub fn election(file: &Path) -> Election {
    let text = std::fs::read_to_string(file).unwrap();
    let kind = Kind::of(&handed::name(file)).unwrap();
    election::read(kind, &text).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()))
}

pub fn rankings(election: &Election) -> &[Ranking] {
    let Ballots::Rankings(papers) = &election.ballots else { panic!("no rankings") };
    papers
}

/// The lots of the other program fall on who comes first on the ballot.
pub fn lots(it: &Election) -> Lots {
    Lots::Drawn(it.options.ids().to_vec())
}

fn counted(it: &Election) -> Counted<Step> {
    let withdrawn = it.options.names(it.withdrawn.iter().copied());
    let rules = Rules { seats: it.seats.unwrap(), withdrawn };
    count(&rules, &it.options, rankings(it), &lots(it)).unwrap()
}

fn excluded(steps: &[Step]) -> Vec<String> {
    let excluded = steps.iter().filter_map(|step| match step {
        Step::Excluded { option, .. } => Some(option.clone()),
        _ => None,
    });
    excluded.collect()
}

/// The names without white space around them.
pub fn trimmed(names: Vec<String>) -> Vec<String> {
    names.iter().map(|name| name.trim().to_owned()).collect()
}

/// Whether an order elects these groups one after the other; within a group it may be another.
pub fn elects_in_turn(order: &[String], elected: &[(u32, String)]) -> bool {
    let mut rest = order;
    elected.chunk_by(|one, next| one.0 == next.0).all(|group| {
        let (theirs, after) = rest.split_at(group.len());
        rest = after;
        group.iter().all(|(_, option)| theirs.contains(option))
    })
}

#[test]
fn elected_excluded_quota_and_lots_are_those_of_droop() {
    let Some(expected) = handed::json("expected/stv_droop.json", WHAT) else { return };
    let mut checked = 0;
    for (file, by) in expected.as_object().unwrap() {
        let path = handed::folder().join("stv").join(file.replace(".csv", ".blt"));
        let by = &by["scotland"];
        let it = election(&path);
        let ours = counted(&it);
        let theirs =
            |key: &str| -> Vec<String> { serde_json::from_value(by[key].clone()).unwrap() };
        let (mut winners, mut elected) = (ours.winners.clone(), theirs("elected"));
        winners.sort();
        elected.sort();
        assert_eq!(winners, elected, "{file}");
        let in_turn = ours.steps.iter().filter_map(|step| match step {
            Step::Elected { stage, option, .. } | Step::Filled { stage, option, .. } => {
                Some((*stage, option.clone()))
            }
            _ => None,
        });
        let in_turn: Vec<_> = in_turn.collect();
        assert!(elects_in_turn(&trimmed(theirs("elect_actions")), &in_turn), "{file}: {in_turn:?}");
        // Their list goes on with those who were left when all seats were filled.
        let out = excluded(&ours.steps);
        assert_eq!(out, theirs("defeat_actions")[..out.len()], "{file}");
        let quota = ours.steps.iter().find_map(|step| match step {
            Step::Quota { quota, .. } => Some(format!("{quota}.00000")),
            _ => None,
        });
        assert_eq!(by["quota"].as_str(), quota.as_deref(), "{file}");
        let is_known = |note: &str| {
            note.contains("largest surplus") && NO_LOT.iter().any(|(name, _)| file.contains(name))
        };
        let notes = theirs("tie_notes");
        let by_lot = notes.iter().filter(|note| note.contains("by lot") && !is_known(note));
        assert_eq!(ours.ties.len(), by_lot.count(), "{file}: {:?}", ours.ties);
        checked += 1;
    }
    println!("stv_scottish: {checked} elections as droop has them");
}

/// The end of a stage in a report of the other program.
struct Stage {
    action: String,
    /// The votes of everybody who isn't excluded.
    standing: BTreeMap<String, String>,
    exhausted: String,
    lost: String,
}

/// The stages of a report: the first preferences, and each time that papers moved.
fn stages(report: &str) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    for block in report.split("Action: ").skip(1) {
        let (action, lines) = block.split_once('\n').unwrap();
        let ends_stage = ["Begin Count", "Surplus transferred", "Transfer defeated"];
        if !ends_stage.iter().any(|end| action.starts_with(end)) {
            continue;
        }
        let mut stage = Stage {
            action: action.to_owned(),
            standing: BTreeMap::new(),
            exhausted: String::new(),
            lost: String::new(),
        };
        for (key, value) in lines.lines().filter_map(|line| line.trim().split_once(": ")) {
            match key {
                "Hopeful" | "Pending" | "Elected" => {
                    let (name, votes) = value.trim().rsplit_once(" (").unwrap();
                    stage.standing.insert(name.trim().to_owned(), votes.replace(')', ""));
                }
                "Nontransferable votes" => value.clone_into(&mut stage.exhausted),
                "Residual" => value.clone_into(&mut stage.lost),
                _ => {}
            }
        }
        stages.push(stage);
    }
    stages
}

#[test]
fn votes_at_every_stage_are_those_of_droop() {
    let reports = [
        ("stv/droop/ref-report/scotland", "stv/droop/blt/scotland"),
        ("stv/droop/ref-report", "stv/droop/blt"),
    ];
    let ending = "-scotland-fixed-p5-d5.txt";
    let (mut elections, mut checked) = (0, 0);
    for (folder, ballots) in reports {
        for report in handed::files(folder, ending, WHAT) {
            let name = handed::name(&report).replace(ending, "");
            let it = election(&handed::folder().join(ballots).join(format!("{name}.blt")));
            let ours = counted(&it);
            let mut theirs = stages(&std::fs::read_to_string(&report).unwrap());
            // Rule 48(1): nothing moves where there is no surplus.
            theirs.retain(|stage| {
                !(stage.action.starts_with("Surplus") && stage.action.ends_with("(0.00000)"))
            });
            // Rule 52(2): no papers move when the last seats can be filled without it.
            let without = matches!(
                ours.steps.iter().rfind(|step| !matches!(step, Step::Filled { .. })),
                Some(Step::Excluded { moved, .. }) if moved.is_empty()
            );
            if without {
                assert!(theirs.pop().unwrap().action.starts_with("Transfer defeated"), "{name}");
            }
            let mut mine = ours.steps.iter().filter_map(|step| match step {
                Step::Stage { standing, exhausted, lost, .. } => Some((standing, exhausted, lost)),
                _ => None,
            });
            for stage in theirs {
                let (standing, exhausted, lost) = mine.next().unwrap();
                let votes = standing.iter().map(|it| (it.option.clone(), it.votes.to_string()));
                assert_eq!(votes.collect::<BTreeMap<_, _>>(), stage.standing, "{name}");
                assert_eq!(exhausted.to_string(), stage.exhausted, "{name}: {}", stage.action);
                assert_eq!(lost.to_string(), stage.lost, "{name}: {}", stage.action);
                checked += 1;
            }
            assert!(mine.next().is_none(), "{name}");
            elections += 1;
        }
    }
    println!("stv_scottish: {checked} stages of {elections} elections as droop has them");
}

#[test]
fn elected_are_those_of_pref_voting() {
    let Some(expected) = handed::json("expected/stv_pref_voting.json", WHAT) else { return };
    for (file, by) in expected.as_object().unwrap() {
        let path = handed::folder().join("stv").join(file.replace(".csv", ".blt"));
        let mut winners = counted(&election(&path)).winners;
        winners.sort();
        let elected: Vec<String> =
            serde_json::from_value(by["elected"]["scottish"].clone()).unwrap();
        assert_eq!(winners, elected, "{file}");
    }
}

/// Burlington elected its mayor by instant runoff in 2009 and found that the winner would have lost
/// a duel: the two methods differ on the same papers.
#[test]
fn burlington_elected_kiss_by_runoff_and_montroll_wins_every_duel() {
    let path = handed::folder().join("preflib/burlington/00005-00000002.toi");
    if !path.exists() {
        eprintln!("!! THE ELECTIONS ARE NOT HERE: BURLINGTON 2009 WAS NOT CHECKED !!");
        return;
    }
    let it = election(&path);
    let rules = Rules { seats: 1, withdrawn: Vec::new() };
    let runoff = count(&rules, &it.options, rankings(&it), &Lots::None).unwrap();
    assert_eq!(runoff.winners, ["Bob Kiss"]);
    let rules = schulze::Rules { winners: 1, status_quo: None, withdrawn: Vec::new() };
    let duels = schulze::count(&rules, &it.options, rankings(&it), &Lots::None).unwrap();
    assert_eq!(duels.winners, ["Andy Montroll"]);
}

/// Irish constituencies of 2002 that voted by machine, so that their papers are published. Irish law
/// moves whole papers drawn at random where the statute here moves a fraction of each.
#[test]
fn irish_seats_of_2002_go_to_those_who_were_declared_elected() {
    for (file, declared) in [
        ("00001-00000001.soi", ["Sargent", "Ryan", "Glennon", "Wright"].as_slice()),
        ("00001-00000003.soi", &["Dempsey", "Bruton", "Wallace", "English", "Brady"]),
    ] {
        let path = handed::folder().join("preflib/irish").join(file);
        if !path.exists() {
            eprintln!("!! THE ELECTIONS ARE NOT HERE: IRISH SEATS WERE NOT CHECKED !!");
            return;
        }
        let it = election(&path);
        let seats = u32::try_from(declared.len()).unwrap();
        let rules = Rules { seats, withdrawn: Vec::new() };
        let ours = count(&rules, &it.options, rankings(&it), &Lots::None).unwrap().winners;
        let is_elected = |name: &&str| ours.iter().any(|winner| winner.contains(*name));
        assert!(declared.iter().all(is_elected), "{ours:?}");
    }
}
