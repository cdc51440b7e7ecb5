use super::{entity::batch, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{BatchId, MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        batch::{Refusal, Stage},
        permission::Deed,
        wording::{self, Field},
    },
    votes,
};

/// Puts a batch aside that can't be typed as it was announced; its papers don't count. The reason is
/// public and stands in the record.
///
/// # Errors
/// She may not, it is done already, or the reason is missing.
pub async fn discard(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    (vote, id): (VoteId, BatchId),
    reason: &str,
) -> Result<()> {
    members::permit(tx, by, Deed::CloseVote).await?;
    wording::check(Field::Reason, reason)?;
    votes::store::lock(tx, vote).await?;
    let batch = store::lock(tx, vote, id).await?;
    if batch.stage != Stage::Announced {
        return Err(Refusal::NotNow { stage: batch.stage }.into());
    }
    let (number, reason) = (batch.number, reason.trim().to_owned());
    store::erase_entries(tx, id).await?;
    let stage = Stage::Discarded;
    store::save(tx, batch::Model { stage, reason: Some(reason.clone()), ..batch }).await?;
    let event = Event::BatchDiscarded { vote, batch: number, reason };
    journal::record(tx, now, Some(by), event).await
}
