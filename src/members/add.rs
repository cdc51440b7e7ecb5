use super::{entity::member, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Refusal, Result},
    ids::MemberId,
    journal::{self, Event},
    rules::{
        member::{self as rule, Entry},
        permission::Deed,
    },
};

/// Puts somebody on the roll. `sectors` are the keys of the council's sectors.
///
/// # Errors
/// What is wrong with the entry, or that its number is taken.
pub async fn add(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    entry: Entry,
    sectors: &[String],
) -> Result<member::Model> {
    if let Some(by) = by {
        super::permit(tx, by, Deed::KeepRoll).await?;
    }
    rule::check(&entry, sectors, year(now)).map_err(Refusal::Member)?;
    let member = store::insert(tx, row(MemberId::fresh(now), now, entry)).await?;
    journal::record(tx, now, by, Event::MemberAdded { member: member.id }).await?;
    Ok(member)
}

/// The row of an entry that was checked.
pub(super) fn row(id: MemberId, now: Instant, entry: Entry) -> member::Model {
    member::Model {
        id,
        name_searched: searched(&entry),
        number: entry.number,
        name: entry.name.trim().to_owned(),
        address: entry.address,
        email: entry.email,
        language: entry.language,
        born_in: entry.born_in,
        is_of_age: entry.is_of_age,
        sector: entry.sector,
        joined_at: now,
        suspended_at: None,
        forgotten_at: None,
    }
}

/// What the search on the roll looks at: name and number, in lower case.
pub(super) fn searched(entry: &Entry) -> String {
    let number = entry.number.as_deref().unwrap_or_default();
    format!("{} {number}", entry.name.trim()).trim_end().to_lowercase()
}

/// The calendar year of a moment; a year of birth is no finer than that.
pub(super) fn year(now: Instant) -> i32 {
    chrono::Datelike::year(&now)
}

#[cfg(test)]
mod tests {
    use crate::{
        error::{Conflict, Error, Refusal},
        members::{self, store},
        rules::member::Entry,
        world::World,
    };

    fn alice() -> Entry {
        Entry {
            number: Some("12".to_owned()),
            name: "Alice".to_owned(),
            language: "nl".to_owned(),
            born_in: Some(1980),
            ..Entry::default()
        }
    }

    #[tokio::test]
    async fn somebody_comes_on_the_roll() {
        let world = World::new().await;
        let it = world
            .write(async |tx| members::add(tx, world.now(), None, alice(), &[]).await)
            .await
            .unwrap();
        assert_eq!(store::get(world.app.db.read(), it.id).await.unwrap(), it);
        assert_eq!(world.journal().await, ["member-added"]);
    }

    #[tokio::test]
    async fn a_number_is_given_once_and_a_fault_leaves_no_trace() {
        let world = World::new().await;
        let add = async |entry: Entry| {
            world.write(async |tx| members::add(tx, world.now(), None, entry, &[]).await).await
        };
        add(alice()).await.unwrap();
        let twice = add(alice()).await;
        assert!(matches!(twice, Err(Error::Conflict(Conflict::Already))), "{twice:?}");
        let bad = add(Entry { name: String::new(), ..alice() }).await;
        assert!(matches!(bad, Err(Error::Refused(Refusal::Member(_)))), "{bad:?}");
        assert_eq!(world.journal().await, ["member-added"]);
    }
}
