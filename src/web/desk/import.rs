//! Reading a roll from a file: tried out first, with every bad line; carried out whole or not.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::{
    bodies,
    error::Result,
    members::import::{self, COLUMNS, Fault, LineFault, Plan},
    rules::{member::Entry, permission::Deed},
    web::{
        self, Page,
        form::{self, Form, FormPage, Sent, Upload, status},
        refusal::sentence,
        visit::Visit,
    },
};

/// The file that was tried out.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Tried {
    roll: String,
}

#[derive(Template)]
#[template(path = "desk/import.html")]
struct TryOut<'a> {
    visit: &'a Visit,
    faults: Vec<(u64, String)>,
    plan: Option<(Plan, Form<'a>)>,
}

/// The form for the file.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::KeepRoll)?;
    let columns: Vec<&str> = COLUMNS.iter().map(|(name, ..)| *name).collect();
    let form = Form::to(&visit, "/desk/roll/import", "import-try")
        .field("roll", "import-file", form::Kind::File, "")
        .required()
        .hinted(visit.with("import-file-hint", "columns", columns.join(", ")));
    let page = FormPage::new(&visit, visit.say("import-title"), form)
        .intro(visit.say("import-lead"))
        .back("/desk/roll", "back-to-roll");
    Ok(page.answer())
}

/// Says what the file would do; changes nothing.
pub async fn try_out(visit: Visit, upload: Upload) -> Page {
    visit.only(Deed::KeepRoll)?;
    let text = upload.text("roll");
    Ok(match read(&visit, text).await? {
        Ok(entries) => tried(&visit, text, &entries).await?,
        Err(faults) => refused(&visit, &faults),
    })
}

/// Carries it out.
pub async fn act(visit: Visit, Sent(tried): Sent<Tried>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let now = visit.now;
    let entries = match read(&visit, &tried.roll).await? {
        Ok(entries) => entries,
        Err(faults) => return Ok(refused(&visit, &faults)),
    };
    visit
        .act(async |tx, by| {
            let plan = import::plan(tx, &entries).await?;
            import::import(tx, now, Some(by), plan).await
        })
        .await?;
    Ok(Redirect::to("/desk/roll?done=imported").into_response())
}

async fn read(visit: &Visit, text: &str) -> Result<Result<Vec<(u64, Entry)>, Vec<LineFault>>> {
    let sectors = bodies::store::sector_keys(visit.app().db.read()).await?;
    Ok(import::read(text, &sectors, import::year(visit.now)))
}

async fn tried(visit: &Visit, text: &str, entries: &[(u64, Entry)]) -> Result<Response> {
    let plan = import::plan(visit.app().db.read(), entries).await?;
    let unclear =
        plan.unclear.iter().map(|(line, name)| (*line, visit.with("import-unclear", "name", name)));
    let faults: Vec<(u64, String)> = unclear.collect();
    let form =
        Form::to(visit, "/desk/roll/import/confirmation", "import-button").hidden("roll", text);
    let is_clear = faults.is_empty();
    let page = TryOut { visit, faults, plan: is_clear.then_some((plan, form)) };
    Ok((status(is_clear), web::render(&page)).into_response())
}

fn refused(visit: &Visit, faults: &[LineFault]) -> Response {
    let faults = faults.iter().map(|fault| (fault.line, told(visit, &fault.what))).collect();
    let page = TryOut { visit, faults, plan: None };
    (status(false), web::render(&page)).into_response()
}

fn told(visit: &Visit, fault: &Fault) -> String {
    match fault {
        Fault::Empty => visit.say("line-empty"),
        Fault::ColumnMissing(name) => visit.with("line-column-missing", "name", *name),
        Fault::ColumnUnknown(name) => visit.with("line-column-unknown", "name", name),
        Fault::ColumnTwice(name) => visit.with("line-column-twice", "name", *name),
        Fault::Cells { have, want } => {
            visit.with_two("line-cells", ("have", *have), ("want", *want))
        }
        Fault::NotText => visit.say("line-not-text"),
        Fault::NotAYear(text) => visit.with("line-not-a-year", "text", text),
        Fault::NotYesOrNo(text) => visit.with("line-not-yes-or-no", "text", text),
        Fault::Twice { number, first } => {
            visit.with_two("line-twice", ("number", number), ("first", *first))
        }
        Fault::TooLong => visit.say("line-too-long"),
        Fault::Entry(refusal) => sentence::of_member(visit, refusal).1,
    }
}
