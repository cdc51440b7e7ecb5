//! Correcting how many papers of a batch were announced, with a reason that everybody reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    rules::{permission::Deed, record::v2::Change},
    votes::{
        batches::{self, entity::batch},
        entity::vote,
    },
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Sent},
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    announced: String,
    reason: String,
}

/// Asks how many there are, and why that is another number.
pub async fn page(visit: Visit, Path((number, batch)): Path<(String, String)>) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, batch) = super::find(&visit, &number, &batch).await?;
    let typed = Typed { announced: batch.announced.to_string(), reason: String::new() };
    Ok(form(&visit, &row, &batch, &typed, &Faults::none()).answer())
}

/// Corrects it.
pub async fn act(
    visit: Visit,
    Path((number, batch)): Path<(String, String)>,
    Sent(typed): Sent<Typed>,
) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, batch) = super::find(&visit, &number, &batch).await?;
    let mut faults = Faults::none();
    let Some(papers) = super::papers(&visit, &typed.announced, &mut faults) else {
        return Ok(form(&visit, &row, &batch, &typed, &faults).answer());
    };
    let (now, ids, to) = (visit.now, (row.id, batch.id), (papers, typed.reason.as_str()));
    match visit.act(async |tx, by| batches::correct(tx, now, by, ids, to).await).await {
        Ok(()) => {
            let path = format!("/votes/{number}/batches/{}?done=batch-corrected", batch.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &batch, &typed, &faults).answer())
        }
    }
}

fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    batch: &batch::Model,
    typed: &Typed,
    faults: &Faults,
) -> FormPage<'a> {
    let here = format!("/votes/{}/batches/{}", row.number, batch.number);
    let form = Form::to(visit, format!("{here}/correction"), "batch-correct-button")
        .field("announced", "batch-correct-papers", Kind::Line("number"), &typed.announced)
        .required()
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    let title = visit.with("batch-correct-papers-title", "batch", super::name(visit, batch));
    FormPage::new(visit, title, form)
        .intro(visit.say("batch-correct-lead"))
        .back(here, "back-to-batch")
}

/// What was corrected of a batch, or of all batches of a vote, in the order in which it was; and whether
/// that was after the close.
#[must_use]
pub fn told(visit: &Visit, row: &vote::Model, changes: &[Change], of: Option<i64>) -> Vec<String> {
    let sentence = |change: &Change| {
        let Change::BatchCorrected { at, batch, from, to, reason } = change else { return None };
        let is_late = row.closed_at.is_some_and(|closed_at| closed_at <= *at);
        let things = [
            ("when", if is_late { "late" } else { "in_time" }.into()),
            ("number", (*batch).into()),
            ("from", (*from).into()),
            ("to", (*to).into()),
            ("at", visit.at(*at).into()),
            ("reason", reason.as_str().into()),
        ];
        of.is_none_or(|number| number == *batch).then(|| visit.fill("batch-corrected", &things))
    };
    changes.iter().filter_map(sentence).collect()
}
