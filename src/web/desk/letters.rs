//! Letters with voting codes: a page made for paper. The codes are shown this one time.

use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use serde::Deserialize;

use super::{
    member,
    paper::{self, Letter},
};
use crate::{
    clock::Instant,
    members::{
        codes::{self, Which},
        entity::member::Model,
    },
    rules::{code::Code, permission::Deed},
    web::{
        self, Page,
        form::{self, Faults, Form, FormPage, Pick, Sent},
        visit::Visit,
    },
};

/// For whom, and until when.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    who: String,
    valid_until: String,
}

#[derive(Template)]
#[template(path = "desk/letters.html")]
struct Letters<'a> {
    visit: &'a Visit,
    letters: Vec<Letter>,
    name: &'a str,
    site: &'a str,
    valid_until: Instant,
}

/// The form.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::IssueCodes)?;
    Ok(ask(&visit, &Faults::none()))
}

/// Gives out codes, and prints them.
pub async fn many(visit: Visit, Sent(wanted): Sent<Wanted>) -> Page {
    visit.only(Deed::IssueCodes)?;
    let now = visit.now;
    let Some(valid_until) = last_day(&visit, &wanted) else {
        return Ok(ask(&visit, &no_day(&visit)));
    };
    let which = if wanted.who == "all" { Which::All } else { Which::WithoutCode };
    let secret = &visit.app().secret;
    let issued = visit
        .act(async |tx, by| codes::issue_all(tx, now, Some(by), secret, which, valid_until).await)
        .await?;
    Ok(print(&visit, issued, valid_until))
}

/// Gives one member a new code; the old one is void at once.
pub async fn one(visit: Visit, Path(id): Path<String>, Sent(wanted): Sent<Wanted>) -> Page {
    visit.only(Deed::IssueCodes)?;
    let (row, now) = (member::find(&visit, &id).await?, visit.now);
    let Some(valid_until) = last_day(&visit, &wanted) else {
        return Ok(ask(&visit, &no_day(&visit)));
    };
    let secret = &visit.app().secret;
    let code = visit
        .act(async |tx, by| codes::issue(tx, now, Some(by), secret, row.id, valid_until).await)
        .await?;
    Ok(print(&visit, vec![(row, code)], valid_until))
}

/// The form for the last day of one code.
pub(super) fn form<'a>(visit: &'a Visit, action: String, button: &str) -> Form<'a> {
    let in_a_year = visit.typed(visit.now + TimeDelta::days(365));
    let day = in_a_year.split('T').next().unwrap_or_default();
    Form::to(visit, action, button)
        .field("valid_until", "letters-until", form::Kind::Line("date"), day)
        .required()
}

fn ask(visit: &Visit, faults: &Faults) -> Response {
    let pick =
        |value: &str, label: String, is_picked| Pick { value: value.to_owned(), label, is_picked };
    let who = vec![
        pick("without", visit.say("letters-without"), true),
        pick("all", visit.say("letters-all"), false),
    ];
    let form = form(visit, "/desk/letters".to_owned(), "letters-button")
        .field("who", "letters-who", form::Kind::Radios(who), "")
        .faulty(faults);
    FormPage::new(visit, visit.say("letters-title"), form)
        .intro(visit.say("letters-lead"))
        .back("/desk", "back-to-desk")
        .answer()
}

fn last_day(visit: &Visit, wanted: &Wanted) -> Option<Instant> {
    visit.read_last_day(&wanted.valid_until).filter(|until| *until > visit.now)
}

fn no_day(visit: &Visit) -> Faults {
    let mut faults = Faults::none();
    faults.at("valid_until", visit.say("letters-no-day"));
    faults
}

fn print(visit: &Visit, issued: Vec<(Model, Code)>, valid_until: Instant) -> Response {
    let url = &visit.app().settings.server.public_url;
    let letters = paper::letters(&visit.words, url, &issued);
    let (name, site) = (visit.neighbourhood.name.as_str(), url.as_str());
    let page = Letters { visit, letters, name, site, valid_until };
    let mut response = web::render(&page);
    // Codes stay in no cache of a browser or proxy.
    let never = header::HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, never);
    response.into_response()
}
