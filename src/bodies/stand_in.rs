use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, SeatId},
    journal::{self, Event},
    rules::seat as rule,
};

/// Names who stands in for somebody who holds a seat now or later, for as long as her term runs.
/// Nothing happens when that is so already. Only `elections` calls this.
///
/// # Errors
/// Holder and alternate are one person.
pub async fn stand_in(
    tx: &Tx,
    now: Instant,
    (seat, holder): (SeatId, MemberId),
    alternate: Option<MemberId>,
) -> Result<()> {
    store::lock_seat(tx, seat).await?;
    let mut is_new = false;
    let open = store::open_tenures(tx, seat).await?;
    for tenure in open.into_iter().filter(|it| it.holder_id == holder) {
        rule::may_fill(tenure.holder_id, alternate, tenure.from_on, tenure.until_on)?;
        if tenure.alternate_id != alternate {
            store::set_alternate(tx, tenure.id, alternate).await?;
            is_new = true;
        }
    }
    if is_new {
        journal::record(tx, now, None, Event::AlternateNamed { seat }).await?;
    }
    Ok(())
}
