//! Writing a proposal. It is a draft first, which only its writer sees.

use axum::response::{IntoResponse, Redirect};

use super::texts::Texts;
use crate::{
    error::{Conflict, Error},
    ids::ProposalId,
    proposals::{self, Draft},
    rules::permission::Deed,
    web::{
        Page,
        form::{self, Faults, FormPage, Sent},
        visit::Visit,
    },
};

/// The empty form.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::WriteProposal)?;
    Ok(show(&visit, &Texts::fresh(&visit), &Faults::none()).answer())
}

/// Keeps the draft and shows it to its writer.
pub async fn act(visit: Visit, Sent(texts): Sent<Texts>) -> Page {
    let now = visit.now;
    let id: ProposalId = texts.id.parse().map_err(|_| Error::NotFound("proposal"))?;
    let new = Draft {
        id,
        kind: texts.kind(),
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        text: texts.text.clone(),
        served: texts.served(),
        addressee: texts.addressee.clone(),
        language: texts.language.clone(),
    };
    match visit.act(async |tx, by| proposals::draft(tx, now, by, new).await).await {
        Ok(row) => Ok(on(row.number)),
        // Sent twice: it is there already.
        Err(Error::Conflict(Conflict::Already)) => {
            let row = proposals::store::get(visit.app().db.read(), id).await?;
            if visit.is(row.submitter_id) { Ok(on(row.number)) } else { Err(not_there()) }
        }
        Err(error) => Ok(show(&visit, &texts, &Faults::or_leave(&visit, error)?).answer()),
    }
}

fn not_there() -> crate::web::PageError {
    Error::NotFound("proposal").into()
}

fn on(number: i64) -> axum::response::Response {
    Redirect::to(&format!("/proposals/{number}?done=drafted")).into_response()
}

fn show<'a>(visit: &'a Visit, texts: &Texts, faults: &Faults) -> FormPage<'a> {
    let form = texts.form(visit, ("/proposals", "write-button"), faults).field(
        "language",
        "write-language",
        form::Kind::Select(texts.languages()),
        "",
    );
    FormPage::new(visit, visit.say("write-heading"), form)
        .intro(visit.say("write-lead"))
        .back("/proposals", "back-to-proposals")
}
