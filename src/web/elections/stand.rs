//! Standing in an election, saying yes to who asked, and changing what one says.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    elections::{self, entity::election, store},
    rules::{
        candidacy::Way,
        permission::Deed,
        wording::{Field, bounds},
    },
    web::{
        Page,
        form::{Faults, Form, FormPage, Sent},
        sectors::Sectors,
        visit::Visit,
    },
};

/// What she says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    statement: String,
}

/// The form.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let member = visit.only(Deed::Stand)?;
    let row = super::find(&visit, &number).await?;
    let hers = store::candidacy(visit.app().db.read(), row.id, member).await?;
    let typed = Typed { statement: hers.map(|it| it.statement).unwrap_or_default() };
    let sectors = Sectors::of(&visit).await?;
    Ok(show(&visit, &sectors, &row, &typed, &Faults::none()).answer())
}

/// Stands.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = super::find(&visit, &number).await?;
    let (now, today, id) = (visit.now, visit.today(), row.id);
    let done = visit
        .act(async |tx, by| {
            elections::stand(tx, now, today, by, (id, typed.statement.as_str())).await
        })
        .await;
    match done {
        Ok(()) => {
            let path = format!("/elections/{}?done=stands", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            let sectors = Sectors::of(&visit).await?;
            Ok(show(&visit, &sectors, &row, &typed, &faults).answer())
        }
    }
}

fn show<'a>(
    visit: &'a Visit,
    sectors: &Sectors,
    row: &election::Model,
    typed: &Typed,
    faults: &Faults,
) -> FormPage<'a> {
    let title = super::title(visit, sectors, row);
    let path = format!("/elections/{}/candidacy", row.number);
    let (lead, form) = match row.way {
        Way::Ballot => {
            let (_, most) = bounds(Field::Statement);
            let form = Form::to(visit, path, "stand-button")
                .text("statement", "stand-statement", 10, &typed.statement)
                .hinted(visit.with("stand-statement-hint", "most", most));
            (visit.say("stand-lead"), form)
        }
        Way::Lot => {
            let key = match row.quotas.as_str() {
                "{}" => "stand-lot-lead",
                _ => "stand-quota-lead",
            };
            (visit.say(key), Form::to(visit, path, "stand-lot-button"))
        }
    };
    FormPage::new(visit, visit.with("stand-title", "title", title), form.faulty(faults))
        .intro(lead)
        .back(format!("/elections/{}", row.number), "back-to-election")
}
