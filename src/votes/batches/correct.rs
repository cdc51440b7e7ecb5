use super::{entity::batch, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{BatchId, MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        batch as rule,
        permission::Deed,
        record::v2::Change,
        wording::{self, Field},
    },
    votes,
};

/// Corrects how many papers were announced in a batch; the reason is public, and stands in the record
/// with both numbers. What was typed of it is taken away: it added up to the wrong number.
///
/// # Errors
/// She may not, the batch is done, the number can't be, or the reason is missing.
pub async fn correct(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    (vote, id): (VoteId, BatchId),
    (papers, reason): (u64, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::CloseVote).await?;
    let vote = votes::store::lock(tx, vote).await?;
    let batch = store::lock(tx, vote.id, id).await?;
    let from = super::announced(&batch)?;
    let (_, entitled) = votes::store::turnout(tx, vote.id).await?;
    rule::correct((vote.stage, batch.stage), from, papers, entitled)?;
    wording::check(Field::Reason, reason)?;
    let (number, reason) = (batch.number, reason.trim().to_owned());
    let change =
        Change::BatchCorrected { at: now, batch: number, from, to: papers, reason: reason.clone() };
    votes::store::change(tx, vote.id, &change).await?;
    store::erase_entries(tx, id).await?;
    store::save(tx, batch::Model { announced: super::column(papers, id)?, ..batch }).await?;
    let event = Event::BatchCorrected { vote: vote.id, batch: number, from, to: papers, reason };
    journal::record(tx, now, Some(by), event).await
}
