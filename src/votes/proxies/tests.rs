use super::*;
use crate::{
    db,
    error::{Error, Refusal as Refused, Result},
    ids::{MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Channel, Choice, Mark, Secrecy},
        eligibility, permission,
        permission::Deed,
        proxy::{Ending, Refusal},
        record::Published,
    },
    votes::{self, Casting, Origin, Paper, store},
    world::{World, two_benches},
};

async fn gives(
    world: &World,
    by: MemberId,
    vote: VoteId,
    pair: (MemberId, MemberId),
) -> Result<()> {
    let at = (world.now(), world.today());
    let new = Mandate { giver: pair.0, holder: pair.1 };
    world.write(async |tx| give_proxy(tx, at, by, vote, new).await).await
}

async fn takes_back(world: &World, by: MemberId, vote: VoteId, giver: MemberId) -> Result<()> {
    world.write(async |tx| take_back_proxy(tx, world.now(), by, vote, giver).await).await
}

/// Casts the ballot of `voter` by somebody, through a channel.
async fn casts(
    world: &World,
    vote: VoteId,
    (voter, by): (MemberId, MemberId),
    (channel, mark): (Channel, &str),
) -> Result<()> {
    let new = Casting {
        vote,
        voter: world.voter(vote, voter).await,
        mark: mark.parse().unwrap(),
        channel,
        receipt: String::new(),
        helped: false,
    };
    world.write(async |tx| votes::cast(tx, world.now(), by, new).await.map(drop)).await
}

fn is_refused(done: &Result<()>, why: Refusal) -> bool {
    match done {
        Err(Error::Refused(Refused::Proxy(it))) => *it == why,
        Err(Error::Refused(Refused::Ballot(eligibility::Refusal::Proxy(it)))) => *it == why,
        _ => false,
    }
}

async fn finish(world: &World, vote: VoteId) -> String {
    let (now, secretary) = (world.now(), world.secretary().await);
    let origin = Origin::of(&world.app);
    world
        .write(async |tx| {
            votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
        })
        .await
        .unwrap();
    let record = store::result(world.app.db.read(), vote).await.unwrap().unwrap().record;
    let findings = Published::read(&record).unwrap().recount();
    assert!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    record
}

#[tokio::test]
async fn the_holder_votes_for_herself_and_for_her_giver_and_the_record_names_nobody() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    world.opens(vote).await;
    assert!(is_refused(&gives(&world, bob, vote, (bob, alice)).await, Refusal::Frozen));
    casts(&world, vote, (bob, bob), (Channel::Web, "against")).await.unwrap();
    casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await.unwrap();
    assert!(world.journal().await.contains(&"mandate-given"));
    let record = finish(&world, vote).await;
    assert_eq!(record.matches("\"channel\":\"proxy\",\"number\"").count(), 1);
    assert_eq!(record.matches("\"channel\":\"web\",\"number\"").count(), 1);
    assert!(!record.contains(&alice.to_string()) && !record.contains(&bob.to_string()));
}

#[tokio::test]
async fn the_secretary_records_what_was_handed_in_and_nobody_else_gives_for_another() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    let stolen = gives(&world, bob, vote, (alice, bob)).await;
    let why = permission::Refusal::NotYours(Deed::KeepRoll);
    assert!(matches!(stolen, Err(Error::Refused(Refused::Permission(it))) if it == why));
    let secretary = world.secretary().await;
    gives(&world, secretary, vote, (alice, bob)).await.unwrap();
    let kept = store::mandates(world.app.db.read(), vote).await.unwrap();
    assert_eq!((kept.len(), kept[0].recorded_by), (1, Some(secretary)));
    assert!(world.journal().await.contains(&"mandate-handed-in"));
    assert!(takes_back(&world, bob, vote, alice).await.is_err());
    takes_back(&world, secretary, vote, alice).await.unwrap();
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    let kept = store::mandates(world.app.db.read(), vote).await.unwrap();
    assert_eq!(kept.iter().map(|it| it.turn).collect::<Vec<_>>(), [1, 2]);
}

#[tokio::test]
async fn what_the_rule_refuses_leaves_no_trace() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let carol = world.member("Carol").await.id;
    let gone = world.member("Dora").await.id;
    let now = world.now();
    world.write(async |tx| members::forget(tx, now, gone, gone).await).await.unwrap();
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    let before = world.journal().await.len();
    for (pair, why) in [
        ((carol, carol), Refusal::Herself),
        ((carol, gone), Refusal::NotOnTheRoll),
        ((carol, bob), Refusal::TooMany { most: 1 }),
        ((carol, alice), Refusal::HolderHasGiven),
        ((bob, carol), Refusal::IsHolder),
        ((alice, carol), Refusal::HasGiven),
    ] {
        let done = gives(&world, pair.0, vote, pair).await;
        assert!(is_refused(&done, why), "{done:?}");
    }
    assert!(is_refused(&takes_back(&world, bob, vote, bob).await, Refusal::NoMandate));
    assert_eq!(world.journal().await.len(), before);
    assert_eq!(store::mandates(world.app.db.read(), vote).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_seat_gives_it_to_a_seat_of_its_own_sector() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let (carol, dora) = (world.member("Carol").await.id, world.member("Dora").await.id);
    world.fill(world.first_seat().await, alice, Some(dora)).await;
    world.fill(world.first_seat().await, bob, None).await;
    let seating = crate::bodies::store::seating(world.app.db.read(), world.today()).await.unwrap();
    let other = seating.iter().find(|place| place.sector.key != "residents").unwrap();
    world.fill(other.seat.id, carol, None).await;
    let vote = world.prepared_vote(BodyKind::Council, Paper::default()).await;
    assert!(is_refused(&gives(&world, alice, vote, (alice, carol)).await, Refusal::OtherGroup));
    assert!(is_refused(&gives(&world, alice, vote, (alice, dora)).await, Refusal::NotOnTheRoll));
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    world.opens(vote).await;
    // While the holder is marked absent, her alternate votes, and nobody for her.
    let (now, secretary, seat) = (world.now(), world.secretary().await, seating[0].seat.id);
    world.write(async |tx| votes::mark_absent(tx, now, secretary, vote, seat).await).await.unwrap();
    let by_proxy = casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await;
    assert!(is_refused(&by_proxy, Refusal::AlternateVotes), "{by_proxy:?}");
    world
        .write(async |tx| votes::mark_present(tx, now, secretary, vote, seat).await)
        .await
        .unwrap();
    casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await.unwrap();
    let marked =
        world.write(async |tx| votes::mark_absent(tx, now, secretary, vote, seat).await).await;
    assert!(marked.is_err());
    finish(&world, vote).await;
}

#[tokio::test]
async fn what_cannot_be_used_falls_away_at_the_opening_and_says_why() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    let now = world.now();
    world.write(async |tx| members::forget(tx, now, bob, bob).await).await.unwrap();
    world.opens(vote).await;
    let db = world.app.db.read();
    let kept = store::mandates(db, vote).await.unwrap();
    assert_eq!((kept[0].ending, kept[0].ended_at), (Some(Ending::NotOnTheRoll), Some(now)));
    let roll = store::voters(db, vote).await.unwrap();
    assert!(roll.iter().all(|voter| voter.proxy_id.is_none()));
    assert!(world.journal().await.contains(&"mandate-fell-away"));
    casts(&world, vote, (alice, alice), (Channel::Web, "for")).await.unwrap();
}

#[tokio::test]
async fn it_is_taken_back_until_it_is_used() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    for (secrecy, used) in [
        (Secrecy::Open, false),
        (Secrecy::Open, true),
        (Secrecy::Secret, false),
        (Secrecy::Secret, true),
    ] {
        let paper = Paper { secrecy, ..Paper::default() };
        let vote = world.prepared_vote(BodyKind::Assembly, paper).await;
        gives(&world, alice, vote, (alice, bob)).await.unwrap();
        world.opens(vote).await;
        if used {
            casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await.unwrap();
            let late = takes_back(&world, alice, vote, alice).await;
            assert!(is_refused(&late, Refusal::Used), "{late:?}");
        } else {
            takes_back(&world, alice, vote, alice).await.unwrap();
            let none = casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await;
            assert!(is_refused(&none, Refusal::NoMandate), "{none:?}");
            assert!(world.journal().await.contains(&"mandate-taken-back"));
        }
        finish(&world, vote).await;
        let closed = takes_back(&world, alice, vote, alice).await;
        assert!(matches!(closed, Err(Error::Refused(Refused::Vote(_)))), "{closed:?}");
    }
}

#[tokio::test]
async fn the_giver_has_the_last_word_in_an_open_vote_and_the_first_in_a_secret_one() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let open = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, alice, open, (alice, bob)).await.unwrap();
    world.opens(open).await;
    casts(&world, open, (alice, bob), (Channel::Proxy, "for")).await.unwrap();
    casts(&world, open, (alice, bob), (Channel::Proxy, "abstain")).await.unwrap();
    casts(&world, open, (alice, alice), (Channel::Web, "against")).await.unwrap();
    let late = casts(&world, open, (alice, bob), (Channel::Proxy, "for")).await;
    assert!(is_refused(&late, Refusal::GiverVoted), "{late:?}");
    let voter = world.voter(open, alice).await;
    let ballot = store::ballot(world.app.db.read(), open, voter).await.unwrap().unwrap();
    assert_eq!((ballot.mark, ballot.channel), (Choice::Against.into(), Channel::Web));
    // It isn't cast as if it were her own, nor the other way round.
    for (by, channel) in [(bob, Channel::Web), (alice, Channel::Proxy)] {
        assert!(casts(&world, open, (alice, by), (channel, "for")).await.is_err());
    }
    let secret = Paper { secrecy: Secrecy::Secret, ..two_benches() };
    let secret = world.prepared_vote(BodyKind::Assembly, secret).await;
    gives(&world, alice, secret, (alice, bob)).await.unwrap();
    world.opens(secret).await;
    casts(&world, secret, (alice, bob), (Channel::Proxy, "approve:1")).await.unwrap();
    let took_part = casts(&world, secret, (alice, alice), (Channel::Web, "approve:2")).await;
    let why = eligibility::Refusal::TookPart { channel: Channel::Proxy };
    assert!(matches!(took_part, Err(Error::Refused(Refused::Ballot(it))) if it == why));
    let again = casts(&world, secret, (alice, bob), (Channel::Proxy, "approve:2")).await;
    assert!(is_refused(&again, Refusal::Used), "{again:?}");
    let record = finish(&world, secret).await;
    assert_eq!(record.matches("\"channel\":\"proxy\",\"number\"").count(), 1);
}

#[tokio::test]
async fn forgetting_giver_and_holder_changes_nothing_in_a_vote_that_is_open() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    gives(&world, alice, vote, (alice, bob)).await.unwrap();
    world.opens(vote).await;
    let now = world.now();
    world.write(async |tx| members::forget(tx, now, alice, alice).await).await.unwrap();
    casts(&world, vote, (alice, bob), (Channel::Proxy, "for")).await.unwrap();
    world.write(async |tx| members::forget(tx, now, bob, bob).await).await.unwrap();
    let record = finish(&world, vote).await;
    assert_eq!(record.matches("\"channel\":\"proxy\",\"number\"").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn giver_and_holder_at_once_leave_exactly_one_ballot() {
    for secrecy in [Secrecy::Open, Secrecy::Secret] {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
        let vote =
            world.prepared_vote(BodyKind::Assembly, Paper { secrecy, ..two_benches() }).await;
        gives(&world, alice, vote, (alice, bob)).await.unwrap();
        world.opens(vote).await;
        let (voter, now) = (world.voter(vote, alice).await, world.now());
        let many = (0..60).map(|n| {
            let db = world.app.db.clone();
            let (by, channel) =
                if n % 2 == 0 { (alice, Channel::Web) } else { (bob, Channel::Proxy) };
            let mark: Mark = if n % 2 == 0 { "approve:1" } else { "approve:2" }.parse().unwrap();
            tokio::spawn(async move {
                let receipt = String::new();
                let new = Casting { vote, voter, mark, channel, receipt, helped: false };
                db::write(&db, async |tx| votes::cast(tx, now, by, new).await).await.is_ok()
            })
        });
        let mut accepted = 0;
        for one in many.collect::<Vec<_>>() {
            accepted += u32::from(one.await.unwrap());
        }
        let db = world.app.db.read();
        assert_eq!(store::turnout(db, vote).await.unwrap().0, 1);
        let ballots = store::ballots(db, vote).await.unwrap();
        if secrecy == Secrecy::Secret {
            assert_eq!((accepted, store::sealed(db, vote).await.unwrap().len()), (1, 1));
        } else {
            // Whoever was last before her, the giver has the last word.
            assert_eq!((ballots.len(), ballots[0].channel), (1, Channel::Web));
            assert_eq!(ballots[0].mark.to_string(), "approve:1");
        }
    }
}
