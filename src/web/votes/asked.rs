//! What the secretary asks in a vote: for or against, or one of the ways to choose between options.

use serde::Deserialize;

use super::conditions::{self, Filled};
use crate::{
    rules::{
        ballot::Secrecy,
        tally::{
            agenda_phragmen, approval, equal_shares,
            greedy::{self, Misfit},
            method::{Opt, Rules},
            persons, schulze, stv_scottish,
        },
        word::words,
    },
    votes::Paper,
    web::{
        form::{Faults, Form, Kind, Pick},
        sectors::Sectors,
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
        /// The same, and what has most votes goes first.
        MoneyByVotes = "money_by_votes",
        /// Who gets one seat, in rounds.
        Person = "person",
        /// Who is elected to so many seats.
        Seats = "seats",
        /// Whether nobody in the council objects.
        Consent = "consent",
    }
}

impl Question {
    const fn is_about_money(self) -> bool {
        matches!(self, Self::Money | Self::MoneyByVotes)
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
    pub at_least: String,
    pub weighed_share: String,
    pub evaluate_on: String,
}

/// Reads the ballot paper.
///
/// # Errors
/// What is wrong, at its field.
pub fn read(
    visit: &Visit,
    sectors: &Sectors,
    typed: &Typed,
    filled: Filled<'_>,
) -> Result<Paper, Faults> {
    let mut faults = Faults::none();
    let question = faults.word(visit, "question", &typed.question);
    let secrecy = faults.word(visit, "secrecy", &typed.secrecy);
    let (Some(question), Some(secrecy)) = (question, secrecy) else { return Err(faults) };
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
    if question.is_about_money() && budget.is_none() {
        faults.at("budget", visit.say("fault-budget"));
    }
    let evaluate_on = typed.evaluate_on.trim().parse().ok();
    if question == Question::Consent && evaluate_on.is_none() {
        faults.at("evaluate_on", visit.say("fault-day"));
    }
    let holds = question == Question::ForOrAgainst;
    let conditions = match conditions::read(visit, sectors, filled, holds) {
        Ok(conditions) if faults.is_empty() => conditions,
        read => {
            faults.0.extend(read.err().into_iter().flat_map(|more| more.0));
            return Err(faults);
        }
    };
    if question == Question::One {
        let key = (options.len() + 1).to_string();
        options.push(Opt { key, title: visit.say("option-status-quo"), cost: None });
    }
    let rules = rules(question, places.unwrap_or(1), &options);
    let budget = budget.filter(|_| question.is_about_money());
    let consent = evaluate_on.filter(|_| question == Question::Consent);
    Ok(Paper { secrecy, rules, conditions, consent, budget, options, election: None })
}

/// A line of the field: the title, and behind the last semicolon the price where money is divided.
fn option(question: Question, key: usize, line: &str) -> Option<Opt> {
    let key = key.to_string();
    if !question.is_about_money() {
        return Some(Opt { key, title: line.to_owned(), cost: None });
    }
    let (title, price) = line.rsplit_once(';')?;
    Some(Opt { key, title: title.trim().to_owned(), cost: Some(read_money(price)?) })
}

fn rules(question: Question, places: u32, options: &[Opt]) -> Option<Rules> {
    let withdrawn = Vec::new();
    Some(match question {
        Question::ForOrAgainst | Question::Consent => return None,
        Question::One => {
            let status_quo = options.last().map(|option| option.key.clone());
            Rules::Schulze(schulze::Rules { winners: 1, status_quo, withdrawn })
        }
        Question::Some => Rules::Approval(approval::Rules { seats: places, fill: false }),
        Question::Order => {
            Rules::AgendaPhragmen(agenda_phragmen::Rules { places: None, earlier_first: true })
        }
        Question::Money => Rules::EqualShares(equal_shares::Rules::default()),
        Question::MoneyByVotes => Rules::Greedy(greedy::Rules { misfit: Misfit::PassOver }),
        Question::Person => Rules::Persons(persons::Rules { round: 1 }),
        Question::Seats => Rules::StvScottish(stv_scottish::Rules { seats: places, withdrawn }),
    })
}

/// Adds the fields of the ballot paper to a form.
#[must_use]
pub fn fields<'a>(
    visit: &'a Visit,
    sectors: &Sectors,
    form: Form<'a>,
    typed: &Typed,
    filled: Filled<'_>,
) -> Form<'a> {
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
    let form = form
        .field("question", "prepare-question", Kind::Radios(questions.collect()), "")
        .field("options", "prepare-options", Kind::Text { rows: 6 }, &typed.options)
        .hint("prepare-options-hint")
        .field("places", "prepare-places", Kind::Line("number"), &typed.places)
        .hint("prepare-places-hint")
        .field("budget", "prepare-budget", Kind::Line("text"), &typed.budget)
        .hint("prepare-budget-hint")
        .field("evaluate_on", "prepare-evaluate", Kind::Line("date"), &typed.evaluate_on)
        .hint("prepare-evaluate-hint");
    conditions::fields(visit, sectors, form, filled)
        .field("secrecy", "prepare-secrecy", Kind::Radios(secrecies.collect()), "")
        .hint("prepare-secrecy-hint")
}
