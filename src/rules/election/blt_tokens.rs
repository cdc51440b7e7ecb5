//! The words of a ballot file (`.blt`): numbers and nicknames, names in quotes, and options in square
//! brackets. `#` begins a comment that ends with its line, `/*` one that ends with `*/`.

use super::Fault;

/// One word of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Word(&'a str),
    Quoted(&'a str),
    /// What stands between square brackets.
    Option(&'a str),
}

/// The words that are still to come, each with its line.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    pub line: u64,
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text, line: 1 }
    }

    /// Goes past `n` bytes, or to the end.
    fn pass(&mut self, n: usize) -> &'a str {
        let (passed, rest) = self.rest.split_at_checked(n).unwrap_or((self.rest, ""));
        let lines = passed.bytes().filter(|byte| *byte == b'\n').count();
        self.line = self.line.saturating_add(u64::try_from(lines).unwrap_or(u64::MAX));
        self.rest = rest;
        passed
    }

    /// Goes past white space and comments.
    fn skip(&mut self) -> Result<(), Fault> {
        loop {
            let blank = self.rest.len().saturating_sub(self.rest.trim_start().len());
            self.pass(blank);
            if self.rest.starts_with('#') {
                self.pass(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if self.rest.starts_with("/*") {
                let Some(end) = self.rest.find("*/") else {
                    return Err(Fault::new(self.line, "a comment isn't closed"));
                };
                self.pass(end.saturating_add(2));
            } else {
                return Ok(());
            }
        }
    }

    /// The next word, with its line; none at the end.
    ///
    /// # Errors
    /// A comment, a quote or a bracket that isn't closed.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Token<'a>)>, Fault> {
        self.skip()?;
        let line = self.line;
        let token = if let Some(inside) = self.rest.strip_prefix('"') {
            let Some(end) = closing_quote(inside) else {
                return Err(Fault::new(line, "a quote isn't closed"));
            };
            let quoted = inside.get(..end).unwrap_or_default();
            self.pass(end.saturating_add(2));
            Token::Quoted(quoted)
        } else if let Some(inside) = self.rest.strip_prefix('[') {
            let Some((inside, _)) = inside.split_once(']') else {
                return Err(Fault::new(line, "a square bracket isn't closed"));
            };
            self.pass(inside.len().saturating_add(2));
            Token::Option(inside)
        } else if self.rest.is_empty() {
            return Ok(None);
        } else {
            Token::Word(self.pass(self.rest.find(char::is_whitespace).unwrap_or(self.rest.len())))
        };
        Ok(Some((line, token)))
    }
}

/// Where a name in quotes ends: at a quote with white space behind it, on the same line. Quotes
/// inside a name belong to it.
fn closing_quote(inside: &str) -> Option<usize> {
    let line = inside.split_once('\n').map_or(inside, |(line, _)| line);
    line.match_indices('"').map(|(at, _)| at).find(|at| {
        let after = line.get(at.saturating_add(1)..).unwrap_or_default();
        after.chars().next().is_none_or(char::is_whitespace)
    })
}
