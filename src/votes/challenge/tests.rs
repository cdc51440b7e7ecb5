use chrono::TimeDelta;
use sea_orm::ConnectionTrait;

use super::*;
use crate::{
    bodies,
    error::{Conflict, Refusal as Refused},
    ids::ProposalId,
    proposals,
    rules::{
        ballot::{BodyKind, Choice},
        charter::{BodyRules, Charter},
        outcome::Outcome,
        proposal,
        record::Published,
        tally::majority_v2::OnTie,
        vote::Closing,
    },
    votes::{self, Again, Origin},
    world::World,
};

/// A vote that was adopted by Alice and Bob against Carol; Dora stands on the roll and didn't vote.
struct Hall {
    world: World,
    vote: VoteId,
    proposal: ProposalId,
    people: [MemberId; 4],
}

impl Hall {
    async fn voted() -> Self {
        let world = World::founded().await;
        let mut people = Vec::new();
        for name in ["Alice", "Bob", "Carol", "Dora"] {
            people.push(world.member(name).await.id);
        }
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, people[0], Choice::For).await;
        world.casts(vote, people[1], Choice::For).await;
        world.casts(vote, people[2], Choice::Against).await;
        let proposal = store::get(world.app.db.read(), vote).await.unwrap().proposal_id;
        let it = Self { world, vote, proposal, people: people.try_into().unwrap() };
        assert_eq!(it.finish(vote).await, Outcome::Adopted);
        it
    }

    async fn finish(&self, vote: VoteId) -> Outcome {
        let (world, now) = (&self.world, self.world.now());
        let (secretary, origin) = (world.secretary().await, Origin::of(&world.app));
        world
            .write(async |tx| {
                votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
            })
            .await
            .unwrap();
        self.result(vote).await.outcome
    }

    async fn result(&self, vote: VoteId) -> result::Model {
        store::result(self.world.app.db.read(), vote).await.unwrap().unwrap()
    }

    async fn asks(&self, by: MemberId, vote: VoteId) -> Result<Asked> {
        let now = self.world.now();
        self.world.write(async |tx| ask_anew(tx, now, by, vote).await).await
    }

    async fn stage(&self) -> proposal::Stage {
        let db = self.world.app.db.read();
        proposals::store::get(db, self.proposal).await.unwrap().stage
    }

    async fn prepares(&self, by: MemberId) -> Result<VoteId> {
        let (now, proposal) = (self.world.now(), self.proposal);
        let (id, closes_at) = (VoteId::fresh(now), now + TimeDelta::days(7));
        let (closing, evaluate_on) = (Closing::ByHand, None);
        let new = Again {
            id,
            proposal,
            closing,
            opens_at: now,
            closes_at,
            evaluate_on,
            named: Vec::new(),
        };
        self.world.write(async |tx| votes::prepare_again(tx, now, by, new).await).await?;
        Ok(id)
    }

    async fn places(&self, vote: VoteId) -> Places {
        let db = self.world.app.db.read();
        places(db, &store::get(db, vote).await.unwrap()).await.unwrap()
    }
}

fn why<T: std::fmt::Debug>(done: Result<T>) -> Refusal {
    match done {
        Err(Error::Refused(Refused::Vote(it))) => it,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_majority_of_those_who_took_part_gets_a_new_vote_that_takes_the_place_of_the_first() {
    let it = Hall::voted().await;
    let [alice, bob, carol, dora] = it.people;
    assert_eq!(why(it.asks(dora, it.vote).await), Refusal::WasNotPresent);
    let secretary = it.world.secretary().await;
    assert_eq!(why(it.prepares(secretary).await), Refusal::NotBack);
    let first = it.asks(carol, it.vote).await.unwrap();
    assert_eq!((first.asked, first.announced.needed(), first.is_enough()), (1, 2, false));
    let again = it.asks(carol, it.vote).await;
    assert!(matches!(again, Err(Error::Conflict(Conflict::Already))));
    assert_eq!(why(it.prepares(secretary).await), Refusal::NotBack);
    assert!(it.asks(bob, it.vote).await.unwrap().is_enough());
    let by_alice = it.prepares(alice).await;
    assert!(matches!(by_alice, Err(Error::Refused(Refused::Permission(_)))));

    let before = it.result(it.vote).await;
    let second = it.prepares(secretary).await.unwrap();
    // Only the new vote takes the effect of the first away.
    assert_eq!(it.stage().await, proposal::Stage::Adopted);
    assert_eq!(why(it.asks(alice, it.vote).await), Refusal::NotDisputable);
    it.world.opens(second).await;
    assert_eq!(it.stage().await, proposal::Stage::InVote);
    it.world.casts(second, carol, Choice::Against).await;
    it.world.casts(second, dora, Choice::Against).await;
    let gone = it.places(it.vote).await;
    assert!(gone.gives_way && gone.replaced_at.is_none());
    assert_eq!(it.finish(second).await, Outcome::Rejected);
    assert_eq!(it.stage().await, proposal::Stage::Rejected);

    assert_eq!(it.result(it.vote).await, before);
    let kept = it.result(second).await;
    let read = Published::read(&kept.record).unwrap();
    assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
    let Published::V2(read) = read else { unreachable!() };
    let earlier = read.record.vote.earlier.unwrap();
    assert_eq!((earlier.number, earlier.record_hash), (1, before.record_hash));
    assert_eq!(earlier.outcome, Outcome::Adopted);
    let (first, second) = (it.places(it.vote).await, it.places(second).await);
    assert_eq!((first.later, first.replaced_at), (Some(2), kept.published_at));
    assert_eq!((second.earlier, second.is_instead), (Some(1), true));
    let journal = it.world.journal().await;
    let told = journal.iter().filter(|name| **name == "outcome-disputed").count();
    assert_eq!(told, 2);
}

#[tokio::test]
async fn a_new_vote_that_is_cancelled_leaves_the_outcome_as_it_was() {
    let it = Hall::voted().await;
    let [_, bob, carol, _] = it.people;
    it.asks(bob, it.vote).await.unwrap();
    it.asks(carol, it.vote).await.unwrap();
    let secretary = it.world.secretary().await;
    let second = it.prepares(secretary).await.unwrap();
    it.world.opens(second).await;
    let now = it.world.now();
    it.world
        .write(async |tx| {
            votes::cancel(tx, now, Some(secretary), second, "De zaal liep leeg").await
        })
        .await
        .unwrap();
    assert_eq!(it.stage().await, proposal::Stage::Adopted);
    assert_eq!(it.places(it.vote).await, Places::default());
    // It is still disputed, so another one can be held.
    it.prepares(secretary).await.unwrap();
}

#[tokio::test]
async fn it_is_held_at_once_and_asked_for_within_a_day() {
    let it = Hall::voted().await;
    let [_, bob, carol, _] = it.people;
    it.asks(bob, it.vote).await.unwrap();
    it.world.days_pass(1);
    let until = it.world.now();
    assert_eq!(why(it.asks(carol, it.vote).await), Refusal::TooLateToDispute { until });

    let it = Hall::voted().await;
    let [_, bob, carol, _] = it.people;
    let (now, secretary) = (it.world.now(), it.world.secretary().await);
    let in_force = bodies::charter(it.world.app.db.read()).await.unwrap().charter;
    let slow = Charter { notice_days: 7, reading_days: 14, ..in_force };
    it.world
        .write(async |tx| bodies::adopt_charter(tx, now, secretary, slow, "Meer tijd").await)
        .await
        .unwrap();
    it.asks(bob, it.vote).await.unwrap();
    it.asks(carol, it.vote).await.unwrap();
    let second = it.prepares(secretary).await.unwrap();
    it.world.opens(second).await;
    assert_eq!(it.stage().await, proposal::Stage::InVote);
}

#[tokio::test]
async fn where_hands_were_counted_one_is_enough_the_first_time() {
    let it = Hall::voted().await;
    let [alice, _, _, dora] = it.people;
    let sql = "UPDATE voters SET channel = 'hands' WHERE holder_id IN \
               (SELECT id FROM members WHERE name = 'Dora')";
    it.world.write(async |tx| Ok(tx.execute_unprepared(sql).await?)).await.unwrap();
    let asked = it.asks(dora, it.vote).await.unwrap();
    assert!(asked.announced.by_hands && asked.is_enough());
    let second = it.prepares(it.world.secretary().await).await.unwrap();
    it.world.opens(second).await;
    it.world.casts(second, alice, Choice::For).await;
    it.world.casts(second, dora, Choice::For).await;
    it.finish(second).await;
    let asked = it.asks(alice, second).await.unwrap();
    assert!(asked.announced.is_new && !asked.is_enough());
}

#[tokio::test]
async fn a_second_reading_can_be_disputed_too_and_anybody_recounts_what_comes_of_it() {
    let world = World::founded().await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let in_force = bodies::charter(world.app.db.read()).await.unwrap().charter;
    let assembly = BodyRules { tie: OnTie::PostponeOnce, ..in_force.assembly.clone() };
    let charter = Charter { assembly, ..in_force };
    world
        .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, "Zo besloten").await)
        .await
        .unwrap();
    let mut people = Vec::new();
    for name in ["Alice", "Bob", "Carol", "Dora"] {
        people.push(world.member(name).await.id);
    }
    let people: [MemberId; 4] = people.try_into().unwrap();
    let [alice, bob, ..] = people;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let proposal = store::get(world.app.db.read(), vote).await.unwrap().proposal_id;
    let it = Hall { world, vote, proposal, people };
    let holds = async |vote: VoteId, his: Choice| {
        it.world.casts(vote, alice, Choice::For).await;
        it.world.casts(vote, bob, his).await;
        it.finish(vote).await
    };
    assert_eq!(holds(vote, Choice::Against).await, Outcome::Postponed);
    assert_eq!(why(it.asks(alice, vote).await), Refusal::NotDisputable);
    let second = it.prepares(secretary).await.unwrap();
    it.world.opens(second).await;
    assert_eq!(holds(second, Choice::For).await, Outcome::Adopted);
    for who in [alice, bob] {
        it.asks(who, second).await.unwrap();
    }
    let third = it.prepares(secretary).await.unwrap();
    it.world.opens(third).await;
    // Still the second time: a tie doesn't come back any more.
    assert_eq!(holds(third, Choice::Against).await, Outcome::Tied);
    assert_eq!(it.stage().await, proposal::Stage::Rejected);
    let read = Published::read(&it.result(third).await.record).unwrap();
    assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
}
