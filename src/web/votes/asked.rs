//! What the secretary asks in a vote: for or against, or one of the ways to choose between options.

use serde::Deserialize;

use crate::{
    rules::{
        ballot::Secrecy,
        tally::{
            agenda_phragmen, approval, equal_shares,
            method::{Opt, Rules},
            schulze, stv_scottish,
        },
        word::words,
    },
    votes::Paper,
    web::{
        form::{Faults, Form, Kind, Pick},
        visit::Visit,
        words::read_money,
    },
};

words! {
    /// What is asked.
    #[derive(Default)]
    pub enum Question {
        #[default]
        ForOrAgainst = "for_or_against",
        /// One of several, or to leave it as it is.
        One = "one",
        /// So many of several.
        Some = "some",
        /// In which order.
        Order = "order",
        /// What money is spent on.
        Money = "money",
        /// Who is elected to so many seats.
        Seats = "seats",
    }
}

/// What was filled in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub question: String,
    pub options: String,
    pub places: String,
    pub budget: String,
    pub secrecy: String,
}

/// Reads the ballot paper.
///
/// # Errors
/// What is wrong, at its field.
pub fn read(visit: &Visit, typed: &Typed) -> Result<Paper, Faults> {
    let mut faults = Faults::none();
    let secrecy = typed.secrecy.parse().unwrap_or(Secrecy::Open);
    let question = typed.question.parse().unwrap_or_default();
    let mut options = Vec::new();
    let lines = typed.options.lines().map(str::trim).filter(|line| !line.is_empty());
    for (line, key) in lines.zip(1..) {
        match option(question, key, line) {
            Some(option) => options.push(option),
            None => faults.at("options", visit.with("fault-price", "line", line)),
        }
    }
    let needs_places = matches!(question, Question::Some | Question::Seats);
    let places: Option<u32> = typed.places.trim().parse().ok().filter(|places| *places > 0);
    if needs_places && places.is_none() {
        faults.at("places", visit.say("fault-places"));
    }
    let budget = read_money(&typed.budget);
    if question == Question::Money && budget.is_none() {
        faults.at("budget", visit.say("fault-budget"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if question == Question::One {
        let key = (options.len() + 1).to_string();
        options.push(Opt { key, title: visit.say("option-status-quo"), cost: None });
    }
    let rules = rules(question, places.unwrap_or(1), &options);
    let budget = budget.filter(|_| question == Question::Money);
    Ok(Paper { secrecy, rules, budget, options, election: None })
}

/// A line of the field: the title, and behind the last semicolon the price where money is divided.
fn option(question: Question, key: usize, line: &str) -> Option<Opt> {
    let key = key.to_string();
    if question != Question::Money {
        return Some(Opt { key, title: line.to_owned(), cost: None });
    }
    let (title, price) = line.rsplit_once(';')?;
    Some(Opt { key, title: title.trim().to_owned(), cost: Some(read_money(price)?) })
}

fn rules(question: Question, places: u32, options: &[Opt]) -> Option<Rules> {
    let withdrawn = Vec::new();
    Some(match question {
        Question::ForOrAgainst => return None,
        Question::One => {
            let status_quo = options.last().map(|option| option.key.clone());
            Rules::Schulze(schulze::Rules { winners: 1, status_quo, withdrawn })
        }
        Question::Some => Rules::Approval(approval::Rules { seats: places, fill: false }),
        Question::Order => {
            Rules::AgendaPhragmen(agenda_phragmen::Rules { places: None, earlier_first: true })
        }
        Question::Money => Rules::EqualShares(equal_shares::Rules::default()),
        Question::Seats => Rules::StvScottish(stv_scottish::Rules { seats: places, withdrawn }),
    })
}

/// Adds the fields of the ballot paper to a form.
#[must_use]
pub fn fields<'a>(visit: &'a Visit, form: Form<'a>, typed: &Typed) -> Form<'a> {
    let pick = |value: &str, label: String, picked: &str| Pick {
        value: value.to_owned(),
        label,
        is_picked: value == picked,
    };
    let questions = Question::ALL
        .iter()
        .map(|it| pick(it.word(), visit.with("question", "question", it.word()), &typed.question));
    let secrecies = Secrecy::ALL
        .iter()
        .map(|it| pick(it.word(), visit.with("secrecy", "secrecy", it.word()), &typed.secrecy));
    form.field("question", "prepare-question", Kind::Radios(questions.collect()), "")
        .field("options", "prepare-options", Kind::Text { rows: 6 }, &typed.options)
        .hint("prepare-options-hint")
        .field("places", "prepare-places", Kind::Line("number"), &typed.places)
        .hint("prepare-places-hint")
        .field("budget", "prepare-budget", Kind::Line("text"), &typed.budget)
        .hint("prepare-budget-hint")
        .field("secrecy", "prepare-secrecy", Kind::Radios(secrecies.collect()), "")
        .hint("prepare-secrecy-hint")
}
