//! The roll from a file: read whole, every bad line reported, nothing half imported. Importing the
//! same file again changes nothing.

use chrono::Datelike;
use sea_orm::ConnectionTrait;

use super::{
    add::{row, searched},
    entity::member,
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::MemberId,
    journal::{self, Event},
    rules::{member::Entry, permission::Deed},
};

mod read;

pub use read::{COLUMNS, Fault, LineFault, read};

/// What an import would do, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub added: Vec<Entry>,
    pub changed: Vec<(MemberId, Entry)>,
    pub unchanged: u64,
    /// Names of which more than one member fits a line without number: which one is meant?
    pub unclear: Vec<(u64, String)>,
}

/// Compares entries, with their line numbers, with the roll; changes nothing.
///
/// # Errors
/// What the database says.
pub async fn plan(db: &impl ConnectionTrait, entries: &[(u64, Entry)]) -> Result<Plan> {
    let mut plan = Plan::default();
    for (line, entry) in entries {
        match same(db, entry).await?.as_slice() {
            [] if entry.number.is_none() && plan.added.contains(entry) => {
                plan.unclear.push((*line, entry.name.clone()));
            }
            [] => plan.added.push(entry.clone()),
            [member] if is_equal(member, entry) => plan.unchanged += 1,
            [member] => plan.changed.push((member.id, entry.clone())),
            _ => plan.unclear.push((*line, entry.name.clone())),
        }
    }
    Ok(plan)
}

/// Carries a plan out, whole.
///
/// # Errors
/// The plan has unclear lines, or somebody took a number in the meantime, or what the database says.
pub async fn import(tx: &Tx, now: Instant, by: Option<MemberId>, plan: Plan) -> Result<()> {
    if let Some(by) = by {
        super::permit(tx, by, Deed::KeepRoll).await?;
    }
    if !plan.unclear.is_empty() {
        return Err(Error::Conflict(Conflict::Already));
    }
    let (added, changed) = (plan.added.len() as u64, plan.changed.len() as u64);
    if added + changed == 0 {
        return Ok(());
    }
    for entry in plan.added {
        store::insert(tx, row(MemberId::fresh(now), now, entry)).await?;
    }
    for (id, entry) in plan.changed {
        let old = store::lock(tx, id).await?;
        let mut new = row(id, old.joined_at, entry);
        new.suspended_at = old.suspended_at;
        store::save(tx, new).await?;
    }
    journal::record(tx, now, by, Event::MembersImported { added, changed }).await
}

/// The calendar year in which entries are checked.
#[must_use]
pub fn year(now: Instant) -> i32 {
    now.year()
}

/// Who on the roll an entry speaks of: by number if it has one, else by name with the same e-mail,
/// else by name with the same address.
async fn same(db: &impl ConnectionTrait, entry: &Entry) -> Result<Vec<member::Model>> {
    if let Some(number) = &entry.number {
        return Ok(store::find_by_number(db, number).await?.into_iter().collect());
    }
    let mut named = store::named_ever(db, entry.name.trim()).await?;
    named.retain(|member| member.number.is_none());
    for tells in [|member: &member::Model, entry: &Entry| same_email(member, entry), same_address] {
        let fits: Vec<_> = named.iter().filter(|it| tells(it, entry)).cloned().collect();
        if !fits.is_empty() {
            return Ok(fits);
        }
    }
    Ok(Vec::new())
}

fn same_email(member: &member::Model, entry: &Entry) -> bool {
    entry.email.is_some() && member.email == entry.email
}

fn same_address(member: &member::Model, entry: &Entry) -> bool {
    member.address == entry.address && (member.email.is_none() || entry.email.is_none())
}

fn is_equal(member: &member::Model, entry: &Entry) -> bool {
    member.name_searched == searched(entry)
        && member.name == entry.name.trim()
        && member.address == entry.address
        && member.email == entry.email
        && member.language == entry.language
        && member.born_in == entry.born_in
        && member.is_of_age == entry.is_of_age
        && member.sector == entry.sector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    const FILE: &str = "nummer;naam;adres;e-mail;taal;geboortejaar;geleding\n\
        1;Alice;Dorpsstraat 1;alice@alpha.example;nl;1980;\n\
        2;Bob;;;en;1990;residents\n\
        ;Carol;Dorpsstraat 3;;;1970;\n";

    async fn import_file(world: &World, text: &str) -> Plan {
        let sectors = ["residents".to_owned()];
        let entries = read(text, &sectors, 2026).unwrap();
        let plan = plan(world.app.db.read(), &entries).await.unwrap();
        let did = plan.clone();
        world.write(async |tx| import(tx, world.now(), None, plan).await).await.unwrap();
        did
    }

    #[tokio::test]
    async fn the_same_file_again_changes_nothing() {
        let world = World::new().await;
        let first = import_file(&world, FILE).await;
        assert_eq!((first.added.len(), first.changed.len(), first.unchanged), (3, 0, 0));
        let again = import_file(&world, FILE).await;
        assert_eq!((again.added.len(), again.changed.len(), again.unchanged), (0, 0, 3));
        assert_eq!(world.journal().await, ["members-imported"]);
    }

    #[tokio::test]
    async fn a_changed_line_changes_its_member() {
        let world = World::new().await;
        import_file(&world, FILE).await;
        let moved = FILE.replace("Dorpsstraat 1", "Kerkplein 4").replace(";1970", ";1971");
        let plan = import_file(&world, &moved).await;
        assert_eq!((plan.added.len(), plan.changed.len(), plan.unchanged), (0, 2, 1));
        assert_eq!(store::count(world.app.db.read()).await.unwrap(), 3);
    }
}
