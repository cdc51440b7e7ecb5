//! How long texts may be. Counted in characters as people see them typed, not in bytes.

use super::word::words;

words! {
    /// A field that somebody fills in.
    pub enum Field {
        Name = "name",
        Address = "address",
        Email = "email",
        MemberNumber = "member_number",
        Neighbourhood = "neighbourhood",
        Handle = "handle",
        Title = "title",
        Summary = "summary",
        Text = "text",
        Addressee = "addressee",
        Comment = "comment",
        Reason = "reason",
        Organisation = "organisation",
        SectorName = "sector_name",
        Statement = "statement",
    }
}

/// Shortest and longest length of a field, in characters.
#[must_use]
pub const fn bounds(field: Field) -> (usize, usize) {
    match field {
        Field::Name => (2, 120),
        Field::Address | Field::Email => (0, 254),
        Field::MemberNumber => (0, 40),
        Field::Neighbourhood => (2, 80),
        Field::Handle => (2, 30),
        Field::Title => (5, 140),
        Field::Summary => (30, 500),
        Field::Text => (0, 20_000),
        Field::Addressee | Field::Organisation => (0, 160),
        Field::Comment => (2, 4_000),
        Field::Reason => (5, 1_000),
        Field::Statement => (30, 2_000),
        Field::SectorName => (2, 80),
    }
}

/// The length that a summary should have: three to five short sentences.
pub const SUMMARY_GUIDE: (usize, usize) = (120, 350);

/// A text that is too short or too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{field} is missing")]
    Missing { field: Field },
    #[error("{field} has {have} characters; at least {least}")]
    TooShort { field: Field, have: usize, least: usize },
    #[error("{field} has {have} characters; at most {most}")]
    TooLong { field: Field, have: usize, most: usize },
    #[error("{field} holds a character that can't be stored")]
    NotText { field: Field },
}

impl Refusal {
    /// The field that is at fault.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Missing { field }
            | Self::TooShort { field, .. }
            | Self::TooLong { field, .. }
            | Self::NotText { field } => field,
        }
    }
}

/// Checks the length of a text, white space at its ends not counted.
///
/// # Errors
/// [`Refusal`] with the length it has and the bound it breaks.
pub fn check(field: Field, text: &str) -> Result<(), Refusal> {
    let (least, most) = bounds(field);
    let have = text.trim().chars().count();
    // PostgreSQL can't store it, and nobody types it.
    if text.contains('\0') {
        return Err(Refusal::NotText { field });
    }
    if have == 0 && least > 0 {
        return Err(Refusal::Missing { field });
    }
    if have < least {
        return Err(Refusal::TooShort { field, have, least });
    }
    if have > most {
        return Err(Refusal::TooLong { field, have, most });
    }
    Ok(())
}

/// Checks several texts.
///
/// # Errors
/// Every fault, in the order given.
pub fn check_all(texts: &[(Field, &str)]) -> Result<(), Vec<Refusal>> {
    let faults: Vec<Refusal> =
        texts.iter().filter_map(|(field, text)| check(*field, text).err()).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// A handle is what stands before the @ of the neighbourhood in the fediverse: small letters,
/// digits and underscores only, because other servers accept nothing else everywhere.
#[must_use]
pub fn is_handle(text: &str) -> bool {
    check(Field::Handle, text).is_ok()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_not_bytes() {
        assert_eq!(check(Field::Title, &"é".repeat(140)), Ok(()));
        let long = Refusal::TooLong { field: Field::Title, have: 141, most: 140 };
        assert_eq!(check(Field::Title, &"é".repeat(141)), Err(long));
    }

    #[test]
    fn white_space_is_no_title() {
        assert_eq!(check(Field::Title, "   \n "), Err(Refusal::Missing { field: Field::Title }));
        assert_eq!(check(Field::Title, "abc\0de"), Err(Refusal::NotText { field: Field::Title }));
    }

    #[test]
    fn a_handle_is_plain() {
        assert!(is_handle("de_banne1"));
        for bad in ["De Banne", "banné", "a", "@banne", ""] {
            assert!(!is_handle(bad), "{bad}");
        }
    }
}
