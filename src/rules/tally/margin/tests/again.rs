use super::*;
use crate::rules::tally::{
    agenda_phragmen,
    greedy::{self, Misfit},
    lot::{self, Lots},
};

/// The winners where every lot falls against an option.
fn winners_at_worst(it: &Held, option: &String) -> Vec<String> {
    let mut order: Vec<&str> = ["1", "2", "3", "4"].to_vec();
    order = lot::order("seed", order);
    order.retain(|key| key != option);
    match &it.method.rules {
        Rules::StvScottish(_) | Rules::StvMeek(_) => order.insert(0, option),
        _ => order.push(option),
    }
    let lots = Lots::Drawn(order.into_iter().map(ToOwned::to_owned).collect());
    let lines = it.marks.iter().map(|(sector, mark)| Line { sector: *sector, mark: mark.as_ref() });
    it.method.count(&it.options, lines, &lots, None).unwrap().winners
}

/// Counts again with the number of papers that each answer names, and with one less; says for how
/// many options that was told.
fn tries(it: &Held, paper: impl Fn(&str) -> Mark) -> Result<usize, TestCaseError> {
    let mut tried = 0;
    for answer in it.answers() {
        let (option, above, more) = match &answer {
            Answer::Turned { option, more } => (option, None, *more),
            Answer::Higher { option, above, more } => (option, Some(above), *more),
            _ => continue,
        };
        let holds = |more: u64| {
            let winners = winners_at_worst(&it.with(more, None, Some(paper(option))), option);
            let place = |one: &String| winners.iter().position(|key| key == one);
            place(option).is_some_and(|own| {
                above.is_none_or(|above| place(above).is_none_or(|other| own < other))
            })
        };
        prop_assert!(holds(more), "{answer:?}");
        prop_assert!(!holds(more - 1), "one less than {answer:?}");
        prop_assert!(holds(more + 1), "one more than {answer:?}");
        tried += 1;
    }
    Ok(tried)
}

fn tick(option: &str) -> Mark {
    Mark::Approve(vec![option.to_owned()])
}

fn first(option: &str) -> Mark {
    Mark::Rank(vec![vec![option.to_owned()]])
}

fn any_ticks() -> impl Strategy<Value = Vec<(Option<&'static str>, Option<Mark>)>> {
    let keys = prop::sample::subsequence(vec![1, 2, 3, 4], 0..=4);
    let line = keys.prop_map(|keys| (None, Some(approve(&keys))));
    prop::collection::vec(line, 1..15)
}

proptest! {
    #[test]
    fn so_many_more_papers_turn_pairs_and_one_seat_and_one_less_do_not(
        marks in prop::collection::vec(
            (Just(vec![1_u8, 2, 3, 4]).prop_shuffle(), 1_usize..=4), 1..15),
        status_quo in any::<bool>(),
    ) {
        let status_quo = status_quo.then(|| "4".to_owned());
        let pairs = schulze::Rules { winners: 1, status_quo, withdrawn: Vec::new() };
        for rules in [
            Rules::Schulze(pairs),
            Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: Vec::new() }),
            Rules::StvMeek(stv_meek::Rules { seats: 1, withdrawn: Vec::new() }),
        ] {
            let mut it = Held::between(rules, 4, &[]);
            let rank = |order: &[u8]| order.iter().map(|key| vec![key.to_string()]).collect();
            let cut = |(order, n): &(Vec<u8>, usize)| (None, Some(Mark::Rank(rank(&order[..*n]))));
            it.marks = marks.iter().map(cut).collect();
            let stays = matches!(&it.method.rules, Rules::Schulze(rules) if rules.status_quo.is_some());
            let losers = it.options.len() - 1 - usize::from(stays);
            prop_assert!(tries(&it, first)? >= losers, "{:?}", it.answers());
        }
    }

    #[test]
    fn so_many_more_supporters_raise_an_option_on_the_agenda(
        marks in any_ticks(),
        places in prop::option::of(1_u32..=3),
        earlier_first in any::<bool>(),
    ) {
        let rules = agenda_phragmen::Rules { places, earlier_first };
        let mut it = Held::between(Rules::AgendaPhragmen(rules), 4, &[]);
        it.marks = marks;
        let is_asked = |answer: &Answer| {
            matches!(answer, Answer::Below { .. } | Answer::NotPlaced { .. })
        };
        let asked = it.answers().iter().filter(|answer| is_asked(answer)).count();
        prop_assert_eq!(tries(&it, tick)?, asked);
    }

    #[test]
    fn so_many_more_supporters_fund_an_option_by_votes(
        costs in prop::collection::vec(1_u64..=60, 4),
        marks in any_ticks(),
        misfit in prop::sample::select(Misfit::ALL.to_vec()),
    ) {
        let mut it = Held::between(Rules::Greedy(greedy::Rules { misfit }), 4, &[]);
        let costs: Vec<u64> = costs.into_iter().map(|cost| cost * 100).collect();
        it.options = named(4, Some(&costs));
        it.method.budget = Some(10_000);
        it.marks = marks;
        let is_asked = |answer: &Answer| {
            matches!(answer, Answer::LeftShort { .. } | Answer::TooLate { .. })
        };
        let asked = it.answers().iter().filter(|answer| is_asked(answer)).count();
        prop_assert_eq!(tries(&it, tick)?, asked);
    }
}

#[test]
fn several_seats_and_a_vote_too_large_are_not_counted_again() {
    let rules = |seats| Rules::StvScottish(stv_scottish::Rules { seats, withdrawn: vec![] });
    let papers = ["rank:1 * 5", "rank:2 * 4", "rank:3>2 * 2"];
    let turned = |it: &Held| {
        it.answers().iter().filter(|answer| matches!(answer, Answer::Turned { .. })).count()
    };
    assert_eq!(turned(&Held::between(rules(1), 3, &papers)), 2);
    assert_eq!(turned(&Held::between(rules(2), 3, &papers)), 0);
    let pairs = || schulze::Rules { winners: 1, status_quo: None, withdrawn: Vec::new() };
    assert_eq!(turned(&Held::between(Rules::Schulze(pairs()), 3, &papers)), 2);
    assert_eq!(turned(&Held::between(Rules::Schulze(pairs()), 200, &papers)), 0);
}
