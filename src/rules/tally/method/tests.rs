use super::*;
use crate::rules::{ballot::Mark, outcome::Outcome, tally::lot::Lots};

fn options() -> Vec<Opt> {
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
    ["1", "2", "3"].map(option).to_vec()
}

fn count(method: &Method, marks: &[&str], silent: usize) -> Tally {
    let marks: Vec<Mark> = marks.iter().map(|mark| mark.parse().unwrap()).collect();
    let voted = marks.iter().map(|mark| Line { sector: None, mark: Some(mark) });
    let silent = std::iter::repeat_n(Line { sector: None, mark: None }, silent);
    let lots = Lots::Seed("seed".to_owned());
    method.count(&options(), voted.chain(silent), &lots, None).unwrap()
}

#[test]
fn a_method_is_written_with_its_name_and_version() {
    let method = Method::new(Rules::Approval(approval::Rules { seats: 2, fill: false }));
    let text = serde_json::to_string(&method).unwrap();
    insta::assert_snapshot!(text, @r#"{"version":1,"id":"approval","parameters":{"seats":2,"fill":false}}"#);
    assert_eq!(serde_json::from_str::<Method>(&text).unwrap(), method);
}

#[test]
fn a_paper_takes_only_what_stands_on_it() {
    let takes =
        |rules: Rules, mark: &str| Method::new(rules).takes(&mark.parse().unwrap(), &options());
    let approval = || Rules::Approval(approval::Rules { seats: 1, fill: false });
    let stv = || Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: vec![] });
    assert!(takes(approval(), "approve:1,3") && takes(approval(), "blank"));
    assert!(!takes(approval(), "approve:4") && !takes(approval(), "approve:1,1"));
    assert!(!takes(approval(), "rank:1>2") && !takes(approval(), "for"));
    // Nothing that is marked is blank, and called so.
    assert!(!Method::new(approval()).takes(&Mark::Approve(vec![]), &options()));
    assert!(!Method::new(stv()).takes(&Mark::Rank(vec![]), &options()));
    assert!(!Method::new(stv()).takes(&Mark::Rank(vec![vec![]]), &options()));
    assert!(takes(stv(), "rank:2>1") && !takes(stv(), "rank:2=1") && !takes(stv(), "rank:2>2"));
}

#[test]
fn blank_papers_make_a_quorum_and_spoiled_ones_are_counted_as_such() {
    let mut method = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
    method.quorum = Some(Share { need: 1, of: 2 });
    let tally = count(&method, &["approve:1", "blank"], 3);
    assert_eq!((tally.outcome, tally.winners.len()), (Outcome::NoQuorum, 0));
    let tally = count(&method, &["approve:1", "blank", "spoiled"], 3);
    assert_eq!((tally.outcome, tally.winners), (Outcome::Chosen, vec!["1".to_owned()]));
}

#[test]
fn nothing_that_beats_the_status_quo_leaves_all_as_it_is() {
    let rules =
        schulze::Rules { winners: 1, status_quo: Some("3".to_owned()), withdrawn: Vec::new() };
    let method = Method::new(Rules::Schulze(rules));
    let tally = count(&method, &["rank:3>1", "rank:3>2", "rank:1>3"], 0);
    assert_eq!((tally.outcome, tally.winners.len()), (Outcome::NoneChosen, 0));
}

#[test]
fn both_versions_of_majority_are_read_by_their_number() {
    let of = |text: &str| serde_json::from_str::<Method>(text).unwrap();
    let first = of(r#"{"version":1,"id":"majority","parameters":
        {"quorum":null,"majority":null,"sector_majorities":[]}}"#);
    assert!(matches!(first.rules, Rules::Majority(_)) && first.is_known());
    let second =
        of(r#"{"version":2,"id":"majority","parameters":{"quorum":null,"majority":null}}"#);
    assert!(matches!(second.rules, Rules::MajorityV2(_)) && second.is_known());
    let text = serde_json::to_string(&second).unwrap();
    assert_eq!(of(&text), second);
    let later = of(r#"{"version":3,"id":"majority","parameters":{"quorum":null,"majority":null}}"#);
    assert!(!later.is_known());
    let wrong = [
        r#"{"version":1,"id":"pirates","parameters":{}}"#,
        r#"{"version":1,"id":"majority","parameters":{"quorum":null}}"#,
        r#"{"version":1,"id":"approval","parameters":{"seats":1,"fill":false},"more":1}"#,
    ];
    assert!(wrong.iter().all(|text| serde_json::from_str::<Method>(text).is_err()));
}

#[test]
fn blank_and_spoiled_papers_are_present_and_no_votes_cast() {
    let rules = majority_v2::Rules {
        quorum: Some(Share { need: 1, of: 2 }),
        ..majority_v2::Rules::default()
    };
    let tally = count(&Method::new(Rules::MajorityV2(rules)), &["for", "blank", "spoiled"], 3);
    assert_eq!(tally.outcome, Outcome::Adopted);
    let votes = tally.total().unwrap();
    assert_eq!((votes.present, votes.cast(), votes.blank, votes.invalid), (3, 1, 1, 1));
}

#[test]
fn equal_shares_say_what_most_votes_would_have_funded() {
    let option = |key: &str, cost| Opt { key: key.to_owned(), title: key.to_owned(), cost };
    let options = [option("1", Some(9)), option("2", Some(1)), option("3", Some(1))];
    let mut method = Method::new(Rules::EqualShares(equal_shares::Rules::default()));
    method.budget = Some(10);
    let marks: Vec<Mark> =
        ["approve:1", "approve:1", "approve:1", "approve:2", "approve:3", "approve:2,3"]
            .map(|mark| mark.parse().unwrap())
            .to_vec();
    let lines = marks.iter().map(|mark| Line { sector: None, mark: Some(mark) });
    let lots = Lots::Seed("seed".to_owned());
    let tally = method.count(&options, lines, &lots, None).unwrap();
    assert_eq!(tally.by_votes.unwrap()[0], "1");
    assert!(!tally.winners.contains(&"1".to_owned()), "{:?}", tally.winners);
}

#[test]
fn a_person_without_a_majority_asks_for_another_round() {
    let of = |round, marks: &[&str]| {
        let tally = count(&Method::new(Rules::Persons(persons::Rules { round })), marks, 0);
        (tally.outcome, tally.winners)
    };
    let split = ["approve:1", "approve:2", "blank"];
    assert_eq!(of(1, &split), (Outcome::NextRound, vec![]));
    assert_eq!(of(2, &split), (Outcome::NextRound, vec![]));
    let clear = ["approve:1", "approve:1", "approve:2", "blank", "blank"];
    assert_eq!(of(1, &clear), (Outcome::Chosen, vec!["1".to_owned()]));
    let takes = |mark: &str| {
        let method = Method::new(Rules::Persons(persons::Rules { round: 1 }));
        method.takes(&mark.parse().unwrap(), &options())
    };
    assert!(takes("approve:2") && takes("blank") && !takes("approve:1,2"));
}

#[test]
fn a_second_reading_asks_for_no_quorum_where_the_charter_says_so() {
    let mut method = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
    method.quorum = Some(Share { need: 1, of: 1 });
    method.missing = OnMissing::AgainWithout;
    assert_eq!(count(&method, &["approve:1"], 1).outcome, Outcome::Postponed);
    method.second = true;
    assert_eq!(count(&method, &["approve:1"], 1).outcome, Outcome::Chosen);
    method.missing = OnMissing::Again;
    assert_eq!(count(&method, &["approve:1"], 1).outcome, Outcome::NoQuorum);
}
