//! (test) Compares with the chances that the authors of LEXIMIN published.

use std::collections::BTreeMap;

use super::*;
use crate::rules::{
    handed,
    tally::sortition::{Fairness, Lottery, PANELS, Quota},
};

const WHAT: &str = "fair lotteries";

/// The rows of a table with a heading, by the names of its columns.
fn rows(file: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let text = handed::text(&format!("sortition/{file}"), WHAT)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    Some(reader.deserialize().map(Result::unwrap).collect())
}

fn quotas(rows: &[BTreeMap<String, String>], feature: &str, value: &str) -> Vec<Quota> {
    let number = |row: &BTreeMap<String, String>, name: &str| row[name].parse().unwrap();
    rows.iter()
        .map(|row| Quota {
            feature: row[feature].clone(),
            value: row[value].clone(),
            min: number(row, "min"),
            max: number(row, "max"),
        })
        .collect()
}

fn pool(rows: Vec<BTreeMap<String, String>>) -> Vec<Person> {
    let person = |(n, features)| Person { id: format!("person {n}"), features };
    rows.into_iter().enumerate().map(person).collect()
}

/// How far the found chances are from the published ones, both in ascending order.
fn furthest(mut ours: Vec<f64>, mut theirs: Vec<f64>) -> f64 {
    assert_eq!(ours.len(), theirs.len());
    ours.sort_by(f64::total_cmp);
    theirs.sort_by(f64::total_cmp);
    ours.iter().zip(&theirs).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max)
}

#[test]
fn the_published_chances_come_out() {
    for (name, size) in [("example_small_20", 20), ("example_large_200", 200)] {
        let folder = format!("citizensassemblies-data/{name}");
        let Some(categories) = rows(&format!("{folder}/categories.csv")) else { return };
        let people = rows(&format!("{folder}/respondents.csv")).unwrap();
        let reference =
            rows(&format!("citizensassemblies-reference/{name}_prob_allocs_data.csv")).unwrap();
        let quotas = quotas(&categories, "category", "feature");
        let rules = Rules { size, quotas, panels: PANELS };
        let it = find(&rules, &pool(people), "seed").unwrap();
        let theirs = reference
            .iter()
            .filter(|row| row["algorithm"].eq_ignore_ascii_case("leximin"))
            .map(|row| row["selection probability"].parse().unwrap())
            .collect();
        let furthest = furthest(it.fairest.clone(), theirs);
        // Their solver rounds in the sixth decimal place.
        assert!(furthest < 1e-5, "{name}: {furthest}");
        let lottery = Lottery::check(&it.published).unwrap();
        let fairness = Fairness::of(PANELS, &lottery.chances());
        assert_eq!((fairness.least, fairness.most), (100, 100), "{name}: {fairness}");
    }
}

#[test]
fn many_quotas_are_met_and_everybody_stays_close_to_the_fairest_chance() {
    let Some(features) = rows("sortition-algorithms/features.csv") else { return };
    let people = rows("sortition-algorithms/candidates.csv").unwrap();
    let quotas = quotas(&features, "feature", "value");
    let rules = Rules { size: 22, quotas, panels: PANELS };
    let begun = std::time::Instant::now();
    let it = find(&rules, &pool(people), "seed").unwrap();
    let lottery = Lottery::check(&it.published).unwrap();
    let chances = lottery.chances();
    let fairness = Fairness::of(PANELS, &chances);
    let least = it.fairest.iter().copied().fold(1.0, f64::min);
    let given = chances.iter().map(|it| f64::from(*it) / f64::from(PANELS));
    let furthest =
        given.zip(&it.fairest).map(|(given, fair)| (given - fair).abs()).fold(0.0, f64::max);
    println!("{fairness} fairest least {least}, furthest {furthest}, {:?}", begun.elapsed());
    assert!(furthest < 0.004, "{furthest}");
}
