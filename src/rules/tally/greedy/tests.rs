use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::{approval, drawn};

/// A case as written in `cases/greedy.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    budget: u64,
    costs: BTreeMap<String, u64>,
    ballots: Vec<(u64, String)>,
    misfit: Option<Misfit>,
    #[serde(default)]
    winners: String,
    needed: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn greedy(misfit: Misfit, it: &drawn::Drawn, lots: &Lots) -> Result<Counted<Step>, Needed> {
    let votes = approval::votes(&it.options, &it.ballots);
    let support: Vec<i64> = votes.into_iter().map(|votes| i64::try_from(votes).unwrap()).collect();
    count(&Rules { misfit }, &it.options, &support, &it.money, lots)
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/greedy.toml")).unwrap();
    for case in cases.case {
        let options = Options::new(case.costs.keys().cloned()).unwrap();
        let ballots = drawn::papers(&options, &case.ballots);
        let costs = case.costs.into_values().collect();
        let money = Money { budget: case.budget, costs, decimals: 0 };
        let it = drawn::Drawn { options, ballots, money };
        let counted = greedy(case.misfit.unwrap_or(Misfit::PassOver), &it, &Lots::None);
        match case.needed {
            Some(among) => assert_eq!(counted.unwrap_err().among.join(" "), among, "{}", case.name),
            None => assert_eq!(counted.unwrap().winners.join(" "), case.winners, "{}", case.name),
        }
    }
}

fn any_misfit() -> impl Strategy<Value = Misfit> {
    proptest::sample::select(Misfit::ALL)
}

proptest! {
    #[test]
    fn the_order_of_ballots_and_options_does_not_matter(
        it in drawn::any_election(),
        misfit in any_misfit(),
    ) {
        let lots = Lots::Seed("seed".to_owned());
        prop_assert_eq!(greedy(misfit, &it, &lots), greedy(misfit, &it.turned(), &lots));
    }

    #[test]
    fn the_budget_is_kept_and_the_steps_say_where_it_went(
        it in drawn::any_election(),
        misfit in any_misfit(),
    ) {
        let counted = greedy(misfit, &it, &Lots::Seed("seed".to_owned())).unwrap();
        let spent = it.money.sum(counted.winners.iter().map(|id| it.options.place(id).unwrap()));
        let left = u128::from(it.money.budget).checked_sub(spent);
        let last = counted.steps.iter().rev().find_map(|step| match step {
            Step::Funded { left, .. } => Some(u128::from(*left)),
            _ => None,
        });
        prop_assert_eq!(left, last.or(Some(it.money.budget.into())));
        let told = counted.steps.iter().filter(|step| {
            !matches!(step, Step::Start { .. } | Step::Border { .. })
        });
        prop_assert_eq!(told.count(), it.options.len());
    }

    #[test]
    fn one_more_mark_never_makes_an_option_lose(
        it in drawn::any_election(),
        misfit in any_misfit(),
        at in any::<prop::sample::Index>(),
        lucky in any::<prop::sample::Index>(),
    ) {
        let lots = Lots::Seed("seed".to_owned());
        let option = lucky.index(it.options.len());
        let before = greedy(misfit, &it, &lots).unwrap().winners;
        let after = greedy(misfit, &it.with_mark(at, option), &lots).unwrap().winners;
        let id = it.options.id(option).to_owned();
        prop_assert!(!before.contains(&id) || after.contains(&id));
    }
}
