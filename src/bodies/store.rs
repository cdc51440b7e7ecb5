//! Queries over the neighbourhood, its charter, sectors, seats and tenures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use super::entity::{charter, neighbourhood, seat, sector, tenure};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, SeatId, TenureId},
    members,
    rules::role::Role,
};

/// A seat with who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub sector: sector::Model,
    pub seat: seat::Model,
    pub tenure: Option<tenure::Model>,
}

/// The neighbourhood, once it is founded.
pub async fn neighbourhood(db: &impl ConnectionTrait) -> Result<Option<neighbourhood::Model>> {
    Ok(neighbourhood::Entity::find_by_id(1).one(db).await?)
}

/// The neighbourhood as somebody who numbers things takes it: one at a time on PostgreSQL.
pub async fn lock_neighbourhood(tx: &Tx) -> Result<neighbourhood::Model> {
    let row = neighbourhood::Entity::find_by_id(1).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("neighbourhood"))
}

pub async fn insert_neighbourhood(tx: &Tx, row: neighbourhood::Model) -> Result<()> {
    let row: neighbourhood::ActiveModel = row.into();
    let inserted = neighbourhood::Entity::insert(row).exec_without_returning(tx).await;
    inserted.map_err(|error| match Error::or_already(error) {
        Error::Conflict(_) => Error::Conflict(Conflict::Founded),
        other => other,
    })?;
    Ok(())
}

/// The newest version of the charter.
pub async fn newest_charter(db: &impl ConnectionTrait) -> Result<charter::Model> {
    let newest = charter::Entity::find().order_by_desc(charter::Column::Version).one(db).await?;
    newest.ok_or(Error::NotFound("charter"))
}

pub async fn charter(db: &impl ConnectionTrait, version: i32) -> Result<charter::Model> {
    charter::Entity::find_by_id(version).one(db).await?.ok_or(Error::NotFound("charter"))
}

/// All versions, newest first.
pub async fn charters(db: &impl ConnectionTrait) -> Result<Vec<charter::Model>> {
    let newest_first = charter::Entity::find().order_by_desc(charter::Column::Version);
    Ok(newest_first.limit(200).all(db).await?)
}

pub async fn insert_charter(tx: &Tx, row: charter::Model) -> Result<()> {
    let row: charter::ActiveModel = row.into();
    charter::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// The sectors in their order.
pub async fn sectors(db: &impl ConnectionTrait) -> Result<Vec<sector::Model>> {
    Ok(sector::Entity::find().order_by_asc(sector::Column::Position).limit(100).all(db).await?)
}

/// The keys of the sectors, for rules that check a key.
pub async fn sector_keys(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    Ok(sectors(db).await?.into_iter().map(|sector| sector.key).collect())
}

pub async fn lock_sector(tx: &Tx, key: &str) -> Result<Option<sector::Model>> {
    Ok(sector::Entity::find().filter(sector::Column::Key.eq(key)).lock_exclusive().one(tx).await?)
}

pub async fn insert_sector(tx: &Tx, row: sector::Model) -> Result<()> {
    let row: sector::ActiveModel = row.into();
    sector::Entity::insert(row).exec_without_returning(tx).await.map_err(Error::or_already)?;
    Ok(())
}

pub async fn save_sector(tx: &Tx, row: sector::Model) -> Result<()> {
    sector::Entity::update(sector::ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// All seats of a sector, those that were removed too, by number.
pub async fn seats_of(
    db: &impl ConnectionTrait,
    sector: &sector::Model,
) -> Result<Vec<seat::Model>> {
    let of_sector = seat::Entity::find().filter(seat::Column::SectorId.eq(sector.id));
    Ok(of_sector.order_by_asc(seat::Column::Number).all(db).await?)
}

pub async fn insert_seat(tx: &Tx, row: seat::Model) -> Result<()> {
    let row: seat::ActiveModel = row.into();
    seat::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn set_seat_removed(tx: &Tx, id: SeatId, at: Option<Instant>) -> Result<()> {
    let row = seat::ActiveModel { id: Set(id), removed_at: Set(at), ..Default::default() };
    seat::Entity::update(row).exec(tx).await?;
    Ok(())
}

pub async fn lock_seat(tx: &Tx, id: SeatId) -> Result<seat::Model> {
    let row = seat::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.filter(|seat| seat.removed_at.is_none()).ok_or(Error::NotFound("seat"))
}

fn in_force(on: NaiveDate) -> Select<tenure::Entity> {
    tenure::Entity::find()
        .filter(tenure::Column::EndedAt.is_null())
        .filter(tenure::Column::FromOn.lte(on))
        .filter(tenure::Column::UntilOn.is_null().or(tenure::Column::UntilOn.gte(on)))
}

/// The tenures of seats that run on a day.
pub async fn tenures(db: &impl ConnectionTrait, on: NaiveDate) -> Result<Vec<tenure::Model>> {
    Ok(in_force(on).order_by_asc(tenure::Column::Id).all(db).await?)
}

/// Tenures of a seat that were not ended by hand: now or later.
pub async fn open_tenures(db: &impl ConnectionTrait, seat: SeatId) -> Result<Vec<tenure::Model>> {
    let open = tenure::Entity::find()
        .filter(tenure::Column::SeatId.eq(seat))
        .filter(tenure::Column::EndedAt.is_null());
    Ok(open.all(db).await?)
}

pub async fn insert_tenure(tx: &Tx, row: tenure::Model) -> Result<()> {
    let row: tenure::ActiveModel = row.into();
    tenure::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The seats of a sector, by number, that nobody has on `from_on` or later.
pub async fn free_seats(
    db: &impl ConnectionTrait,
    sector: &str,
    from_on: NaiveDate,
) -> Result<Vec<seat::Model>> {
    let of_key = sectors(db).await?.into_iter().find(|it| it.key == sector);
    let sector = of_key.ok_or(Error::NotFound("sector"))?;
    let mut seats = seats_of(db, &sector).await?;
    seats.retain(|seat| seat.removed_at.is_none());
    let held = tenure::Entity::find()
        .filter(tenure::Column::SeatId.is_in(seats.iter().map(|seat| seat.id)))
        .filter(tenure::Column::EndedAt.is_null())
        .filter(tenure::Column::UntilOn.is_null().or(tenure::Column::UntilOn.gte(from_on)));
    let taken: BTreeSet<SeatId> = held.all(db).await?.iter().map(|it| it.seat_id).collect();
    seats.retain(|seat| !taken.contains(&seat.id));
    Ok(seats)
}

/// Names who stands in for the holder of a seat in a tenure.
pub async fn set_alternate(tx: &Tx, id: TenureId, alternate: Option<MemberId>) -> Result<()> {
    let row =
        tenure::ActiveModel { id: Set(id), alternate_id: Set(alternate), ..Default::default() };
    tenure::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Ends the tenures of a seat; gives how many there were.
pub async fn end_tenures(tx: &Tx, now: Instant, seat: SeatId) -> Result<u64> {
    let ended = tenure::Entity::update_many()
        .col_expr(tenure::Column::EndedAt, Expr::value(now))
        .filter(tenure::Column::SeatId.eq(seat))
        .filter(tenure::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}

/// The tenures of a holder that were not ended by hand: now or later.
pub async fn held_by(db: &impl ConnectionTrait, holder: MemberId) -> Result<Vec<tenure::Model>> {
    let held = tenure::Entity::find()
        .filter(tenure::Column::HolderId.eq(holder))
        .filter(tenure::Column::EndedAt.is_null());
    Ok(held.all(db).await?)
}

/// Lets the tenures of a seat end the day before `from_on`; those that would begin later are ended.
pub async fn end_tenures_before(
    tx: &Tx,
    now: Instant,
    seat: SeatId,
    from_on: NaiveDate,
) -> Result<()> {
    for tenure in open_tenures(tx, seat).await? {
        let row = if tenure.from_on >= from_on {
            tenure::ActiveModel {
                id: Set(tenure.id),
                ended_at: Set(Some(now)),
                ..Default::default()
            }
        } else {
            let last = from_on.pred_opt();
            let until_on =
                tenure.until_on.map_or(last, |until| last.map(|it| std::cmp::min(it, until)));
            tenure::ActiveModel {
                id: Set(tenure.id),
                until_on: Set(until_on),
                ..Default::default()
            }
        };
        tenure::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// The council on a day: every seat in the order of sectors and numbers, with who holds it.
pub async fn seating(db: &impl ConnectionTrait, on: NaiveDate) -> Result<Vec<Place>> {
    let sectors = sectors(db).await?;
    let seats = seat::Entity::find()
        .filter(seat::Column::RemovedAt.is_null())
        .order_by_asc(seat::Column::Number)
        .all(db)
        .await?;
    let mut held: BTreeMap<SeatId, tenure::Model> =
        tenures(db, on).await?.into_iter().map(|it| (it.seat_id, it)).collect();
    let mut places = Vec::new();
    for sector in sectors {
        for seat in seats.iter().filter(|seat| seat.sector_id == sector.id) {
            let tenure = held.remove(&seat.id);
            places.push(Place { sector: sector.clone(), seat: seat.clone(), tenure });
        }
    }
    Ok(places)
}

/// Everything a member is on a day: resident, offices, holder, alternate.
pub async fn roles(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    member: MemberId,
) -> Result<BTreeSet<Role>> {
    roles_of(db, today, &members::store::get(db, member).await?).await
}

/// As [`roles`], of a member who was just read.
pub async fn roles_of(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    member: &members::entity::member::Model,
) -> Result<BTreeSet<Role>> {
    let mut roles = members::roles_of(db, member).await?;
    let id = member.id;
    let hers = in_force(today)
        .filter(tenure::Column::HolderId.eq(id).or(tenure::Column::AlternateId.eq(id)))
        .all(db)
        .await?;
    for tenure in hers {
        roles.insert(if tenure.holder_id == id { Role::Holder } else { Role::Alternate });
    }
    Ok(roles)
}
