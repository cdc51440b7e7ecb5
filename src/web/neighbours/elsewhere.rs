//! What other neighbourhoods published, each with its origin plainly marked.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use crate::{
    neighbours::{
        entity::{notice, partner},
        store::{self, PER_PAGE},
    },
    rules::{
        partner::{NoticeKind, Stage},
        permission::Deed,
    },
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
    kind: String,
    page: u64,
}

/// A notice, and whether this neighbourhood shares it.
struct Item {
    row: notice::Model,
    is_shared: bool,
}

#[derive(Template)]
#[template(path = "neighbours/elsewhere.html")]
struct Elsewhere<'a> {
    visit: &'a Visit,
    kinds: Vec<(String, String, bool)>,
    items: Vec<Item>,
    partners: Vec<partner::Model>,
    paging: Paging<'a>,
}

/// The page.
pub async fn page(visit: Visit, Query(wanted): Query<Wanted>) -> Page {
    let reader = visit.app().db.read();
    let kind: Option<NoticeKind> = wanted.kind.parse().ok();
    let (rows, total) = store::notices(reader, kind, wanted.page).await?;
    let shares = store::shares(reader).await?;
    let is_shared = |row: &notice::Model| shares.iter().any(|(share, _)| share.notice_id == row.id);
    let items = rows.into_iter().map(|row| Item { is_shared: is_shared(&row), row }).collect();
    let mut partners = store::partners(reader).await?;
    partners.retain(|partner| partner.stage == Stage::Following);
    let base = paging::base("/elsewhere", &[("kind", &wanted.kind)]);
    let page = Elsewhere {
        visit: &visit,
        kinds: kinds(&visit, kind),
        items,
        partners,
        paging: Paging::new(&visit, wanted.page, total, PER_PAGE, base),
    };
    Ok(web::render(&page))
}

fn kinds(visit: &Visit, picked: Option<NoticeKind>) -> Vec<(String, String, bool)> {
    let all = ("/elsewhere".to_owned(), visit.say("elsewhere-all"), picked.is_none());
    let of_kind = NoticeKind::ALL.iter().map(|kind| {
        let label = visit.with("notice-kinds", "kind", kind.word());
        (format!("/elsewhere?kind={kind}"), label, picked == Some(*kind))
    });
    std::iter::once(all).chain(of_kind).collect()
}
