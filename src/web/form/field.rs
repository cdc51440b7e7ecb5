//! Forms as they are shown: fields with their labels, hints and faults.

use askama::Template;

use super::Faults;
use crate::{
    rules::wording,
    web::{visit::Visit, words::Words},
};

/// What somebody fills in, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line; the type of the input (`text`, `email`, `number`, `date`, …).
    Line(&'static str),
    /// Several lines.
    Text {
        rows: u32,
    },
    /// One of several.
    Select(Vec<Pick>),
    /// Any of several.
    Checks(Vec<Pick>),
    /// One of several, all in view.
    Radios(Vec<Pick>),
    /// A number for each of several things; what each is about is sent along under this name.
    Numbers(&'static str, Vec<Number>),
    /// Yes or no.
    Tick,
    File,
}

/// One of the things to pick from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub value: String,
    pub label: String,
    pub is_picked: bool,
}

/// A number to fill in about one of several things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What it is about.
    pub of: String,
    pub label: String,
    pub value: String,
}

/// A field with everything around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: Option<String>,
    pub value: String,
    pub kind: Kind,
    pub fault: Option<String>,
    pub is_required: bool,
    pub most: Option<usize>,
    pub autocomplete: &'static str,
}

impl Field {
    /// What `aria-describedby` names: the hint and the fault, if they are there.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let fault = self.fault.as_ref().map(|_| format!("{}-fault", self.name));
        let parts: Vec<String> = hint.into_iter().chain(fault).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// A form as it is shown.
#[derive(Clone, Debug, Template)]
#[template(path = "form/form.html")]
pub struct Form<'a> {
    words: &'a Words,
    seal: &'a str,
    pub action: String,
    pub button: String,
    pub hidden: Vec<(&'static str, String)>,
    pub fields: Vec<Field>,
    pub faults: Faults,
    pub has_file: bool,
    pub is_grave: bool,
}

impl<'a> Form<'a> {
    /// A form without fields that posts to `action`.
    #[must_use]
    pub fn to(visit: &'a Visit, action: impl Into<String>, button: &str) -> Self {
        Self::sealed(&visit.words, &visit.seal, action, button)
    }

    /// A form for where there is no visit yet.
    #[must_use]
    pub fn sealed(
        words: &'a Words,
        seal: &'a str,
        action: impl Into<String>,
        button: &str,
    ) -> Self {
        Self {
            words,
            seal,
            action: action.into(),
            button: words.say(button),
            hidden: Vec::new(),
            fields: Vec::new(),
            faults: Faults::none(),
            has_file: false,
            is_grave: false,
        }
    }

    /// Carries a value that nobody sees.
    #[must_use]
    pub fn hidden(mut self, name: &'static str, value: impl ToString) -> Self {
        self.hidden.push((name, value.to_string()));
        self
    }

    /// Adds a field of any kind.
    #[must_use]
    pub fn field(mut self, name: &'static str, label: &str, kind: Kind, value: &str) -> Self {
        self.has_file |= kind == Kind::File;
        let (least, most) = bounds(name);
        self.fields.push(Field {
            name,
            label: self.words.say(label),
            hint: None,
            value: value.to_owned(),
            kind,
            fault: None,
            is_required: least > 0,
            most,
            autocomplete: "off",
        });
        self
    }

    /// Adds one line of text.
    #[must_use]
    pub fn line(self, name: &'static str, label: &str, value: &str) -> Self {
        self.field(name, label, Kind::Line("text"), value)
    }

    /// Adds several lines of text.
    #[must_use]
    pub fn text(self, name: &'static str, label: &str, rows: u32, value: &str) -> Self {
        self.field(name, label, Kind::Text { rows }, value)
    }

    /// Explains the field that was added last.
    #[must_use]
    pub fn hint(self, key: &str) -> Self {
        let sentence = self.words.say(key);
        self.hinted(sentence)
    }

    /// Explains the field that was added last in a sentence that is ready.
    #[must_use]
    pub fn hinted(mut self, sentence: String) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.hint = Some(sentence);
        }
        self
    }

    /// The field that was added last must be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.is_required = true;
        }
        self
    }

    /// What a browser may fill in by itself in the field that was added last.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.autocomplete = what;
        }
        self
    }

    /// Marks the button as one that can't be undone.
    #[must_use]
    pub const fn grave(mut self) -> Self {
        self.is_grave = true;
        self
    }

    /// Shows what is wrong: at the fields, and all of it above the form.
    #[must_use]
    pub fn faulty(mut self, faults: &Faults) -> Self {
        for field in &mut self.fields {
            field.fault = faults.of(field.name).map(str::to_owned);
        }
        // A fault of a field that isn't here still has to be told.
        let told = |name: &Option<&'static str>| {
            name.filter(|name| self.fields.iter().any(|field| field.name == *name))
        };
        let all = faults.0.iter().map(|(name, sentence)| (told(name), sentence.clone()));
        self.faults = Faults(all.collect());
        self
    }
}

/// The bounds of a field that has a rule.
fn bounds(name: &str) -> (usize, Option<usize>) {
    match name.parse::<wording::Field>() {
        Ok(field) => {
            let (least, most) = wording::bounds(field);
            (least, Some(most))
        }
        Err(_) => (0, None),
    }
}
