//! A picture of a result: a bar in every row, drawn by the server, with a key, and a table of the same
//! numbers. Bars differ by pattern, not by colour alone, and everything has a name for screen readers.

use askama::Template;

use super::words::Words;

/// How a part of a bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Full,
    Striped,
    Dotted,
    Crossed,
}

impl Look {
    const ALL: [Self; 4] = [Self::Full, Self::Striped, Self::Dotted, Self::Crossed];

    const fn class(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Striped => "striped",
            Self::Dotted => "dotted",
            Self::Crossed => "crossed",
        }
    }
}

/// What became of what a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Chosen,
    Out,
}

/// A row: a name, what it comes to in words, and its bar.
#[derive(Clone, Debug)]
pub struct Row {
    label: String,
    value: String,
    sign: Option<Sign>,
    /// Parts one behind the other: how they look, where they begin, and how wide they are, in
    /// thousandths of the bar.
    parts: Vec<(Look, u64, u64)>,
    limit: Option<u64>,
}

impl Row {
    /// A bar of parts out of `whole`; what is left over stays empty.
    #[must_use]
    pub fn new(label: &str, value: String, whole: u64, parts: &[(Look, u64)]) -> Self {
        let mut from = 0;
        let mut drawn = Vec::new();
        for (look, count) in parts {
            let width = thousandths(*count, whole).min(1_000 - from);
            drawn.push((*look, from, width));
            from += width;
        }
        Self { label: label.to_owned(), value, sign: None, parts: drawn, limit: None }
    }

    /// Puts a sign before the name.
    #[must_use]
    pub const fn sign(mut self, sign: Option<Sign>) -> Self {
        self.sign = sign;
        self
    }

    /// Marks how much is needed.
    #[must_use]
    pub fn limit(mut self, needed: u64, whole: u64) -> Self {
        self.limit = Some(thousandths(needed, whole));
        self
    }

    /// The name as far as there is room beside the value.
    fn short(&self) -> String {
        let room = LETTERS.saturating_sub(self.value.chars().count() + 2);
        let room = if self.sign.is_some() { room.saturating_sub(3) } else { room };
        if self.label.chars().count() <= room {
            return self.label.clone();
        }
        let kept: String = self.label.chars().take(room.saturating_sub(1)).collect();
        format!("{}…", kept.trim_end())
    }
}

/// How many letters fit beside each other in a picture.
const LETTERS: usize = 44;
/// How high a row is, in the units of the picture.
const ROW: usize = 48;

/// A part of a bar as the template draws it.
type Drawn = (&'static str, String, String);

/// A picture with its numbers.
#[derive(Clone, Debug, Template)]
#[template(path = "picture.html")]
pub struct Picture {
    words: Words,
    /// Stands before every id in it; no two pictures of a page have the same.
    id: String,
    title: String,
    told: String,
    rows: Vec<Row>,
    key: Vec<(Look, String)>,
    limit: Option<String>,
    head: Vec<String>,
    numbers: Vec<Vec<String>>,
}

impl Picture {
    /// A picture without rows yet. `told` says in words what is to be seen.
    #[must_use]
    pub fn new(words: &Words, id: impl Into<String>, title: String, told: String) -> Self {
        Self {
            words: words.clone(),
            id: id.into(),
            title,
            told,
            rows: Vec::new(),
            key: Vec::new(),
            limit: None,
            head: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// Adds a row, and the cells of the table that say the same.
    pub fn row(&mut self, row: Row, cells: Vec<String>) {
        self.rows.push(row);
        self.numbers.push(cells);
    }

    /// Adds a line to the table that has no bar.
    pub fn number(&mut self, cells: Vec<String>) {
        self.numbers.push(cells);
    }

    /// Names the columns of the table.
    #[must_use]
    pub fn head(mut self, head: &[&str]) -> Self {
        self.head = head.iter().map(|key| self.words.say(key)).collect();
        self
    }

    /// Says what a pattern stands for.
    #[must_use]
    pub fn key(mut self, look: Look, key: &str) -> Self {
        self.key.push((look, self.words.say(key)));
        self
    }

    /// Says what the line across the bars stands for.
    #[must_use]
    pub fn line(mut self, told: String) -> Self {
        self.limit = Some(told);
        self
    }

    fn height(&self) -> usize {
        self.rows.len() * ROW
    }

    /// The rows, each with how far down it begins.
    fn placed(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().map(|(place, row)| (place * ROW, row))
    }

    /// The parts of a row in the units of the picture.
    fn drawn(row: &Row) -> Vec<Drawn> {
        let drawn =
            |(look, from, width): &(Look, u64, u64)| (look.class(), units(*from), units(*width));
        row.parts.iter().filter(|(_, _, width)| *width > 0).map(drawn).collect()
    }

    fn at(limit: &u64) -> String {
        units(*limit)
    }

    /// The patterns that are used.
    fn looks(&self) -> impl Iterator<Item = Look> {
        let in_a_row = |look| self.rows.iter().any(|row| row.parts.iter().any(|it| it.0 == look));
        let in_the_key = |look| self.key.iter().any(|(used, _)| *used == look);
        Look::ALL.into_iter().filter(move |look| in_the_key(*look) || in_a_row(*look))
    }
}

/// How wide the picture is, in its own units: about a phone.
const WIDTH: u64 = 360;

/// Thousandths of a bar in the units of the picture, with one decimal.
fn units(thousandths: u64) -> String {
    let tenths = thousandths * WIDTH / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn thousandths(part: u64, whole: u64) -> u64 {
    part.saturating_mul(1_000).checked_div(whole).unwrap_or_default().min(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn parts_never_fill_more_than_the_whole() {
        let row = Row::new("a", String::new(), 3, &[(Look::Full, 2), (Look::Striped, 2)]);
        assert_eq!(row.parts, [(Look::Full, 0, 666), (Look::Striped, 666, 334)]);
        assert_eq!(Row::new("a", String::new(), 0, &[(Look::Full, 1)]).parts[0].2, 0);
    }

    #[test]
    fn a_long_name_is_cut_in_the_picture_and_whole_in_the_table() {
        let words = Words::new(Language::Dutch, "UTC", chrono::DateTime::UNIX_EPOCH);
        let long = "Een bankje bij de speeltuin aan de noordkant van het plein";
        let mut it = Picture::new(&words, "p", "De kruisjes".to_owned(), "Zo is het.".to_owned());
        let row = Row::new(long, "12 van 30".to_owned(), 30, &[(Look::Full, 12)]);
        it.row(row.sign(Some(Sign::Chosen)), vec![long.to_owned(), "12".to_owned()]);
        let html = it.render().unwrap();
        assert!(html.contains("Een bankje bij de speeltuin a…"), "{html}");
        assert!(html.contains(&format!("<th scope=\"row\">{long}</th><td>12</td>")), "{html}");
        assert!(html.contains("fill=\"url(#p-full)\"") && html.contains("id=\"p-full\""));
        assert!(html.contains("role=\"img\"") && html.contains("<desc id=\"p-told\">Zo is het."));
    }
}
