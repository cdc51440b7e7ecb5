use super::{entity::vote, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{permission::Deed, record::v2::Change, vote as rule},
};

/// Puts the end of an open vote off, for everybody; the reason is public and stands in the record.
///
/// # Errors
/// She may not, the vote isn't open any more, the new end isn't later, or the reason is missing.
pub async fn extend(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    (until, reason): (Instant, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::CloseVote).await?;
    let vote = store::lock(tx, id).await?;
    rule::extend(vote.stage, now, vote.closes_at, until, reason)?;
    let reason = reason.trim().to_owned();
    let change = Change::Extended { at: now, until, reason: reason.clone() };
    store::change(tx, id, &change).await?;
    store::save(tx, vote::Model { closes_at: until, ..vote }).await?;
    journal::record(tx, now, Some(by), Event::VoteExtended { vote: id, reason }).await
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use crate::{
        rules::{
            ballot::{BodyKind, Choice},
            record::Published,
        },
        votes::{self, Origin, store},
        world::World,
    };

    #[tokio::test]
    async fn who_comes_after_the_announced_end_still_votes_when_it_was_put_off() {
        let world = World::founded().await;
        let (alice, secretary) = (world.member("Alice").await, world.secretary().await);
        let vote = world.open_vote(BodyKind::Assembly).await;
        let until = world.now() + TimeDelta::days(9);
        let put_off = async |by| {
            let (now, reason) = (world.now(), "De brieven kwamen laat");
            world.write(async |tx| votes::extend(tx, now, by, vote, (until, reason)).await).await
        };
        assert!(put_off(alice.id).await.is_err());
        put_off(secretary).await.unwrap();
        world.days_pass(8);
        world.casts(vote, alice.id, Choice::For).await;
        world.days_pass(1);
        assert!(put_off(secretary).await.is_err());
        let origin = Origin::of(&world.app);
        world
            .write(async |tx| votes::close_due(tx, world.now(), vote, &origin).await)
            .await
            .unwrap();
        let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
        assert!(result.record.contains("De brieven kwamen laat"));
        let published = Published::read(&result.record).unwrap();
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
        assert!(world.journal().await.contains(&"vote-extended"));
    }
}
