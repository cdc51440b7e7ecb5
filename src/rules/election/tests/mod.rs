//! (test) The readers of elections.

mod rankings;

use proptest::prelude::*;

use super::*;
use crate::rules::handed;

const BUDGET: &str = "META\nkey;value\ndescription;Two squares\nnum_projects;3\nnum_votes;4\n\
    budget;100.5\nvote_type;approval\nPROJECTS\nproject_id;cost;name\na;50;\"A; b\"\nb;0;B\n\
    c;12.25;C\nVOTES\nvoter_id;vote\n1;a,b\n2;b,a,b\n3;\n4;c\n";

fn refusal(kind: Kind, text: &str) -> String {
    read(kind, text).unwrap_err().to_string()
}

#[test]
fn a_budget_is_read_exactly() {
    let it = read(Kind::Pabulib, BUDGET).unwrap();
    assert_eq!((it.title.as_str(), it.options.ids().join(" ")), ("Two squares", "a b c".into()));
    let money = Money { budget: 10_050, costs: vec![5_000, 0, 1_225], decimals: 2 };
    assert_eq!(it.money, Some(money));
    assert_eq!((it.ballots.papers(), &it.support), (4, &vec![2, 2, 1]));
    let blank = Approval { options: Vec::new(), papers: 1 };
    let twice = Approval { options: vec![0, 1], papers: 2 };
    let last = Approval { options: vec![2], papers: 1 };
    assert_eq!(it.ballots, Ballots::Approvals(vec![blank, twice, last]));
}

#[test]
fn lines_may_end_as_on_other_systems_and_begin_with_a_mark() {
    let other = format!("\u{feff}{}", BUDGET.replace('\n', "\r\n"));
    assert_eq!(read(Kind::Pabulib, &other), read(Kind::Pabulib, BUDGET));
}

#[test]
fn a_budget_that_is_not_the_election_is_refused_with_line_and_reason() {
    for (from, to, reason) in [
        ("1;a,b", "1;a,d", "line 15: there is no project d"),
        ("4;c", "1;c", "line 18: the voter 1 is there twice"),
        ("4;c\n", "", "line 5: num_votes says 4 but there are 3"),
        ("b;0;B", "a;0;B", "line 11: the project a is there twice"),
        ("c;12.25", "c;-1", "line 12: this is no sum of money: -1"),
        (
            "c;12.25",
            "c;99999999999999999999",
            "line 12: this is no sum of money: 99999999999999999999",
        ),
        ("budget;100.5\n", "", "line 1: there is no budget"),
        ("approval", "shouting", "line 7: there is no way to read shouting votes"),
        ("project_id;", "id;", "line 10: the column project_id is missing"),
    ] {
        assert_eq!(refusal(Kind::Pabulib, &BUDGET.replacen(from, to, 1)), reason);
    }
}

#[test]
fn points_and_places_add_up() {
    let about = "META\nkey;value\nbudget;1\nvote_type;KIND\nPROJECTS\nproject_id;cost\na;1\nb;1\n";
    let points = format!("{about}VOTES\nvoter_id;vote;points\n1;a,b;3,-1\n2;b;5\n");
    let it = read(Kind::Pabulib, &points.replace("KIND", "scoring")).unwrap();
    assert_eq!(it.support, [3, 4]);
    assert_eq!(it.ballots.support(2), [1, 1]);
    let places = format!("{about}VOTES\nvoter_id;vote\n1;a,b\n2;b\n").replace("KIND", "ordinal");
    assert_eq!(read(Kind::Pabulib, &places).unwrap().support, [2, 3]);
    let few = points.replace("3,-1", "3").replace("KIND", "cumulative");
    assert_eq!(refusal(Kind::Pabulib, &few), "line 11: not every project has its points");
}

#[test]
fn approvals_of_numbered_candidates_are_read() {
    let text = "description: \"four people\"\nprofile: [[1, 0], [2], [\n    ], [0, 1]]\nnum_cand: 4\n\
        committeesize: 2\ncompute:\n- rule_id: av\n  result: [[0, 1]]\n";
    let it = read(Kind::AbcYaml, text).unwrap();
    assert_eq!((it.seats, it.options.len(), it.ballots.papers()), (Some(2), 4, 4));
    assert_eq!(it.support, [2, 2, 1, 0]);
    assert_eq!(it.title, "four people");
    for (from, to, reason) in [
        ("[2]", "[4]", "line 2: 4 is no candidate: there are 4, counted from 0"),
        ("[2]", "[2", "line 2: the list of lists has a stray ["),
        ("[0, 1]]\n", "[0, 1]\n", "line 2: the list of lists doesn't end"),
        ("num_cand: 4", "num_cand: four", "line 4: num_cand is no number: four"),
    ] {
        assert_eq!(refusal(Kind::AbcYaml, &text.replacen(from, to, 1)), reason);
    }
}

#[test]
fn the_first_category_is_the_approved_one() {
    let text = "# TITLE: A square\n# NUMBER VOTERS: 4\n# ALTERNATIVE NAME 1: Ann\n\
        # ALTERNATIVE NAME 2: Bob\n2: {2, 1},{}\n1:1,2\n1: {},{1,2}\n";
    let it = read(Kind::Categories, text).unwrap();
    assert_eq!((it.options.id(1), it.ballots.papers(), &it.support), ("Bob", 4, &vec![3, 2]));
    for (from, to, reason) in [
        ("Bob", "Ann", "line 4: the option Ann is there twice"),
        ("1:1,2", "1:1,3", "line 6: there is no alternative 3"),
        ("1:1,2", "1:1,1", "line 6: alternative 1 is sorted twice"),
        ("2: {2", "3: {2", "line 2: the file says 4 voters but has 5"),
        ("{1,2}", "{1,2", "line 7: a brace isn't closed"),
    ] {
        assert_eq!(refusal(Kind::Categories, &text.replacen(from, to, 1)), reason);
    }
}

#[test]
fn the_ending_tells_the_kind() {
    assert_eq!(Kind::of("a/Assen.PB"), Some(Kind::Pabulib));
    assert_eq!(Kind::of("x.abc.yaml"), Some(Kind::AbcYaml));
    assert_eq!(Kind::of("x.yaml"), None);
}

#[test]
fn every_handed_file_of_approvals_and_budgets_can_be_read() {
    let folders = [
        ("pabulib/mes-real", ".pb"),
        ("pabulib/netherlands", ".pb"),
        ("pabulib/other", ".pb"),
        ("abc", ".abc.yaml"),
        ("abc", ".cat"),
        ("preflib/frenchapproval", ".cat"),
    ];
    for (folder, ending) in folders {
        for path in handed::files(folder, ending, "reading files") {
            let kind = Kind::of(&path.to_string_lossy()).unwrap();
            let it = read(kind, &std::fs::read_to_string(&path).unwrap());
            assert!(it.is_ok(), "{}: {}", path.display(), it.unwrap_err());
        }
    }
}

fn any_kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(ENDINGS.map(|(_, kind)| kind).to_vec())
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(kind in any_kind(), text in any::<String>()) {
        let _ = read(kind, &text);
    }

    #[test]
    fn no_text_of_familiar_words_makes_a_reader_panic(
        kind in any_kind(),
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "META", "PROJECTS", "VOTES", "key;value", "budget", "vote_type", "project_id",
                "cost", "voter_id", "vote", "profile:", "num_cand:", "[", "]", "{", "}", ",", ";",
                ":", "1", "-2", "0", "9", "18446744073709551615", "\n", "\n", " ", "\"", "#", ">",
                "=", "# ALTERNATIVE NAME 1: a", "# NUMBER VOTERS: 1", ".5", "end", "*", "^",
            ]),
            0..60,
        ),
    ) {
        let _ = read(kind, &words.concat());
    }
}
