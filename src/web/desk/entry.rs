//! The form of an entry on the roll.

use serde::Deserialize;

use crate::{
    bodies,
    error::Result,
    members::entity::member,
    rules::member::Entry,
    web::{
        form::{self, Faults, Form, Pick, optional},
        sectors,
        visit::Visit,
        words::Language,
    },
};

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    member_number: String,
    name: String,
    address: String,
    email: String,
    language: String,
    born_in: String,
    is_of_age: String,
    sector: String,
}

impl Typed {
    /// An empty entry in the language of the neighbourhood.
    #[must_use]
    pub fn fresh(visit: &Visit) -> Self {
        Self { language: visit.neighbourhood.language.clone(), ..Self::default() }
    }

    /// What stands on the roll.
    #[must_use]
    pub fn of(row: &member::Model) -> Self {
        Self {
            member_number: row.number.clone().unwrap_or_default(),
            name: row.name.clone(),
            address: row.address.clone().unwrap_or_default(),
            email: row.email.clone().unwrap_or_default(),
            language: row.language.clone(),
            born_in: row.born_in.map(|year| year.to_string()).unwrap_or_default(),
            is_of_age: if row.is_of_age { "yes".to_owned() } else { String::new() },
            sector: row.sector.clone().unwrap_or_default(),
        }
    }

    /// The entry as the rules take it.
    ///
    /// # Errors
    /// What can't even be read: a year that is no number.
    pub fn read(&self, visit: &Visit) -> Result<Entry, Faults> {
        let born_in = match self.born_in.trim() {
            "" => None,
            year => match year.parse() {
                Ok(year) => Some(year),
                Err(_) => {
                    let mut faults = Faults::none();
                    faults.at("born_in", visit.with("refusal-birth", "year", year));
                    return Err(faults);
                }
            },
        };
        Ok(Entry {
            number: optional(&self.member_number),
            name: self.name.trim().to_owned(),
            address: optional(&self.address),
            email: optional(&self.email),
            language: self.language.clone(),
            born_in,
            is_of_age: self.is_of_age == "yes",
            sector: optional(&self.sector),
        })
    }

    /// The form.
    ///
    /// # Errors
    /// What the database says.
    pub async fn form<'a>(
        &self,
        visit: &'a Visit,
        action: String,
        faults: &Faults,
    ) -> Result<Form<'a>> {
        let languages = Language::ALL.map(|language| Pick {
            value: language.code().to_owned(),
            label: language.own_name().to_owned(),
            is_picked: language.code() == self.language,
        });
        let none =
            Pick { value: String::new(), label: visit.say("entry-no-sector"), is_picked: false };
        let rows = bodies::store::sectors(visit.app().db.read()).await?;
        let sectors = rows.iter().map(|row| Pick {
            value: row.key.clone(),
            label: sectors::name(visit, row),
            is_picked: row.key == self.sector,
        });
        let sectors = std::iter::once(none).chain(sectors).collect();
        Ok(Form::to(visit, action, "entry-button")
            .line("name", "member-name", &self.name)
            .line("member_number", "member-number", &self.member_number)
            .line("address", "member-address", &self.address)
            .field("email", "member-email", form::Kind::Line("email"), &self.email)
            .field("language", "entry-language", form::Kind::Select(languages.into()), "")
            .field("born_in", "member-born-in", form::Kind::Line("number"), &self.born_in)
            .field("is_of_age", "entry-of-age", form::Kind::Tick, &self.is_of_age)
            .hint("entry-of-age-hint")
            .field("sector", "entry-sector", form::Kind::Select(sectors), "")
            .faulty(faults))
    }
}
