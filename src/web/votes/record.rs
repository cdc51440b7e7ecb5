//! The published record of a vote, as the file that was hashed.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use super::show;
use crate::{
    error::{Error, Result},
    proposals::{self, entity::proposal},
    rules::{
        permission::Deed,
        record::{Published, schema, v2},
    },
    votes::{entity::vote, store},
    web::{Page, PageError, visit::Visit},
};

/// The file; only when it is published. A record is never changed, so when the law wanted the
/// proposal gone, whose title it holds, only those whose office it is to check it are given it; so it
/// is with a secret vote in which few took part.
pub async fn file(visit: Visit, Path(number): Path<String>) -> Page {
    let reader = visit.app().db.read();
    let row = show::find(&visit, &number).await?;
    let result = store::result(reader, row.id).await?;
    let published = result.filter(|result| result.published_at.is_some());
    let published = published.ok_or(Error::NotFound("record"))?;
    let proposal = proposals::store::get(reader, row.proposal_id).await?;
    if !is_readable(&visit, &proposal, published.is_withheld) {
        let hash = published.record_hash;
        return Err(match proposal.removed_at {
            Some(_) => PageError::RecordRemoved { hash },
            None => PageError::RecordWithheld { hash },
        });
    }
    let name = format!("attachment; filename=\"{}-{number}.json\"", visit.neighbourhood.handle);
    let is_for_all = proposal.removed_at.is_none() && !published.is_withheld;
    let kept = if is_for_all { "public, max-age=300" } else { "private, no-store" };
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, kept.to_owned()),
    ];
    let signed = store::signatures(reader, row.id).await?;
    let signed: Vec<_> = signed.into_iter().map(|(signature, _)| signature).collect();
    let text = v2::beside(&published.record, &signed);
    let text = text.map_err(|_| Error::contradiction("record_signatures", "name", row.id))?;
    Ok((headers, text).into_response())
}

/// The record of a vote whose result is published, as it was frozen.
///
/// # Errors
/// What the database says.
pub async fn published(visit: &Visit, row: &vote::Model) -> Result<Option<v2::Published>> {
    let result = store::result(visit.app().db.read(), row.id).await?;
    let Some(result) = result.filter(|result| result.published_at.is_some()) else {
        return Ok(None);
    };
    match Published::read(&result.record) {
        Ok(Published::V2(published)) => Ok(Some(*published)),
        // Records of version 1 have no tree over their ballots.
        Ok(Published::V1(_)) => Ok(None),
        Err(_) => Err(Error::contradiction("results", "record", row.id)),
    }
}

/// The description of records, for programs of anybody.
pub async fn schema() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/schema+json"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    (headers, schema::TEXT).into_response()
}

/// Whether this visitor is given the record of a vote on a proposal.
#[must_use]
pub fn is_readable(visit: &Visit, proposal: &proposal::Model, is_withheld: bool) -> bool {
    let is_for_all = proposal.removed_at.is_none() && !is_withheld;
    is_for_all || visit.may(Deed::ReadRemovedRecord)
}
