//! A bar that shows parts of a whole, drawn by the server. What it shows stands in words beside
//! it, so it is hidden from screen readers.

use askama::Template;

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The class that gives its colour.
    pub class: &'static str,
    /// Where it begins and how wide it is, in thousandths of the whole.
    pub from: u64,
    pub width: u64,
}

/// A bar with parts, and a line that marks a limit.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "bar.html")]
pub struct Bar {
    parts: Vec<Part>,
    limit: Option<u64>,
}

impl Bar {
    /// Parts one behind the other, out of `whole`; what is left over stays empty.
    #[must_use]
    pub fn of(whole: u64, counts: &[(&'static str, u64)]) -> Self {
        let mut from = 0;
        let mut parts = vec![Part { class: "rest", from: 0, width: 1_000 }];
        for (class, count) in counts {
            let width = thousandths(*count, whole).min(1_000 - from);
            parts.push(Part { class, from, width });
            from += width;
        }
        Self { parts, limit: None }
    }

    /// How far something has come.
    #[must_use]
    pub fn progress(have: &u64, need: &u64) -> Self {
        Self::of(*need, &[("for", *have.min(need))])
    }

    /// Marks how much is needed.
    #[must_use]
    pub fn limit(mut self, needed: u64, whole: u64) -> Self {
        self.limit = Some(thousandths(needed, whole));
        self
    }
}

fn thousandths(part: u64, whole: u64) -> u64 {
    part.saturating_mul(1_000).checked_div(whole).unwrap_or_default().min(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_never_fill_more_than_the_whole() {
        let bar = Bar::of(3, &[("for", 2), ("against", 2)]);
        let widths: Vec<u64> = bar.parts.iter().map(|part| part.width).collect();
        assert_eq!(widths, [1_000, 666, 334]);
        assert_eq!(Bar::of(0, &[("for", 0)]).parts[1].width, 0);
    }
}
