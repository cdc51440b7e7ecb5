use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::drawn;

/// A case as written in `cases/approval.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    seats: u32,
    #[serde(default)]
    fill: bool,
    ballots: Vec<(u64, String)>,
    winners: String,
    lot: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/approval.toml")).unwrap();
    let options = Options::new(["a", "b", "c"]).unwrap();
    for case in cases.case {
        let rules = Rules { seats: case.seats, fill: case.fill };
        let ballots = drawn::papers(&options, &case.ballots);
        let lots = drawn::lots(case.lot.as_deref());
        let counted = count(&rules, &options, &ballots, &lots).unwrap();
        assert_eq!(counted.winners.join(" "), case.winners, "{}", case.name);
        let json = serde_json::to_string(&counted.steps).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Step>>(&json).unwrap(), counted.steps);
    }
}

proptest! {
    #[test]
    fn the_order_of_ballots_and_options_does_not_matter(
        it in drawn::any_election(),
        seats in 0_u32..6,
    ) {
        let rules = Rules { seats, fill: false };
        let lots = Lots::Seed("seed".to_owned());
        let turned = it.turned();
        prop_assert_eq!(
            count(&rules, &it.options, &it.ballots, &lots),
            count(&rules, &turned.options, &turned.ballots, &lots)
        );
    }

    #[test]
    fn one_more_mark_never_makes_an_option_lose(
        it in drawn::any_election(),
        seats in 1_u32..6,
        at in any::<prop::sample::Index>(),
        lucky in any::<prop::sample::Index>(),
    ) {
        let rules = Rules { seats, fill: false };
        let lots = Lots::Seed("seed".to_owned());
        let option = lucky.index(it.options.len());
        let before = count(&rules, &it.options, &it.ballots, &lots).unwrap().winners;
        let more = it.with_mark(at, option);
        let after = count(&rules, &more.options, &more.ballots, &lots).unwrap().winners;
        let id = it.options.id(option).to_owned();
        prop_assert!(!before.contains(&id) || after.contains(&id));
    }

    #[test]
    fn totals_add_up_and_more_seats_keep_the_winners(it in drawn::any_election()) {
        let marks: u64 =
            it.ballots.iter().map(|one| one.papers * one.options.len() as u64).sum();
        prop_assert_eq!(votes(&it.options, &it.ballots).iter().sum::<u64>(), marks);
        let lots = Lots::Seed("seed".to_owned());
        let mut before = Vec::new();
        for seats in 0..6 {
            let rules = Rules { seats, fill: true };
            let winners = count(&rules, &it.options, &it.ballots, &lots).unwrap().winners;
            prop_assert_eq!(winners.len(), it.options.len().min(seats as usize));
            prop_assert!(before.iter().all(|id| winners.contains(id)));
            before = winners;
        }
    }
}
