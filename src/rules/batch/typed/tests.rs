use super::*;
use crate::rules::tally::{approval, majority, method::Rules, schulze};

const NONE: &[Opt] = &[];

fn for_or_against() -> Method {
    let (quorum, majority, sector_majorities) = (None, None, Vec::new());
    Method::majority(majority::Rules { quorum, majority, sector_majorities })
}

fn ranking() -> Method {
    let (winners, status_quo, withdrawn) = (1, None, Vec::new());
    Method::new(Rules::Schulze(schulze::Rules { winners, status_quo, withdrawn }))
}

fn ticks() -> Method {
    Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }))
}

fn options() -> Vec<Opt> {
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
    ["tree", "bench", "garden"].map(option).to_vec()
}

fn paired(method: &Method, options: &[Opt], lines: &str) -> Result<Vec<String>, Vec<Fault>> {
    let sheet = Sheet { layout: Layout::Paired, method, options, highest: 50 };
    let typed = Typed { lines: lines.to_owned(), ..Typed::default() };
    let told = |(number, mark): (i64, Option<Mark>)| format!("{number} {}", mark.unwrap());
    read(&sheet, &typed).map(|entry| entry.voters.into_iter().map(told).collect())
}

fn faults(method: &Method, lines: &str) -> Vec<(usize, Wrong, String)> {
    let faults = paired(method, &options(), lines).unwrap_err();
    faults.into_iter().map(|it| (it.line, it.wrong, it.text)).collect()
}

#[test]
fn numbers_with_words_are_read_in_any_order_and_in_both_languages() {
    let typed = "12 voor\n13 Tegen\n\n 14. blanco \nvoor: 3 5\nabstain 7\n20-22, 24 v\n1 ongeldig";
    assert_eq!(
        paired(&for_or_against(), NONE, typed).unwrap().join("; "),
        "1 spoiled; 3 for; 5 for; 7 abstain; 12 for; 13 against; 14 blank; 20 for; 21 for; \
         22 for; 24 for"
    );
}

#[test]
fn options_are_named_by_their_place_on_the_paper() {
    let ranked = paired(&ranking(), &options(), "15: 3,1,2\n16: 2 > 1=3\n17: blanco").unwrap();
    assert_eq!(ranked, ["15 rank:garden>tree>bench", "16 rank:bench>tree=garden", "17 blank"]);
    let ticked = paired(&ticks(), &options(), "16: 3 2\n17 18: 1").unwrap();
    assert_eq!(ticked, ["16 approve:bench,garden", "17 approve:tree", "18 approve:tree"]);
}

#[test]
fn every_faulty_line_is_told_with_its_number() {
    let told = |line, wrong, text: &str| (line, wrong, text.to_owned());
    assert_eq!(
        faults(&for_or_against(), "12 voor\n12 tegen\nvoor\n51 voor\n8 misschien\n9\nx7 voor"),
        [
            told(2, Wrong::Twice, "12"),
            told(3, Wrong::NoNumber, ""),
            told(4, Wrong::NotOnTheRoll, "51"),
            told(5, Wrong::UnknownMark, "misschien"),
            told(6, Wrong::NoMark, "9"),
            told(7, Wrong::UnknownMark, "x7"),
        ]
    );
    assert_eq!(
        faults(&ranking(), "1: 4\n2: 1,1\n3: for\n4-6-8: 1\n9-3: 1"),
        [
            told(1, Wrong::NotOnThePaper, "4"),
            told(2, Wrong::NotOnThePaper, "1,1"),
            told(3, Wrong::NotOnThePaper, "for"),
            told(4, Wrong::NotANumber, "4-6-8"),
            told(5, Wrong::NotOnTheRoll, "9-3"),
        ]
    );
}

#[test]
fn marks_that_lie_apart_are_counted() {
    let method = for_or_against();
    let sheet = Sheet { layout: Layout::Apart, method: &method, options: NONE, highest: 50 };
    let typed = Typed {
        lines: "1 4 7-9\n15".to_owned(),
        papers: "voor\n3 x tegen\nvoor: 12\nblanco 2\n4 voor\nonthouding 0".to_owned(),
        aside: " 2 ".to_owned(),
        helped: String::new(),
    };
    let entry = read(&sheet, &typed).unwrap();
    let numbers: Vec<i64> = entry.voters.keys().copied().collect();
    assert_eq!(numbers, [1, 4, 7, 8, 9, 15]);
    let told = |(mark, papers): (&Mark, &u64)| format!("{papers} {mark}");
    let apart: Vec<String> = entry.apart.iter().map(told).collect();
    assert_eq!(apart, ["17 for", "3 against", "2 blank"]);
    assert_eq!((entry.aside, entry.helped), (2, 0));
    let wrong = Typed {
        papers: "perhaps\n3 x 4\nvoor tegen\n1,2".to_owned(),
        aside: "-1".to_owned(),
        helped: "two".to_owned(),
        ..Typed::default()
    };
    let faults = read(&sheet, &wrong).unwrap_err();
    let told: Vec<_> = faults.iter().map(|it| (it.place, it.line, it.wrong)).collect();
    assert_eq!(
        told,
        [
            (Place::Papers, 1, Wrong::UnknownMark),
            (Place::Papers, 2, Wrong::UnknownMark),
            (Place::Papers, 3, Wrong::NotACount),
            (Place::Papers, 4, Wrong::UnknownMark),
            (Place::Aside, 1, Wrong::NotACount),
            (Place::Helped, 1, Wrong::NotACount),
        ]
    );
}

#[test]
fn what_is_written_is_read_again() {
    let word = |mark: &Mark| mark.kind().to_owned();
    for (method, layout, lines, papers) in [
        (for_or_against(), Layout::Paired, "1 voor\n2 blanco\n3 ongeldig\n4 abstain", ""),
        (ranking(), Layout::Paired, "1: 3,1=2\n2: 1", ""),
        (ticks(), Layout::Apart, "1-5", "2 x 1 3\n3 x blanco"),
    ] {
        let sheet = Sheet { layout, method: &method, options: &options(), highest: 50 };
        let (lines, papers) = (lines.to_owned(), papers.to_owned());
        let typed = Typed { lines, papers, aside: "1".to_owned(), helped: "2".to_owned() };
        let entry = read(&sheet, &typed).unwrap();
        assert_eq!(read(&sheet, &write(&sheet, &entry, word)).unwrap(), entry);
    }
}
