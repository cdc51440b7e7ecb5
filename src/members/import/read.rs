//! Reading the file: CSV with commas or semicolons, headings in Dutch or English.

use std::collections::BTreeMap;

use crate::rules::member::{self, Entry, Refusal};

/// The columns: the name in English, other names, and whether the file must have it.
pub const COLUMNS: &[(&str, &[&str], bool)] = &[
    ("number", &["nummer", "lidnummer"], false),
    ("name", &["naam"], true),
    ("address", &["adres"], false),
    ("email", &["e-mail", "mail", "e-mailadres"], false),
    ("language", &["taal"], false),
    ("birth_year", &["geboortejaar", "geboren", "birth year"], false),
    ("age_checked", &["leeftijd gezien", "leeftijdscontrole", "age checked"], false),
    ("sector", &["geleding"], false),
];

/// Most lines in one file.
const LINES_MOST: usize = 100_000;

/// What is wrong with a line of the file; line 1 holds the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    pub line: u64,
    pub what: Fault,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the file is empty")]
    Empty,
    #[error("the column {0} is missing")]
    ColumnMissing(&'static str),
    #[error("unknown column: {0}")]
    ColumnUnknown(String),
    #[error("the column {0} is there twice")]
    ColumnTwice(&'static str),
    #[error("{have} cells instead of {want}")]
    Cells { have: usize, want: usize },
    #[error("not text in UTF-8")]
    NotText,
    #[error("not a year: {0}")]
    NotAYear(String),
    #[error("not yes or no: {0}")]
    NotYesOrNo(String),
    #[error("number {number} stands on line {first} already")]
    Twice { number: String, first: u64 },
    #[error("more than {LINES_MOST} lines")]
    TooLong,
    #[error(transparent)]
    Entry(#[from] Refusal),
}

/// Reads a file, with the number of each line.
///
/// # Errors
/// Every fault of every line.
pub fn read(
    text: &str,
    sectors: &[String],
    this_year: i32,
) -> Result<Vec<(u64, Entry)>, Vec<LineFault>> {
    // The reader counts a line late where it ends as Windows ends it.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let places = match reader.headers() {
        Ok(headings) if headings.iter().any(|it| !it.is_empty()) => places(headings),
        Ok(_) => Err(vec![Fault::Empty]),
        Err(_) => Err(vec![Fault::NotText]),
    };
    let (places, width) = places.map_err(|faults| {
        faults.into_iter().map(|what| LineFault { line: 1, what }).collect::<Vec<_>>()
    })?;
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.push(LineFault { line, what: Fault::NotText });
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        if row.iter().all(str::is_empty) {
            continue;
        }
        if entries.len() >= LINES_MOST {
            faults.push(LineFault { line, what: Fault::TooLong });
            break;
        }
        let mut found = Vec::new();
        let entry = entry(&row, &places, width, &mut found);
        if let Err(refusals) = member::check(&entry, sectors, this_year) {
            found.extend(refusals.into_iter().map(Fault::Entry));
        }
        if let Some(number) = entry.number.clone()
            && let Some(first) = numbers.insert(number.clone(), line)
        {
            found.push(Fault::Twice { number, first });
        }
        faults.extend(found.into_iter().map(|what| LineFault { line, what }));
        entries.push((line, entry));
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}

/// A spreadsheet in Dutch writes semicolons, one in English commas.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    match (first.matches(';').count(), first.matches('\t').count(), first.matches(',').count()) {
        (semicolons, tabs, commas) if semicolons >= commas && semicolons >= tabs => b';',
        (_, tabs, commas) if tabs > commas => b'\t',
        _ => b',',
    }
}

type Places = BTreeMap<&'static str, usize>;

fn places(headings: &csv::StringRecord) -> Result<(Places, usize), Vec<Fault>> {
    let (mut places, mut faults) = (Places::new(), Vec::new());
    for (i, heading) in headings.iter().enumerate() {
        let heading = heading.to_lowercase();
        let known = COLUMNS
            .iter()
            .find(|(name, others, _)| heading == *name || others.contains(&heading.as_str()));
        match known {
            Some((name, ..)) if places.insert(name, i).is_some() => {
                faults.push(Fault::ColumnTwice(name));
            }
            Some(_) => {}
            None => faults.push(Fault::ColumnUnknown(heading)),
        }
    }
    for (name, _, _) in COLUMNS.iter().filter(|(name, _, must)| *must && !places.contains_key(name))
    {
        faults.push(Fault::ColumnMissing(name));
    }
    if faults.is_empty() { Ok((places, headings.len())) } else { Err(faults) }
}

fn entry(row: &csv::StringRecord, places: &Places, width: usize, faults: &mut Vec<Fault>) -> Entry {
    if row.len() != width {
        faults.push(Fault::Cells { have: row.len(), want: width });
    }
    let cell = |name: &str| {
        let text = places.get(name).and_then(|i| row.get(*i)).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let born_in = cell("birth_year")
        .and_then(|year| year.parse().map_err(|_| faults.push(Fault::NotAYear(year.clone()))).ok());
    let is_of_age =
        cell("age_checked").is_some_and(|answer| match answer.to_lowercase().as_str() {
            "ja" | "j" | "yes" | "y" | "1" | "true" | "x" => true,
            "nee" | "n" | "no" | "0" | "false" => false,
            _ => {
                faults.push(Fault::NotYesOrNo(answer.clone()));
                false
            }
        });
    Entry {
        number: cell("number"),
        name: cell("name").unwrap_or_default(),
        address: cell("address"),
        email: cell("email"),
        language: cell("language").map_or_else(|| "nl".to_owned(), |it| it.to_lowercase()),
        born_in,
        is_of_age,
        sector: cell("sector"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::wording::{self, Field};

    fn sectors() -> Vec<String> {
        vec!["residents".to_owned()]
    }

    #[test]
    fn every_bad_line_is_told_with_its_number() {
        let text = "name,birth_year,sector,email\n\
            Alice,1980,residents,\n\
            ,1980,,\n\
            Bob,lately,,\n\
            Carol,1980,pirates,carol@\n\
            Dave,1980\n";
        let faults = read(text, &sectors(), 2026).unwrap_err();
        let missing = Refusal::Wording(wording::Refusal::Missing { field: Field::Name });
        let expected = [
            (3, Fault::Entry(missing)),
            (4, Fault::NotAYear("lately".to_owned())),
            (4, Fault::Entry(Refusal::Age)),
            (5, Fault::Entry(Refusal::Email)),
            (5, Fault::Entry(Refusal::Sector("pirates".to_owned()))),
            (6, Fault::Cells { have: 2, want: 4 }),
        ];
        let expected: Vec<_> =
            expected.into_iter().map(|(line, what)| LineFault { line, what }).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn headings_are_checked_before_the_lines() {
        let faults = read("nummer;straat;nummer\n1;2;3\n", &[], 2026).unwrap_err();
        let what: Vec<Fault> = faults.into_iter().map(|fault| fault.what).collect();
        let unknown = Fault::ColumnUnknown("straat".to_owned());
        let expected = [unknown, Fault::ColumnTwice("number"), Fault::ColumnMissing("name")];
        assert_eq!(what, expected);
        assert_eq!(read("", &[], 2026).unwrap_err()[0].what, Fault::Empty);
    }

    #[test]
    fn a_number_stands_there_once() {
        let faults = read("number,name,birth_year\n7,Alice,1980\n7,Bob,1980\n", &[], 2026);
        let twice = Fault::Twice { number: "7".to_owned(), first: 2 };
        assert_eq!(faults.unwrap_err(), [LineFault { line: 3, what: twice }]);
    }

    #[test]
    fn files_of_a_spreadsheet_are_read() {
        let text =
            "\u{feff}Naam;Geboortejaar;Leeftijd gezien\r\n\"Jansen; Alice\";1980;\r\nBob;;ja\r\n";
        let entries = read(text, &[], 2026).unwrap();
        assert_eq!(entries[0].1.name, "Jansen; Alice");
        assert!(entries[1].1.is_of_age);
        assert_eq!(entries[1].0, 3);
    }
}
