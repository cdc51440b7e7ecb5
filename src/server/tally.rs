use std::path::PathBuf;

use super::{
    Voice,
    failure::{Failure, Outcome},
};
use crate::rules::{
    election::{
        self, Kind,
        count::{self, Method, Stop, Written},
    },
    tally::{
        lot::Lots,
        sortition::{self, Draw, Published},
    },
};

/// Count an election from a file, and tell every step.
///
/// Needs no server and no network. The exit status is 0 when it is counted, 2 when the file can't
/// be read or the method doesn't fit it, 3 when a lot is needed and no seed was given.
#[derive(Debug, clap::Args)]
#[command(after_help = KINDS)]
pub struct Tally {
    /// How to count: majority, approval, agenda_phragmen, stv_scottish, stv_meek, schulze,
    /// equal_shares, greedy or sortition.
    #[arg(long)]
    method: Method,
    /// How many are chosen; else what the file says, or one. An agenda has a place for every option
    /// that somebody approves of, unless this says less.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    seats: Option<u32>,
    /// Draw lots by this text: of tied options the one with the smallest SHA-256 of the text and its
    /// name.
    #[arg(long)]
    seed: Option<String>,
    /// For a sortition: the number of the panel as it was drawn by hand.
    #[arg(long, conflicts_with = "seed")]
    digits: Option<String>,
    /// Print JSON: `method`, `winners` in the order in which they were chosen, `ties`, `steps`.
    #[arg(long)]
    json: bool,
    /// The election: .pb, .abc.yaml, .cat, .soc, .soi, .toc, .toi, .blt or .cvotes; for a sortition the
    /// lottery.
    file: PathBuf,
}

/// What the help says below the options.
const KINDS: &str = "\
Methods:
  majority         more than half of the first choices; takes rankings or one choice
  approval         most approvals; takes approvals
  agenda_phragmen  an order of which every beginning is proportional; takes approvals
  stv_scottish     single transferable vote as in Scottish councils; takes rankings
  stv_meek         single transferable vote by Meek's rule; takes rankings
  schulze          compares in pairs; takes rankings, and approvals as one rank above all others
  equal_shares     everybody has an equal share of the budget; takes approvals, budget and costs
  greedy           most votes that still fit the budget; takes any ballots, budget and costs
  sortition        checks a lottery that `sortition` found, and draws a panel

Files:
  .pb                     Pabulib: approvals, one choice, points or orders, with budget and costs
  .abc.yaml               approvals, as abcvoting keeps them
  .cat                    PrefLib categories: what stands in the first one is approved
  .soc .soi .toc .toi     PrefLib rankings
  .blt                    rankings with seats, as programs for transferable votes keep them
  .cvotes                 rankings in words, as Condorcet PHP keeps them

A ranking doesn't say what somebody approves of: approval, agenda_phragmen and equal_shares refuse
rankings and points. Single transferable votes and majorities take approvals only where no ballot has
more than one. These files have no groups and no objections, so that group_majority and consent can't
be counted from them: see `recount`.";

/// Counts an election and says what came out.
///
/// # Errors
/// The file can't be read, the method doesn't fit, or a lot is needed.
pub fn tally(tally: &Tally, voice: &mut Voice<'_>) -> Outcome {
    let name = tally.file.display().to_string();
    if tally.method == Method::Sortition {
        return say(&name, &draw(tally, &name)?, tally.json, voice);
    }
    let kind = Kind::of(&name)
        .ok_or_else(|| Failure::unreadable(&name, "no kind of election has this ending"))?;
    let bytes = std::fs::read(&tally.file).map_err(|error| Failure::unreadable(&name, error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::unreadable(&name, format!("line {line}: not UTF-8"))
    })?;
    let election =
        election::read(kind, &text).map_err(|fault| Failure::unreadable(&name, fault))?;
    let lots = tally.seed.clone().map_or(Lots::None, Lots::Seed);
    let result =
        count::count(tally.method, &election, tally.seats, &lots).map_err(|stop| match stop {
            Stop::Lot(needed) => Failure::LotNeeded(format!("{name}: {needed}; give a --seed")),
            other => Failure::unreadable(&name, other),
        })?;
    say(&name, &result, tally.json, voice)
}

/// Checks a lottery and draws a panel.
fn draw(tally: &Tally, name: &str) -> Outcome<Written> {
    let text = std::fs::read_to_string(&tally.file);
    let text = text.map_err(|error| Failure::unreadable(name, error))?;
    let published: Published =
        serde_json::from_str(&text).map_err(|error| Failure::unreadable(name, error))?;
    let draw = match (&tally.digits, &tally.seed) {
        (Some(digits), _) => Draw::Digits(digits.clone()),
        (None, Some(seed)) => Draw::Seed(seed.clone()),
        (None, None) => {
            let needed = "a panel is drawn by --digits or by a --seed";
            return Err(Failure::LotNeeded(format!("{name}: {needed}")));
        }
    };
    let counted = sortition::count(&published, &draw).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::unreadable(name, faults.join("; "))
    })?;
    count::write("A lottery", Method::Sortition, sortition::VERSION, &published.rules, counted)
        .map_err(|stop| Failure::not_done(name, stop))
}

fn say(name: &str, result: &Written, as_json: bool, voice: &mut Voice<'_>) -> Outcome {
    if as_json {
        let json =
            serde_json::to_string_pretty(result).map_err(|error| Failure::not_done(name, error))?;
        voice.say(&json);
    } else {
        tell(result, voice);
    }
    Ok(())
}

fn tell(result: &Written, voice: &mut Voice<'_>) {
    voice.say(&format!("{}, counted by {}", result.title, result.method));
    for sentence in &result.told {
        voice.say(&format!("  {sentence}"));
    }
    for tie in &result.ties {
        voice.say(&format!("Lot among {}: {}", tie.among.join(", "), tie.drawn));
    }
    voice.say("Chosen:");
    for (place, winner) in (1..).zip(&result.winners) {
        voice.say(&format!("  {place}. {winner}"));
    }
    if result.winners.is_empty() {
        voice.say("  nobody");
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    /// A command line with only this command.
    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        tally: Tally,
    }

    const BUDGET: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nrule;greedy\n\
                          num_projects;3\nnum_votes;4\nPROJECTS\nproject_id;cost;name\n\
                          trees;60;Trees\nswing;40;A swing\nbench;40;A bench\n\
                          VOTES\nvoter_id;vote\n1;trees\n2;trees,swing\n3;trees,bench\n4;bench\n";
    const COUNCIL: &str = "3 2\n6 1 2 0\n3 2 1 0\n2 3 2 0\n0\n\"alice\"\n\"bob\"\n\"carol\"\n\
                           \"A council\"\n";

    /// Runs the command on a file with this name and text.
    fn run(name: &str, text: &str, arguments: &[&str]) -> (String, Outcome) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let words = ["tally"].iter().chain(arguments).map(|word| (*word).to_owned());
        let line = Line::try_parse_from(words.chain([file.display().to_string()])).unwrap();
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = tally(&line.tally, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    fn json(name: &str, text: &str, arguments: &[&str]) -> serde_json::Value {
        let (said, outcome) = run(name, text, &[arguments, &["--json"]].concat());
        assert_eq!(outcome, Ok(()));
        serde_json::from_str(&said).unwrap()
    }

    #[test]
    fn a_budget_names_its_projects_by_id() {
        let it = json("b.pb", BUDGET, &["--method", "greedy"]);
        assert_eq!(it["method"], "greedy");
        assert_eq!(it["winners"], serde_json::json!(["trees", "bench"]));
        assert_eq!(it["ties"], serde_json::json!([]));
        assert!(!it["steps"].as_array().unwrap().is_empty());
    }

    #[test]
    fn seats_come_from_the_file_or_from_the_command() {
        let of = |arguments: &[&str]| json("c.blt", COUNCIL, arguments)["winners"].clone();
        assert_eq!(of(&["--method", "stv_scottish"]), serde_json::json!(["alice", "bob"]));
        let one = of(&["--method", "stv_scottish", "--seats", "1"]);
        assert_eq!(one.as_array().unwrap().len(), 1);
        assert_eq!(of(&["--method", "schulze"]).as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_lot_that_is_needed_is_status_three_and_says_among_whom() {
        let tied = "2 1\n1 1 0\n1 2 0\n0\n\"alice\"\n\"bob\"\n\"Tied\"\n";
        let method = ["--method", "stv_scottish"];
        let failure = run("t.blt", tied, &method).1.unwrap_err();
        assert_eq!(failure.status(), 3);
        assert!(failure.to_string().contains("alice, bob"), "{failure}");
        let it = json("t.blt", tied, &[method[0], method[1], "--seed", "2026"]);
        assert_eq!(it["ties"][0]["among"], serde_json::json!(["alice", "bob"]));
        // The lot falls on the one who is excluded.
        assert_ne!(it["ties"][0]["drawn"], it["winners"][0]);
    }

    #[test]
    fn what_cannot_be_read_is_status_two_with_its_line() {
        let method = ["--method", "greedy"];
        for (name, text, says) in [
            ("b.pb", BUDGET.replace("trees;60", "trees;much"), "line "),
            ("b.txt", BUDGET.to_owned(), "no kind of election"),
            ("b.blt", "3 x\n".to_owned(), "line 1"),
        ] {
            let failure = run(name, &text, &method).1.unwrap_err();
            assert_eq!(failure.status(), 2, "{failure}");
            assert!(failure.to_string().contains(says), "{failure}");
        }
    }

    #[test]
    fn a_method_that_does_not_fit_is_status_two_with_its_reason() {
        for (name, text, method, says) in [
            ("c.blt", COUNCIL, "approval", "the ballots are rankings"),
            ("c.blt", COUNCIL, "greedy", "no budget"),
            ("b.pb", BUDGET, "stv_scottish", "several options"),
        ] {
            let failure = run(name, text, &["--method", method]).1.unwrap_err();
            assert_eq!(failure.status(), 2);
            assert!(failure.to_string().contains(says), "{failure}");
        }
    }

    #[test]
    fn a_majority_is_more_than_half_of_the_first_choices() {
        let of = |text: &str| json("c.blt", text, &["--method", "majority"])["winners"].clone();
        let one = COUNCIL.replace("3 2\n6 1", "3 1\n6 1");
        assert_eq!(of(&one), serde_json::json!(["alice"]));
        let split = one.replace("\n6 1 2 0", "\n5 1 2 0");
        assert_eq!(of(&split), serde_json::json!([]));
        for method in ["group_majority", "consent", "sortition"] {
            let failure = run("c.blt", &one, &["--method", method]).1.unwrap_err();
            assert_eq!(failure.status(), 2, "{failure}");
        }
    }

    #[test]
    fn a_panel_is_drawn_from_a_lottery_that_holds() {
        let lottery = r#"{"rules":{"size":1,"quotas":[],"panels":2},
            "pool":[{"id":"1","features":{}},{"id":"2","features":{}}],"panels":[[0],[1]]}"#;
        let method = ["--method", "sortition"];
        assert_eq!(run("l.json", lottery, &method).1.unwrap_err().status(), 3);
        let drawn = json("l.json", lottery, &[method[0], method[1], "--digits", "1"]);
        assert_eq!(drawn["winners"], serde_json::json!(["2"]));
        let broken = lottery.replace("[[0],[1]]", "[[0],[1,0]]");
        let failure = run("l.json", &broken, &[method[0], method[1], "--seed", "x"]).1.unwrap_err();
        assert_eq!(failure.status(), 2);
        assert!(failure.to_string().contains("panel 1"), "{failure}");
    }

    #[test]
    fn it_is_told_step_by_step() {
        let (said, outcome) = run("c.blt", COUNCIL, &["--method", "stv_scottish"]);
        assert_eq!(outcome, Ok(()));
        assert!(said.starts_with("A council, counted by stv_scottish\n"), "{said}");
        assert!(said.ends_with("Chosen:\n  1. alice\n  2. bob\n"), "{said}");
    }
}
