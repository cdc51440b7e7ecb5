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

const fn sheet<'a>(layout: Layout, method: &'a Method, options: &'a [Opt]) -> Sheet<'a> {
    Sheet { layout, method, options, is_by_lot: false, highest: 50 }
}

fn paired(method: &Method, options: &[Opt], lines: &str) -> Result<Vec<String>, Vec<Fault>> {
    let sheet = sheet(Layout::Paired, method, options);
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
fn options_are_named_by_their_letters() {
    let ranked = paired(&ranking(), &options(), "15: C,A,B\n16 b > a=c\nC: 18 19").unwrap();
    assert_eq!(
        ranked,
        [
            "15 rank:garden>tree>bench",
            "16 rank:bench>tree=garden",
            "18 rank:garden",
            "19 rank:garden"
        ]
    );
    // `a` and `b` are options here, and no words for against and blank.
    let ticked = paired(&ticks(), &options(), "16: C B\n17: a\n18 b\n19: blanco").unwrap();
    assert_eq!(
        ticked,
        ["16 approve:bench,garden", "17 approve:tree", "18 approve:bench", "19 blank"]
    );
    let (method, options) = (ticks(), options());
    let apart = sheet(Layout::Apart, &method, &options);
    let papers = "2 x C A\nb\nA,C\nblanco 2\n3 x ongeldig".to_owned();
    let entry = read(&apart, &Typed { papers, ..Typed::default() }).unwrap();
    let told = |(mark, papers): (&Mark, &u64)| format!("{papers} {mark}");
    let apart: Vec<String> = entry.apart.iter().map(told).collect();
    assert_eq!(apart, ["2 blank", "3 spoiled", "1 approve:bench", "3 approve:tree,garden"]);
}

#[test]
fn the_twenty_fourth_option_is_not_taken_for_times() {
    let options: Vec<Opt> =
        (0..30).map(|n| Opt { key: format!("k{n}"), title: n.to_string(), cost: None }).collect();
    let method = ticks();
    let apart = sheet(Layout::Apart, &method, &options);
    let papers = "x\n2 x X\nA,X\nx a x 3\nAA x 2".to_owned();
    let entry = read(&apart, &Typed { papers, ..Typed::default() }).unwrap();
    let told = |(mark, papers): (&Mark, &u64)| format!("{papers} {mark}");
    let apart: Vec<String> = entry.apart.iter().map(told).collect();
    assert_eq!(apart, ["4 approve:k0,k23", "3 approve:k23", "2 approve:k26"]);
}

#[test]
fn where_papers_have_different_orders_a_place_says_nothing() {
    let (method, options) = (ranking(), options());
    let sheet = Sheet { is_by_lot: true, ..sheet(Layout::Paired, &method, &options) };
    let typed = |lines: &str| read(&sheet, &Typed { lines: lines.to_owned(), ..Typed::default() });
    assert!(typed("15: C,A").is_ok());
    let faults = typed("15: C,A\n16: 3,1").unwrap_err();
    assert_eq!(
        (faults[0].line, faults[0].wrong, faults[0].text.as_str()),
        (2, Wrong::NotALetter, "3")
    );
}

#[test]
fn options_are_named_by_their_places_where_all_papers_have_one_order() {
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
    // A paper on which nothing is marked is called blank.
    assert_eq!(faults(&ticks(), "1: ,"), [told(1, Wrong::UnknownMark, ",")]);
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
    let sheet = sheet(Layout::Apart, &method, NONE);
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
        let options = options();
        let sheet = sheet(layout, &method, &options);
        let (lines, papers) = (lines.to_owned(), papers.to_owned());
        let typed = Typed { lines, papers, aside: "1".to_owned(), helped: "2".to_owned() };
        let entry = read(&sheet, &typed).unwrap();
        assert_eq!(read(&sheet, &write(&sheet, &entry, word)).unwrap(), entry);
    }
}
