use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::MemberId,
    journal::{self, Event},
    members,
    rules::{permission::Deed, signing_code::SigningCode},
    signet::SigningKey,
    votes::{entity::teller_key, store},
};

/// Makes a signing key for a teller; one that she had is replaced, and what she signed with it stays.
/// Gives the code of which the key is made, which is shown to her once and kept nowhere.
///
/// # Errors
/// She is no teller.
pub async fn make_key(tx: &Tx, now: Instant, by: MemberId) -> Result<SigningCode> {
    members::permit(tx, by, Deed::SignRecord).await?;
    members::store::lock(tx, by).await?;
    let code = chance::signing_code();
    let key = SigningKey::of_code(&code)?.public().to_string();
    store::retire_teller_keys(tx, by, now).await?;
    let row = teller_key::Model {
        public_key: key.clone(),
        member_id: by,
        made_at: now,
        replaced_at: None,
    };
    store::insert_teller_key(tx, row).await?;
    journal::record(tx, now, Some(by), Event::TellerKeyMade { member: by, key }).await?;
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules::role::Role, world::World};

    #[tokio::test]
    async fn a_teller_makes_a_key_of_which_only_the_public_half_is_kept() {
        let world = World::founded().await;
        let (tess, bob) = (world.member("Tess").await.id, world.member("Bob").await.id);
        let now = world.now();
        let appoints =
            world.write(async |tx| members::appoint(tx, now, None, tess, Role::Teller).await);
        appoints.await.unwrap();
        let makes = async |who| world.write(async |tx| make_key(tx, now, who).await).await;
        assert!(makes(bob).await.is_err());
        let first = makes(tess).await.unwrap();
        let second = makes(tess).await.unwrap();
        assert_ne!(first.seed(), second.seed());
        let kept = store::teller_key(world.app.db.read(), tess).await.unwrap().unwrap();
        assert_eq!(kept, SigningKey::of_code(&second).unwrap().public());
        let told = world.journal().await;
        assert_eq!(told.iter().filter(|it| **it == "teller-key-made").count(), 2);
        let lines = journal::after(world.app.db.read(), 0, 1_000).await.unwrap();
        let text = format!("{lines:?}");
        assert!(!text.contains(&second.printed()) && text.contains(&kept.to_string()));
    }
}
