//! A pool of people and the quotas of a panel, as two tables in CSV: what a sortition is held with.

use std::collections::BTreeMap;

use super::Fault;
use crate::rules::tally::sortition::{Person, Quota};

/// Reads quotas: in each row a feature, one of its values, and between how many of a panel have it. The
/// first two columns are feature and value, whatever they are called; `min` and `max` are found by
/// their names.
///
/// # Errors
/// The first line that can't be read, and why.
pub fn quotas(text: &str) -> Result<Vec<Quota>, Fault> {
    let (header, rows) = table(text)?;
    let place = |name: &str| {
        let place = header.iter().position(|column| column.eq_ignore_ascii_case(name));
        place.ok_or_else(|| Fault::new(1, format!("there is no column {name}")))
    };
    let (min, max) = (place("min")?, place("max")?);
    let mut quotas: Vec<Quota> = Vec::new();
    for (line, row) in rows {
        let field = |at: usize| row.get(at).map_or("", String::as_str);
        let number = |at: usize| {
            let text = field(at);
            text.parse().map_err(|_| Fault::new(line, format!("{text:?} is no number")))
        };
        let (feature, value) = (field(0).to_owned(), field(1).to_owned());
        if quotas.iter().any(|it| (&it.feature, &it.value) == (&feature, &value)) {
            return Err(Fault::new(line, format!("{feature} {value} is there twice")));
        }
        let quota = Quota { feature, value, min: number(min)?, max: number(max)? };
        if quota.min > quota.max {
            return Err(Fault::new(line, "the least is more than the most"));
        }
        quotas.push(quota);
    }
    Ok(quotas)
}

/// Reads a pool: in each row somebody, in the columns the features that the quotas name. What else
/// stands there, names for one, is left out; people are called by the numbers of their rows.
///
/// # Errors
/// The first line that can't be read, and why; or a feature that no column has.
pub fn people(text: &str, quotas: &[Quota]) -> Result<Vec<Person>, Fault> {
    let (header, rows) = table(text)?;
    let mut columns = BTreeMap::new();
    for quota in quotas {
        let place = header.iter().position(|column| *column == quota.feature);
        let missing = || Fault::new(1, format!("there is no column {}", quota.feature));
        columns.insert(quota.feature.clone(), place.ok_or_else(missing)?);
    }
    let mut people = Vec::new();
    for ((line, row), number) in rows.into_iter().zip(1_u32..) {
        let mut features = BTreeMap::new();
        for (feature, at) in &columns {
            let value = row.get(*at).cloned().unwrap_or_default();
            let is_known = quotas.iter().any(|it| it.feature == *feature && it.value == value);
            if !is_known {
                let reason = format!("no quota says how many have {feature} {value:?}");
                return Err(Fault::new(line, reason));
            }
            features.insert(feature.clone(), value);
        }
        people.push(Person { id: number.to_string(), features });
    }
    Ok(people)
}

/// The names of the columns, and the rows with their lines.
type Table = (Vec<String>, Vec<(u64, Vec<String>)>);

fn table(text: &str) -> Result<Table, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            Fault::new(line, "this row has another number of fields than the first")
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        rows.push((line, record.iter().map(ToOwned::to_owned).collect::<Vec<_>>()));
    }
    let mut rows = rows.into_iter();
    let (_, header) = rows.next().ok_or_else(|| Fault::new(1, "the table is empty"))?;
    Ok((header, rows.collect()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const QUOTAS: &str = "category,feature,min,max\r\nhome,rented,1,2\r\nhome,owned,0,1\r\n";

    #[test]
    fn a_pool_is_read_without_names() {
        let quotas = quotas(QUOTAS).unwrap();
        let people = people("\u{feff}name,home\nAlice,rented\nBob, owned\n", &quotas).unwrap();
        assert_eq!(people.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        assert!(people[1].is_in(&quotas[1]) && people[1].features.len() == 1);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let of = |text: &str| quotas(text).unwrap_err().to_string();
        assert_eq!(of(""), "line 1: the table is empty");
        assert_eq!(of("a,b,min\nx,y,1\n"), "line 1: there is no column max");
        assert_eq!(of("a,b,min,max\nx,y,one,2\n"), "line 2: \"one\" is no number");
        assert_eq!(of("a,b,min,max\nx,y,3,2\n"), "line 2: the least is more than the most");
        assert!(of("a,b,min,max\nx,y,1,2\nx,y,1,2\n").starts_with("line 3: x y is there twice"));
        assert!(of("a,b,min,max\nx,y,1\n").starts_with("line 2: this row has another number"));
        let known = quotas(QUOTAS).unwrap();
        let of = |text: &str| people(text, &known).unwrap_err().to_string();
        assert_eq!(of("name\nAlice\n"), "line 1: there is no column home");
        assert!(of("home\nrented\nboat\n").starts_with("line 3: no quota says"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(?s).{0,200}", table in "[a,\"\n\r 0-9-]{0,60}") {
            let known = quotas(QUOTAS).unwrap();
            for text in [text, table] {
                let _ = (quotas(&text), people(&text, &known));
            }
        }
    }
}
