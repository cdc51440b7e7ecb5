//! The form in which a proposal is written or changed.

use serde::Deserialize;

use crate::{
    ids::ProposalId,
    proposals::{self, entity::proposal},
    rules::{
        proposal::{Kind, Value},
        wording::SUMMARY_GUIDE,
    },
    web::{
        form::{self, Faults, Form, Pick},
        visit::Visit,
        words::Language,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Texts {
    /// Made when the form is shown, so that sending twice creates once.
    pub id: String,
    pub based_on: i32,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub text: String,
    pub served: Vec<String>,
    pub addressee: String,
    pub language: String,
}

impl Texts {
    /// An empty form.
    #[must_use]
    pub fn fresh(visit: &Visit) -> Self {
        Self {
            id: ProposalId::fresh(visit.now).to_string(),
            kind: Kind::Proposal.to_string(),
            language: visit.language.code().to_owned(),
            ..Self::default()
        }
    }

    /// The form with what a proposal says now.
    #[must_use]
    pub fn of(row: &proposal::Model) -> Self {
        Self {
            id: row.id.to_string(),
            based_on: row.version,
            kind: row.kind.to_string(),
            title: row.title.clone(),
            summary: row.summary.clone(),
            text: row.text.clone(),
            served: proposals::served(row).iter().map(ToString::to_string).collect(),
            addressee: row.addressee.clone(),
            language: row.language.clone(),
        }
    }

    /// The kind that was picked.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Proposal)
    }

    /// The values that were ticked.
    #[must_use]
    pub fn served(&self) -> Vec<Value> {
        self.served.iter().filter_map(|word| word.parse().ok()).collect()
    }

    /// The form, with the fields that writing and changing have in common.
    #[must_use]
    pub fn form<'a>(&self, visit: &'a Visit, to: (&str, &str), faults: &Faults) -> Form<'a> {
        let (action, button) = to;
        let (least, most) = SUMMARY_GUIDE;
        let written: Vec<Kind> = Kind::written().collect();
        let kinds =
            picks(&written, &self.kind, |kind| visit.with("proposal-kind", "kind", kind.word()));
        let values = Value::ALL.iter().map(|value| Pick {
            value: value.to_string(),
            label: visit.with("proposal-value", "value", value.word()),
            is_picked: self.served.contains(&value.to_string()),
        });
        let guide = visit.with_two("write-summary-hint", ("least", least), ("most", most));
        Form::to(visit, action, button)
            .hidden("id", &self.id)
            .hidden("based_on", self.based_on)
            .field("kind", "write-kind", form::Kind::Select(kinds), "")
            .hint("write-kind-hint")
            .line("title", "write-title", &self.title)
            .hint("write-title-hint")
            .text("summary", "write-summary", 6, &self.summary)
            .hinted(guide)
            .text("text", "write-text", 14, &self.text)
            .hint("write-text-hint")
            .line("addressee", "write-addressee", &self.addressee)
            .hint("write-addressee-hint")
            .field("served", "write-served", form::Kind::Checks(values.collect()), "")
            .faulty(faults)
    }

    /// The languages to write in.
    #[must_use]
    pub fn languages(&self) -> Vec<Pick> {
        let pick = |language: Language| Pick {
            value: language.code().to_owned(),
            label: language.own_name().to_owned(),
            is_picked: language.code() == self.language,
        };
        Language::ALL.map(pick).into()
    }
}

fn picks<T: ToString>(all: &[T], picked: &str, label: impl Fn(&T) -> String) -> Vec<Pick> {
    let pick = |value: &T| Pick {
        value: value.to_string(),
        label: label(value),
        is_picked: value.to_string() == picked,
    };
    all.iter().map(pick).collect()
}
