use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::tally::profiles::{Profile, any_profile, profile, turned};

/// A case as written in `cases/schulze.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    papers: Vec<String>,
    #[serde(default)]
    options: Vec<String>,
    order: String,
    #[serde(default)]
    withdrawn: Vec<String>,
    status_quo: Option<String>,
    seats: Option<u32>,
    /// On whom the lot falls; without it none may be needed.
    lot: Option<String>,
    winners: Vec<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn order(counted: &Counted<Step>) -> Vec<Vec<String>> {
    let order = counted.steps.iter().find_map(|step| match step {
        Step::Order { places } => Some(places.clone()),
        _ => None,
    });
    order.unwrap()
}

#[test]
fn the_written_cases_come_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("../cases/schulze.toml")).unwrap();
    for case in cases.case {
        let it = profile(&case.papers, &case.options);
        let rules = Rules {
            winners: case.seats.unwrap_or(1),
            status_quo: case.status_quo,
            withdrawn: case.withdrawn,
        };
        let lots = case.lot.map_or(Lots::None, |lot| Lots::Drawn(vec![lot]));
        let counted = count(&rules, &it.options, &it.papers, &lots)
            .unwrap_or_else(|needed| panic!("{}: {needed}", case.name));
        let places: Vec<String> = order(&counted).iter().map(|place| place.join(" = ")).collect();
        assert_eq!(places.join(" > "), case.order, "{}", case.name);
        assert_eq!(counted.winners, case.winners, "{}: {:#?}", case.name, counted.steps);
        for step in &counted.steps {
            let json = serde_json::to_string(step).unwrap();
            assert_eq!(&serde_json::from_str::<Step>(&json).unwrap(), step);
            assert!(step.to_string().ends_with('.'), "{step}");
        }
    }
}

fn counted(it: &Profile) -> Counted<Step> {
    let rules = Rules { winners: 2, status_quo: None, withdrawn: Vec::new() };
    count(&rules, &it.options, &it.papers, &Lots::Seed("a seed".to_owned())).unwrap()
}

/// The papers that rank one option above the other.
fn above(it: &Profile, one: usize, other: usize) -> u64 {
    let rank = |paper: &Ranking, option: usize| {
        paper.ranks.iter().position(|rank| rank.contains(&option)).unwrap_or(usize::MAX)
    };
    let above = |paper: &&Ranking| rank(paper, one) < rank(paper, other);
    it.papers.iter().filter(above).map(|paper| paper.papers).sum()
}

/// The same papers, one of which ranks the option alone above what it stood with, or above the rank
/// before.
fn raised(it: &Profile, paper: usize, option: usize) -> Profile {
    let mut raised = it.clone();
    let Some(paper) = raised.papers.get_mut(paper) else { return raised };
    let at = paper.ranks.iter().position(|rank| rank.contains(&option));
    let at = at.unwrap_or(paper.ranks.len());
    let stood_alone = paper.ranks.get(at).is_some_and(|rank| rank.len() == 1);
    for rank in &mut paper.ranks {
        rank.retain(|it| *it != option);
    }
    paper.ranks.insert(if stood_alone { at.saturating_sub(1) } else { at }, vec![option]);
    paper.ranks.retain(|rank| !rank.is_empty());
    raised
}

/// The same papers with a clone of an option, which stands above it, with it or below it.
fn cloned(it: &Profile, option: usize, above: &[bool], with: &[bool]) -> Profile {
    let clone = it.options.len();
    let mut cloned = it.clone();
    cloned.options =
        Options::new(it.options.ids().iter().map(String::as_str).chain(["X"])).unwrap();
    for (n, paper) in cloned.papers.iter_mut().enumerate() {
        let Some(at) = paper.ranks.iter().position(|rank| rank.contains(&option)) else { continue };
        if with[n] || paper.ranks[at].len() > 1 {
            paper.ranks[at].push(clone);
        } else {
            paper.ranks.insert(if above[n] { at } else { at + 1 }, vec![clone]);
        }
    }
    cloned
}

proptest! {
    #[test]
    fn the_order_of_papers_and_options_does_not_matter(it in any_profile()) {
        prop_assert_eq!(counted(&it), counted(&turned(&it)));
    }

    #[test]
    fn duels_are_counted_as_papers_rank(it in any_profile()) {
        for step in counted(&it).steps {
            let Step::Duel { one, other, for_one, for_other } = step else { continue };
            let (one, other) = (it.options.place(&one).unwrap(), it.options.place(&other).unwrap());
            prop_assert_eq!((for_one, for_other), (above(&it, one, other), above(&it, other, one)));
        }
    }

    #[test]
    fn who_wins_every_duel_wins(it in any_profile()) {
        let n = it.options.len();
        let wins = |one: &usize| {
            (0..n).all(|other| other == *one || above(&it, *one, other) > above(&it, other, *one))
        };
        if let Some(winner) = (0..n).find(wins) {
            let counted = counted(&it);
            prop_assert_eq!(&order(&counted)[0], &vec![it.options.id(winner).to_owned()]);
            prop_assert_eq!(counted.winners[0].as_str(), it.options.id(winner));
        }
    }

    #[test]
    fn a_path_is_as_strong_as_its_weakest_duel(it in any_profile()) {
        for step in counted(&it).steps {
            let Step::Paths { one, other, there: Some(path), .. } = step else { continue };
            let way = [vec![one], path.over.clone(), vec![other]].concat();
            let strength = |pair: &[String]| {
                let (one, other) =
                    (it.options.place(&pair[0]).unwrap(), it.options.place(&pair[1]).unwrap());
                (above(&it, one, other), std::cmp::Reverse(above(&it, other, one)))
            };
            let weakest = way.windows(2).map(strength).min().unwrap();
            prop_assert_eq!(weakest, (path.votes, std::cmp::Reverse(path.against)));
            prop_assert!(way.windows(2).all(|pair| strength(pair).0 > strength(pair).1.0));
        }
    }

    #[test]
    fn ranking_the_winner_higher_never_makes_it_lose(
        it in any_profile(),
        paper in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!it.papers.is_empty());
        for winner in &order(&counted(&it))[0] {
            let option = it.options.place(winner).unwrap();
            let after = counted(&raised(&it, paper.index(it.papers.len()), option));
            prop_assert!(order(&after)[0].contains(winner), "{:?}", after);
        }
    }

    #[test]
    fn a_clone_neither_helps_nor_harms(
        it in any_profile(),
        option in any::<prop::sample::Index>(),
        above in prop::collection::vec(any::<bool>(), 12),
        with in prop::collection::vec(any::<bool>(), 12),
    ) {
        let option = option.index(it.options.len());
        let id = it.options.id(option).to_owned();
        let before = order(&counted(&it))[0].clone();
        let after = order(&counted(&cloned(&it, option, &above, &with)))[0].clone();
        let as_one: BTreeSet<String> =
            after.into_iter().map(|one| if one == "X" { id.clone() } else { one }).collect();
        prop_assert_eq!(before, as_one.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_winner_wins_its_duel_with_the_status_quo(it in any_profile(), winners in 1_u32..3) {
        let rules =
            Rules { winners, status_quo: Some("A".to_owned()), withdrawn: Vec::new() };
        let lots = Lots::Seed("a seed".to_owned());
        let counted = count(&rules, &it.options, &it.papers, &lots).unwrap();
        prop_assert!(!counted.winners.is_empty());
        if counted.winners != ["A"] {
            for winner in &counted.winners {
                let winner = it.options.place(winner).unwrap();
                prop_assert!(above(&it, winner, 0) > above(&it, 0, winner));
            }
        }
    }
}
