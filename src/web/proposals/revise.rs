//! Changing a proposal. When somebody changed it in the meantime (another tab, another telephone),
//! both versions are shown with what was typed.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use askama::Template;

use super::{show, texts::Texts};
use crate::{
    error::{Conflict, Error},
    proposals::{self, Revision, entity::proposal},
    web::{
        self, Page,
        form::{Faults, Form, FormPage, Sent},
        visit::Visit,
    },
};

/// The form with what the proposal says now.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = hers(&visit, &number).await?;
    Ok(show(&visit, &row, &Texts::of(&row), &Faults::none()).answer())
}

/// Makes a new version.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(texts): Sent<Texts>) -> Page {
    let (row, now) = (hers(&visit, &number).await?, visit.now);
    let new = Revision {
        id: row.id,
        based_on: texts.based_on,
        kind: texts.kind(),
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        text: texts.text.clone(),
        served: texts.served(),
        addressee: texts.addressee.clone(),
    };
    match visit.act(async |tx, by| proposals::revise(tx, now, by, new).await).await {
        Ok(_) => {
            Ok(Redirect::to(&format!("/proposals/{}?done=revised", row.number)).into_response())
        }
        Err(Error::Conflict(Conflict::NewerVersion { version })) => {
            Ok(stale(&visit, &row, texts, version))
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &texts, &faults).answer())
        }
    }
}

/// The proposal, for its submitter only.
async fn hers(visit: &Visit, number: &str) -> Result<proposal::Model, Error> {
    let row = show::find(visit, number).await?;
    if visit.is(row.submitter_id) { Ok(row) } else { Err(Error::NotFound("page")) }
}

fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    texts: &Texts,
    faults: &Faults,
) -> FormPage<'a> {
    let action = format!("/proposals/{}/revision", row.number);
    let form = texts.form(visit, (&action, "revise-button"), faults);
    FormPage::new(visit, visit.with("revise-title", "title", &row.title), form)
        .intro(visit.say("revise-lead"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal")
}

#[derive(Template)]
#[template(path = "proposals/stale.html")]
struct Stale<'a> {
    visit: &'a Visit,
    row: &'a proposal::Model,
    version: i32,
    form: Form<'a>,
}

/// What stands there now, and below it what was typed, ready to be sent as the next version.
fn stale(visit: &Visit, row: &proposal::Model, mut texts: Texts, version: i32) -> Response {
    texts.based_on = version;
    let action = format!("/proposals/{}/revision", row.number);
    let form = texts.form(visit, (&action, "revise-button"), &Faults::none());
    let page = Stale { visit, row, version, form };
    (StatusCode::CONFLICT, web::render(&page)).into_response()
}
