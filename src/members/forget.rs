use super::{entity::member, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Refusal, Result},
    ids::MemberId,
    journal::{self, Event},
    rules::{member::Refusal as Rule, permission::Deed, role::Role},
};

/// Erases what is known of a member. Her ballots, support and proposals stay, without her name: no
/// result changes.
///
/// # Errors
/// She is the last secretary.
pub async fn forget(tx: &Tx, now: Instant, by: MemberId, id: MemberId) -> Result<()> {
    if by != id {
        super::permit(tx, by, Deed::KeepRoll).await?;
    }
    let old = store::lock(tx, id).await?;
    super::appoint::not_the_last_secretary(tx, id).await?;
    for role in Role::OFFICES {
        store::end_office(tx, now, id, *role).await?;
    }
    store::replace_codes(tx, now, id).await?;
    store::end_sessions_of(tx, id).await?;
    store::end_links_of(tx, id).await?;
    let blank = member::Model {
        id,
        number: None,
        name: String::new(),
        name_searched: String::new(),
        address: None,
        email: None,
        language: old.language,
        born_in: None,
        is_of_age: false,
        sector: None,
        joined_at: old.joined_at,
        suspended_at: old.suspended_at,
        forgotten_at: Some(now),
    };
    if old.forgotten_at.is_some() {
        return Err(Refusal::Member(vec![Rule::Gone]).into());
    }
    store::save(tx, blank).await?;
    journal::record(tx, now, Some(by), Event::MemberForgotten { member: id }).await
}

#[cfg(test)]
mod tests {
    use crate::{members, members::store, rules::role::Role, world::World};

    #[tokio::test]
    async fn nothing_personal_is_left() {
        let world = World::new().await;
        let it = world.member("Alice").await;
        world.write(async |tx| members::forget(tx, world.now(), it.id, it.id).await).await.unwrap();
        let left = store::get(world.app.db.read(), it.id).await.unwrap();
        assert_eq!((left.name.as_str(), left.email, left.born_in), ("", None, None));
        assert_eq!(store::count(world.app.db.read()).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn the_last_secretary_stays() {
        let world = World::new().await;
        let it = world.member("Alice").await;
        world
            .write(async |tx| members::appoint(tx, world.now(), None, it.id, Role::Secretary).await)
            .await
            .unwrap();
        let refused =
            world.write(async |tx| members::forget(tx, world.now(), it.id, it.id).await).await;
        assert!(refused.is_err());
        assert_eq!(store::get(world.app.db.read(), it.id).await.unwrap().name, "Alice");
    }
}
