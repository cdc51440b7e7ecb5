//! The front page: what is on now.

use askama::Template;
use axum::{Router, routing::get};

use super::{Door, Page, proposals, visit::Visit, votes};
use crate::{
    proposals::store::{self, Filter},
    rules::vote::Stage,
    votes::store as polls,
    web,
};

mod about;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/", get(page))
        .route("/help", get(about::help))
        .route("/privacy", get(about::privacy))
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home<'a> {
    visit: &'a Visit,
    open: Vec<votes::Item>,
    coming: Vec<votes::Item>,
    newest: Vec<proposals::Item>,
    decided: Vec<votes::Item>,
}

/// The page.
async fn page(visit: Visit) -> Page {
    let reader = visit.app().db.read();
    let open = polls::in_stage(reader, Stage::Open).await?;
    let coming = polls::in_stage(reader, Stage::Prepared).await?;
    let (mut newest, _) = store::list(reader, &Filter::default()).await?;
    newest.truncate(5);
    let bare = |row| votes::Item { row, outcome: None };
    let decided = polls::outcomes(reader, 3).await?.into_iter();
    let page = Home {
        open: open.into_iter().map(bare).collect(),
        coming: coming.into_iter().map(bare).collect(),
        newest: proposals::Item::all(&visit, newest).await?,
        decided: decided
            .map(|(row, outcome)| votes::Item { row, outcome: Some(outcome) })
            .collect(),
        visit: &visit,
    };
    Ok(web::render(&page))
}
