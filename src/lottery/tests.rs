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

/// Three kinds of people who each count for two of three quotas: half of each would meet all quotas,
/// but no whole panel has people of two kinds.
fn in_pairs(alone: usize) -> (Rules, Vec<Person>) {
    let values: [(&[&str], usize); 5] = [
        (&["yes", "yes", "no"], 10),
        (&["no", "yes", "yes"], 10),
        (&["yes", "no", "yes"], 10),
        (&["no", "no", "no"], 10),
        (&["no", "no", "yes"], alone),
    ];
    let quotas = ["x", "y", "z"].map(|feature| quota(feature, "yes", 1, 1)).to_vec();
    (Rules { size: 3, quotas, panels: PANELS }, pool(&["x", "y", "z"], &values))
}

#[test]
fn quotas_that_only_parts_of_people_meet_are_refused() {
    let (rules, pool) = in_pairs(0);
    assert_eq!(find(&rules, &pool, "seed").unwrap_err(), Refusal::Impossible);
}

#[test]
fn where_parts_of_people_would_be_fairer_whole_panels_are_found_all_the_same() {
    let (rules, pool) = in_pairs(2);
    let it = find(&rules, &pool, "seed").unwrap();
    // Every panel has one of the first kind and one who counts for the third quota alone.
    assert!((it.fairest[0] - 0.1).abs() < 1e-6 && (it.fairest[40] - 0.5).abs() < 1e-6);
    assert_eq!(least_and_most(&it).0, 0);
}

#[test]
fn hundreds_of_people_with_many_features_take_no_time() {
    let features = ["sex", "age", "home", "school", "part"];
    let many = [2_usize, 4, 2, 4, 5];
    let mut drawn = 1_u32;
    let mut person = || {
        many.map(|many| {
            drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let of = usize::try_from(drawn >> 16).unwrap() % (many * many);
            // The first values are common, the last ones rare.
            (0..many)
                .find(|value| of < (value + 1) * (2 * many - value - 1))
                .unwrap_or(0)
                .to_string()
        })
    };
    let pool: Vec<Person> = (0..300)
        .map(|n| {
            let values = features.iter().map(|it| (*it).to_owned()).zip(person());
            Person { id: format!("person {n}"), features: values.collect() }
        })
        .collect();
    let shares = features.iter().zip(many).flat_map(|(feature, many)| {
        let share = 40 / u32::try_from(many).unwrap();
        (0..many).map(move |value| quota(feature, &value.to_string(), share - 3, share + 3))
    });
    let rules = Rules { size: 40, quotas: shares.collect(), panels: PANELS };
    let begun = std::time::Instant::now();
    let it = find(&rules, &pool, "seed").unwrap();
    println!("found after {:?}", begun.elapsed());
    assert!(Lottery::check(&it.published).is_ok());
    let sum: f64 = it.fairest.iter().sum();
    assert!((sum - 40.0).abs() < 1e-3, "{sum}");
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
