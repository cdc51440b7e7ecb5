use chrono::TimeDelta;

use super::*;
use crate::{
    db,
    error::Refusal as Refused,
    rules::{
        ballot::{BodyKind, Choice},
        seat, vote,
    },
    votes,
    world::World,
};

fn casting(vote: VoteId, voter: VoterId, choice: Choice) -> Casting {
    Casting {
        vote,
        voter,
        mark: choice.into(),
        channel: Channel::Web,
        receipt: String::new(),
        helped: false,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_at_once_leave_exactly_one_ballot() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let voter = world.voter(vote, alice.id).await;
    let now = world.now();
    let many = (0..100).map(|n| {
        let db = world.app.db.clone();
        let choice = Choice::ALL[n % 3];
        tokio::spawn(async move {
            let new = casting(vote, voter, choice);
            db::write(&db, async |tx| cast(tx, now, alice.id, new).await).await
        })
    });
    let mut firsts = 0;
    for one in many.collect::<Vec<_>>() {
        firsts += u32::from(!one.await.unwrap().unwrap().replaced);
    }
    assert!(firsts >= 1);
    let ballots = store::ballots(world.app.db.read(), vote).await.unwrap();
    assert_eq!(ballots.len(), 1);
    assert_eq!(ballots[0].replaced, 99);
}

#[tokio::test]
async fn of_ballots_that_come_in_together_each_gets_its_own_answer() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let vote = world.open_vote(BodyKind::Assembly).await;
    let (hers, his) = (world.voter(vote, alice.id).await, world.voter(vote, bob.id).await);
    let at = world.now();
    let closes_at = store::get(world.app.db.read(), vote).await.unwrap().closes_at;
    let come = |at, by, voter, choice| Received { at, by, new: casting(vote, voter, choice) };
    let together = [
        come(at, alice.id, hers, Choice::For),
        come(at, bob.id, hers, Choice::Against),
        come(at, alice.id, hers, Choice::Abstain),
        come(closes_at, bob.id, his, Choice::For),
        come(at, bob.id, his, Choice::Against),
    ];
    let done = world.write(async |tx| cast_all(tx, &together).await).await.unwrap();
    let told: Vec<_> = done.iter().map(|it| it.as_ref().ok().map(|it| it.replaced)).collect();
    assert_eq!(told, [Some(false), None, Some(true), None, Some(false)]);
    let again = [come(at, alice.id, hers, Choice::Against)];
    let done = world.write(async |tx| cast_all(tx, &again).await).await.unwrap();
    assert!(done[0].as_ref().unwrap().replaced);
    let kept = store::ballots_of(world.app.db.read(), [hers, his]).await.unwrap();
    let against = Mark::Choice(Choice::Against);
    assert_eq!((&kept[&hers].mark, kept[&hers].replaced), (&against, 2));
    assert_eq!((&kept[&his].mark, kept[&his].replaced), (&against, 0));
    let said = world.journal().await;
    assert_eq!(said.iter().filter(|name| **name == "ballots-cast").count(), 2);
}

#[tokio::test]
async fn a_ballot_a_millisecond_late_is_told_when_the_vote_closed() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let voter = world.voter(vote, alice.id).await;
    let closes_at = store::get(world.app.db.read(), vote).await.unwrap().closes_at;
    let at = async |now: Instant| {
        let new = casting(vote, voter, Choice::For);
        world.write(async |tx| cast(tx, now, alice.id, new).await).await
    };
    at(closes_at - TimeDelta::milliseconds(1)).await.unwrap();
    let closed = Refusal::Vote(vote::Refusal::Closed { closed_at: closes_at });
    let late = at(closes_at).await;
    assert!(matches!(late, Err(Error::Refused(Refused::Ballot(it))) if it == closed));
}

#[tokio::test]
async fn holder_and_alternate_never_vote_both() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let seat = world.first_seat().await;
    world.fill(seat, alice.id, Some(bob.id)).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let voter = world.voter(vote, alice.id).await;
    let at = world.now();
    let casts = async |who: MemberId| {
        let new = casting(vote, voter, Choice::For);
        world.write(async |tx| cast(tx, at, who, new).await).await
    };
    let refused = |cast: Result<Cast>, why: seat::Refusal| {
        let why = Refusal::Seat(why);
        assert!(matches!(cast, Err(Error::Refused(Refused::Ballot(it))) if it == why));
    };
    refused(casts(bob.id).await, seat::Refusal::HolderPresent);
    let secretary = world.secretary().await;
    world.write(async |tx| votes::mark_absent(tx, at, secretary, vote, seat).await).await.unwrap();
    refused(casts(alice.id).await, seat::Refusal::MarkedAbsent { since: at });
    casts(bob.id).await.unwrap();
    refused(casts(alice.id).await, seat::Refusal::AlternateVoted { at });
    let back =
        world.write(async |tx| votes::mark_present(tx, at, secretary, vote, seat).await).await;
    assert!(back.is_err());
}

#[tokio::test]
async fn a_ballot_for_a_seat_that_is_not_hers_leaves_nothing() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    world.fill(world.first_seat().await, alice.id, None).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let voter = world.voter(vote, alice.id).await;
    let new = casting(vote, voter, Choice::For);
    let before = world.journal().await.len();
    let refused = world.write(async |tx| cast(tx, world.now(), bob.id, new).await).await;
    assert!(refused.is_err());
    assert_eq!(store::turnout(world.app.db.read(), vote).await.unwrap(), (0, 1));
    assert_eq!(world.journal().await.len(), before);
}

#[tokio::test]
async fn a_secret_ballot_is_cast_once_and_tells_nothing_of_its_voter() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let paper = votes::Paper { secrecy: Secrecy::Secret, ..Default::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    let before = world.journal().await.len();
    world.casts(vote, alice.id, Choice::For).await;
    world.casts(vote, bob.id, Choice::Against).await;
    let again = casting(vote, world.voter(vote, bob.id).await, Choice::For);
    let refused = world.write(async |tx| cast(tx, world.now(), bob.id, again).await).await;
    let why = Refusal::TookPart { channel: Channel::Web };
    assert!(matches!(refused, Err(Error::Refused(Refused::Ballot(it))) if it == why));

    let db = world.app.db.read();
    assert_eq!(world.journal().await.len(), before, "the journal tells when somebody voted");
    assert!(store::ballots(db, vote).await.unwrap().is_empty());
    assert_eq!(store::turnout(db, vote).await.unwrap().0, 2);
    let sealed = store::sealed(db, vote).await.unwrap();
    let text = format!("{sealed:?}");
    for member in [alice.id, bob.id] {
        let voter = world.voter(vote, member).await;
        assert!(!text.contains(&member.to_string()) && !text.contains(&voter.to_string()));
    }
    assert!(store::ballots_by(db, alice.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_record_of_a_secret_vote_joins_nobody_to_a_ballot() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let paper = votes::Paper { secrecy: Secrecy::Secret, ..Default::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    world.casts(vote, alice.id, Choice::For).await;
    world.casts(vote, bob.id, Choice::For).await;
    let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    world
        .write(async |tx| {
            votes::finish(tx, world.now(), Some(secretary), vote, "Iedereen is klaar", &origin)
                .await
        })
        .await
        .unwrap();
    let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
    let published = crate::rules::record::Published::read(&result.record).unwrap();
    assert!(published.recount().iter().all(|it| it.differs.is_none()));
    let crate::rules::record::Published::V2(published) = published else { panic!("an old record") };
    assert!(published.record.ballots.iter().all(|ballot| ballot.voter.is_none()));
    assert_eq!(published.record.took_part.len(), 2);
}
