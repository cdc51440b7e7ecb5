use std::collections::BTreeMap;

use dashu_ratio::RBig;
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::drawn::{self, Drawn};

/// A case as written in `cases/equal_shares.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    budget: u64,
    costs: BTreeMap<String, u64>,
    ballots: Vec<(u64, String)>,
    completion: Option<Completion>,
    #[serde(default)]
    rest_by_votes: bool,
    #[serde(default)]
    winners: String,
    needed: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn seed() -> Lots {
    Lots::Seed("seed".to_owned())
}

fn shared_out(rules: &Rules, it: &Drawn, lots: &Lots) -> Result<Counted<Step>, Needed> {
    count(rules, &it.options, &it.ballots, &it.money, lots)
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/equal_shares.toml")).unwrap();
    for case in cases.case {
        let options = Options::new(case.costs.keys().cloned()).unwrap();
        let ballots = drawn::papers(&options, &case.ballots);
        let costs = case.costs.into_values().collect();
        let money = Money { budget: case.budget, costs, decimals: 0 };
        let rules = Rules {
            completion: case.completion.unwrap_or(Completion::Add1),
            rest_by_votes: case.rest_by_votes,
            ..Rules::default()
        };
        let counted = shared_out(&rules, &Drawn { options, ballots, money }, &Lots::None);
        match case.needed {
            Some(among) => assert_eq!(counted.unwrap_err().among.join(" "), among, "{}", case.name),
            None => {
                let counted = counted.unwrap();
                assert_eq!(counted.winners.join(" "), case.winners, "{}", case.name);
                let json = serde_json::to_string(&counted.steps).unwrap();
                assert_eq!(serde_json::from_str::<Vec<Step>>(&json).unwrap(), counted.steps);
            }
        }
    }
}

#[test]
fn an_increment_is_in_whole_units_of_the_currency() {
    let options = Options::new(["a", "b"]).unwrap();
    let ballots = drawn::papers(&options, &[(3, "a".to_owned()), (3, "b".to_owned())]);
    let money = Money { budget: 10_000, costs: vec![6_000, 6_003], decimals: 2 };
    let it = Drawn { options, ballots, money };
    let rules = |n: u64, of: u64| Rules { increment: Fraction::new(n, of), ..Rules::default() };
    let raised = |rules: Rules| {
        let steps = shared_out(&rules, &it, &Lots::None).unwrap().steps;
        let raised = |step: &Step| match step {
            Step::Raised { times, .. } => Some(*times),
            _ => None,
        };
        steps.iter().find_map(raised)
    };
    // One euro more is enough to buy a, and more than enough to buy b: 2000.00 and 2001.00 cents.
    assert_eq!(raised(rules(1, 100)), Some(334));
    assert_eq!(shared_out(&rules(1, 100), &it, &Lots::None).unwrap().winners, ["a"]);
}

/// The rule once more, as its paper says it and as slowly as can be.
fn by_the_paper(it: &Drawn, share: &RBig) -> Vec<(usize, RBig)> {
    let mut purses: Vec<(RBig, Vec<usize>)> = Vec::new();
    for ballot in &it.ballots {
        for _ in 0..ballot.papers {
            purses.push((share.clone(), ballot.options.clone()));
        }
    }
    let mut bought: Vec<(usize, RBig)> = Vec::new();
    loop {
        let mut best: Vec<(RBig, usize)> = Vec::new();
        for option in 0..it.options.len() {
            if it.money.costs[option] == 0 || bought.iter().any(|(one, _)| *one == option) {
                continue;
            }
            let cost = RBig::from(it.money.costs[option]);
            let mut sums: Vec<RBig> = purses
                .iter()
                .filter(|one| one.1.contains(&option))
                .map(|one| one.0.clone())
                .collect();
            sums.sort();
            let mut open = cost.clone();
            for (i, sum) in sums.iter().enumerate() {
                let payers = RBig::from(sums.len() - i);
                if sum * &payers >= open {
                    best.push((open / payers / cost, option));
                    break;
                }
                open -= sum;
            }
        }
        let votes = |option: usize| purses.iter().filter(|one| one.1.contains(&option)).count();
        let key = |(price, option): &(RBig, usize)| {
            (price.clone(), std::cmp::Reverse(votes(*option)), it.money.costs[*option])
        };
        best.sort_by_key(key);
        let Some(least) = best.first().map(key) else { return bought };
        best.retain(|one| key(one) == least);
        let tied = best.iter().map(|(_, option)| it.options.id(*option));
        let option = it.options.place(&seed().draw(tied).unwrap().drawn).unwrap();
        let price = least.0 * RBig::from(it.money.costs[option]);
        for (left, _) in purses.iter_mut().filter(|one| one.1.contains(&option)) {
            let rest = &*left - &price;
            *left = if rest < RBig::ZERO { RBig::ZERO } else { rest };
        }
        bought.push((option, price));
    }
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let completion = proptest::sample::select(Completion::ALL);
    (completion, 1_u8..4, any::<bool>()).prop_map(|(completion, of, rest_by_votes)| Rules {
        completion,
        increment: Fraction::new(1, of),
        rest_by_votes,
    })
}

proptest! {
    #[test]
    fn the_order_of_ballots_and_options_does_not_matter(
        rules in any_rules(),
        it in drawn::any_election(),
    ) {
        let turned = it.turned();
        prop_assert_eq!(shared_out(&rules, &it, &seed()), shared_out(&rules, &turned, &seed()));
        prop_assert_eq!(
            shared_out(&rules, &it, &Lots::None).is_ok(),
            shared_out(&rules, &turned, &Lots::None).is_ok()
        );
    }

    #[test]
    fn it_buys_what_the_paper_says_at_the_prices_it_says(it in drawn::any_election()) {
        let rules = Rules { completion: Completion::None, ..Rules::default() };
        let steps = shared_out(&rules, &it, &seed()).unwrap().steps;
        prop_assume!(!steps.iter().any(|step| matches!(step, Step::Together { .. })));
        let ours: Vec<(usize, RBig)> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Bought { option, price, .. } => {
                    Some((it.options.place(option).unwrap(), price.0.clone()))
                }
                _ => None,
            })
            .collect();
        let share = RBig::from(it.money.budget) / RBig::from(it.voters());
        prop_assert_eq!(ours, by_the_paper(&it, &share));
    }

    #[test]
    fn the_budget_is_kept_and_everything_is_told(
        rules in any_rules(),
        it in drawn::any_election(),
    ) {
        let counted = shared_out(&rules, &it, &seed()).unwrap();
        let spent = it.money.sum(counted.winners.iter().map(|id| it.options.place(id).unwrap()));
        let left = u128::from(it.money.budget).checked_sub(spent);
        prop_assert!(left.is_some());
        let Some(Step::Rest { left: told }) = counted.steps.last() else { panic!() };
        prop_assert_eq!(left, Some(u128::from(*told)));
        let of_options = counted.steps.iter().filter(|step| matches!(step,
            Step::Bought { .. } | Step::Given { .. } | Step::Added { .. } | Step::Short { .. }
            | Step::NoVotes { .. }));
        prop_assert_eq!(of_options.count(), it.options.len());
        for step in &counted.steps {
            if let Step::Bought { effective_votes, votes, price, .. } = step {
                prop_assert!(*effective_votes <= Fraction::from(*votes));
                prop_assert!(*price > Fraction::default());
            }
            if let Step::Short { have, .. } = step {
                prop_assert!(*have >= Fraction::default());
            }
        }
    }

    /// Where no lot was drawn the winners are those of any lot.
    #[test]
    fn a_lot_that_is_not_needed_changes_nothing(
        rules in any_rules(),
        it in drawn::any_election(),
        other in "[a-z]{4}",
    ) {
        if let Ok(counted) = shared_out(&rules, &it, &Lots::None) {
            let by_lot = shared_out(&rules, &it, &Lots::Seed(other)).unwrap();
            prop_assert!(counted.has_winners_of(&by_lot));
        }
    }

    /// Extended justified representation, where every option costs one.
    #[test]
    fn groups_that_agree_decide_about_their_share(it in drawn::any_election(), seats in 1_u64..6) {
        let mut it = it;
        it.money = Money { budget: seats, costs: vec![1; it.options.len()], decimals: 0 };
        let rules = Rules { completion: Completion::None, ..Rules::default() };
        let winners = shared_out(&rules, &it, &seed()).unwrap().winners;
        let has_won = |option: &usize| winners.iter().any(|id| id == it.options.id(*option));
        for (shared, size) in it.groups() {
            let due = ((size * seats / it.voters().max(1)) as usize).min(shared.len());
            if due == 0 {
                continue;
            }
            let most = it
                .with_all(&shared)
                .iter()
                .map(|one| one.options.iter().filter(|option| has_won(option)).count())
                .max();
            prop_assert!(most.unwrap_or_default() >= due, "{shared:?} are due {due}");
        }
    }
}
