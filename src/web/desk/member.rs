//! One entry on the roll: adding, changing, suspending, forgetting, and a new code.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{entry::Typed, letters};
use crate::{
    bodies, elections,
    error::{Error, Result},
    ids::MemberId,
    members::{self, entity::member},
    rules::permission::Deed,
    votes::Origin,
    web::{
        self, Page, PageError,
        form::{self, Faults, Form, FormPage, Sent, status},
        visit::Visit,
    },
};

/// Whether to suspend, and whether the secretary is sure.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sure {
    suspended: String,
    sure: String,
}

#[derive(Template)]
#[template(path = "desk/member.html")]
struct Member<'a> {
    visit: &'a Visit,
    row: member::Model,
    form: Form<'a>,
    letter: Option<Form<'a>>,
    suspend: Form<'a>,
    forget: Form<'a>,
}

/// An empty entry.
pub async fn new(visit: Visit) -> Page {
    visit.only(Deed::KeepRoll)?;
    Ok(empty(&visit, &Typed::fresh(&visit), &Faults::none()).await?)
}

/// Puts somebody on the roll.
pub async fn add(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::KeepRoll)?;
    let now = visit.now;
    let entry = match typed.read(&visit) {
        Ok(entry) => entry,
        Err(faults) => return Ok(empty(&visit, &typed, &faults).await?),
    };
    let added = visit
        .act(async |tx, by| {
            let sectors = bodies::store::sector_keys(tx).await?;
            members::add(tx, now, Some(by), entry, &sectors).await
        })
        .await;
    match added {
        Ok(row) => Ok(on(row.id, "member-added")),
        Err(error) => Ok(empty(&visit, &typed, &faults(&visit, error)?).await?),
    }
}

/// The entry of a member.
pub async fn page(visit: Visit, Path(member): Path<String>) -> Page {
    let row = find(&visit, &member).await?;
    Ok(show(&visit, row.clone(), &Typed::of(&row), &Faults::none()).await?)
}

/// Changes it.
pub async fn change(visit: Visit, Path(member): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let (row, now) = (find(&visit, &member).await?, visit.now);
    let entry = match typed.read(&visit) {
        Ok(entry) => entry,
        Err(faults) => return Ok(show(&visit, row, &typed, &faults).await?),
    };
    let changed = visit
        .act(async |tx, by| {
            let sectors = bodies::store::sector_keys(tx).await?;
            members::change(tx, now, by, row.id, entry, &sectors).await
        })
        .await;
    match changed {
        Ok(()) => Ok(on(row.id, "member-changed")),
        Err(error) => {
            let faults = faults(&visit, error)?;
            Ok(show(&visit, row, &typed, &faults).await?)
        }
    }
}

/// Suspends a member, or puts her back.
pub async fn suspend(visit: Visit, Path(member): Path<String>, Sent(sure): Sent<Sure>) -> Page {
    let (row, now) = (find(&visit, &member).await?, visit.now);
    let is_suspended = sure.suspended == "yes";
    visit.act(async |tx, by| members::suspend(tx, now, by, row.id, is_suspended).await).await?;
    Ok(on(row.id, "member-suspended"))
}

/// Forgets a member who asked for it.
pub async fn forget(visit: Visit, Path(member): Path<String>, Sent(sure): Sent<Sure>) -> Page {
    let (row, now) = (find(&visit, &member).await?, visit.now);
    if sure.sure != "yes" {
        let mut faults = Faults::none();
        faults.at("sure", visit.say("forget-not-sure"));
        let typed = Typed::of(&row);
        return Ok(show(&visit, row, &typed, &faults).await?);
    }
    let (id, today, origin) = (row.id, visit.today(), Origin::of(visit.app()));
    visit
        .act(async |tx, by| {
            elections::erase(tx, now, today, id, &origin).await?;
            members::forget(tx, now, by, id).await
        })
        .await?;
    Ok(Redirect::to("/desk/roll?done=member-forgotten").into_response())
}

/// The member that an address names, for those only who keep the roll.
pub(super) async fn find(visit: &Visit, member: &str) -> Result<member::Model, PageError> {
    visit.only(Deed::KeepRoll)?;
    let id: MemberId = member.parse().map_err(|_| Error::NotFound("member"))?;
    let row = members::store::get(visit.app().db.read(), id).await?;
    if row.forgotten_at.is_some() { Err(Error::NotFound("member").into()) } else { Ok(row) }
}

fn on(id: MemberId, done: &str) -> Response {
    Redirect::to(&format!("/desk/roll/{id}?done={done}")).into_response()
}

/// A member number that is taken is told at its field.
fn faults(visit: &Visit, error: Error) -> Result<Faults, PageError> {
    if let Error::Conflict(_) = error {
        let mut faults = Faults::none();
        faults.at("member_number", visit.say("entry-number-taken"));
        return Ok(faults);
    }
    Faults::or_leave(visit, error)
}

async fn empty(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let form = typed.form(visit, "/desk/roll".to_owned(), faults).await?;
    let page =
        FormPage::new(visit, visit.say("entry-new"), form).back("/desk/roll", "back-to-roll");
    Ok(page.answer())
}

async fn show(
    visit: &Visit,
    row: member::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<Response> {
    let path = format!("/desk/roll/{}", row.id);
    let (suspended, button) = if row.suspended_at.is_some() {
        ("no", "unsuspend-button")
    } else {
        ("yes", "suspend-button")
    };
    let of_forgetting =
        Faults(faults.0.iter().filter(|(at, _)| *at == Some("sure")).cloned().collect());
    let of_entry = Faults(faults.0.iter().filter(|(at, _)| *at != Some("sure")).cloned().collect());
    let may_issue = visit.may(Deed::IssueCodes);
    let page = Member {
        visit,
        form: typed.form(visit, path.clone(), &of_entry).await?,
        letter: may_issue.then(|| letters::form(visit, format!("{path}/letter"), "letter-button")),
        suspend: Form::to(visit, format!("{path}/suspension"), button)
            .hidden("suspended", suspended)
            .grave(),
        forget: Form::to(visit, format!("{path}/forgetting"), "forget-member-button")
            .field("sure", "forget-sure", form::Kind::Tick, "")
            .grave()
            .faulty(&of_forgetting),
        row,
    };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}
