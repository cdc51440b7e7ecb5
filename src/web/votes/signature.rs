//! Signing the record of a vote as its teller: by typing the signing code, or by handing in a
//! signature that was made elsewhere.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::{Error, Result},
    rules::{permission::Deed, signing_code::SigningCode, teller::Refusal},
    votes::{
        entity::vote,
        store,
        tellers::{self, Means},
    },
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Sent},
        visit::Visit,
    },
};

/// What was filled in: one of the two. A code that was refused isn't shown again.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    code: String,
    signature: String,
}

/// Asks for the code or the signature.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::SignRecord)?;
    let row = show::find(&visit, &number).await?;
    Ok(form(&visit, &row, &Typed::default(), &Faults::none()).await?.answer())
}

/// Signs.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::SignRecord)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let done = match typed.means() {
        Ok(means) => {
            visit.act(async |tx, by| tellers::sign(tx, now, by, row.id, means).await).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        Ok(_) => {
            Ok(Redirect::to(&format!("/votes/{number}?done=record-signed#recount")).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(form(&visit, &row, &typed, &faults).await?.answer())
        }
    }
}

impl Typed {
    fn means(&self) -> Result<Means, Refusal> {
        match (self.code.trim(), self.signature.trim()) {
            ("", "") => Err(Refusal::Nothing),
            ("", signature) => {
                signature.parse().map(Means::Signature).map_err(|_| Refusal::AnotherRecord)
            }
            (code, _) => SigningCode::read(code).map(Means::Code).map_err(|_| Refusal::Mistyped),
        }
    }
}

async fn form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<FormPage<'a>> {
    let result = store::result(visit.app().db.read(), row.id).await?;
    let hash = result.ok_or(Error::NotFound("result"))?.record_hash;
    let form = Form::to(visit, format!("/votes/{}/signature", row.number), "sign-button")
        .field("code", "sign-code", Kind::Line("text"), "")
        .hint("sign-code-hint")
        .field("signature", "sign-signature", Kind::Line("text"), &typed.signature)
        .hint("sign-signature-hint")
        .faulty(faults);
    Ok(FormPage::new(visit, visit.with("sign-title", "title", visit.title(&row.title)), form)
        .intro(visit.say("sign-lead"))
        .intro(visit.with("sign-hash", "hash", hash))
        .back(format!("/votes/{}", row.number), "back-to-vote"))
}
