//! Standing no longer: before the vote, after the result, or not at all.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use crate::{
    elections::{self, entity::election, store},
    error::Result,
    rules::{candidacy::Stage, permission::Deed},
    votes::Origin,
    web::{
        Page,
        form::{Faults, Form, FormPage, Nothing, Sent},
        visit::Visit,
    },
};

/// What is to be confirmed.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::Stand)?;
    let row = super::find(&visit, &number).await?;
    Ok(show(&visit, &row, &Faults::none()).await?.answer())
}

/// Withdraws, refuses or declines.
pub async fn act(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let row = super::find(&visit, &number).await?;
    let (now, today, id) = (visit.now, visit.today(), row.id);
    let origin = Origin::of(visit.app());
    let done = visit
        .act(async |tx, by| match row.stage {
            Stage::Seated => elections::decline(tx, now, today, by, id).await,
            _ => elections::withdraw(tx, now, today, by, id, &origin).await,
        })
        .await;
    match done {
        Ok(()) => {
            let path = format!("/elections/{}?done=stands-no-more", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &faults).await?.answer())
        }
    }
}

async fn show<'a>(
    visit: &'a Visit,
    row: &election::Model,
    faults: &Faults,
) -> Result<FormPage<'a>> {
    let hers = store::candidacy(visit.app().db.read(), row.id, visit.signed_in()?).await?;
    let stands = hers.is_some_and(|it| it.stands());
    let (title, lead, button) = match (row.stage, stands) {
        (Stage::Seated, _) => ("decline-title", "decline-lead", "decline-button"),
        (_, true) => {
            ("withdraw-candidacy-title", "withdraw-candidacy-lead", "withdraw-candidacy-button")
        }
        (_, false) => ("refuse-title", "refuse-lead", "refuse-button"),
    };
    let path = format!("/elections/{}/withdrawal", row.number);
    let form = Form::to(visit, path, button).grave().faulty(faults);
    Ok(FormPage::new(visit, visit.say(title), form)
        .intro(visit.say(lead))
        .back(format!("/elections/{}", row.number), "back-to-election"))
}
