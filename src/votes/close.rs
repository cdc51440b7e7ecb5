use super::{entity::vote, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        ballot::Secrecy,
        permission::Deed,
        vote::{self as rule, Stage},
    },
};

/// Closes a vote: no ballot comes in any more. `by` nobody is the clock.
///
/// # Errors
/// She may not, it isn't open, or it ends at its time and not by hand.
pub async fn close(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: VoteId,
    reason: &str,
) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::CloseVote).await?;
    }
    let vote = store::lock(tx, id).await?;
    let closed_at = rule::close(vote.stage, vote.closing, now, vote.closes_at, reason)?;
    let is_early = closed_at < vote.closes_at;
    let reason = is_early.then(|| reason.trim().to_owned());
    let closed = vote::Model {
        stage: Stage::Closed,
        closed_at: Some(closed_at),
        close_reason: reason.clone(),
        ..vote
    };
    store::scatter_helped(tx, id).await?;
    if closed.secrecy == Secrecy::Secret {
        store::scatter(tx, id).await?;
    }
    store::save(tx, closed).await?;
    journal::record(tx, now, by, Event::VoteClosed { vote: id, reason }).await
}
