//! Putting the end of a vote off, with a reason that everybody reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    rules::permission::Deed,
    votes::{self, entity::vote},
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
    closes_at: String,
    reason: String,
}

/// Asks until when, and why.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::CloseVote)?;
    let row = show::find(&visit, &number).await?;
    let typed = Typed { closes_at: visit.typed(row.closes_at), reason: String::new() };
    Ok(form(&visit, &row, &typed, &Faults::none()).answer())
}

/// Puts it off.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let Some(until) = visit.read_moment(&typed.closes_at) else {
        let mut faults = Faults::none();
        faults.at("closes_at", visit.say("fault-moment"));
        return Ok(form(&visit, &row, &typed, &faults).answer());
    };
    let to = (until, typed.reason.as_str());
    match visit.act(async |tx, by| votes::extend(tx, now, by, row.id, to).await).await {
        Ok(()) => {
            Ok(Redirect::to(&format!("/votes/{}?done=vote-extended", row.number)).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn form<'a>(visit: &'a Visit, row: &vote::Model, typed: &Typed, faults: &Faults) -> FormPage<'a> {
    let action = format!("/votes/{}/extension", row.number);
    let form = Form::to(visit, action, "extend-button")
        .field("closes_at", "extend-until", Kind::Line("datetime-local"), &typed.closes_at)
        .required()
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    FormPage::new(visit, visit.with("extend-title", "title", visit.title(&row.title)), form)
        .intro(visit.say("extend-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
}
