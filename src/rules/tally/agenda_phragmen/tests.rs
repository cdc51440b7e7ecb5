use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::drawn;

/// A case as written in `cases/agenda_phragmen.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    places: Option<u32>,
    #[serde(default)]
    earlier_first: bool,
    ballots: Vec<(u64, String)>,
    #[serde(default)]
    winners: String,
    lot: Option<String>,
    needed: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/agenda_phragmen.toml")).unwrap();
    let options = Options::new(["a", "b", "c", "d", "e"]).unwrap();
    for case in cases.case {
        let rules = Rules { places: case.places, earlier_first: case.earlier_first };
        let ballots = drawn::papers(&options, &case.ballots);
        let counted = count(&rules, &options, &ballots, &drawn::lots(case.lot.as_deref()));
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

fn seed() -> Lots {
    Lots::Seed("seed".to_owned())
}

fn agenda(it: &drawn::Drawn, places: Option<u32>) -> Counted<Step> {
    count(&Rules { places, earlier_first: false }, &it.options, &it.ballots, &seed()).unwrap()
}

proptest! {
    #[test]
    fn the_order_of_ballots_and_options_does_not_matter(it in drawn::any_election()) {
        prop_assert_eq!(agenda(&it, None), agenda(&it.turned(), None));
    }

    #[test]
    fn a_longer_agenda_begins_with_the_shorter_one(it in drawn::any_election(), places in 0_u32..6) {
        let whole = agenda(&it, None).winners;
        let part = agenda(&it, Some(places)).winners;
        prop_assert_eq!(&whole[..part.len()], &part[..]);
    }

    /// Proportional justified representation of every beginning of the agenda.
    #[test]
    fn groups_that_agree_get_their_share_of_every_beginning(it in drawn::any_election()) {
        let voters: u64 =
            it.ballots.iter().filter(|one| !one.options.is_empty()).map(|one| one.papers).sum();
        let winners = agenda(&it, None).winners;
        for k in 1..=winners.len() {
            for (shared, size) in it.groups() {
                let share = (size * k as u64).checked_div(voters).unwrap_or_default() as usize;
                let due = share.min(shared.len());
                let liked = |id: &&String| {
                    let option = it.options.place(id).unwrap();
                    it.with_all(&shared).iter().any(|one| one.options.contains(&option))
                };
                let have = winners[..k].iter().filter(liked).count();
                prop_assert!(have >= due, "{have} of {due} for {shared:?} among the first {k}");
            }
        }
    }

    /// What the places weigh together lies on the voters: nothing is lost.
    #[test]
    fn loads_add_up(it in drawn::any_election()) {
        let steps = agenda(&it, None).steps;
        let mut loads = vec![Fraction::default(); it.ballots.len()];
        let mut places = 0_u64;
        for step in steps {
            let Step::Placed { option, load, .. } = step else { continue };
            let option = it.options.place(&option).unwrap();
            places += 1;
            for (ballot, carried) in it.ballots.iter().zip(&mut loads) {
                if ballot.options.contains(&option) {
                    prop_assert!(*carried <= load);
                    *carried = load.clone();
                }
            }
        }
        let sum = it.ballots.iter().zip(&loads).fold(dashu_ratio::RBig::ZERO, |sum, (one, load)| {
            sum + load.0.clone() * dashu_ratio::RBig::from(one.papers)
        });
        prop_assert_eq!(Fraction(sum), Fraction::from(places));
    }
}
