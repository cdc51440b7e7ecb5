//! How seats were given out, as a file that anybody counts again.

use axum::{extract::Path, http::header, response::IntoResponse};

use crate::{
    elections::{entity::election, store},
    error::{Error, Result},
    proposals,
    web::{Page, PageError, visit::Visit, votes},
};

/// The file, exactly as it was hashed. It holds numbers of the vote, so whoever isn't given the record
/// of that isn't given this either.
pub async fn file(visit: Visit, Path((number, file)): Path<(String, String)>) -> Page {
    let row = super::find(&visit, &number).await?;
    let nothing = || Error::NotFound("seating");
    let position: i32 =
        file.strip_suffix(".json").and_then(|it| it.parse().ok()).ok_or_else(nothing)?;
    let seatings = store::seatings(visit.app().db.read(), row.id).await?;
    let found = seatings.into_iter().find(|it| it.position == position).ok_or_else(nothing)?;
    if !are_readable(&visit, &row).await? {
        return Err(PageError::RecordWithheld { hash: found.hash });
    }
    let headers =
        [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "private, no-cache")];
    Ok((headers, found.document).into_response())
}

/// Whether this visitor is given the files of an election.
///
/// # Errors
/// What the database says.
pub async fn are_readable(visit: &Visit, row: &election::Model) -> Result<bool> {
    let reader = visit.app().db.read();
    let (Some(vote), Some(proposal)) = (row.vote_id, row.proposal_id) else { return Ok(true) };
    let proposal = proposals::store::get(reader, proposal).await?;
    let result = crate::votes::store::result(reader, vote).await?;
    let is_withheld = result.is_some_and(|it| it.is_withheld);
    Ok(votes::is_readable(visit, &proposal, is_withheld))
}
