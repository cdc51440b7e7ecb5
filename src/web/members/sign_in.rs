//! Signing in with the code of a letter, typed or scanned.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    db,
    error::{Error, Result},
    members::{self, sign_in::SignedIn},
    rules::{code::Code, throttle},
    web::{
        self, Page,
        form::{self, Faults, Form, Sent, status},
        session::Kind,
        visit::Visit,
    },
};

/// Where to go afterwards.
#[derive(Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// What is typed from the letter.
#[derive(Default, Deserialize)]
pub struct Letter {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "members/sign_in.html")]
struct SignIn<'a> {
    visit: &'a Visit,
    by_code: Form<'a>,
    by_mail: Option<Form<'a>>,
}

/// The page to sign in.
pub async fn page(visit: Visit, Query(asked): Query<Next>) -> Response {
    if visit.member.is_some() {
        return Redirect::to(&web::own_path(&asked.next)).into_response();
    }
    show(&visit, &Letter { next: asked.next, ..Letter::default() }, &Faults::none())
}

/// The page that a QR code leads to: the code is filled in, and a person presses the button, so
/// that a program that only looks at links signs nobody in.
pub async fn scanned(visit: Visit, Path(code): Path<String>) -> Response {
    let code = Code::read(&code).map_or(code, |code| code.printed());
    show(&visit, &Letter { code, next: String::new() }, &Faults::none())
}

/// Lets somebody in.
pub async fn enter(visit: Visit, Sent(letter): Sent<Letter>) -> Page {
    match let_in(&visit, &letter.code).await {
        Ok(signed_in) => Ok(welcome(&visit, &signed_in, &letter.next)),
        Err(Error::Refused(crate::error::Refusal::TooOften(too_often))) => Err(too_often.into()),
        Err(error) => Ok(show(&visit, &letter, &Faults::or_leave(&visit, error)?)),
    }
}

/// Counts every try, right or wrong, before it looks whether the code is right.
async fn let_in(visit: &Visit, typed: &str) -> Result<SignedIn> {
    let (app, now) = (visit.app(), visit.now);
    let limiter = &visit.door.limiter;
    limiter.take(&app.secret, now, ("address", &visit.client), throttle::PER_ADDRESS)?;
    let code = Code::read(typed)?;
    limiter.take(&app.secret, now, ("code", code.plain()), throttle::PER_CODE)?;
    db::write(&app.db, async |tx| members::sign_in::by_code(tx, now, &app.secret, &code).await)
        .await
}

/// Sets the cookie and goes on.
pub(super) fn welcome(visit: &Visit, signed_in: &SignedIn, next: &str) -> Response {
    let cookie = Kind::Member.set(&visit.app().settings, Some(&signed_in.token));
    let next = if next.is_empty() { "/?done=signed-in" } else { next };
    let on = Redirect::to(&web::own_path(next));
    (AppendHeaders([(header::SET_COOKIE, cookie)]), on).into_response()
}

fn show(visit: &Visit, letter: &Letter, faults: &Faults) -> Response {
    let by_code = Form::to(visit, "/sign-in", "sign-in-button")
        .hidden("next", &letter.next)
        .line("code", "sign-in-code", &letter.code)
        .required()
        .hint("sign-in-code-hint")
        .faulty(faults);
    let by_mail = visit.app().mailer.is_there().then(|| {
        Form::to(visit, "/sign-in/mail", "sign-in-mail-button")
            .field("email", "sign-in-mail", form::Kind::Line("email"), "")
            .required()
            .autocomplete("email")
    });
    let page = SignIn { visit, by_code, by_mail };
    (status(faults.is_empty()), web::render(&page)).into_response()
}
