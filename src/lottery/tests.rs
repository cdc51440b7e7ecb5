use std::collections::BTreeMap;

use super::*;
use crate::rules::tally::sortition::{Fairness, Lottery, PANELS, Quota};

fn quota(feature: &str, value: &str, min: u32, max: u32) -> Quota {
    Quota { feature: feature.to_owned(), value: value.to_owned(), min, max }
}

/// People with these values of these features.
fn pool(features: &[&str], groups: &[(&[&str], usize)]) -> Vec<Person> {
    let mut pool = Vec::new();
    for (values, many) in groups {
        let features: BTreeMap<String, String> = features
            .iter()
            .zip(*values)
            .map(|(feature, value)| ((*feature).to_owned(), (*value).to_owned()))
            .collect();
        for _ in 0..*many {
            let id = format!("person {}", pool.len());
            pool.push(Person { id, features: features.clone() });
        }
    }
    pool
}

fn found(size: u32, quotas: Vec<Quota>, pool: &[Person]) -> Found {
    let rules = Rules { size, quotas, panels: PANELS };
    find(&rules, pool, "seed").unwrap()
}

fn least_and_most(found: &Found) -> (u32, u32) {
    let lottery = Lottery::check(&found.published).unwrap();
    let fairness = Fairness::of(PANELS, &lottery.chances());
    (fairness.least, fairness.most)
}

#[test]
fn without_quotas_everybody_is_equally_likely() {
    let pool = pool(&["home"], &[(&["rented"], 30), (&["owned"], 10)]);
    assert_eq!(least_and_most(&found(4, Vec::new(), &pool)), (100, 100));
}

#[test]
fn few_who_are_wanted_are_likelier_and_all_others_equal() {
    let pool = pool(&["home"], &[(&["rented"], 4), (&["owned"], 36)]);
    let quotas = vec![quota("home", "rented", 2, 2)];
    let it = found(8, quotas, &pool);
    assert!(it.fairest.iter().take(4).all(|chance| (chance - 0.5).abs() < 1e-6));
    assert!(it.fairest.iter().skip(4).all(|chance| (chance - 1.0 / 6.0).abs() < 1e-6));
    assert_eq!(least_and_most(&it), (166, 500));
}

#[test]
fn the_second_smallest_chance_is_raised_too() {
    // Three on a panel: one of a, and at most one of b; the smallest chance is that of b, and what
    // is left goes to c, not to whoever comes first.
    let values: [(&[&str], usize); 3] = [(&["a"], 2), (&["b"], 10), (&["c"], 4)];
    let pool = pool(&["kind"], &values);
    let quotas = vec![quota("kind", "a", 1, 1), quota("kind", "b", 0, 1)];
    let it = found(3, quotas, &pool);
    assert!((it.fairest[2] - 0.1).abs() < 1e-6, "{:?}", it.fairest);
    assert!((it.fairest[0] - 0.5).abs() < 1e-6);
    assert!((it.fairest[12] - 0.25).abs() < 1e-6);
}

#[test]
fn somebody_who_fits_on_no_panel_has_no_chance_and_hinders_nobody() {
    let values: [(&[&str], usize); 2] = [(&["a"], 5), (&["b"], 5)];
    let pool = pool(&["kind"], &values);
    let it = found(2, vec![quota("kind", "b", 0, 0)], &pool);
    assert_eq!(least_and_most(&it), (0, 400));
}

#[test]
fn quotas_that_no_panel_meets_are_refused() {
    let values: [(&[&str], usize); 2] = [(&["a"], 1), (&["b"], 5)];
    let pool = pool(&["kind"], &values);
    for quotas in [
        vec![quota("kind", "a", 2, 2)],
        vec![quota("kind", "z", 1, 1)],
        vec![quota("kind", "a", 0, 0), quota("kind", "b", 0, 1)],
    ] {
        let rules = Rules { size: 3, quotas, panels: PANELS };
        assert_eq!(find(&rules, &pool, "seed").unwrap_err(), Refusal::Impossible);
    }
}

#[test]
fn the_same_seed_finds_the_same_lottery() {
    let values: [(&[&str], usize); 2] = [(&["a"], 7), (&["b"], 5)];
    let pool = pool(&["kind"], &values);
    let rules = Rules { size: 3, quotas: vec![quota("kind", "a", 1, 2)], panels: PANELS };
    let of = |seed| find(&rules, &pool, seed).unwrap().published;
    assert_eq!(of("one"), of("one"));
    assert_ne!(of("one"), of("another"));
}
