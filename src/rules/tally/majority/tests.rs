use proptest::prelude::*;
use serde::Deserialize;

use super::*;

/// A case as written in `cases/majority.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    quorum: Option<[u32; 2]>,
    majority: Option<[u32; 2]>,
    #[serde(default)]
    sector_majorities: Vec<String>,
    /// Sector, entitled, for, against, abstain.
    groups: Vec<(String, u64, u64, u64, u64)>,
    outcome: Outcome,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn share(pair: Option<[u32; 2]>) -> Option<Share> {
    pair.map(|[need, of]| Share { need, of })
}

fn lines(groups: &[(String, u64, u64, u64, u64)]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (sector, entitled, in_favour, against, abstain) in groups {
        let silent = entitled - in_favour - against - abstain;
        for (choice, n) in [
            (Some(Choice::For), *in_favour),
            (Some(Choice::Against), *against),
            (Some(Choice::Abstain), *abstain),
            (None, silent),
        ] {
            let (sector, answer) = (Some(sector.as_str()), choice.map(Answer::Choice));
            lines.extend((0..n).map(|_| Line { sector, answer }));
        }
    }
    lines
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/majority.toml")).unwrap();
    for case in cases.case {
        let rules = Rules {
            quorum: share(case.quorum),
            majority: share(case.majority),
            sector_majorities: case.sector_majorities,
        };
        let tally = count(&rules, lines(&case.groups));
        assert_eq!(tally.outcome, case.outcome, "{}: {:#?}", case.name, tally.steps);
    }
}

fn any_share() -> impl Strategy<Value = Share> {
    (1_u32..=5, 1_u32..=5).prop_map(|(a, b)| Share { need: a.min(b), of: a.max(b) })
}

fn any_line() -> impl Strategy<Value = (Option<u8>, Option<Choice>)> {
    let choice = proptest::sample::select(Choice::ALL.to_vec());
    (proptest::option::of(0_u8..3), proptest::option::of(choice))
}

const NAMES: [&str; 3] = ["residents", "organisations", "business"];

fn as_lines(raw: &[(Option<u8>, Option<Choice>)]) -> Vec<Line<'static>> {
    raw.iter()
        .map(|(sector, choice)| Line {
            sector: sector.map(|i| NAMES[usize::from(i)]),
            answer: choice.map(Answer::Choice),
        })
        .collect()
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let sectors = proptest::sample::subsequence(NAMES.to_vec(), 0..=2);
    (proptest::option::of(any_share()), proptest::option::of(any_share()), sectors).prop_map(
        |(quorum, majority, sectors)| Rules {
            quorum,
            majority,
            sector_majorities: sectors.into_iter().map(str::to_owned).collect(),
        },
    )
}

proptest! {
    #[test]
    fn the_order_of_ballots_does_not_matter(
        rules in any_rules(),
        raw in proptest::collection::vec(any_line(), 0..40),
    ) {
        let mut turned = raw.clone();
        turned.reverse();
        turned.rotate_left(raw.len() / 3);
        prop_assert_eq!(count(&rules, as_lines(&raw)), count(&rules, as_lines(&turned)));
    }

    #[test]
    fn a_voter_who_comes_over_never_hurts(
        rules in any_rules(),
        raw in proptest::collection::vec(any_line(), 1..40),
        at in any::<prop::sample::Index>(),
    ) {
        let before = count(&rules, as_lines(&raw)).outcome;
        let mut more = raw.clone();
        let i = at.index(more.len());
        more[i].1 = Some(Choice::For);
        let after = count(&rules, as_lines(&more)).outcome;
        prop_assert!(!before.is_adopted() || after.is_adopted(), "{} then {}", before, after);
    }

    #[test]
    fn totals_add_up(
        rules in any_rules(),
        raw in proptest::collection::vec(any_line(), 0..40),
    ) {
        let tally = count(&rules, as_lines(&raw));
        let Some(Step::Total { count: total }) = tally.steps.first() else { panic!() };
        prop_assert_eq!(total.entitled, raw.len() as u64);
        let cast = raw.iter().filter(|(_, choice)| choice.is_some()).count() as u64;
        prop_assert_eq!(total.took_part(), cast);
        let in_sectors: u64 = tally.steps.iter().map(|step| match step {
            Step::Sector { count, .. } => count.entitled,
            _ => 0,
        }).sum();
        let with_sector = raw.iter().filter(|(sector, _)| sector.is_some()).count() as u64;
        prop_assert_eq!(in_sectors, with_sector);
    }

    #[test]
    fn the_least_number_is_the_least(share in any_share(), whole in 0_u64..1000) {
        let least = share.least(whole);
        prop_assert!(share.is_reached(least, whole));
        prop_assert!(least == 0 || !share.is_reached(least - 1, whole));
    }
}

#[test]
fn nothing_overflows() {
    let all = Share { need: u32::MAX, of: u32::MAX };
    assert!(all.is_reached(u64::MAX, u64::MAX));
    assert_eq!(all.least(u64::MAX), u64::MAX);
}

#[test]
fn blank_and_spoiled_papers_make_a_quorum_and_no_majority() {
    let rules = Rules { quorum: share(Some([3, 4])), majority: None, sector_majorities: vec![] };
    let line = |answer| Line { sector: None, answer };
    let lines = |papers: [Answer; 2]| {
        let cast = [Answer::Choice(Choice::For), papers[0], papers[1]].map(Some);
        [cast.as_slice(), &[None]].concat().into_iter().map(line).collect::<Vec<_>>()
    };
    let tally = count(&rules, lines([Answer::Blank, Answer::Spoiled]));
    assert_eq!(tally.outcome, Outcome::Adopted);
    let Some(Step::Total { count: total }) = tally.steps.first() else { panic!() };
    assert_eq!((total.took_part(), total.cast(), total.blank, total.spoiled), (3, 1, 1, 1));
}

#[test]
fn a_count_without_void_papers_is_written_as_it_always_was() {
    let count = Count { entitled: 3, in_favour: 1, ..Count::default() };
    let text = serde_json::to_string(&count).unwrap();
    assert_eq!(text, r#"{"entitled":3,"for":1,"against":0,"abstain":0}"#);
    assert_eq!(serde_json::from_str::<Count>(&text).unwrap(), count);
}
