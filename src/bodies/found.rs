use super::{Arrangement, arrange, charter, entity::neighbourhood, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::MemberId,
    journal::{self, Event},
    members,
    rules::{
        charter::Charter,
        member::Entry,
        role::Role,
        sector::Usual,
        wording::{self, Field},
    },
};

/// What the first person tells of a new neighbourhood.
#[derive(Clone, Debug)]
pub struct Founding {
    pub name: String,
    /// Stands before the @ in the fediverse; stays for ever.
    pub handle: String,
    pub language: String,
    /// Becomes the first member, secretary and administrator.
    pub first: Entry,
    pub charter: Charter,
}

/// Founds the neighbourhood: its name, the usual sectors and seats, the charter, and its first
/// member, who becomes secretary and administrator.
///
/// # Errors
/// What is wrong with the names, or that it was founded already.
pub async fn found(tx: &Tx, now: Instant, new: Founding) -> Result<MemberId> {
    wording::check(Field::Neighbourhood, &new.name)?;
    if !wording::is_handle(&new.handle) {
        return Err(wording::Refusal::NotText { field: Field::Handle }.into());
    }
    let row = neighbourhood::Model {
        id: 1,
        name: new.name.trim().to_owned(),
        handle: new.handle,
        language: new.language,
        founded_at: now,
    };
    let name = row.name.clone();
    store::insert_neighbourhood(tx, row).await?;
    journal::record(tx, now, None, Event::NeighbourhoodFounded { name }).await?;
    for usual in Usual::ALL {
        let (key, seats) = (usual.word().to_owned(), usual.seats());
        arrange(tx, now, None, Arrangement { key, name: None, seats }).await?;
    }
    charter::insert(tx, now, None, 1, &new.charter, "").await?;
    let sectors = store::sector_keys(tx).await?;
    let first = members::add(tx, now, None, new.first, &sectors).await?;
    for role in [Role::Secretary, Role::Administrator] {
        members::appoint(tx, now, None, first.id, role).await?;
    }
    Ok(first.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bodies,
        error::{Conflict, Error},
        world::{self, World},
    };

    #[tokio::test]
    async fn a_neighbourhood_begins_with_a_council_and_a_secretary() {
        let world = World::founded().await;
        let db = world.app.db.read();
        let secretary = world.secretary().await;
        let roles = bodies::roles(db, world.today(), secretary).await.unwrap();
        assert!(roles.is_superset(&[Role::Secretary, Role::Administrator, Role::Resident].into()));
        let seats = store::seating(db, world.today()).await.unwrap();
        assert_eq!(seats.len(), 13);
        assert_eq!(charter(db).await.unwrap().version, 1);
    }

    #[tokio::test]
    async fn it_is_founded_once() {
        let world = World::founded().await;
        let again = world.write(async |tx| found(tx, world.now(), world::founding()).await).await;
        assert!(matches!(again, Err(Error::Conflict(Conflict::Founded))), "{again:?}");
    }
}
