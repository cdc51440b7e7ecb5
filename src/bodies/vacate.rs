use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, SeatId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        wording::{self, Field},
    },
};

/// Ends the tenure of a seat before its term, with a reason.
///
/// # Errors
/// The seat is vacant, or the reason is missing.
pub async fn vacate(tx: &Tx, now: Instant, by: MemberId, seat: SeatId, reason: &str) -> Result<()> {
    members::permit(tx, by, Deed::FillSeats).await?;
    wording::check(Field::Reason, reason)?;
    store::lock_seat(tx, seat).await?;
    if store::end_tenures(tx, now, seat).await? == 0 {
        return Err(Error::Conflict(Conflict::Already));
    }
    let reason = reason.trim().to_owned();
    journal::record(tx, now, Some(by), Event::SeatVacated { seat, reason }).await
}
