use super::{cast::occupancy, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, SeatId, VoteId},
    journal::{self, Event},
    members,
    rules::{permission::Deed, seat as rule, vote},
};

/// Marks the holder of a seat absent in a vote: from now on the alternate votes.
///
/// # Errors
/// She may not, the vote isn't open, the seat has no alternate, or one of the two has voted.
pub async fn mark_absent(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
) -> Result<()> {
    mark(tx, now, by, id, seat, Some(now)).await?;
    journal::record(tx, now, Some(by), Event::HolderMarkedAbsent { vote: id, seat }).await
}

/// Marks the holder of a seat present again.
///
/// # Errors
/// She may not, the vote isn't open, or the alternate has voted.
pub async fn mark_present(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
) -> Result<()> {
    mark(tx, now, by, id, seat, None).await?;
    journal::record(tx, now, Some(by), Event::HolderMarkedPresent { vote: id, seat }).await
}

async fn mark(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
    since: Option<Instant>,
) -> Result<()> {
    members::permit(tx, by, Deed::MarkAbsent).await?;
    let voter = store::lock_voter(tx, id, seat).await?;
    let it = store::get(tx, id).await?;
    vote::accepts_ballots(it.stage, now, it.opens_at, it.closes_at, it.closed_at)?;
    let ballot = store::ballot(tx, id, voter.id).await?;
    rule::may_mark(&occupancy(&voter, ballot.as_ref()))?;
    store::set_absent(tx, voter.id, since).await
}
