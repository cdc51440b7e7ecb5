use super::*;
use crate::rules::tally::{
    agenda_phragmen,
    greedy::{self, Misfit},
    persons,
};

#[test]
fn who_lost_a_pair_or_stands_below_fewer_is_told_with_the_numbers() {
    let rules = schulze::Rules { winners: 1, status_quo: Some("3".to_owned()), withdrawn: vec![] };
    let it = Held::between(Rules::Schulze(rules), 3, &["rank:1>2>3 * 5", "rank:2>3>1 * 3"]);
    let (one, two, three) = ("1".to_owned(), "2".to_owned(), "3".to_owned());
    let expected = [
        Answer::DuelClosest { option: one.clone(), other: two.clone(), votes: 5, against: 3 },
        Answer::DuelLost { option: two.clone(), to: one.clone(), votes: 3, against: 5 },
        Answer::Turned { option: two.clone(), more: 3 },
        Answer::DuelLost { option: three.clone(), to: one.clone(), votes: 3, against: 5 },
    ];
    assert_eq!(it.answers(), expected);
    let rules = agenda_phragmen::Rules { places: None, earlier_first: true };
    let papers = ["approve:1,2 * 6", "approve:3 * 4"];
    let it = Held::between(Rules::AgendaPhragmen(rules), 4, &papers);
    let higher = Answer::Higher { option: two.clone(), above: three.clone(), more: 1 };
    let below = Answer::Below {
        option: two,
        place: 3,
        votes: 6,
        heard: 6,
        above: three,
        above_place: 2,
        above_votes: 4,
        above_heard: 0,
    };
    assert_eq!(it.answers(), [below, higher, Answer::NoTicks { option: "4".to_owned() }]);
}

#[test]
fn who_left_a_count_of_rounds_hears_by_how_much() {
    let rules = Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: vec![] });
    let it = Held::between(rules, 3, &["rank:1 * 5", "rank:2 * 4", "rank:3>2 * 2"]);
    let out = |option: &str, round, votes: &str, next: &str, short: &str, to_quota: &str| {
        Answer::RoundsOut {
            option: option.to_owned(),
            round,
            votes: votes.to_owned(),
            next: Some(next.to_owned()),
            short: short.to_owned(),
            is_tied: false,
            quota: "6.00000".to_owned(),
            to_quota: to_quota.to_owned(),
        }
    };
    let third = out("3", 1, "2.00000", "2", "2.00000", "4.00000");
    let left = Answer::RoundsLeft {
        option: "1".to_owned(),
        votes: "5.00000".to_owned(),
        quota: "6.00000".to_owned(),
        to_quota: "1.00000".to_owned(),
    };
    assert_eq!(it.winners(), ["2"]);
    let turned = |option: &str, more| Answer::Turned { option: option.to_owned(), more };
    assert_eq!(it.answers(), [left, turned("1", 1), third, turned("3", 4)]);
}

#[test]
fn a_missed_quorum_is_the_only_answer() {
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let mut it = Held::between(rules, 2, &["approve:1 * 2"]).with(3, None, None);
    it.method.quorum = Some(Share { need: 1, of: 2 });
    assert_eq!(it.answers(), [Answer::QuorumShort { least: 3, have: 2, more: 1 }]);
}

#[test]
fn somebody_who_was_not_elected_hears_how_many_votes_were_missing() {
    let rules = Rules::Persons(persons::Rules { round: 1 });
    let it = Held::between(rules, 2, &["approve:1 * 4", "approve:2 * 2"]);
    let short = Answer::VotesShort {
        option: "2".to_owned(),
        votes: 2,
        to: "1".to_owned(),
        to_votes: 4,
        more: 3,
    };
    let room = Answer::HalfRoom { option: "1".to_owned(), votes: 4, least: 4, turned: 1 };
    assert_eq!(it.answers(), [room, short]);
    let two = Some(Mark::Approve(vec!["2".to_owned()]));
    assert_eq!(it.with(3, None, two.clone()).winners(), ["2"]);
    assert_ne!(it.with(2, None, two).winners(), ["2"]);
}

#[test]
fn money_by_votes_says_what_was_left() {
    let rules = Rules::Greedy(greedy::Rules { misfit: Misfit::PassOver });
    let mut it = Held::between(rules, 3, &["approve:1 * 3", "approve:2 * 2"]);
    it.options = named(3, Some(&[7_000, 4_000, 20_000]));
    it.method.budget = Some(10_000);
    let short = Answer::LeftShort {
        option: "2".to_owned(),
        votes: 2,
        cost: 4_000,
        left: 3_000,
        lack: 1_000,
    };
    let turned = Answer::Turned { option: "2".to_owned(), more: 1 };
    assert_eq!(it.answers(), [short, turned, Answer::NoTicks { option: "3".to_owned() }]);
}
