//! (test) The readers of rankings.

use proptest::prelude::*;

use crate::rules::{
    election::{Ballots, Kind, read},
    handed,
};

const BLT: &str = "/* a test */ 4 2 # four of them\n-3\n[nick ann bo cy dee]\n3 1 2 0\n\
    2 ann=bo - dee 0\n(slip 7) 4 0\n1 0\n0\n\"Ann \"Annie A\"\n\" Bo   B\"\n\"Cy\"\n\"Dee\"\n\
    \"Two of four\"\nnotes \"\n";
const TOI: &str = "# FILE NAME: x.toi\n# TITLE: Colours\n# NUMBER ALTERNATIVES: 3\n\
    # NUMBER VOTERS: 7\n# ALTERNATIVE NAME 1: Red\n# ALTERNATIVE NAME 2: Green\n\
    # ALTERNATIVE NAME 3: Blue\n4: 2,{1,3}\n2: {3,2},1\n1:\n";
const CVOTES: &str = "# A test\n#/Candidates: A ; B B; C\n#/Number of Seats: 2\n\
    #/Weight allowed: true\n\nme , you || A > B B = C ^2 * 3 # note\nC>X>A\nX\n\
    /EMPTY_RANKING/ * 4\nC > A\n";

fn ranked(kind: Kind, text: &str) -> Vec<(Vec<Vec<usize>>, u64)> {
    let Ballots::Rankings(papers) = read(kind, text).unwrap().ballots else { panic!() };
    papers.into_iter().map(|one| (one.ranks, one.papers)).collect()
}

fn refusals(kind: Kind, text: &str, cases: &[(&str, &str, &str)]) {
    for (from, to, reason) in cases {
        assert!(text.contains(from), "{from}");
        let fault = read(kind, &text.replacen(from, to, 1)).unwrap_err();
        assert_eq!(fault.to_string(), *reason, "{from} -> {to}");
    }
}

#[test]
fn a_ballot_file_is_read() {
    let it = read(Kind::Blt, BLT).unwrap();
    assert_eq!(it.options.ids(), ["Ann \"Annie A", "Bo B", "Cy", "Dee"]);
    assert_eq!((it.title.as_str(), it.seats, it.withdrawn), ("Two of four", Some(2), vec![2]));
    let shared = (vec![vec![0, 1], vec![], vec![3]], 2);
    let clear = (vec![vec![0], vec![1]], 3);
    let single = (vec![vec![3]], 1);
    assert_eq!(ranked(Kind::Blt, BLT), [(vec![], 1), clear, shared, single]);
}

#[test]
fn a_ballot_file_that_is_none_is_refused_with_line_and_reason() {
    refusals(
        Kind::Blt,
        BLT,
        &[
            ("4 2 ", "x 2 ", "line 1: the number of candidates should stand here"),
            ("4 2 ", "4 5000000000 ", "line 1: there are too many seats"),
            ("-3", "-5", "line 2: there is no candidate 5"),
            ("nick", "nock", "line 3: there is no option nock"),
            (" dee]", " ann]", "line 3: the nickname ann is there twice"),
            (" dee]", " dee e]", "line 3: there are more nicknames than candidates"),
            ("]", "", "line 3: a square bracket isn't closed"),
            ("3 1 2 0", "3 1 2 1 0", "line 4: 1 is ranked twice"),
            ("3 1 2 0", "three 1 2 0", "line 4: this is no number of papers: three"),
            (
                "3 1 2 0",
                "9007199254740990 1 2 0",
                "line 5: there are more than 9007199254740991 papers",
            ),
            (
                "3 1 2 0",
                "99999999999999999999 1 0",
                "line 4: this is no number of papers: 99999999999999999999",
            ),
            ("- dee", "- eve", "line 5: there is no candidate eve"),
            ("\"Cy\"", "\"Dee\"", "line 12: the option Dee is there twice"),
            ("\"Dee\"", "Dee", "line 12: the name of candidate 4, in quotes, should stand here"),
            ("\"Dee\"\n", "\"Dee\n", "line 12: a quote isn't closed"),
            ("*/", "", "line 1: a comment isn't closed"),
        ],
    );
    for (text, reason) in [
        ("", "line 1: the file ends where the number of candidates should stand"),
        ("2 1\n1 1", "line 2: the file ends where a candidate, or 0 after the last should stand"),
        ("2 1\n1 1 0\n", "line 3: the file ends where a paper, or 0 after the last should stand"),
        ("2 1\n0\n\"A\"\n", "line 4: the file ends where the name of candidate 2 should stand"),
    ] {
        assert_eq!(read(Kind::Blt, text).unwrap_err().to_string(), reason);
    }
}

#[test]
fn orders_are_read() {
    let it = read(Kind::Orders, TOI).unwrap();
    assert_eq!(
        (it.title.as_str(), it.options.ids().join(" ")),
        ("Colours", "Red Green Blue".into())
    );
    let (one, other) = ((vec![vec![1], vec![0, 2]], 4), (vec![vec![1, 2], vec![0]], 2));
    assert_eq!(ranked(Kind::Orders, TOI), [(vec![], 1), one, other]);
}

#[test]
fn orders_that_are_none_are_refused_with_line_and_reason() {
    refusals(
        Kind::Orders,
        TOI,
        &[
            ("VOTERS: 7", "VOTERS: 8", "line 4: 8 voters are announced, 7 are there"),
            (
                "ALTERNATIVES: 3",
                "ALTERNATIVES: 4",
                "line 3: 4 alternatives are announced, 3 are named",
            ),
            ("NAME 3: Blue", "NAME 3: Red", "line 7: the option Red is there twice"),
            ("NAME 3: Blue", "NAME 2: Blue", "line 7: alternative 2 is named twice"),
            ("4: 2", "4: 5", "line 8: there is no alternative 5"),
            ("4: 2", "4: 1", "line 8: alternative 1 is ranked twice"),
            ("4: 2", "-4: 2", "line 8: this is no number: -4"),
            ("4: 2", "4; 2", "line 8: the number of papers and a colon are missing"),
            ("{1,3}", "{1,3", "line 8: a brace isn't closed"),
            ("},1", "}1", "line 9: a comma is missing after a brace"),
            ("2,{1", "2,,{1", "line 8: this is no number: "),
        ],
    );
    assert_eq!(read(Kind::Orders, "").unwrap_err().to_string(), "line 1: no alternative is named");
}

#[test]
fn rankings_in_words_are_read() {
    let it = read(Kind::Cvotes, CVOTES).unwrap();
    assert_eq!((it.options.ids().join("|"), it.seats), ("A|B B|C".to_owned(), Some(2)));
    let (one, other) = ((vec![vec![0], vec![1, 2]], 6), (vec![vec![2], vec![0]], 2));
    assert_eq!(ranked(Kind::Cvotes, CVOTES), [(vec![], 5), one.clone(), other.clone()]);
    let unweighted = CVOTES.replace("allowed: true", "allowed: false");
    assert_eq!(ranked(Kind::Cvotes, &unweighted), [(vec![], 5), (one.0, 3), other]);
}

#[test]
fn candidates_that_are_not_listed_are_those_who_are_ranked() {
    let it = read(Kind::Cvotes, "B > A\nC = A\n").unwrap();
    assert_eq!(it.options.ids(), ["A", "B", "C"]);
}

#[test]
fn rankings_in_words_that_are_none_are_refused_with_line_and_reason() {
    refusals(
        Kind::Cvotes,
        CVOTES,
        &[
            ("B B; C", "B B; A", "line 2: the option A is there twice"),
            ("B B; C", "B B;; C", "line 2: a candidate has no name"),
            ("Seats: 2", "Seats: two", "line 3: no number: two"),
            ("Seats: 2", "Seats 2", "line 3: a parameter has no colon"),
            ("allowed: true", "allowed: yes", "line 4: neither true nor false: yes"),
            ("^2 * 3", "* 3 ^2", "line 6: no number after *: 3 ^2"),
            ("* 3", "* -3", "line 6: no number after *: -3"),
            ("= C", "= ", "line 6: a rank is empty"),
            ("C>X>A", "C>X>C", "line 7: C is ranked twice"),
            ("C>X>A", "C<A", "line 7: < can't stand in a ranking"),
            ("C>X>A", "C > /EMPTY/", "line 7: / can't stand in a ranking"),
            (
                "C > A\n",
                "#/Number of Seats: 3\n",
                "line 10: a parameter stands after the first vote",
            ),
            (
                "#/Weight allowed: true",
                "#/Implicit Ranking: false",
                "line 7: a paper leaves candidates out, and without implicit ranking they would be \
                 compared with nobody, which no method here does",
            ),
        ],
    );
}

#[test]
fn every_ranking_among_the_elections_is_read() {
    let mut read_in = 0;
    for (inside, ending) in [
        ("stv/droop/blt", ".blt"),
        ("stv/droop/blt/scotland", ".blt"),
        ("stv/droop/blt/cfer", ".blt"),
        ("stv/droop/blt/meek", ".blt"),
        ("stv/droop/blt/mpls", ".blt"),
        ("stv/droop/blt/qpq", ".blt"),
        ("stv/scotland", ".blt"),
        ("stv/stv-rs/testdata/ballots", ".blt"),
        ("preflib/irish", ".soi"),
        ("preflib/debian", ".toc"),
        ("preflib/ers", ".toc"),
        ("preflib/vermont", ".toc"),
        ("preflib/burlington", ".toi"),
        ("condorcet/tideman", ".cvotes"),
    ] {
        for path in handed::files(inside, ending, "the reading of rankings") {
            let text = std::fs::read_to_string(&path).unwrap();
            if let Err(fault) = read(Kind::of(&handed::name(&path)).unwrap(), &text) {
                panic!("{}: {fault}", path.display());
            }
            read_in += 1;
        }
    }
    println!("{read_in} files of rankings read");
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(text in "[-0-9 \n\"=>#/*\\[\\](){},:;^|a-cé]{0,60}") {
        for kind in [Kind::Blt, Kind::Orders, Kind::Cvotes] {
            let _ = read(kind, &text);
        }
    }

    #[test]
    fn a_file_with_a_hole_or_a_blot_is_read_or_refused(
        from in any::<prop::sample::Index>(),
        length in 0_usize..8,
        blot in "\\PC{0,3}",
    ) {
        for (kind, text) in [(Kind::Blt, BLT), (Kind::Orders, TOI), (Kind::Cvotes, CVOTES)] {
            let at = from.index(text.len());
            let mut text = text.to_owned();
            text.replace_range(at..(at + length).min(text.len()), &blot);
            if let Err(fault) = read(kind, &text) {
                let lines = text.lines().count() as u64 + 1;
                prop_assert!((1..=lines).contains(&fault.line), "{fault}");
            }
        }
    }
}
