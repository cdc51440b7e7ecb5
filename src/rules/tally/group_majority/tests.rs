use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::majority::Share;

/// A case as written in `cases/group_majority.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default)]
    silent: Silent,
    condition: Vec<Condition>,
    /// Key, entitled, for, against, abstain.
    groups: Vec<(String, u64, u64, u64, u64)>,
    outcome: Outcome,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn votes(entitled: u64, in_favour: u64, against: u64, abstain: u64) -> Votes {
    let present = in_favour + against + abstain;
    Votes { entitled, present, in_favour, against, abstain, ..Votes::default() }
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/group_majority.toml")).unwrap();
    for case in cases.case {
        let rules = Rules { conditions: case.condition, silent: case.silent };
        let of = case.groups.into_iter().map(|(key, e, f, a, h)| (key, votes(e, f, a, h)));
        let groups = Groups { of: of.collect(), others: Votes::default() };
        let tally = count(&rules, &groups, Around::default()).unwrap();
        assert_eq!(tally.outcome, case.outcome, "{}: {:#?}", case.name, tally.steps);
        let text = serde_json::to_string(&tally).unwrap();
        assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), tally, "{text}");
    }
}

#[test]
fn every_condition_is_told_with_its_numbers() {
    let keys = || vec!["alpha".to_owned(), "beta".to_owned()];
    let weights = [("alpha".to_owned(), 3), ("beta".to_owned(), 2)].into_iter().collect();
    let conditions = vec![
        Condition::Overall { majority: majority_v2::Rules::default() },
        Condition::Each { groups: keys() },
        Condition::ResidentMajority { group: "alpha".to_owned(), with: Vec::new() },
        Condition::AtLeast { least: 1, groups: keys() },
        Condition::Weighted { weights, majority: Some(Share { need: 3, of: 5 }) },
    ];
    let of = [("alpha".to_owned(), votes(9, 5, 2, 0)), ("beta".to_owned(), votes(9, 1, 2, 0))];
    let groups = Groups { of: of.into_iter().collect(), others: votes(1, 1, 0, 0) };
    let rules = Rules { conditions, silent: Silent::default() };
    let tally = count(&rules, &groups, Around::default()).unwrap();
    let told: Vec<String> = tally.steps.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "19 on the roll, 11 present: 7 for, 4 against, 0 abstain, 0 blank, 0 invalid.",
            "In alpha 5 are for and 2 against: for.",
            "In beta 1 are for and 2 against: not for.",
            "Of everybody: adopted: met.",
            "Each of 2 groups must be for, not for: beta: not met.",
            "Of the residents 5 are for and 2 against: met.",
            "1 of 2 groups are for, 1 are needed: met.",
            "Weighted, 59/21 of 5 are for, 3/5 is needed: not met.",
        ]
    );
}

fn any_condition() -> impl Strategy<Value = Condition> {
    let keys = || proptest::sample::subsequence(vec!["a".to_owned(), "b".to_owned()], 0..=2);
    let share = proptest::option::of(Just(Share { need: 2, of: 3 }));
    prop_oneof![
        Just(Condition::Overall { majority: majority_v2::Rules::default() }),
        keys().prop_map(|groups| Condition::Each { groups }),
        keys().prop_map(|with| Condition::ResidentMajority { group: "a".to_owned(), with }),
        (0_u64..3, keys()).prop_map(|(least, groups)| Condition::AtLeast { least, groups }),
        (keys(), 0_u32..5, share).prop_map(|(keys, weight, majority)| Condition::Weighted {
            weights: keys.into_iter().map(|key| (key, weight)).collect(),
            majority,
        }),
    ]
}

proptest! {
    #[test]
    fn a_voter_who_comes_over_never_hurts(
        conditions in proptest::collection::vec(any_condition(), 1..4),
        silent in proptest::sample::select(Silent::ALL.to_vec()),
        a in (0_u64..5, 0_u64..5),
        b in (0_u64..5, 0_u64..5),
    ) {
        let rules = Rules { conditions, silent };
        let adopted = |a: (u64, u64), b: (u64, u64)| {
            let of = [("a".to_owned(), votes(9, a.0, a.1, 0)), ("b".to_owned(), votes(9, b.0, b.1, 0))];
            let groups = Groups { of: of.into_iter().collect(), others: Votes::default() };
            count(&rules, &groups, Around::default()).unwrap().outcome.is_adopted()
        };
        if a.1 > 0 {
            prop_assert!(!adopted(a, b) || adopted((a.0 + 1, a.1 - 1), b));
        }
    }
}
