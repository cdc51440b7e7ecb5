//! Commenting, or answering a comment.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::{Conflict, Error},
    ids::CommentId,
    proposals::{self, NewComment},
    web::{
        Page,
        form::{Faults, Sent},
        visit::Visit,
    },
};

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    id: String,
    parent: String,
    comment: String,
}

/// Places it.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let id: CommentId = typed.id.parse().map_err(|_| Error::NotFound("comment"))?;
    let parent: Option<CommentId> = match typed.parent.as_str() {
        "" => None,
        parent => Some(parent.parse().map_err(|_| Error::NotFound("comment"))?),
    };
    let text = typed.comment.clone();
    let new = NewComment { id, proposal: row.id, parent, text };
    match visit.act(async |tx, by| proposals::comment(tx, now, by, new).await).await {
        // Sent twice: it is there already.
        Ok(()) | Err(Error::Conflict(Conflict::Already)) => {
            let path = format!("/proposals/{}?done=commented#comment-{id}", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            show::answer(&visit, row, &typed.comment, &faults).await
        }
    }
}
