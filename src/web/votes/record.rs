//! The published record of a vote, as the file that was hashed.

use axum::{extract::Path, http::header, response::IntoResponse};

use super::show;
use crate::{
    error::Error,
    votes::store,
    web::{Page, visit::Visit},
};

/// The file; only when it is published.
pub async fn file(visit: Visit, Path(number): Path<String>) -> Page {
    let row = show::find(&visit, &number).await?;
    let result = store::result(visit.app().db.read(), row.id).await?;
    let published = result.filter(|result| result.published_at.is_some());
    let record = published.ok_or(Error::NotFound("record"))?.record;
    let name = format!("attachment; filename=\"{}-{number}.json\"", visit.neighbourhood.handle);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "public, max-age=3600".to_owned()),
    ];
    Ok((headers, record).into_response())
}
