use proptest::prelude::*;

use super::*;

/// Six people, every other one a tenant, and all panels of two with one tenant.
fn published() -> Published {
    let person = |n: u32| {
        let home = if n.is_multiple_of(2) { "rented" } else { "owned" };
        let features = [("home".to_owned(), home.to_owned())].into_iter().collect();
        Person { id: format!("person {n}"), features }
    };
    let quota =
        |value: &str| Quota { feature: "home".to_owned(), value: value.to_owned(), min: 1, max: 1 };
    let panels: Vec<Vec<u32>> =
        [0, 2, 4].into_iter().flat_map(|a| [1, 3, 5].map(|b| vec![a, b])).collect();
    let rules = Rules { size: 2, quotas: vec![quota("rented"), quota("owned")], panels: 9 };
    Published { rules, pool: (0..6).map(person).collect(), panels }
}

fn faults(published: &Published) -> Vec<String> {
    let faults = Lottery::check(published).unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_panel_is_drawn_by_its_number_and_told() {
    let counted = count(&published(), &Draw::Digits("004".to_owned())).unwrap();
    assert_eq!(counted.winners, ["person 2", "person 3"]);
    let told: Vec<String> = counted.steps.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "All 9 panels have 2 of 6 people and meet 2 quotas.",
            "Everybody stands on 3 to 3 of 9 panels, 3 on average; 0 on none; the Gini coefficient \
             is 0.",
            "Panel 004 is drawn.",
            "home is rented: 1, between 1 and 1.",
            "home is owned: 1, between 1 and 1.",
        ]
    );
    let text = serde_json::to_string(&counted).unwrap();
    assert_eq!(serde_json::from_str::<Counted<Step>>(&text).unwrap(), counted);
}

#[test]
fn whatever_is_wrong_with_a_lottery_is_found() {
    let mut it = published();
    it.panels[0] = vec![0, 2];
    assert_eq!(
        faults(&it),
        ["panel 0 has 2 people whose home is rented", "panel 0 has 0 people whose home is owned"]
    );
    it = published();
    it.panels[8] = vec![1, 1];
    assert_eq!(faults(&it)[0], "panel 8 names place 1 twice, or there is nobody");
    it = published();
    it.panels[8] = vec![0, 1, 6];
    assert_eq!(faults(&it)[0], "panel 8 has 3 people, not 2");
    it = published();
    it.panels.pop();
    assert_eq!(faults(&it), ["there are 8 panels, not 9"]);
    it = published();
    it.pool[3].id = "person 1".to_owned();
    assert_eq!(faults(&it), ["person 1 is in the pool twice"]);
}

#[test]
fn what_is_no_number_of_a_panel_draws_none() {
    let it = published();
    for digits in ["009", "-1", "+1", "", "1.5", "99999999999"] {
        assert!(count(&it, &Draw::Digits(digits.to_owned())).is_err(), "{digits}");
    }
}

#[test]
fn seeds_draw_every_panel_about_as_often() {
    let it = published();
    let lottery = Lottery::check(&it).unwrap();
    let mut drawn = [0_u32; 9];
    for n in 0..9_000 {
        let panel = lottery.draw(&Draw::Seed(format!("seed {n}"))).unwrap();
        drawn[usize::try_from(panel).unwrap()] += 1;
    }
    assert!(drawn.iter().all(|n| (850..1_150).contains(n)), "{drawn:?}");
}

#[test]
fn a_seed_is_the_whole_hash_modulo_the_panels() {
    let mut it = published();
    it.rules.panels = 1_000;
    it.panels = it.panels.into_iter().cycle().take(1_000).collect();
    // The hash of "abc" as one number modulo 1000, computed apart.
    let draw = Draw::Seed("abc".to_owned());
    assert_eq!(Lottery::check(&it).unwrap().draw(&draw), Ok(965));
}

#[test]
fn fairness_is_exact() {
    let it = Fairness::of(10, &[0, 1, 2]);
    assert_eq!((it.least, it.most, it.without_chance), (0, 2, 1));
    assert_eq!((it.mean.as_str(), it.gini.as_str()), ("1", "4/9"));
    assert_eq!(Fairness::of(10, &[]).mean, "0");
}

proptest! {
    #[test]
    fn chances_add_up(at in 0_u32..9) {
        let it = published();
        let lottery = Lottery::check(&it).unwrap();
        let sum: u32 = lottery.chances().iter().sum();
        prop_assert_eq!(sum, it.rules.panels * it.rules.size);
        let counted = count(&it, &Draw::Digits(format!("{at:03}"))).unwrap();
        prop_assert_eq!(counted.winners.len(), 2);
    }
}
