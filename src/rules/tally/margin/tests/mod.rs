//! Answers, tried out: the change that one names is made, and everything is counted again.

use proptest::prelude::*;

use super::*;
use crate::rules::{
    ballot::{Choice, Mark},
    tally::{
        approval, equal_shares,
        majority::{self, Share},
        schulze, stv_meek, stv_scottish,
    },
};

mod again;
mod told;

/// A vote that can be held again with a change.
#[derive(Clone, Debug)]
struct Held {
    method: Method,
    options: Vec<Opt>,
    marks: Vec<(Option<&'static str>, Option<Mark>)>,
}

impl Held {
    /// A vote between options with papers like "approve:1,2 * 3".
    fn between(rules: Rules, options: usize, papers: &[&str]) -> Self {
        let marks = papers.iter().flat_map(|row| {
            let (mark, n) = row.rsplit_once(" * ").unwrap();
            vec![(None, Some(mark.parse().unwrap())); n.parse().unwrap()]
        });
        Self { method: Method::new(rules), options: named(options, None), marks: marks.collect() }
    }

    fn hold<T>(&self, ask: impl FnOnce(&Counting<'_>) -> T) -> T {
        let line =
            |(sector, mark): &'_ (Option<&'static str>, Option<Mark>)| (*sector, mark.clone());
        let kept: Vec<_> = self.marks.iter().map(line).collect();
        let lines: Vec<Line<'_>> = kept
            .iter()
            .map(|(sector, mark)| Line { sector: *sector, mark: mark.as_ref() })
            .collect();
        let lots = Lots::Seed("seed".to_owned());
        let (method, options, lines) = (&self.method, &self.options, lines.as_slice());
        let tally = method.count(options, lines.iter().copied(), &lots, None).unwrap();
        ask(&Counting { method, options, lines, lots: &lots, tally: &tally })
    }

    fn answers(&self) -> Vec<Answer> {
        self.hold(answers_of)
    }

    fn winners(&self) -> Vec<String> {
        self.hold(|counting| counting.tally.winners.clone())
    }

    fn outcome(&self) -> Outcome {
        self.hold(|counting| counting.tally.outcome)
    }

    /// Whether the condition that an answer is about holds.
    fn is_met(&self, answer: &Answer) -> bool {
        use majority::Step;
        let steps: Vec<Step> = self.hold(steps_of);
        let about = |step: &&Step| match (answer, step) {
            (Answer::QuorumShort { .. } | Answer::QuorumRoom { .. }, Step::Quorum { .. })
            | (Answer::MajorityShort { .. } | Answer::MajorityRoom { .. }, Step::Majority { .. }) => {
                true
            }
            (
                Answer::SectorShort { sector, .. } | Answer::SectorRoom { sector, .. },
                Step::SectorMajority { sector: of, .. },
            ) => sector == of,
            _ => false,
        };
        steps.iter().find(about).unwrap().is_met()
    }

    /// The same vote with `n` more lines like this.
    fn with(&self, n: u64, sector: Option<&'static str>, mark: Option<Mark>) -> Self {
        let mut it = self.clone();
        it.marks.extend((0..n).map(|_| (sector, mark.clone())));
        it
    }

    /// The same vote, where the first `n` of some lines have another mark.
    fn turned(
        &self,
        n: u64,
        is_one: impl Fn(Option<&str>, Option<&Mark>) -> bool,
        to: Option<Mark>,
    ) -> Self {
        let mut it = self.clone();
        let those = it.marks.iter_mut().filter(|(sector, mark)| is_one(*sector, mark.as_ref()));
        let done = those.take(usize::try_from(n).unwrap()).map(|line| line.1 = to.clone()).count();
        assert_eq!(done as u64, n, "so many can't change");
        it
    }
}

fn named(n: usize, costs: Option<&[u64]>) -> Vec<Opt> {
    let option = |place: usize| Opt {
        key: (place + 1).to_string(),
        title: String::new(),
        cost: costs.map(|costs| costs[place]),
    };
    (0..n).map(option).collect()
}

// A closure that is no more than the method would be tied to one lifetime.
fn answers_of(counting: &Counting<'_>) -> Vec<Answer> {
    counting.answers()
}

fn steps_of<Step: DeserializeOwned>(counting: &Counting<'_>) -> Vec<Step> {
    counting.steps()
}

fn pro() -> Option<Mark> {
    Some(Choice::For.into())
}

fn con() -> Option<Mark> {
    Some(Choice::Against.into())
}

const NAMES: [&str; 2] = ["residents", "business"];

fn any_majority() -> impl Strategy<Value = Held> {
    let share = || {
        let share =
            (1_u32..=4, 1_u32..=4).prop_map(|(a, b)| Share { need: a.min(b), of: a.max(b) });
        prop::option::of(share)
    };
    let choice = prop::sample::select(Choice::ALL.to_vec()).prop_map(Mark::from);
    let line = (prop::option::of(prop::sample::select(NAMES.to_vec())), prop::option::of(choice));
    let sectors = prop::sample::subsequence(NAMES.to_vec(), 0..=2);
    (share(), share(), sectors, prop::collection::vec(line, 0..30)).prop_map(
        |(quorum, majority, sectors, marks)| {
            let sector_majorities = sectors.into_iter().map(ToOwned::to_owned).collect();
            let rules = majority::Rules { quorum, majority, sector_majorities };
            Held { method: Method::majority(rules), options: Vec::new(), marks }
        },
    )
}

/// The vote with the change that an answer names, or one vote less of it.
fn changes(it: &Held, answer: &Answer, less: u64) -> Vec<Held> {
    let of = |sector: &String| NAMES.into_iter().find(|name| *name == sector.as_str());
    let neither = |within: Option<&'static str>| {
        move |sector: Option<&str>, mark: Option<&Mark>| {
            mark != pro().as_ref()
                && mark != con().as_ref()
                && (within.is_none() || sector == within)
        }
    };
    let marked = |wanted: Option<Mark>, within: Option<&'static str>| {
        move |sector: Option<&str>, mark: Option<&Mark>| {
            mark == wanted.as_ref() && (within.is_none() || sector == within)
        }
    };
    let abstain = Some(Choice::Abstain.into());
    match answer {
        Answer::QuorumShort { more, .. } => {
            vec![it.turned(more - less, |_, mark| mark.is_none(), abstain)]
        }
        Answer::QuorumRoom { fewer, .. } => {
            vec![it.turned(fewer - less, |_, mark| mark.is_some(), None)]
        }
        Answer::MajorityShort { more, turned } => {
            let more = more.map(|n| it.turned(n - less, neither(None), pro()));
            let turned = turned.map(|n| it.turned(n - less, marked(con(), None), pro()));
            more.into_iter().chain(turned).collect()
        }
        Answer::MajorityRoom { more, turned } => {
            let more = more.map(|n| it.turned(n - less, neither(None), con()));
            let turned = it.turned(turned - less, marked(pro(), None), con());
            more.into_iter().chain([turned]).collect()
        }
        Answer::SectorShort { sector, more, turned } => {
            let more = more.map(|n| it.turned(n - less, neither(of(sector)), pro()));
            let turned = turned.map(|n| it.turned(n - less, marked(con(), of(sector)), pro()));
            more.into_iter().chain(turned).collect()
        }
        Answer::SectorRoom { sector, more, turned } => {
            let more = more.map(|n| it.turned(n - less, neither(of(sector)), con()));
            let turned = it.turned(turned - less, marked(pro(), of(sector)), con());
            more.into_iter().chain([turned]).collect()
        }
        _ => Vec::new(),
    }
}

proptest! {
    #[test]
    fn what_would_have_turned_a_condition_does_and_one_vote_less_does_not(it in any_majority()) {
        for answer in it.answers() {
            let met = it.is_met(&answer);
            for changed in changes(&it, &answer, 0) {
                prop_assert_ne!(changed.is_met(&answer), met, "{:?}", answer);
            }
            for changed in changes(&it, &answer, 1) {
                prop_assert_eq!(changed.is_met(&answer), met, "{:?}", answer);
            }
        }
    }

    #[test]
    fn where_one_condition_failed_its_turned_votes_adopt_it(it in any_majority()) {
        let answers = it.answers();
        let failed: Vec<&Answer> = answers.iter().filter(|answer| !it.is_met(answer)).collect();
        if let [only @ (Answer::MajorityShort { turned: Some(_), .. }
        | Answer::SectorShort { turned: Some(_), .. })] = failed.as_slice()
        {
            let turned = changes(&it, only, 0).pop().unwrap();
            prop_assert_eq!(turned.outcome(), Outcome::Adopted);
        }
    }

    #[test]
    fn so_many_ticks_more_choose_an_option(
        seats in 1_u32..=3,
        marks in prop::collection::vec(prop::sample::subsequence(vec![1, 2, 3, 4], 0..=4), 0..15),
    ) {
        let rules = Rules::Approval(approval::Rules { seats, fill: false });
        let mut it = Held::between(rules, 4, &[]);
        it.marks = marks.iter().map(|keys| (None, Some(approve(keys)))).collect();
        for answer in it.answers() {
            let tick = |option: &String| Some(Mark::Approve(vec![option.clone()]));
            match answer {
                Answer::TicksShort { option, more, last, is_tied, .. } => {
                    prop_assert!(it.with(more, None, tick(&option)).winners().contains(&option));
                    // One less makes them equal at most, and then a lot decides.
                    let less = it.with(more - 1, None, tick(&option));
                    prop_assert!(is_tied == (more == 1));
                    let by_lot = less.hold(|counting| counting.tally.ties.clone());
                    prop_assert!(by_lot.iter().any(|tie| tie.among.contains(&option)), "{last}");
                }
                Answer::NoTicks { option } => {
                    prop_assert!(!it.winners().contains(&option));
                }
                Answer::TicksAhead { option, next, .. } => {
                    prop_assert!(it.winners().contains(&option) && !it.winners().contains(&next));
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }

    #[test]
    fn so_many_more_supporters_buy_an_option_and_one_less_do_not(
        costs in prop::collection::vec(1_u64..=60, 4),
        marks in prop::collection::vec(prop::sample::subsequence(vec![1, 2, 3, 4], 0..=4), 1..10),
        completion in prop::sample::select(equal_shares::Completion::ALL.to_vec()),
    ) {
        let rules = equal_shares::Rules { completion, ..equal_shares::Rules::default() };
        let mut it = Held::between(Rules::EqualShares(rules), 4, &[]);
        let costs: Vec<u64> = costs.into_iter().map(|cost| cost * 100).collect();
        it.options = named(4, Some(&costs));
        it.method.budget = Some(10_000);
        it.marks = marks.iter().map(|keys| (None, Some(approve(keys)))).collect();
        for answer in it.answers() {
            if let Answer::MoneyShort { option, cost, have, lack, more, .. } = answer {
                prop_assert_eq!(have + lack, cost);
                prop_assert!(lack > 0);
                let more = more.expect("it costs less than there is");
                let tick = Some(Mark::Approve(vec![option.clone()]));
                prop_assert!(it.with(more, None, tick.clone()).winners().contains(&option));
                prop_assert!(!it.with(more - 1, None, tick).winners().contains(&option));
            }
        }
    }

    #[test]
    fn of_pairs_and_rounds_every_loser_is_told_why_once(
        marks in prop::collection::vec(Just(vec![1_u8, 2, 3, 4]).prop_shuffle(), 1..15),
        seats in 1_u32..=3,
        status_quo in any::<bool>(),
    ) {
        let withdrawn = Vec::new();
        let status_quo = status_quo.then(|| "4".to_owned());
        let pairs = schulze::Rules { winners: 1, status_quo, withdrawn: withdrawn.clone() };
        for rules in [
            Rules::Schulze(pairs),
            Rules::StvScottish(stv_scottish::Rules { seats, withdrawn: withdrawn.clone() }),
            Rules::StvMeek(stv_meek::Rules { seats, withdrawn }),
        ] {
            let stays = match &rules {
                Rules::Schulze(rules) => rules.status_quo.clone(),
                _ => None,
            };
            let mut it = Held::between(rules, 4, &[]);
            let rank = |order: &Vec<u8>| order.iter().map(|key| vec![key.to_string()]).collect();
            it.marks = marks.iter().map(|order| (None, Some(Mark::Rank(rank(order))))).collect();
            let winners = it.winners();
            let mut losers: Vec<String> = it.options.iter().map(|it| it.key.clone()).collect();
            losers.retain(|key| !winners.contains(key));
            losers.retain(|key| !winners.is_empty() || Some(key) != stays.as_ref());
            let answers = it.answers();
            let is_reason = |answer: &&Answer| !matches!(answer, Answer::Turned { .. });
            let reasons = answers.iter().filter(is_reason).filter_map(Answer::why_not);
            let mut told: Vec<String> = reasons.map(ToOwned::to_owned).collect();
            told.sort_unstable();
            prop_assert_eq!(told, losers);
        }
    }
}

fn approve(keys: &[u8]) -> Mark {
    if keys.is_empty() { Mark::Blank } else { format!("approve:{}", list(keys)).parse().unwrap() }
}

fn list(keys: &[u8]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
