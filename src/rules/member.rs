//! Who can stand on the roll, and what may be written there.

use super::wording::{self, Field};

/// The languages in which the program speaks to people.
pub const LANGUAGES: &[&str] = &["nl", "en"];

/// Youngest age, in years reached this calendar year, at which somebody votes in the assembly.
/// The charter may set another; this is the default.
pub const VOTING_AGE: i32 = 16;

/// An entry as it is typed or imported, before it stands on the roll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The neighbourhood's own number for this member, if it keeps one.
    pub number: Option<String>,
    pub name: String,
    pub address: Option<String>,
    pub email: Option<String>,
    pub language: String,
    /// Year of birth; `None` when only the age was checked.
    pub born_in: Option<i32>,
    /// Whether somebody saw that this member is old enough to vote.
    pub is_of_age: bool,
    /// The key of the sector that this member belongs to.
    pub sector: Option<String>,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
    #[error("not an e-mail address")]
    Email,
    #[error("no such language: {0}")]
    Language(String),
    #[error("not a year of birth: {0}")]
    Birth(i32),
    #[error("no such sector: {0}")]
    Sector(String),
    #[error("neither a year of birth nor an age check")]
    Age,
    #[error("the last secretary can't be taken away")]
    LastSecretary,
    #[error("this member is no longer on the roll")]
    Gone,
}

/// Checks an entry against the sectors of this neighbourhood, in the year `this_year`.
///
/// # Errors
/// Every fault, in the order of the fields.
pub fn check(entry: &Entry, sectors: &[String], this_year: i32) -> Result<(), Vec<Refusal>> {
    let mut faults = Vec::new();
    let mut length = |field, text: &str| {
        if let Err(fault) = wording::check(field, text) {
            faults.push(Refusal::Wording(fault));
        }
    };
    length(Field::Name, &entry.name);
    length(Field::Address, entry.address.as_deref().unwrap_or_default());
    length(Field::Email, entry.email.as_deref().unwrap_or_default());
    length(Field::MemberNumber, entry.number.as_deref().unwrap_or_default());
    if entry.email.as_deref().is_some_and(|email| !looks_like_email(email)) {
        faults.push(Refusal::Email);
    }
    if !LANGUAGES.contains(&entry.language.as_str()) {
        faults.push(Refusal::Language(entry.language.clone()));
    }
    match entry.born_in {
        Some(year) if year < this_year.saturating_sub(120) || year > this_year => {
            faults.push(Refusal::Birth(year));
        }
        None if !entry.is_of_age => faults.push(Refusal::Age),
        _ => {}
    }
    if let Some(sector) = entry.sector.as_ref().filter(|key| !sectors.contains(key)) {
        faults.push(Refusal::Sector(sector.clone()));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Whether a member is old enough to vote in the year `this_year`.
#[must_use]
pub fn may_vote(born_in: Option<i32>, is_of_age: bool, voting_age: i32, this_year: i32) -> bool {
    is_of_age || born_in.is_some_and(|year| this_year.saturating_sub(year) >= voting_age)
}

/// Something before the @, something with a dot behind it, no spaces: the mail itself is the test.
fn looks_like_email(text: &str) -> bool {
    let Some((before, after)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',');
    !before.is_empty()
        && after.contains('.')
        && !after.starts_with('.')
        && !after.ends_with('.')
        && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alice() -> Entry {
        Entry {
            name: "Alice".to_owned(),
            language: "nl".to_owned(),
            born_in: Some(1980),
            ..Entry::default()
        }
    }

    #[test]
    fn every_fault_is_reported() {
        let entry = Entry {
            name: String::new(),
            email: Some("alice".to_owned()),
            language: "xx".to_owned(),
            born_in: Some(1700),
            sector: Some("pirates".to_owned()),
            ..Entry::default()
        };
        let faults = check(&entry, &["residents".to_owned()], 2026).unwrap_err();
        assert_eq!(faults.len(), 5, "{faults:?}");
        assert_eq!(check(&alice(), &[], 2026), Ok(()));
    }

    #[test]
    fn an_age_check_is_as_good_as_a_year_of_birth() {
        let entry = Entry { born_in: None, ..alice() };
        assert_eq!(check(&entry, &[], 2026), Err(vec![Refusal::Age]));
        assert_eq!(check(&Entry { is_of_age: true, ..entry }, &[], 2026), Ok(()));
    }

    #[test]
    fn somebody_votes_from_the_year_of_the_voting_age() {
        assert!(may_vote(Some(2010), false, 16, 2026));
        assert!(!may_vote(Some(2011), false, 16, 2026));
        assert!(!may_vote(None, false, 16, 2026));
        assert!(may_vote(None, true, 16, 2026));
    }
}
