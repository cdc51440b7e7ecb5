//! Checks the count with real elections and the results of others.

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;

use super::*;
use crate::rules::{
    election::{self, Election, Kind},
    handed,
};

const WHAT: &str = "equal shares";

/// Where all projects fit in the budget together ours funds them all (votes.md 1.8), as the city did;
/// the tool of the cities doesn't know this special case.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("other/Poland_Wroclaw_2017_Rejon_nr_8_250.pb", "mes_cost"),
    ("other/Poland_Wroclaw_2017_Rejon_nr_8_250.pb", "add1"),
];

fn election(file: &str) -> Option<Election> {
    let text = handed::text(&format!("pabulib/{file}"), WHAT)?;
    Some(election::read(Kind::Pabulib, &text).unwrap())
}

fn winners(rules: &Rules, it: &Election) -> Result<Vec<String>, Needed> {
    let money = it.money.as_ref().unwrap();
    let counted = count(rules, &it.options, &it.ballots.approvals(), money, &Lots::None)?;
    assert!(counted.ties.is_empty());
    Ok(counted.winners)
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids
}

fn ids(value: &Value) -> Vec<String> {
    let ids = value.as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn rules(completion: Completion, rest_by_votes: bool) -> Rules {
    Rules { completion, rest_by_votes, ..Rules::default() }
}

/// Compares with one file of expected results; `variants` gives the winners of an entry by variant.
fn compare(
    cases: &Value,
    variants: impl Fn(&Value) -> Vec<(&'static str, Rules, Option<Vec<String>>)>,
) -> BTreeMap<&'static str, usize> {
    let mut agreed = BTreeMap::new();
    for (file, entry) in cases.as_object().unwrap() {
        let Some(it) = election(file) else { continue };
        for (name, rules, expected) in variants(entry) {
            let Some(expected) = expected else { continue };
            let ours = winners(&rules, &it).unwrap();
            let known = EXCEPTIONS.contains(&(file.as_str(), name));
            assert_eq!(sorted(&ours) == sorted(&expected), !known, "{file} {name}: {ours:?}");
            if !known {
                *agreed.entry(name).or_default() += 1;
            }
        }
    }
    agreed
}

#[test]
fn the_elections_that_were_decided_by_it_come_out_as_published() {
    for path in handed::files("pabulib/mes-real", ".pb", WHAT) {
        let text = std::fs::read_to_string(&path).unwrap();
        let it = election::read(Kind::Pabulib, &text).unwrap();
        let ours = winners(&Rules::default(), &it).unwrap();
        let selected = handed::projects(&text, "selected").into_iter();
        let published: Vec<String> =
            selected.filter(|(_, it)| it == "1").map(|(id, _)| id).collect();
        assert!(!published.is_empty());
        assert_eq!(sorted(&ours), published, "{}", handed::name(Path::new(&path)));
    }
}

#[test]
fn it_agrees_with_exact_fractions_of_others() {
    let Some(all) = handed::json("expected/pb_mes_add1_exact.json", WHAT) else { return };
    let agreed = compare(&all["cases"], |entry| {
        vec![("add1", rules(Completion::Add1, false), Some(ids(&entry["winners"])))]
    });
    println!("{agreed:?}");
}

#[test]
fn it_agrees_with_pabutools_without_completion() {
    let Some(all) = handed::json("expected/pb_pabutools.json", WHAT) else { return };
    let agreed = compare(&all, |entry| {
        let expected = entry["methods"]["mes_cost"]["winners"].as_array();
        let expected = expected.map(|_| ids(&entry["methods"]["mes_cost"]["winners"]));
        vec![("mes_cost", rules(Completion::None, false), expected)]
    });
    println!("{agreed:?}");
}

#[test]
fn it_agrees_with_the_tool_of_the_cities() {
    let Some(all) = handed::json("expected/pb_equalshares_tool.json", WHAT) else { return };
    let agreed = compare(&all, |entry| {
        let of = |name: &str| entry["variants"].get(name).map(|variant| ids(&variant["winners"]));
        vec![
            ("mes_cost", rules(Completion::None, false), of("mes_cost")),
            ("mes_cost_utilitarian", rules(Completion::None, true), of("mes_cost_utilitarian")),
            ("add1", rules(Completion::Add1, false), of("add1")),
            ("add1u", rules(Completion::Add1, true), of("add1u")),
        ]
    });
    println!("{agreed:?}");
}

/// The profiles of abcvoting: every option costs one, and the budget is the number of seats. Where
/// fewer candidates are approved of than there are seats, abcvoting fills up with others.
#[test]
fn of_equal_costs_it_buys_what_abcvoting_finds() {
    let mut agreed = 0;
    for path in handed::files("abc", ".abc.yaml", WHAT) {
        let text = std::fs::read_to_string(&path).unwrap();
        let it = election::read(Kind::AbcYaml, &text).unwrap();
        let seats = u64::from(it.seats.unwrap());
        let money = Money { budget: seats, costs: vec![1; it.options.len()], decimals: 0 };
        let winners = |by_votes: bool, lots: &Lots| {
            let rules = rules(Completion::None, by_votes);
            let ballots = it.ballots.approvals();
            count(&rules, &it.options, &ballots, &money, lots).map(|it| sorted(&it.winners))
        };
        let seed = Lots::Seed("a published seed".to_owned());
        for committees in handed::committees(&text, "equal-shares-with-av-completion") {
            let ours = winners(true, &seed).unwrap();
            let all = it.support.iter().filter(|votes| **votes > 0).count();
            let is_all = ours.len() == all && all < usize::try_from(seats).unwrap();
            assert!(is_all || committees.contains(&ours), "{}: {ours:?}", path.display());
            match winners(true, &Lots::None) {
                Ok(same) => assert!(is_all || committees.contains(&same), "{}", path.display()),
                Err(_) => assert!(committees.len() > 1, "{}: no lot is needed", path.display()),
            }
            agreed += 1;
        }
        for committees in handed::committees(&text, "equal-shares") {
            let ours = winners(false, &seed).unwrap();
            let is_part = |of: &Vec<String>| ours.iter().all(|one| of.contains(one));
            assert!(committees.iter().any(is_part), "{}: {ours:?}", path.display());
        }
    }
    println!("{agreed} agree with abcvoting");
}
