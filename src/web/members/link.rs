//! Signing in with a link by mail.

use axum::{extract::Path, response::Response};
use serde::Deserialize;

use super::sign_in;
use crate::{
    db,
    mail::Letter,
    members::{self, entity::member, sign_in::LINK_MINUTES},
    rules::throttle,
    web::{
        Page,
        form::{Form, FormPage, Sent},
        visit::Visit,
        words::Language,
    },
};

/// The address to which the link goes.
#[derive(Deserialize)]
pub struct Address {
    #[serde(default)]
    email: String,
}

/// What the link holds.
#[derive(Deserialize)]
pub struct Token {
    #[serde(default)]
    token: String,
}

/// Mails a link to everybody who has this address on the roll. The answer is the same when nobody
/// has: who stands on the roll is nobody else's business.
pub async fn ask(visit: Visit, Sent(address): Sent<Address>) -> Page {
    let (app, now) = (visit.app(), visit.now);
    let email = address.email.trim().to_lowercase();
    let limiter = &visit.door.limiter;
    limiter.take(&app.secret, now, ("address", &visit.client), throttle::PER_ADDRESS)?;
    limiter.take(&app.secret, now, ("mailbox", &email), throttle::PER_MAILBOX)?;
    let links = db::write(&app.db, async |tx| {
        members::sign_in::ask_link(tx, now, &app.secret, &email).await
    })
    .await?;
    for (member, token) in links {
        let (mailer, letter) = (app.mailer.clone(), letter(&visit, &member, &token));
        // Not waited for: how long the answer takes would tell whether the address is known.
        tokio::spawn(async move {
            if let Err(error) = mailer.send(letter).await {
                tracing::warn!(%error, "a link to sign in was not sent");
            }
        });
    }
    let form = Form::to(&visit, "/sign-in", "sign-in-button")
        .line("code", "sign-in-code", "")
        .hint("sign-in-code-hint");
    let page = FormPage::new(&visit, visit.say("link-sent-title"), form).intro(visit.with(
        "link-sent",
        "minutes",
        LINK_MINUTES,
    ));
    Ok(page.answer())
}

/// The page that the link leads to; a person presses the button.
pub async fn page(visit: Visit, Path(token): Path<String>) -> Response {
    let form = Form::to(&visit, "/sign-in/link", "sign-in-button").hidden("token", token);
    FormPage::new(&visit, visit.say("sign-in-title"), form).intro(visit.say("link-lead")).answer()
}

/// Lets somebody in.
pub async fn enter(visit: Visit, Sent(link): Sent<Token>) -> Page {
    let (app, now) = (visit.app(), visit.now);
    let limiter = &visit.door.limiter;
    limiter.take(&app.secret, now, ("address", &visit.client), throttle::PER_ADDRESS)?;
    let signed_in = db::write(&app.db, async |tx| {
        members::sign_in::by_link(tx, now, &app.secret, &link.token).await
    })
    .await?;
    Ok(sign_in::welcome(&visit, &signed_in, ""))
}

/// The mail, in the language of the member.
fn letter(visit: &Visit, member: &member::Model, token: &str) -> Letter {
    let words = visit.words.to(Language::read(&member.language).unwrap_or(visit.words.language));
    let link = visit.address(&format!("/sign-in/link/{token}"));
    let text = words.fill(
        "link-mail",
        &[
            ("name", member.name.as_str().into()),
            ("neighbourhood", visit.neighbourhood.name.as_str().into()),
            ("link", link.into()),
            ("minutes", LINK_MINUTES.into()),
        ],
    );
    Letter {
        to_name: member.name.clone(),
        to_address: member.email.clone().unwrap_or_default(),
        subject: words.with("link-mail-subject", "neighbourhood", &visit.neighbourhood.name),
        text,
    }
}
