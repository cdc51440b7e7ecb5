use proptest::prelude::*;

use super::*;

/// A case as written in `cases/persons.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    nominated: Vec<String>,
    rounds: Vec<Round>,
    lots: Option<Vec<String>>,
    stand: Stand,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn round(votes: &[(&str, u64)]) -> Round {
    let votes = votes.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect();
    Round { votes, ..Round::default() }
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/persons.toml")).unwrap();
    for case in cases.case {
        let lots = case.lots.map_or(Lots::None, Lots::Drawn);
        let counted = count(&case.nominated, &case.rounds, &lots).unwrap();
        assert_eq!(counted.stand, case.stand, "{}: {:#?}", case.name, counted.steps);
        let told: Vec<String> = counted.steps.iter().map(ToString::to_string).collect();
        assert!(told.iter().all(|line| line.ends_with('.')), "{told:?}");
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let both = names(&["alice", "bob"]);
    let of = |rounds: &[Round]| count(&both, rounds, &Lots::None).unwrap_err();
    let stranger = of(&[round(&[("dora", 1)])]);
    assert_eq!(stranger, Refusal::NotStanding("dora".to_owned()));
    assert_eq!(of(&[Round { against: 1, ..Round::default() }]), Refusal::Against);
    let over = of(&[round(&[("alice", 1)]), round(&[("alice", 1)])]);
    assert_eq!(over, Refusal::Over(2));
    let tied = round(&[("alice", 1), ("bob", 1)]);
    let lot = of(&[tied.clone(), tied.clone(), tied]);
    assert_eq!(lot.to_string(), "a lot is needed among alice, bob");
    for nominated in [names(&[]), names(&["alice", "alice"])] {
        assert_eq!(count(&nominated, &[], &Lots::None), Err(Refusal::Nominations));
    }
}

proptest! {
    #[test]
    fn three_rounds_with_votes_choose_somebody(
        rounds in proptest::collection::vec(proptest::array::uniform4(0_u64..4), 3),
    ) {
        let all = ["alice", "bob", "carol", "dora"];
        let seed = Lots::Seed("seed".to_owned());
        let mut held = Vec::new();
        for votes in rounds {
            let counted = count(&names(&all), &held, &seed).unwrap();
            let standing = match &counted.stand {
                Stand::First { among } => among.clone(),
                Stand::Free => names(&all),
                Stand::RunOff { between } => between.to_vec(),
                Stand::Chosen { .. } | Stand::NobodyChosen => break,
            };
            let votes = all.iter().zip(votes).filter(|(name, _)| {
                standing.contains(&(**name).to_owned())
            });
            let votes: Vec<(&str, u64)> = votes.map(|(name, n)| (*name, n + 1)).collect();
            held.push(round(&votes));
        }
        let counted = count(&names(&all), &held, &seed).unwrap();
        let is_chosen = matches!(counted.stand, Stand::Chosen { .. });
        prop_assert!(is_chosen);
        let mut turned = names(&all);
        turned.reverse();
        prop_assert_eq!(count(&turned, &held, &seed).unwrap(), counted);
    }
}
