//! The signing key of a teller: making it, and the one look at its code.

use askama::Template;

use crate::{
    rules::permission::Deed,
    votes::{self, store},
    web::{
        self, Page,
        form::{Form, Nothing, Sent},
        visit::Visit,
    },
};

#[derive(Template)]
#[template(path = "members/signing.html")]
struct Signing<'a> {
    visit: &'a Visit,
    /// The code of a key that was just made; shown once.
    code: Option<String>,
    /// The public half of her key.
    key: Option<String>,
    form: Form<'a>,
}

/// What the key is for, and the button that makes one.
pub async fn page(visit: Visit) -> Page {
    show(&visit, None).await
}

/// Makes a key and shows its code.
pub async fn make(visit: Visit, Sent(_): Sent<Nothing>) -> Page {
    visit.only(Deed::SignRecord)?;
    let now = visit.now;
    let code = visit.act(async |tx, by| votes::tellers::make_key(tx, now, by).await).await?;
    show(&visit, Some(code.printed())).await
}

async fn show(visit: &Visit, code: Option<String>) -> Page {
    let member = visit.only(Deed::SignRecord)?;
    let key = store::teller_key(visit.app().db.read(), member).await?.map(|key| key.to_string());
    let button = if key.is_some() { "signing-replace" } else { "signing-make" };
    let form = Form::to(visit, "/me/signing-key", button);
    let form = if key.is_some() { form.grave() } else { form };
    Ok(web::render(&Signing { visit, code, key, form }))
}
