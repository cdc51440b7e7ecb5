//! The first page of all: naming the neighbourhood. Reached with a link that only the one who
//! keeps the server sees, and only until the neighbourhood is founded.

use std::fs;

use askama::Template;
use axum::{
    extract::{FromRequestParts, Query},
    http::{header, request::Parts},
    response::{AppendHeaders, IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    bodies::{self, Founding},
    db,
    error::{Error, Refusal, Result},
    members,
    rules::{charter::Charter, member::Entry, wording},
    web::{
        self, Door, Page,
        form::{Faults, Form, Kind, Pick, Sent, optional, seal, status},
        refusal::{PageError, sentence},
        session, visit,
        words::{Language, Words},
    },
};

/// The file in the data folder that holds the hash of the token in the link.
const FILE: &str = "setup.token";

/// Somebody at the door of a neighbourhood that isn't there yet.
#[derive(Debug)]
pub struct Pioneer {
    door: Door,
    words: Words,
    seal: String,
}

impl FromRequestParts<Door> for Pioneer {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, PageError> {
        let app = &door.app;
        if bodies::store::neighbourhood(app.db.read()).await?.is_some() {
            return Err(Error::NotFound("page").into());
        }
        let now = app.clock.now();
        let language = visit::language(app, &parts.headers, None, "nl");
        let words = Words::new(language, &app.settings.neighbourhood.time_zone, now);
        let seal = seal::press(&app.secret, now, &session::holder(&app.settings, parts));
        Ok(Self { door: door.clone(), words, seal })
    }
}

/// The token of the link.
#[derive(Deserialize)]
pub struct Key {
    #[serde(default)]
    token: String,
}

/// What is filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    token: String,
    neighbourhood: String,
    handle: String,
    language: String,
    name: String,
    email: String,
    born_in: String,
}

#[derive(Template)]
#[template(path = "bodies/setup.html")]
struct Setup<'a> {
    words: &'a Words,
    form: Form<'a>,
}

/// The form, for the one who has the link.
pub async fn page(pioneer: Pioneer, Query(key): Query<Key>) -> Page {
    check(&pioneer, &key.token)?;
    let language = pioneer.words.language.code().to_owned();
    let typed = Typed { token: key.token, language, ..Typed::default() };
    Ok(show(&pioneer, &typed, &Faults::none()))
}

/// Founds the neighbourhood and signs its first member in.
pub async fn found(pioneer: Pioneer, Sent(typed): Sent<Typed>) -> Page {
    check(&pioneer, &typed.token)?;
    let app = &pioneer.door.app;
    let now = app.clock.now();
    if let Some(faults) = faults(&pioneer.words, &typed) {
        return Ok(show(&pioneer, &typed, &faults));
    }
    let founded = db::write(&app.db, async |tx| {
        let first = bodies::found(tx, now, founding(&typed)).await?;
        members::sign_in::begin(tx, now, &app.secret, first, None).await
    })
    .await;
    let signed_in = match founded {
        Ok(signed_in) => signed_in,
        Err(error) => {
            let faults = Faults::or_leave(&pioneer.words, error)?;
            return Ok(show(&pioneer, &typed, &faults));
        }
    };
    app.bell.notify_waiters();
    // The link has done its work; a file that stays behind opens nothing, since this page is gone.
    let _ = fs::remove_file(app.settings.server.data_dir.join(FILE));
    let cookie = session::Kind::Member.set(&app.settings, Some(&signed_in.token));
    let desk = Redirect::to("/desk?done=founded");
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), desk).into_response())
}

/// Compares the token with the hash in the data folder.
fn check(pioneer: &Pioneer, token: &str) -> Result<()> {
    let app = &pioneer.door.app;
    let path = app.settings.server.data_dir.join(FILE);
    let stored = fs::read_to_string(path).unwrap_or_default();
    let is_right = !token.is_empty() && app.secret.is_hash("setup", token, stored.trim());
    if is_right { Ok(()) } else { Err(Error::NotFound("page")) }
}

fn founding(typed: &Typed) -> Founding {
    Founding {
        name: typed.neighbourhood.clone(),
        handle: typed.handle.trim().to_owned(),
        language: typed.language.clone(),
        first: Entry {
            name: typed.name.trim().to_owned(),
            email: optional(&typed.email),
            language: typed.language.clone(),
            born_in: typed.born_in.trim().parse().ok(),
            ..Entry::default()
        },
        charter: Charter::default(),
    }
}

/// Faults that would otherwise be told one at a time.
fn faults(words: &Words, typed: &Typed) -> Option<Faults> {
    let mut faults = Faults::none();
    if let Err(refusal) = wording::check(wording::Field::Neighbourhood, &typed.neighbourhood) {
        faults.0.extend(sentence::faults(words, &Refusal::Wording(refusal)));
    }
    if !wording::is_handle(typed.handle.trim()) {
        faults.at("handle", words.say("setup-handle-fault"));
    }
    if let Err(refusal) = wording::check(wording::Field::Name, &typed.name) {
        faults.0.extend(sentence::faults(words, &Refusal::Wording(refusal)));
    }
    (!faults.is_empty()).then_some(faults)
}

fn show(pioneer: &Pioneer, typed: &Typed, faults: &Faults) -> axum::response::Response {
    let words = &pioneer.words;
    let languages = Language::ALL.map(|language| Pick {
        value: language.code().to_owned(),
        label: language.own_name().to_owned(),
        is_picked: language.code() == typed.language,
    });
    let form = Form::sealed(words, &pioneer.seal, "/setup", "setup-button")
        .hidden("token", &typed.token)
        .line("neighbourhood", "setup-neighbourhood", &typed.neighbourhood)
        .line("handle", "setup-handle", &typed.handle)
        .hint("setup-handle-hint")
        .field("language", "setup-language", Kind::Select(languages.into()), "")
        .line("name", "setup-name", &typed.name)
        .autocomplete("name")
        .field("email", "member-email", Kind::Line("email"), &typed.email)
        .autocomplete("email")
        .field("born_in", "member-born-in", Kind::Line("number"), &typed.born_in)
        .required()
        .faulty(faults);
    (status(faults.is_empty()), web::render(&Setup { words, form })).into_response()
}
