//! The front page: what is on now.

use askama::Template;
use axum::{Router, routing::get};

use super::{Door, Page, elections, proposals, visit::Visit, votes};
use crate::{
    elections::store as candidates,
    proposals::store::{self, Filter},
    rules::vote::Stage,
    votes::{entity::vote, store as polls},
    web,
};

mod about;

/// What people do here.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/", get(page))
        .route("/help", get(about::help))
        .route("/privacy", get(about::privacy))
        .route("/secrecy", get(about::secrecy))
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home<'a> {
    visit: &'a Visit,
    open: Vec<votes::Item>,
    coming: Vec<votes::Item>,
    /// Elections in which people can stand.
    standing: Vec<elections::Item>,
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
    let decided = polls::outcomes(reader, 3).await?;
    let bare = |rows: Vec<vote::Model>| rows.into_iter().map(|row| (None, row)).collect();
    let decided = decided.into_iter().map(|(row, outcome)| (Some(outcome), row)).collect();
    let page = Home {
        open: votes::Item::all(&visit, bare(open)).await?,
        coming: votes::Item::all(&visit, bare(coming)).await?,
        standing: elections::Item::all(&visit, candidates::nominating(reader, visit.now).await?)
            .await?,
        newest: proposals::Item::all(&visit, newest).await?,
        decided: votes::Item::all(&visit, decided).await?,
        visit: &visit,
    };
    Ok(web::render(&page))
}
