use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{CommentId, MemberId},
    journal::{self, Event},
    members,
    rules::{
        comment as rule,
        permission::Deed,
        wording::{self, Field},
    },
};

/// Hides a comment, with a reason that everybody sees.
///
/// # Errors
/// It is hidden already, or the reason is missing.
pub async fn hide_comment(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: CommentId,
    reason: &str,
) -> Result<()> {
    members::permit(tx, by, Deed::Moderate).await?;
    let comment = store::lock_comment(tx, id).await?;
    rule::may_hide(comment.hidden_at.is_some(), reason)?;
    let reason = reason.trim().to_owned();
    store::set_hidden(tx, id, Some((now, by, reason.clone()))).await?;
    let hidden = Event::CommentHidden { proposal: comment.proposal_id, comment: id, reason };
    journal::record(tx, now, Some(by), hidden).await
}

/// Shows a hidden comment again, with a reason.
///
/// # Errors
/// It isn't hidden, or the reason is missing.
pub async fn show_comment(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: CommentId,
    reason: &str,
) -> Result<()> {
    members::permit(tx, by, Deed::Moderate).await?;
    let comment = store::lock_comment(tx, id).await?;
    if comment.hidden_at.is_none() {
        return Err(rule::Refusal::NotHidden.into());
    }
    wording::check(Field::Reason, reason)?;
    store::set_hidden(tx, id, None).await?;
    let reason = reason.trim().to_owned();
    let shown = Event::CommentShown { proposal: comment.proposal_id, comment: id, reason };
    journal::record(tx, now, Some(by), shown).await
}
