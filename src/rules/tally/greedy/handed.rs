//! Checks the count with the projects that cities funded and with results of pabutools.

use super::*;
use crate::rules::{
    election::{self, Election, Kind},
    handed,
};

const WHAT: &str = "greedy";

/// Where a project was withdrawn after the vote and stands in the file with a cost that nobody could
/// pay, as a remark there says: the rule that stops at the first misfit then stops at it, the city
/// didn't.
const WITHDRAWN: &[&str] = &["Poland_Wroclaw_2017_Rejon_nr_11_750.pb"];

fn winners(it: &Election, support: &[i64], misfit: Misfit) -> Vec<String> {
    let money = it.money.as_ref().unwrap();
    let counted = count(&Rules { misfit }, &it.options, support, money, &Lots::None).unwrap();
    let mut winners = counted.winners;
    winners.sort();
    winners
}

#[test]
fn cities_funded_these_projects() {
    let mut agreed = 0;
    for path in handed::files("pabulib/other", ".pb", WHAT) {
        let text = std::fs::read_to_string(&path).unwrap();
        let it = election::read(Kind::Pabulib, &text).unwrap();
        let about = |key: &str| {
            let key = format!("{key};");
            text.lines().find_map(|line| line.strip_prefix(&key)).map(str::trim)
        };
        let mut support = it.support.clone();
        let misfit = match about("rule") {
            Some("greedy" | "greedy-threshold") => Misfit::PassOver,
            Some("greedy-no-skip") => Misfit::Stop,
            _ => continue,
        };
        if let Some(least) = about("min_project_score_threshold") {
            let least: i64 = least.parse().unwrap();
            support.iter_mut().filter(|votes| **votes < least).for_each(|votes| *votes = 0);
        }
        let selected = handed::projects(&text, "selected");
        let funded: Vec<String> =
            selected.into_iter().filter(|(_, it)| it == "1").map(|(id, _)| id).collect();
        let ours = winners(&it, &support, misfit);
        let name = handed::name(&path);
        let known = WITHDRAWN.contains(&name.as_str());
        assert_eq!(ours == funded, !known, "{name}: {ours:?} {funded:?}");
        agreed += usize::from(!known);
    }
    println!("{agreed} cities agree");
}

#[test]
fn it_agrees_with_pabutools() {
    let Some(all) = handed::json("expected/pb_pabutools.json", WHAT) else { return };
    let mut agreed = 0;
    for (file, entry) in all.as_object().unwrap() {
        let Some(text) = handed::text(&format!("pabulib/{file}"), WHAT) else { continue };
        let it = election::read(Kind::Pabulib, &text).unwrap();
        let expected = entry["methods"]["greedy_cost"]["winners"].as_array().unwrap().iter();
        let expected: Vec<String> = expected.map(|id| id.as_str().unwrap().to_owned()).collect();
        assert_eq!(winners(&it, &it.support, Misfit::PassOver), expected, "{file}");
        agreed += 1;
    }
    println!("{agreed} agree with pabutools");
}
