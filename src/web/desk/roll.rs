//! The roll, by name, with a search.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use crate::{
    members::{
        entity::member,
        store::{self, PER_PAGE, Search},
    },
    rules::permission::Deed,
    web::{
        self, Page,
        paging::{self, Paging},
        visit::Visit,
    },
};

/// What somebody looks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    page: u64,
}

#[derive(Template)]
#[template(path = "desk/roll.html")]
struct Roll<'a> {
    visit: &'a Visit,
    wanted: &'a Wanted,
    members: Vec<member::Model>,
    total: u64,
    paging: Paging<'a>,
}

/// The page.
pub async fn page(visit: Visit, Query(wanted): Query<Wanted>) -> Page {
    visit.only(Deed::ReadRoll)?;
    let text = wanted.q.chars().take(200).collect();
    let search = Search { text, page: wanted.page };
    let (members, total) = store::list(visit.app().db.read(), &search).await?;
    let base = paging::base("/desk/roll", &[("q", &wanted.q)]);
    let paging = Paging::new(&visit, wanted.page, total, PER_PAGE, base);
    Ok(web::render(&Roll { visit: &visit, wanted: &wanted, members, total, paging }))
}
