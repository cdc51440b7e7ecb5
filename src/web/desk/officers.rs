//! Who is chair, secretary, teller, connector or administrator.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::{Error, Result},
    ids::MemberId,
    members::{
        self,
        entity::{member, office},
        store,
    },
    rules::{permission::Deed, role::Role},
    web::{
        self, Page,
        form::{self, Faults, Form, Nothing, Pick, Sent, status},
        people::named,
        visit::Visit,
    },
};

/// Whom to appoint to what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    who: String,
    role: String,
}

#[derive(Template)]
#[template(path = "desk/officers.html")]
struct Officers<'a> {
    visit: &'a Visit,
    officers: Vec<(office::Model, member::Model)>,
    form: Form<'a>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::AppointOfficers)?;
    Ok(show(&visit, &Typed::default(), &Faults::none()).await?)
}

/// Appoints somebody.
pub async fn appoint(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::AppointOfficers)?;
    let now = visit.now;
    let role: Role = typed.role.parse().map_err(|_| Error::NotFound("role"))?;
    let member = match named(&visit, "who", &typed.who).await? {
        Ok(member) => member,
        Err(faults) => return Ok(show(&visit, &typed, &faults).await?),
    };
    let done =
        visit.act(async |tx, by| members::appoint(tx, now, Some(by), member.id, role).await).await;
    match done {
        Ok(()) => Ok(Redirect::to("/desk/officers?done=appointed").into_response()),
        Err(error) => Ok(show(&visit, &typed, &Faults::or_leave(&visit, error)?).await?),
    }
}

/// Takes an office away.
pub async fn dismiss(
    visit: Visit,
    Path((member, role)): Path<(String, String)>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    visit.only(Deed::AppointOfficers)?;
    let id: MemberId = member.parse().map_err(|_| Error::NotFound("member"))?;
    let role: Role = role.parse().map_err(|_| Error::NotFound("role"))?;
    let now = visit.now;
    visit.act(async |tx, by| members::dismiss(tx, now, by, id, role).await).await?;
    Ok(Redirect::to("/desk/officers?done=dismissed").into_response())
}

async fn show(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let officers = store::officers(visit.app().db.read()).await?;
    let roles = Role::OFFICES.iter().map(|role| Pick {
        value: role.to_string(),
        label: visit.with("role-name", "role", role.word()),
        is_picked: role.word() == typed.role,
    });
    let form = Form::to(visit, "/desk/officers", "officers-button")
        .line("who", "officers-who", &typed.who)
        .required()
        .hint("who-hint")
        .field("role", "officers-role", form::Kind::Select(roles.collect()), "")
        .faulty(faults);
    let page = Officers { visit, officers, form };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}
