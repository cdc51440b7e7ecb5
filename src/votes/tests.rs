//! (test) Rows that contradict the rules are told as such, and never read as something else.

use sea_orm::ConnectionTrait;

use super::{Origin, Paper, batches, entity::ballot, store};
use crate::{
    error::Error,
    ids::{BatchId, MemberId, VoteId, VoterId},
    rules::{
        ballot::{BodyKind, Channel, Choice},
        tally::{
            greedy::{self, Misfit},
            method::{Opt, Rules},
        },
    },
    votes,
    world::World,
};

async fn rewrite(world: &World, sql: &str) {
    world.write(async |tx| Ok(tx.execute_unprepared(sql).await?)).await.unwrap();
}

async fn count(world: &World, vote: VoteId) -> Result<(), Error> {
    let (now, secretary, origin) = (world.now(), world.secretary().await, Origin::of(&world.app));
    world
        .write(async |tx| {
            votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await.map(drop)
        })
        .await
}

#[tokio::test]
async fn a_price_below_nothing_is_not_free() {
    let world = World::founded().await;
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: Some(500) };
    let paper = Paper {
        rules: Some(Rules::Greedy(greedy::Rules { misfit: Misfit::PassOver })),
        budget: Some(1_000),
        options: ["1", "2"].map(option).into(),
        ..Paper::default()
    };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    rewrite(&world, "UPDATE vote_options SET cost = -500 WHERE key = '1'").await;
    let read = store::options(world.app.db.read(), vote).await;
    assert!(matches!(read, Err(Error::Database(_))), "{read:?}");
    assert!(matches!(count(&world, vote).await, Err(Error::Database(_))));
}

#[tokio::test]
async fn a_batch_of_less_than_nothing_is_not_empty() {
    let world = World::founded().await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let new =
        batches::Announcement { id: BatchId::fresh(now), vote, channel: Channel::Paper, papers: 1 };
    world.write(async |tx| batches::announce(tx, now, secretary, new).await).await.unwrap();
    rewrite(&world, "UPDATE batches SET announced = -1, stage = 'discarded', reason = 'Weg'").await;
    assert!(matches!(count(&world, vote).await, Err(Error::Database(_))));
}

#[test]
fn a_ballot_of_nobody_on_the_roll_is_not_passed_over() {
    let cast = ballot::Model {
        vote_id: VoteId(uuid::Uuid::nil()),
        voter_id: VoterId(uuid::Uuid::nil()),
        member_id: MemberId(uuid::Uuid::nil()),
        mark: Choice::For.into(),
        channel: Channel::Web,
        cast_at: chrono::DateTime::UNIX_EPOCH,
        replaced: 0,
    };
    assert!(matches!(super::gather::open(&[], vec![cast]), Err(Error::Database(_))));
}
