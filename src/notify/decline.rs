use super::store;
use crate::{clock::Instant, db::Tx, error::Result, ids::MemberId, members};

/// Sends a member no reminders any more. The journal says nothing of it: whether she wants mail is
/// nobody else's business.
///
/// # Errors
/// What the database says.
pub async fn decline(tx: &Tx, now: Instant, by: MemberId) -> Result<()> {
    members::store::get(tx, by).await?;
    store::decline(tx, by, now).await
}

/// Sends a member reminders again.
///
/// # Errors
/// What the database says.
pub async fn accept(tx: &Tx, by: MemberId) -> Result<()> {
    store::accept(tx, by).await
}

#[cfg(test)]
mod tests {
    use crate::{notify, world::World};

    #[tokio::test]
    async fn a_member_declines_reminders_and_takes_it_back() {
        let world = World::founded().await;
        let alice = world.member("Alice").await.id;
        let (now, before) = (world.now(), world.journal().await);
        for _ in 0..2 {
            world.write(async |tx| notify::decline(tx, now, alice).await).await.unwrap();
        }
        assert!(notify::store::has_declined(world.app.db.read(), alice).await.unwrap());
        world.write(async |tx| notify::accept(tx, alice).await).await.unwrap();
        assert!(!notify::store::has_declined(world.app.db.read(), alice).await.unwrap());
        assert_eq!(world.journal().await, before);
    }
}
