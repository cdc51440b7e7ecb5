use chrono::NaiveDate;

use super::{entity::tenure, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, SeatId, TenureId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        seat as rule,
        wording::{self, Field},
    },
};

/// Who gets a seat, for how long.
#[derive(Clone, Debug)]
pub struct NewTenure {
    pub seat: SeatId,
    pub holder: MemberId,
    pub alternate: Option<MemberId>,
    /// The organisation to which the seat belongs.
    pub organisation: Option<String>,
    pub from_on: NaiveDate,
    /// The last day of the term.
    pub until_on: Option<NaiveDate>,
}

/// Gives somebody a seat; who had it before leaves it. `today` is the day in the neighbourhood.
///
/// # Errors
/// Holder and alternate are one person, or one of them sits elsewhere already.
pub async fn fill(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: Option<MemberId>,
    new: NewTenure,
) -> Result<TenureId> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::FillSeats).await?;
    }
    rule::may_fill(new.holder, new.alternate, new.from_on, new.until_on)?;
    wording::check(Field::Organisation, new.organisation.as_deref().unwrap_or_default())?;
    store::lock_seat(tx, new.seat).await?;
    // In the order of ids, so that two who fill seats at once don't wait for each other.
    let mut people = vec![new.holder];
    people.extend(new.alternate);
    people.sort_unstable();
    for member in people {
        let member = members::store::lock(tx, member).await?;
        if member.suspended_at.is_some() || member.forgotten_at.is_some() {
            return Err(Error::NotFound("member"));
        }
    }
    // One person, one ballot in the council: nobody holds two seats.
    let held = store::held_by(tx, new.holder).await?;
    let new_term = (new.from_on, new.until_on);
    if held
        .iter()
        .any(|it| it.seat_id != new.seat && rule::overlap((it.from_on, it.until_on), new_term))
    {
        return Err(rule::Refusal::HasASeat.into());
    }
    if new.from_on > today {
        // Until then the seat stays whose it is.
        store::end_tenures_before(tx, now, new.seat, new.from_on).await?;
    } else {
        store::end_tenures(tx, now, new.seat).await?;
    }
    let row = tenure::Model {
        id: TenureId::fresh(now),
        seat_id: new.seat,
        holder_id: new.holder,
        alternate_id: new.alternate,
        organisation: new.organisation,
        from_on: new.from_on,
        until_on: new.until_on,
        ended_at: None,
    };
    let id = row.id;
    store::insert_tenure(tx, row).await?;
    journal::record(tx, now, by, Event::SeatFilled { seat: new.seat }).await?;
    Ok(id)
}
