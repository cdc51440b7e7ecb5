use super::*;
use crate::{
    bodies,
    error::{Error, Refusal as Refused, Result},
    ids::{MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        charter::Charter,
        delegation::Refusal,
        record::{Published, v2::Carried},
    },
    votes::{self, Origin, Paper, store},
    world::{World, founding, two_benches},
};

/// A world whose charter lets one speak for so many.
async fn world(most: u32) -> World {
    let world = World::founded().await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let charter = Charter { delegations_most: most, ..founding().charter };
    let reason = "Besloten in de vergadering van mei";
    world
        .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, reason).await)
        .await
        .unwrap();
    world
}

async fn gives(world: &World, vote: VoteId, giver: MemberId, to: MemberId) -> Result<()> {
    let at = (world.now(), world.today());
    world.write(async |tx| delegate(tx, at, giver, vote, to).await).await
}

async fn takes_back(world: &World, vote: VoteId, giver: MemberId) -> Result<()> {
    world.write(async |tx| take_back_delegation(tx, world.now(), giver, vote).await).await
}

fn is_refused(done: &Result<()>, why: Refusal) -> bool {
    matches!(done, Err(Error::Refused(Refused::Delegation(it))) if *it == why)
}

/// Closes and counts; gives whom the record says was carried, by name of the entry on the roll.
async fn finish(world: &World, vote: VoteId) -> (Vec<Carried>, u64) {
    let (now, secretary) = (world.now(), world.secretary().await);
    let origin = Origin::of(&world.app);
    world
        .write(async |tx| {
            votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
        })
        .await
        .unwrap();
    let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
    let published = Published::read(&result.record).unwrap();
    let findings = published.recount();
    assert!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    let Published::V2(published) = published else { panic!("an old record") };
    let tally = votes::tally(&result).unwrap();
    (published.record.carried, tally.steps[0]["votes"]["for"].as_u64().unwrap())
}

async fn number(world: &World, vote: VoteId, member: MemberId) -> i64 {
    store::voters_for(world.app.db.read(), vote, member).await.unwrap()[0].number
}

#[tokio::test]
async fn a_ballot_counts_for_those_who_had_its_voter_speak_for_them() {
    let world = world(3).await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let (carol, dora) = (world.member("Carol").await.id, world.member("Dora").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, vote, alice, bob).await.unwrap();
    world.opens(vote).await;
    gives(&world, vote, carol, bob).await.unwrap();
    gives(&world, vote, dora, alice).await.unwrap();
    gives(&world, vote, bob, carol).await.unwrap();
    assert!(world.journal().await.contains(&"delegation-given"));
    world.casts(vote, carol, Choice::Against).await;
    world.casts(vote, bob, Choice::For).await;
    // Carol voted herself, and Alice didn't, so Dora is carried by nobody.
    let (alices, bobs) = (number(&world, vote, alice).await, number(&world, vote, bob).await);
    let (carried, in_favour) = finish(&world, vote).await;
    assert_eq!(carried, [Carried { number: alices, by: bobs }]);
    assert_eq!(in_favour, 2);
}

#[tokio::test]
async fn it_is_taken_back_until_the_close_and_the_result_stays() {
    let world = world(3).await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let carol = world.member("Carol").await.id;
    let vote = world.open_vote(BodyKind::Assembly).await;
    for giver in [alice, carol] {
        gives(&world, vote, giver, bob).await.unwrap();
    }
    world.casts(vote, bob, Choice::For).await;
    takes_back(&world, vote, alice).await.unwrap();
    assert!(world.journal().await.contains(&"delegation-taken-back"));
    assert!(is_refused(&takes_back(&world, vote, alice).await, Refusal::None));
    let now = world.now();
    world.write(async |tx| members::forget(tx, now, carol, carol).await).await.unwrap();
    let (carried, in_favour) = finish(&world, vote).await;
    assert_eq!((carried.len(), in_favour), (1, 2));
    let late = takes_back(&world, vote, carol).await;
    assert!(matches!(late, Err(Error::Refused(Refused::Vote(_)))), "{late:?}");
    let late = gives(&world, vote, alice, bob).await;
    assert!(matches!(late, Err(Error::Refused(Refused::Vote(_)))), "{late:?}");
}

#[tokio::test]
async fn what_the_rule_refuses_leaves_no_trace() {
    let world = world(1).await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let carol = world.member("Carol").await.id;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let late = world.member("Dora").await.id;
    gives(&world, vote, alice, bob).await.unwrap();
    let before = world.journal().await.len();
    for (giver, to, why) in [
        (carol, carol, Refusal::Herself),
        (carol, late, Refusal::NotOnTheRoll),
        (carol, bob, Refusal::TooMany { most: 1 }),
        (alice, carol, Refusal::Exists),
    ] {
        let done = gives(&world, vote, giver, to).await;
        assert!(is_refused(&done, why), "{done:?}");
    }
    assert_eq!(world.journal().await.len(), before);
    let kept = store::delegations(world.app.db.read(), vote).await.unwrap();
    assert_eq!(standing(&kept).unwrap().len(), 1);
}

#[tokio::test]
async fn there_is_none_in_secret_in_the_council_or_without_the_charter() {
    let world = world(3).await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    world.fill(world.first_seat().await, alice, None).await;
    world.fill(world.first_seat().await, bob, None).await;
    let secret = Paper { secrecy: Secrecy::Secret, ..two_benches() };
    for (body, paper) in [(BodyKind::Assembly, secret), (BodyKind::Council, Paper::default())] {
        let vote = world.open_vote_on(body, paper).await;
        assert!(is_refused(&gives(&world, vote, alice, bob).await, Refusal::NotHere));
    }
    let plain = World::founded().await;
    let (alice, bob) = (plain.member("Alice").await.id, plain.member("Bob").await.id);
    let vote = plain.open_vote(BodyKind::Assembly).await;
    let why = Refusal::TooMany { most: 0 };
    assert!(is_refused(&gives(&plain, vote, alice, bob).await, why));
}
