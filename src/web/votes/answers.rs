//! The questions that a result leaves a voter with, each with its answer: by how much, why not that
//! one, what would have turned it. What is answered is a rule; here it is put in words.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::Value;
use tokio::sync::OnceCell;

use super::chosen::{self, Teller};
use crate::{
    error::{Error, Result},
    ids::VoteId,
    rules::{
        record::{
            Published,
            v2::{self, Change},
        },
        tally::{
            lot::Lots,
            margin::{Answer, Counting},
            method::{Line, Method, Opt, Tally},
        },
    },
    votes::entity::result,
    web::{sectors::Sectors, visit::Visit},
};

/// How many results are kept answered.
const MOST_KEPT: usize = 200;

/// The answers about one result, as soon as somebody asked.
type Found = Arc<OnceCell<Vec<Answer>>>;

/// Answers that were found before. A result never changes, and finding them may mean that it is
/// counted again some dozens of times; however many ask at once, that is done once.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Mutex<BTreeMap<VoteId, Found>>>);

impl Kept {
    fn about(&self, id: VoteId) -> Found {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_KEPT && !all.contains_key(&id) {
            all.clear();
        }
        Arc::clone(all.entry(id).or_default())
    }

    async fn of(&self, method: &Method, row: &result::Model, tally: &Tally) -> Result<Found> {
        let found = self.about(row.vote_id);
        let look = async || {
            let record = row.record.clone();
            let (method, tally) = (method.clone(), tally.clone());
            let found = tokio::task::spawn_blocking(move || find(&method, &record, &tally)).await;
            found.map_err(|_| Error::unanswered("a question about a result"))
        };
        found.get_or_try_init(look).await?;
        Ok(found)
    }
}

/// Finds the answers in a record; one of the first version has only its steps.
fn find(method: &Method, record: &str, tally: &Tally) -> Vec<Answer> {
    let Ok(Published::V2(published)) = Published::read(record) else {
        let (options, lines, lots) = (&[], &[], &Lots::None);
        return Counting { method, options, lines, lots, tally }.answers();
    };
    let record = &published.record;
    let recused = record.changes.iter().filter_map(Change::recused).count();
    let ballots = v2::with_carried(&record.ballots, &record.carried);
    let silent = record.roll.len().saturating_sub(recused + ballots.len());
    let marked = ballots.iter().map(|it| Line { sector: None, mark: Some(&it.mark) });
    let silent = std::iter::repeat_n(Line { sector: None, mark: None }, silent);
    let lines: Vec<Line<'_>> = marked.chain(silent).collect();
    let lots = record.lot.as_ref().map_or(Lots::None, |lot| lot.lots(&ballots));
    Counting { method, options: &record.options, lines: &lines, lots: &lots, tally }.answers()
}

/// A question, and the sentences of its answer.
pub type Answered = (String, Vec<String>);

/// What is asked about a result, and answered.
///
/// # Errors
/// The answers could not be found.
pub async fn of(
    visit: &Visit,
    (method, options): (&Method, &[Opt]),
    sectors: &Sectors,
    row: &result::Model,
    tally: &Tally,
) -> Result<Vec<Answered>> {
    let answers = visit.door.answers.of(method, row, tally).await?;
    let teller = Teller::new(visit, method, options);
    let mut told: Vec<Answered> = Vec::new();
    for answer in answers.get().into_iter().flatten() {
        let title = question(visit, options, answer);
        let sentence = sentence(&teller, sectors, answer);
        match told.last_mut() {
            Some((last, sentences)) if *last == title => sentences.push(sentence),
            _ => told.push((title, vec![sentence])),
        }
    }
    Ok(told)
}

fn question(visit: &Visit, options: &[Opt], answer: &Answer) -> String {
    match answer.why_not() {
        None => visit.say("answers-by-how-much"),
        Some(option) => {
            let key = match answer {
                Answer::Below { .. } => "answers-why-not-higher",
                _ => "answers-why-not",
            };
            visit.with(key, "option", chosen::title(options, option))
        }
    }
}

fn sentence(teller: &Teller<'_>, sectors: &Sectors, answer: &Answer) -> String {
    let mut value = serde_json::to_value(answer).unwrap_or_default();
    if let Some(sector) = value.get_mut("sector")
        && let Some(name) = sector.as_str().map(|key| sectors.name(key).to_owned())
    {
        *sector = Value::String(name);
    }
    let name = value.get("answer").and_then(Value::as_str).unwrap_or_default();
    teller.sentence(&format!("answer-{}", name.replace('_', "-")), &value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::{Language, Words};

    #[test]
    fn every_answer_has_a_sentence() {
        let unknown = serde_json::from_str::<Answer>(r#"{"answer":""}"#).unwrap_err().to_string();
        let names: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
        assert!(names.len() > 10, "{unknown}");
        for language in Language::ALL {
            let words = Words::new(language, "UTC", chrono::DateTime::UNIX_EPOCH);
            for name in &names {
                let key = format!("answer-{}", name.replace('_', "-"));
                assert!(words.knows(&key), "{key}");
            }
        }
    }
}
