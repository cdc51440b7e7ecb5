//! Hiding a comment with a reason, or showing it again.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    error::Error,
    ids::CommentId,
    proposals::{
        self,
        entity::{comment, proposal},
        store,
    },
    rules::permission::Deed,
    web::{
        Page, PageError,
        form::{Faults, FormPage, Reason, Sent},
        markdown,
        visit::Visit,
    },
};

/// Asks for the reason.
pub async fn page(visit: Visit, Path(at): Path<(String, String)>) -> Page {
    let (row, comment) = find(&visit, &at).await?;
    Ok(show(&visit, &row, &comment, &Reason::default(), &Faults::none()).answer())
}

/// Hides what is shown, and shows what is hidden.
pub async fn act(
    visit: Visit,
    Path(at): Path<(String, String)>,
    Sent(typed): Sent<Reason>,
) -> Page {
    let (row, comment) = find(&visit, &at).await?;
    let (now, id, reason) = (visit.now, comment.id, typed.reason.as_str());
    let is_hidden = comment.hidden_at.is_some();
    let done = visit
        .act(async |tx, by| {
            if is_hidden {
                proposals::show_comment(tx, now, by, id, reason).await
            } else {
                proposals::hide_comment(tx, now, by, id, reason).await
            }
        })
        .await;
    match done {
        Ok(()) => {
            let path = format!("/proposals/{}?done=moderated#comment-{id}", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &comment, &typed, &faults).answer())
        }
    }
}

async fn find(
    visit: &Visit,
    (number, comment): &(String, String),
) -> Result<(proposal::Model, comment::Model), PageError> {
    visit.only(Deed::Moderate)?;
    let row = show::find(visit, number).await?;
    let id: CommentId = comment.parse().map_err(|_| Error::NotFound("comment"))?;
    let comments = store::comments(visit.app().db.read(), row.id).await?;
    let comment = comments.into_iter().find(|comment| comment.id == id);
    Ok((row, comment.ok_or(Error::NotFound("comment"))?))
}

fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    comment: &comment::Model,
    typed: &Reason,
    faults: &Faults,
) -> FormPage<'a> {
    let action = format!("/proposals/{}/comments/{}", row.number, comment.id);
    let (title, button) = if comment.hidden_at.is_some() {
        (visit.say("comment-show"), "comment-show-button")
    } else {
        (visit.say("comment-hide"), "comment-hide-button")
    };
    typed
        .page(visit, title, (action, button), faults)
        .intro(markdown::plain(&comment.text, 300))
        .back(format!("/proposals/{}", row.number), "back-to-proposal")
}
