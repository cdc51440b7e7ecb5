//! The partners: whom this neighbourhood follows, by handle.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::{Error, Result},
    ids::PartnerId,
    neighbours::{self, entity::partner, store},
    rules::{
        head::Seen,
        partner::{Handle, Stage},
        permission::Deed,
    },
    web::{
        self, Page,
        form::{Faults, Form, Nothing, Sent, status},
        visit::Visit,
    },
};

/// The handle that was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    handle: String,
}

#[derive(Template)]
#[template(path = "neighbours/partners.html")]
struct Partners<'a> {
    visit: &'a Visit,
    partners: Vec<partner::Model>,
    /// What was seen last of their logs.
    seen: Vec<(partner::Model, Seen)>,
    form: Form<'a>,
}

impl Partners<'_> {
    /// What is wrong with the log of a partner, in a word.
    fn log_fault(&self, partner: &partner::Model) -> Option<&str> {
        let seen = self.seen.iter().find(|(it, _)| it.id == partner.id);
        seen.and_then(|(_, seen)| seen.fault.as_deref())
    }
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::KeepPartners)?;
    Ok(show(&visit, &Typed::default(), &Faults::none()).await?)
}

/// Asks another neighbourhood.
pub async fn ask(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::KeepPartners)?;
    let now = visit.now;
    let asked = visit
        .act(async |tx, by| {
            let handle = Handle::read(&typed.handle)?;
            let ours = Handle::read(&visit.handle())?;
            neighbours::ask(tx, now, by, &handle, &ours).await
        })
        .await;
    match asked {
        Ok(_) => Ok(Redirect::to("/desk/partners?done=asked").into_response()),
        Err(error) => Ok(show(&visit, &typed, &Faults::or_leave(&visit, error)?).await?),
    }
}

/// Ends it.
pub async fn end(
    visit: Visit,
    Path(partner): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    visit.only(Deed::KeepPartners)?;
    let id: PartnerId = partner.parse().map_err(|_| Error::NotFound("partner"))?;
    let now = visit.now;
    visit.act(async |tx, by| neighbours::end(tx, now, by, id).await).await?;
    Ok(Redirect::to("/desk/partners?done=partner-ended").into_response())
}

async fn show(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let partners = store::partners(visit.app().db.read()).await?;
    let form = Form::to(visit, "/desk/partners", "partner-button")
        .line("handle", "partner-handle", &typed.handle)
        .hint("partner-handle-hint")
        .faulty(faults);
    let seen = neighbours::lately_seen(visit.app().db.read()).await?;
    let page = Partners { visit, partners, seen, form };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}
