//! Asking somebody else to stand.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    elections::{self, entity::election},
    rules::permission::Deed,
    web::{
        Page,
        form::{Faults, Form, FormPage, Sent},
        visit::Visit,
    },
};

/// Whom.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
}

/// The form.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::Stand)?;
    let row = super::find(&visit, &number).await?;
    Ok(show(&visit, &row, &Typed::default(), &Faults::none()).answer())
}

/// Asks her.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = super::find(&visit, &number).await?;
    let (now, today, id) = (visit.now, visit.today(), row.id);
    let done = visit
        .act(async |tx, by| {
            elections::nominate(tx, now, today, by, (id, typed.name.as_str())).await
        })
        .await;
    match done {
        Ok(()) => {
            let path = format!("/elections/{}?done=nominated", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn show<'a>(
    visit: &'a Visit,
    row: &election::Model,
    typed: &Typed,
    faults: &Faults,
) -> FormPage<'a> {
    let path = format!("/elections/{}/nomination", row.number);
    let form = Form::to(visit, path, "nominate-button")
        .line("name", "nominate-who", &typed.name)
        .hint("nominate-who-hint")
        .faulty(faults);
    FormPage::new(visit, visit.say("nominate-title"), form)
        .intro(visit.say("nominate-lead"))
        .back(format!("/elections/{}", row.number), "back-to-election")
}
