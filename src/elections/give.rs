//! Giving out seats: to whom they go, and who stands in for whom.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;

use super::{
    able,
    entity::{candidacy, election},
    store,
};
use crate::{
    bodies::{self, NewTenure},
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId, SeatId},
    rules::candidacy::Refusal,
};

/// The seats that are free for the term of an election; `least` of them are needed.
///
/// # Errors
/// [`Refusal::SeatsTaken`] when there are fewer.
pub(super) async fn free(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    election: &election::Model,
    least: usize,
) -> Result<Vec<SeatId>> {
    let (from_on, _) = able::term(election, today);
    let free = bodies::store::free_seats(db, &election.sector, from_on).await?;
    if free.len() < least {
        let free = u32::try_from(free.len()).unwrap_or(u32::MAX);
        return Err(Refusal::SeatsTaken { free }.into());
    }
    Ok(free.into_iter().map(|seat| seat.id).collect())
}

/// Gives seats to those who were elected, in order, as far as there are any, and writes down the
/// order of the alternates.
///
/// # Errors
/// Somebody has another seat by now.
pub(super) async fn give(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    election: &election::Model,
    seats: &[SeatId],
    (elected, alternates): (Vec<candidacy::Model>, Vec<candidacy::Model>),
) -> Result<()> {
    let all = store::candidacies(tx, election.id).await?;
    let last = all.iter().filter_map(|it| it.elected_place).max().unwrap_or_default();
    let (from_on, until_on) = able::term(election, today);
    for ((candidate, seat), place) in elected.into_iter().zip(seats).zip(last + 1..) {
        let new = NewTenure {
            seat: *seat,
            holder: candidate.member_id,
            alternate: None,
            organisation: None,
            from_on,
            until_on,
        };
        bodies::fill(tx, now, today, None, new).await?;
        let row = candidacy::Model {
            seat_id: Some(*seat),
            elected_place: Some(place),
            alternate_place: None,
            ..candidate
        };
        store::save_candidacy(tx, row).await?;
    }
    for (candidate, place) in alternates.into_iter().zip(1..) {
        let row = candidacy::Model { alternate_place: Some(place), ..candidate };
        store::save_candidacy(tx, row).await?;
    }
    name_alternates(tx, now, today, election.id).await
}

/// Lets the alternates in their order stand in for those who sit, in theirs: the first for who was
/// elected first. One person stands in for one seat.
///
/// # Errors
/// What the database says.
pub(super) async fn name_alternates(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    id: ElectionId,
) -> Result<()> {
    let election = store::get(tx, id).await?;
    let all = store::candidacies(tx, id).await?;
    let mut alternates = Vec::new();
    for it in in_order(&all, |it| it.alternate_place) {
        if able::can_sit(tx, today, &election, it).await? {
            alternates.push(it.member_id);
        }
    }
    let mut alternates = alternates.into_iter();
    for it in in_order(&all, |it| it.elected_place) {
        if let Some(seat) = it.seat_id.filter(|_| it.declined_at.is_none())
            && sits(tx, today, it).await?
        {
            bodies::stand_in(tx, now, (seat, it.member_id), alternates.next()).await?;
        }
    }
    Ok(())
}

/// Passes somebody over who stood in for a seat, if she did.
///
/// # Errors
/// What the database says.
pub(super) async fn pass_over(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    id: ElectionId,
    member: MemberId,
) -> Result<()> {
    let hers = store::candidacy(tx, id, member).await?;
    if hers.is_some_and(|it| it.alternate_place.is_some()) {
        name_alternates(tx, now, today, id).await?;
    }
    Ok(())
}

/// Whether somebody holds the seat that she got, now or later.
///
/// # Errors
/// What the database says.
pub(super) async fn sits(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    candidate: &candidacy::Model,
) -> Result<bool> {
    let Some(seat) = candidate.seat_id else { return Ok(false) };
    let open = bodies::store::open_tenures(db, seat).await?;
    Ok(open.iter().any(|it| {
        it.holder_id == candidate.member_id && it.until_on.is_none_or(|until| until >= today)
    }))
}

/// Those who have a place, in the order of it.
pub(super) fn in_order(
    all: &[candidacy::Model],
    place: impl Fn(&candidacy::Model) -> Option<i32>,
) -> Vec<&candidacy::Model> {
    let mut placed: Vec<&candidacy::Model> = all.iter().filter(|it| place(it).is_some()).collect();
    placed.sort_by_key(|it| place(it));
    placed
}

/// The candidates with these keys, in this order.
pub(super) fn of_keys(all: &[candidacy::Model], keys: &[String]) -> Vec<candidacy::Model> {
    keys.iter().filter_map(|key| all.iter().find(|it| it.key == *key)).cloned().collect()
}
