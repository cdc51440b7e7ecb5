//! The list of proposals, with a filter and a search.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use crate::{
    error::Result,
    proposals::{
        entity::proposal,
        store::{self, Filter, PER_PAGE},
    },
    rules::proposal::{Kind, Stage},
    web::{
        self, Page,
        form::Pick,
        paging::{self, Paging},
        visit::Visit,
    },
};

/// What somebody looks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    stage: String,
    kind: String,
    page: u64,
}

/// A proposal in a list.
#[derive(Debug)]
pub struct Item {
    pub row: proposal::Model,
    pub supporters: u64,
}

impl Item {
    /// Proposals with the number of their supporters, counted in one go.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(visit: &Visit, rows: Vec<proposal::Model>) -> Result<Vec<Self>> {
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let counts = store::supporters_of(visit.app().db.read(), &ids).await?;
        let item = |row: proposal::Model| {
            let supporters = counts.get(&row.id).copied().unwrap_or_default();
            Self { row, supporters }
        };
        Ok(rows.into_iter().map(item).collect())
    }
}

#[derive(Template)]
#[template(path = "proposals/index.html")]
struct Index<'a> {
    visit: &'a Visit,
    wanted: &'a Wanted,
    stages: Vec<Pick>,
    kinds: Vec<Pick>,
    items: Vec<Item>,
    total: u64,
    paging: Paging<'a>,
}

/// The list.
pub async fn page(visit: Visit, Query(wanted): Query<Wanted>) -> Page {
    let (stage, kind) = (wanted.stage.parse().ok(), wanted.kind.parse().ok());
    let text = wanted.q.chars().take(200).collect();
    let filter = Filter { stage, kind, text, page: wanted.page };
    let (rows, total) = store::list(visit.app().db.read(), &filter).await?;
    let parts = [
        ("q", wanted.q.as_str()),
        ("stage", wanted.stage.as_str()),
        ("kind", wanted.kind.as_str()),
    ];
    let base = paging::base("/proposals", &parts);
    let page = Index {
        visit: &visit,
        stages: stages(&visit, stage),
        kinds: kinds(&visit, kind),
        items: Item::all(&visit, rows).await?,
        total,
        paging: Paging::new(&visit, wanted.page, total, PER_PAGE, base),
        wanted: &wanted,
    };
    Ok(web::render(&page))
}

fn stages(visit: &Visit, picked: Option<Stage>) -> Vec<Pick> {
    let any = Pick { value: String::new(), label: visit.say("filter-any"), is_picked: false };
    let public = Stage::ALL.iter().filter(|stage| **stage != Stage::Draft);
    let picks = public.map(|stage| Pick {
        value: stage.to_string(),
        label: visit.with("proposal-stage", "stage", stage.word()),
        is_picked: picked == Some(*stage),
    });
    std::iter::once(any).chain(picks).collect()
}

fn kinds(visit: &Visit, picked: Option<Kind>) -> Vec<Pick> {
    let any = Pick { value: String::new(), label: visit.say("filter-any"), is_picked: false };
    let picks = Kind::ALL.iter().map(|kind| Pick {
        value: kind.to_string(),
        label: visit.with("proposal-kind", "kind", kind.word()),
        is_picked: picked == Some(*kind),
    });
    std::iter::once(any).chain(picks).collect()
}
