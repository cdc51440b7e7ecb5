use super::{
    hall::{self, Hall},
    store,
    take_in::{Agreed, take_in},
};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{BatchId, MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        batch::{self as rule, entry::Entry},
        permission::Deed,
    },
    secret::Secret,
    votes,
};

/// What became of a batch that a teller typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Another teller has to type it.
    Waiting,
    /// The other typed something else.
    Differs,
    /// The other typed the same: it is in the count.
    TakenIn,
}

/// Takes what a teller typed of a batch, or what she typed to correct it. If another teller typed the
/// same it is taken into the count, in this transaction.
///
/// # Errors
/// She may not, it isn't her turn, it doesn't add up to what was announced, or numbers have to be put
/// aside: each is named.
pub async fn enter(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    (vote, id): (VoteId, BatchId),
    entry: Entry,
    secret: &Secret,
) -> Result<Entered> {
    members::permit(tx, by, Deed::EnterPaper).await?;
    let vote = votes::store::lock(tx, vote).await?;
    let batch = store::lock(tx, vote.id, id).await?;
    let entries = store::entries(tx, id, secret).await?;
    let other = entries.iter().find(|(teller, _)| *teller != by);
    let others = entries.iter().filter(|(teller, _)| *teller != by).count();
    let own_interest = hall::has_own_interest(tx, &vote, by).await?;
    let stages = (vote.stage, batch.stage);
    rule::turn(stages, others < entries.len(), others, own_interest)?;
    let hall = Hall::load(tx, &vote).await?;
    let layout = rule::layout(vote.secrecy, batch.channel, &hall.method);
    let announced = super::announced(&batch)?;
    rule::check(&entry, announced, layout, &hall.method, &hall.options)?;
    rule::admit(&entry, vote.secrecy, batch.channel, &hall.roll)?;
    match other {
        Some((teller, same)) if *same == entry => {
            let tellers = (*teller, by);
            take_in(tx, now, &vote, batch, &hall, Agreed { tellers, entry }).await?;
            Ok(Entered::TakenIn)
        }
        other => {
            store::put_entry(tx, (id, by), &entry, secret).await?;
            let event = Event::BatchTyped { vote: vote.id, batch: batch.number };
            journal::record(tx, now, Some(by), event).await?;
            Ok(if other.is_some() { Entered::Differs } else { Entered::Waiting })
        }
    }
}
