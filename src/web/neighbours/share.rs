//! Sharing a proposal of another neighbourhood, and taking that back.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use crate::{
    error::Error,
    ids::NoticeId,
    neighbours,
    web::{
        Page,
        form::{Nothing, Sent},
        visit::Visit,
    },
};

/// Shares it.
pub async fn give(
    visit: Visit,
    Path(notice): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (id, now) = (read(&notice)?, visit.now);
    visit.act(async |tx, by| neighbours::share(tx, now, by, id).await).await?;
    Ok(Redirect::to("/elsewhere?done=shared").into_response())
}

/// Takes it back.
pub async fn take_back(
    visit: Visit,
    Path(notice): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (id, now) = (read(&notice)?, visit.now);
    visit.act(async |tx, by| neighbours::take_share_back(tx, now, by, id).await).await?;
    Ok(Redirect::to("/elsewhere?done=share-ended").into_response())
}

fn read(notice: &str) -> Result<NoticeId, Error> {
    notice.parse().map_err(|_| Error::NotFound("notice"))
}
