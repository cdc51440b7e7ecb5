use proptest::prelude::*;
use serde::Deserialize;

use super::*;

/// A case as written in `cases/majority_v2.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    quorum: Option<[u32; 2]>,
    majority: Option<[u32; 2]>,
    #[serde(default)]
    base: Base,
    #[serde(default)]
    tie: OnTie,
    #[serde(default)]
    missing: OnMissing,
    #[serde(default)]
    was_postponed: bool,
    chair_is_for: Option<bool>,
    votes: [u64; 7],
    outcome: Outcome,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn votes([entitled, present, in_favour, against, abstain, blank, invalid]: [u64; 7]) -> Votes {
    Votes { entitled, present, in_favour, against, abstain, blank, invalid }
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/majority_v2.toml")).unwrap();
    for case in cases.case {
        let share = |pair: Option<[u32; 2]>| pair.map(|[need, of]| Share { need, of });
        let rules = Rules {
            quorum: share(case.quorum),
            majority: share(case.majority),
            base: case.base,
            tie: case.tie,
            missing: case.missing,
        };
        let around = Around { was_postponed: case.was_postponed, chair_is_for: case.chair_is_for };
        let tally = count(&rules, votes(case.votes), around).unwrap();
        assert_eq!(tally.outcome, case.outcome, "{}: {:#?}", case.name, tally.steps);
    }
}

#[test]
fn votes_that_cannot_be_are_refused() {
    let none = Around::default();
    let of = |numbers| count(&Rules::default(), votes(numbers), none).unwrap_err();
    let more = Impossible::MoreVotesThanPresent { papers: 8, present: 7 };
    assert_eq!(of([9, 7, 4, 3, 0, 1, 0]), more);
    let absent = Impossible::MorePresentThanEntitled { present: 7, entitled: 6 };
    assert_eq!(of([6, 7, 4, 3, 0, 0, 0]), absent);
    let huge = u64::MAX;
    assert_eq!(of([huge, huge, huge, 1, 0, 0, 0]), Impossible::TooMany);
}

#[test]
fn every_step_is_a_sentence() {
    let rules =
        Rules { quorum: Some(Share { need: 1, of: 2 }), tie: OnTie::Chair, ..Rules::default() };
    let tally = count(&rules, votes([8, 7, 3, 3, 1, 0, 0]), Around::default()).unwrap();
    let told: Vec<String> = tally.steps.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "8 on the roll, 7 present: 3 for, 3 against, 1 abstain, 0 blank, 0 invalid.",
            "7 are present, 4 are needed: a quorum.",
            "3 of 6 (cast) are for, 4 are needed: no majority.",
            "Exactly half are for; the rule is chair, so: chair_decides.",
        ]
    );
}

#[test]
fn a_step_is_written_and_read_unchanged() {
    let tally = count(&Rules::default(), votes([8, 7, 4, 3, 0, 0, 0]), Around::default()).unwrap();
    let text = serde_json::to_string(&tally).unwrap();
    assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), tally);
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let share = || {
        let pair = (1_u32..=5, 1_u32..=5);
        proptest::option::of(pair.prop_map(|(a, b)| Share { need: a.min(b), of: a.max(b) }))
    };
    let base = proptest::sample::select(Base::ALL.to_vec());
    let tie = proptest::sample::select(OnTie::ALL.to_vec());
    let missing = proptest::sample::select(OnMissing::ALL.to_vec());
    (share(), share(), base, tie, missing).prop_map(|(quorum, majority, base, tie, missing)| {
        Rules { quorum, majority, base, tie, missing }
    })
}

fn any_votes() -> impl Strategy<Value = Votes> {
    proptest::array::uniform7(0_u64..8).prop_map(|[away, silent, f, a, h, b, i]| {
        let present = f + a + h + b + i + silent;
        votes([present + away, present, f, a, h, b, i])
    })
}

proptest! {
    #[test]
    fn a_voter_who_comes_over_never_hurts(rules in any_rules(), votes in any_votes()) {
        let before = count(&rules, votes, Around::default()).unwrap().outcome;
        let more = |from: Votes| Votes { in_favour: votes.in_favour + 1, ..from };
        let ways = [
            (votes.against > 0).then(|| Votes { against: votes.against - 1, ..votes }),
            (votes.abstain > 0).then(|| Votes { abstain: votes.abstain - 1, ..votes }),
            (votes.blank > 0).then(|| Votes { blank: votes.blank - 1, ..votes }),
        ];
        for way in ways.into_iter().flatten() {
            let after = count(&rules, more(way), Around::default()).unwrap().outcome;
            prop_assert!(!before.is_adopted() || after.is_adopted(), "{} then {}", before, after);
        }
    }

    #[test]
    fn the_narrower_the_base_the_easier(votes in any_votes(), rules in any_rules()) {
        let adopted = |base| {
            let rules = Rules { base, quorum: None, ..rules.clone() };
            count(&rules, votes, Around::default()).unwrap().outcome.is_adopted()
        };
        let bases = [Base::Roll, Base::Present, Base::CastPlusAbstain, Base::Cast];
        for pair in bases.windows(2) {
            prop_assert!(!adopted(pair[0]) || adopted(pair[1]), "{} and {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn version_one_agrees_where_it_can(votes in any_votes(), rules in any_rules()) {
        use crate::rules::{ballot::Choice, tally::majority};
        // Version 1 knows presence only from ballots, and no blank or invalid ones.
        let votes = Votes {
            present: votes.cast() + votes.abstain, blank: 0, invalid: 0, ..votes
        };
        let (base, tie, missing) = (Base::Cast, OnTie::Reject, OnMissing::Reject);
        let rules = Rules { base, tie, missing, ..rules };
        let old = majority::Rules {
            quorum: rules.quorum, majority: rules.majority, sector_majorities: Vec::new(),
        };
        let line = |choice: Option<Choice>| {
            let answer = choice.map(majority::Answer::Choice);
            majority::Line { sector: None, answer }
        };
        let silent = votes.entitled - votes.present;
        let lines = [
            (Some(Choice::For), votes.in_favour), (Some(Choice::Against), votes.against),
            (Some(Choice::Abstain), votes.abstain), (None, silent),
        ];
        let lines = lines.into_iter().flat_map(|(choice, n)| (0..n).map(move |_| line(choice)));
        let old = majority::count(&old, lines).outcome;
        let new = count(&rules, votes, Around::default()).unwrap().outcome;
        // Version 1 calls a qualified majority tied, too, when as many are for as against.
        let is_same = old.word() == new.word()
            || (old.word() == "tied" && new == Outcome::Rejected && rules.majority.is_some());
        prop_assert!(is_same, "{} and {}", old, new);
    }
}
