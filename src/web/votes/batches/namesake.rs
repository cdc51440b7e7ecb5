//! Declaring that a teller only bears the name of an option, with a reason that everybody reads.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    error::{Error, Result},
    members,
    rules::{permission::Deed, role::Role, teller::Stood},
    votes::{entity::vote, tellers},
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Pick, Sent},
        visit::Visit,
        votes::show,
    },
};

/// What was filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    teller: String,
    reason: String,
}

/// Asks who it is, and why she isn't the one on the paper.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let row = show::find(&visit, &number).await?;
    Ok(form(&visit, &row, &Typed::default(), &Faults::none()).await?.answer())
}

/// Declares it.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let teller = typed.teller.parse().map_err(|_| Error::NotFound("teller"))?;
    let about = (teller, typed.reason.as_str());
    let done =
        visit.act(async |tx, by| tellers::clear_namesake(tx, now, by, row.id, about).await).await;
    match done {
        Ok(()) => {
            let path = format!("/votes/{}/batches?done=namesake-cleared", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &typed, &faults).await?.answer())
        }
    }
}

/// The tellers whose name stands on the paper of a vote, and of whom nothing more is known.
///
/// # Errors
/// What the database says.
pub async fn named(visit: &Visit, row: &vote::Model) -> Result<Vec<Pick>> {
    let reader = visit.app().db.read();
    let mut named = Vec::new();
    for (office, member) in members::store::officers(reader).await? {
        let is_teller = office.role == Role::Teller;
        if is_teller && tellers::stood(reader, row.id, member.id).await? == Some(Stood::ByName) {
            let value = member.id.to_string();
            named.push(Pick { value, label: member.name, is_picked: false });
        }
    }
    Ok(named)
}

async fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<FormPage<'a>> {
    let mut picks = named(visit, row).await?;
    for pick in &mut picks {
        pick.is_picked = pick.value == typed.teller;
    }
    let form = Form::to(visit, format!("/votes/{}/namesake", row.number), "namesake-button")
        .field("teller", "namesake-who", Kind::Select(picks), "")
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    Ok(FormPage::new(visit, visit.say("namesake-title"), form)
        .intro(visit.say("namesake-lead"))
        .back(format!("/votes/{}/batches", row.number), "back-to-batches"))
}
