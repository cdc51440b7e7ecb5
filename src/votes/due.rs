//! What the clock does with votes. The clock in the query of a ballot decides what still counts;
//! this only announces it.

use super::{batches, cancel, open, origin::Origin, publish, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Refusal, Result},
    ids::VoteId,
    rules::{
        unopened::Unopened,
        vote::{self, Stage},
    },
};
use chrono::NaiveDate;

/// Opens a vote whose time has come; cancels it, with the reason, when it can't be opened any more.
///
/// # Errors
/// What the database says.
pub async fn open_due(tx: &Tx, now: Instant, today: NaiveDate, id: VoteId) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    if vote.stage != Stage::Prepared || now < vote.opens_at {
        return Ok(());
    }
    open(tx, now, today, None, id).await
}

/// Cancels a vote that could not be opened; keeps why as a word that every page can phrase.
///
/// # Errors
/// What the database says.
pub async fn cancel_due(tx: &Tx, now: Instant, id: VoteId, why: &Error) -> Result<()> {
    cancel(tx, now, None, id, &unopened(why).kept()).await
}

/// Why it could not be opened.
const fn unopened(why: &Error) -> Unopened {
    match why {
        Error::Refused(Refusal::Vote(vote::Refusal::Closed { .. })) => Unopened::Late,
        Error::Refused(Refusal::Vote(vote::Refusal::NobodyOnTheRoll)) => Unopened::Nobody,
        Error::Refused(Refusal::Paper(_)) => Unopened::Paper,
        Error::Refused(Refusal::Deadline(_)) => Unopened::Reading,
        Error::Refused(Refusal::Proposal(_)) | Error::NotFound(_) => Unopened::Proposal,
        _ => Unopened::Other,
    }
}

/// Closes, counts and publishes a vote whose time has come; one that waits for a batch is only closed.
///
/// # Errors
/// What the database says.
pub async fn close_due(tx: &Tx, now: Instant, id: VoteId, origin: &Origin<'_>) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    if vote.stage != Stage::Open || now < vote.closes_at {
        return Ok(());
    }
    publish::finish(tx, now, None, id, "", origin).await?;
    Ok(())
}

/// Counts and publishes a closed vote, once it waits for no batch any more.
///
/// # Errors
/// What the database says.
pub async fn count_due(tx: &Tx, now: Instant, id: VoteId, origin: &Origin<'_>) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    let is_closed = vote.stage == Stage::Closed;
    if is_closed && batches::store::count_unfinished(tx, id).await? == 0 {
        publish::finish(tx, now, None, id, "", origin).await?;
    }
    Ok(())
}
