//! My page: what the roll says of me, what I support and wrote, and my ballots.

use askama::Template;

use crate::{
    members::{self, Portrait},
    web::{self, Page, form::Form, visit::Visit},
};

#[derive(Template)]
#[template(path = "members/me.html")]
struct Me<'a> {
    visit: &'a Visit,
    roll: Portrait,
    sign_out_everywhere: Form<'a>,
}

/// The page of the member who is signed in.
pub async fn page(visit: Visit) -> Page {
    let member = visit.signed_in()?;
    let roll = members::portrait(visit.app().db.read(), member).await?;
    let sign_out_everywhere = Form::to(&visit, "/sessions/end", "me-sign-out-everywhere");
    Ok(web::render(&Me { visit: &visit, roll, sign_out_everywhere }))
}
