use super::{
    entity::{seat, sector},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, SeatId, SectorId},
    journal::{self, Event},
    members,
    rules::{permission::Deed, sector as rule},
};

/// How many seats a sector has, and what it is called.
#[derive(Clone, Debug)]
pub struct Arrangement {
    pub key: String,
    /// Its own name; nothing for the usual name of the key.
    pub name: Option<String>,
    pub seats: u32,
}

/// Adds a sector, or changes its name and number of seats. Seats that are taken stay.
///
/// # Errors
/// What is wrong with the arrangement, or that fewer seats are asked than are taken.
pub async fn arrange(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    new: Arrangement,
) -> Result<SectorId> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::FillSeats).await?;
    }
    rule::check(&new.key, new.name.as_deref(), new.seats)?;
    let seats = i32::try_from(new.seats).unwrap_or(i32::MAX);
    let sector = match store::lock_sector(tx, &new.key).await? {
        Some(old) => {
            let sector = sector::Model { name: new.name, seats, ..old };
            store::save_sector(tx, sector.clone()).await?;
            sector
        }
        None => {
            let position = i32::try_from(store::sectors(tx).await?.len()).unwrap_or(i32::MAX);
            let (id, key, name) = (SectorId::fresh(now), new.key, new.name);
            let sector = sector::Model { id, key, name, position, seats };
            store::insert_sector(tx, sector.clone()).await?;
            sector
        }
    };
    fit(tx, now, &sector).await?;
    let arranged = Event::SectorArranged { sector: sector.id, seats: new.seats };
    journal::record(tx, now, by, arranged).await?;
    Ok(sector.id)
}

/// Makes the sector have as many seats as it says: old ones come back, free ones at the end go.
async fn fit(tx: &Tx, now: Instant, sector: &sector::Model) -> Result<()> {
    let seats = store::seats_of(tx, sector).await?;
    for number in 1..=sector.seats {
        match seats.iter().find(|seat| seat.number == number) {
            Some(seat) if seat.removed_at.is_some() => {
                store::set_seat_removed(tx, seat.id, None).await?;
            }
            Some(_) => {}
            None => {
                let id = SeatId::fresh(now);
                let seat = seat::Model { id, sector_id: sector.id, number, removed_at: None };
                store::insert_seat(tx, seat).await?;
            }
        }
    }
    let surplus =
        seats.iter().filter(|seat| seat.number > sector.seats && seat.removed_at.is_none());
    for seat in surplus {
        if !store::open_tenures(tx, seat.id).await?.is_empty() {
            let taken = u32::try_from(seat.number).unwrap_or_default();
            return Err(rule::Refusal::SeatsTaken { taken }.into());
        }
        store::set_seat_removed(tx, seat.id, Some(now)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bodies, world::World};

    #[tokio::test]
    async fn seats_come_and_go_but_not_under_somebody() {
        let world = World::founded().await;
        let arrange_to = async |seats: u32| {
            let new = Arrangement { key: "business".to_owned(), name: None, seats };
            world.write(async |tx| arrange(tx, world.now(), None, new).await).await
        };
        let places = async || {
            let on = world.today();
            let all = store::seating(world.app.db.read(), on).await.unwrap();
            all.into_iter().filter(|place| place.sector.key == "business").collect::<Vec<_>>()
        };
        arrange_to(3).await.unwrap();
        assert_eq!(places().await.len(), 3);
        let alice = world.member("Alice").await;
        let seat = places().await[1].seat.id;
        world.fill(seat, alice.id, None).await;
        assert!(arrange_to(1).await.is_err());
        arrange_to(2).await.unwrap();
        world
            .write(async |tx| {
                bodies::vacate(tx, world.now(), world.secretary().await, seat, "Verhuisd").await
            })
            .await
            .unwrap();
        arrange_to(1).await.unwrap();
        assert_eq!(places().await.len(), 1);
    }
}
