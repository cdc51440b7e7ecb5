use super::{challenge::replaces, entity::vote, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        ballot::Secrecy,
        permission::Deed,
        vote::{self as rule, Stage, Step},
        wording::{self, Field},
    },
};

/// Cancels a vote with a reason; its ballots are never counted. `by` nobody is the clock.
///
/// # Errors
/// She may not, it is closed already, or the reason is missing.
pub async fn cancel(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: VoteId,
    reason: &str,
) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::CloseVote).await?;
    }
    wording::check(Field::Reason, reason)?;
    let vote = store::lock(tx, id).await?;
    let stage = rule::step(vote.stage, Step::Cancel)?;
    if vote.stage == Stage::Open {
        let stands = match replaces(tx, &vote).await? {
            Some(earlier) => store::result(tx, earlier).await?.map(|result| result.outcome),
            None => None,
        };
        proposals::leave_vote(tx, now, by, (vote.proposal_id, stands), id).await?;
    }
    if vote.secrecy == Secrecy::Secret {
        store::scatter(tx, id).await?;
    }
    let reason = reason.trim().to_owned();
    let close_reason = Some(reason.clone());
    store::save(tx, vote::Model { stage, close_reason, closed_at: Some(now), ..vote }).await?;
    journal::record(tx, now, by, Event::VoteCancelled { vote: id, reason }).await
}
