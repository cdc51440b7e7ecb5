//! Two tellers in a hall.

mod apart;
mod corrected;
mod own;

use super::*;
use crate::{
    error::{Conflict, Error, Refusal as Refused, Result},
    ids::{BatchId, MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Channel, Choice, Mark, Secrecy},
        batch::{Objected, Objection, Refusal, Stage, entry::Entry},
        eligibility,
        record::Published,
        role::Role,
        vote,
    },
    votes::{self, Casting, Finished, Origin, Paper},
    world::World,
};

/// A hall in which a vote is open: Alice and Bob count, Carol, Dave and Erin may vote.
struct Hall {
    world: World,
    vote: VoteId,
    alice: MemberId,
    bob: MemberId,
    carol: MemberId,
    dave: MemberId,
    erin: MemberId,
}

impl Hall {
    async fn open(secrecy: Secrecy) -> Self {
        let hall = Self::prepared(secrecy).await;
        hall.world.opens(hall.vote).await;
        hall
    }

    /// The same before the vote opens.
    async fn prepared(secrecy: Secrecy) -> Self {
        let world = World::founded().await;
        let mut people = Vec::new();
        for name in ["Alice", "Bob", "Carol", "Dave", "Erin"] {
            people.push(world.member(name).await.id);
        }
        let [alice, bob, carol, dave, erin] = people[..] else { panic!("five people") };
        for teller in [alice, bob] {
            let (now, by) = (world.now(), world.secretary().await);
            let appoint = async |tx: &crate::db::Tx| {
                members::appoint(tx, now, Some(by), teller, Role::Teller).await
            };
            world.write(appoint).await.unwrap();
        }
        let paper = Paper { secrecy, ..Paper::default() };
        let vote = world.prepared_vote(BodyKind::Assembly, paper).await;
        Self { world, vote, alice, bob, carol, dave, erin }
    }

    async fn announce(&self, channel: Channel, papers: u64) -> Result<BatchId> {
        let new =
            Announcement { id: BatchId::fresh(self.world.now()), vote: self.vote, channel, papers };
        let (now, by) = (self.world.now(), self.alice);
        let batch = self.world.write(async |tx| announce(tx, now, by, new).await).await?;
        Ok(batch.id)
    }

    async fn types(&self, by: MemberId, batch: BatchId, entry: &Entry) -> Result<Entered> {
        let (now, ids, secret) = (self.world.now(), (self.vote, batch), &self.world.app.secret);
        let entry = entry.clone();
        self.world.write(async |tx| enter(tx, now, by, ids, entry, secret).await).await
    }

    async fn number(&self, member: MemberId) -> i64 {
        let hers = votes::store::voters_for(self.world.app.db.read(), self.vote, member).await;
        hers.unwrap()[0].number
    }

    /// Pairs of voters and marks.
    async fn pairs(&self, marks: &[(MemberId, &str)]) -> Entry {
        let mut entry = Entry::default();
        for (member, mark) in marks {
            entry.voters.insert(self.number(*member).await, Some(mark.parse().unwrap()));
        }
        entry
    }

    /// Voters, and apart from them marks.
    async fn apart(&self, members: &[MemberId], marks: &[(&str, u64)]) -> Entry {
        let mut entry = Entry::default();
        for member in members {
            entry.voters.insert(self.number(*member).await, None);
        }
        entry.apart = marks.iter().map(|(mark, n)| (mark.parse().unwrap(), *n)).collect();
        entry
    }

    async fn finish(&self) -> Result<Finished> {
        let (now, secretary) = (self.world.now(), self.world.secretary().await);
        let (vote, origin) = (self.vote, Origin::of(&self.world.app));
        let finish = async |tx: &crate::db::Tx| {
            votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
        };
        self.world.write(finish).await
    }

    async fn record(&self) -> crate::rules::record::v2::Published {
        let found = votes::store::result(self.world.app.db.read(), self.vote).await;
        match Published::read(&found.unwrap().unwrap().record).unwrap() {
            Published::V2(published) => *published,
            Published::V1(_) => panic!("an old record"),
        }
    }

    async fn batch(&self, number: i64) -> batch::Model {
        let db = self.world.app.db.read();
        store::find_by_number(db, self.vote, number).await.unwrap().unwrap()
    }
}

fn refusal<T>(refused: Result<T>) -> Option<Refusal> {
    match refused {
        Err(Error::Refused(Refused::Batch(refusal))) => Some(refusal),
        _ => None,
    }
}

#[tokio::test]
async fn what_two_tellers_typed_alike_is_in_the_count_with_both_their_names() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Paper, 3).await.unwrap();
    let marks = [(hall.carol, "for"), (hall.dave, "blank"), (hall.erin, "spoiled")];
    let entry = Entry { helped: 1, ..hall.pairs(&marks).await };
    assert_eq!(hall.types(hall.alice, batch, &entry).await.unwrap(), Entered::Waiting);
    let db = hall.world.app.db.read();
    assert_eq!(votes::store::turnout(db, hall.vote).await.unwrap().0, 0);
    assert_eq!(hall.types(hall.bob, batch, &entry).await.unwrap(), Entered::TakenIn);

    assert_eq!(votes::store::turnout(db, hall.vote).await.unwrap().0, 3);
    let row = hall.batch(1).await;
    assert_eq!((row.stage, row.taken_in), (Stage::TakenIn, 3));
    assert_eq!((row.first_teller, row.second_teller), (Some(hall.alice), Some(hall.bob)));
    assert!(store::entries(db, batch, &hall.world.app.secret).await.unwrap().is_empty());
    let said = hall.world.journal().await;
    let about = |name: &&&str| name.starts_with("batch-");
    assert_eq!(
        said.iter().filter(about).collect::<Vec<_>>(),
        [&"batch-announced", &"batch-typed", &"batch-taken-in"]
    );

    assert_eq!(hall.finish().await.unwrap(), Finished::Published);
    let published = hall.record().await;
    assert!(crate::rules::record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
    let channels = serde_json::to_value(published.record.channels.unwrap()).unwrap();
    insta::assert_snapshot!(channels, @r#"{"totals":[{"channel":"paper","took_part":3,"blank":1,"spoiled":1}],"batches":[{"number":1,"channel":"paper","announced":3,"taken_in":3,"tellers":["Alice","Bob"]}],"helped":1}"#);
    let count = &published.record.tally.steps[0]["votes"];
    assert_eq!(
        (&count["for"], &count["blank"], &count["invalid"]),
        (&1.into(), &1.into(), &1.into())
    );
}

#[tokio::test]
async fn entries_that_differ_wait_until_one_is_corrected() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Post, 2).await.unwrap();
    let right = hall.pairs(&[(hall.carol, "for"), (hall.dave, "against")]).await;
    let wrong = hall.pairs(&[(hall.carol, "for"), (hall.dave, "for")]).await;
    hall.types(hall.alice, batch, &wrong).await.unwrap();
    assert_eq!(hall.types(hall.bob, batch, &right).await.unwrap(), Entered::Differs);
    assert_eq!(refusal(hall.types(hall.erin, batch, &right).await), None);
    let db = hall.world.app.db.read();
    assert!(votes::store::ballots(db, hall.vote).await.unwrap().is_empty());
    assert_eq!(hall.types(hall.alice, batch, &right).await.unwrap(), Entered::TakenIn);
    let ballots = votes::store::ballots(db, hall.vote).await.unwrap();
    assert!(ballots.iter().all(|ballot| ballot.channel == Channel::Post));
    let dave = ballots.iter().find(|ballot| ballot.member_id == hall.dave).unwrap();
    assert_eq!(dave.mark, Mark::from(Choice::Against));
    let again = hall.types(hall.alice, batch, &right).await;
    assert_eq!(refusal(again), Some(Refusal::NotNow { stage: Stage::TakenIn }));
}

#[tokio::test]
async fn one_teller_is_not_two_and_nobody_else_may_type() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Paper, 1).await.unwrap();
    let entry = hall.pairs(&[(hall.carol, "for")]).await;
    for nobody in [hall.carol, hall.world.secretary().await] {
        let refused = hall.types(nobody, batch, &entry).await;
        assert!(matches!(refused, Err(Error::Refused(Refused::Permission(_)))));
    }
    hall.types(hall.alice, batch, &entry).await.unwrap();
    let again = hall.types(hall.alice, batch, &entry).await;
    assert_eq!(refusal(again), Some(Refusal::HerTurnIsOver));
    let count = hall.announce(Channel::Paper, 9).await;
    assert!(matches!(refusal(count), Some(Refusal::Papers { .. })));
}

#[tokio::test]
async fn what_was_handed_in_before_the_close_counts_and_the_vote_waits_for_it() {
    let hall = Hall::open(Secrecy::Open).await;
    hall.world.casts(hall.vote, hall.dave, Choice::Against).await;
    let batch = hall.announce(Channel::Paper, 1).await.unwrap();
    let entry = hall.pairs(&[(hall.carol, "for")]).await;
    assert_eq!(hall.finish().await.unwrap(), Finished::Waiting { batches: 1 });
    let late = hall.announce(Channel::Paper, 1).await;
    let why = |it: &vote::Refusal| matches!(it, vote::Refusal::Closed { .. });
    assert!(matches!(late, Err(Error::Refused(Refused::Vote(it))) if why(&it)));
    let db = hall.world.app.db.read();
    let origin = Origin::of(&hall.world.app);
    let now = hall.world.now();
    let count = async |tx: &crate::db::Tx| votes::count(tx, now, hall.vote, &origin).await;
    let early = hall.world.write(count).await;
    assert_eq!(refusal(early), Some(Refusal::Unfinished { batches: 1 }));
    assert!(votes::store::due(db, now).await.unwrap().is_empty());

    hall.types(hall.alice, batch, &entry).await.unwrap();
    hall.types(hall.bob, batch, &entry).await.unwrap();
    assert_eq!(votes::store::due(db, now).await.unwrap().len(), 1);
    let due = async |tx: &crate::db::Tx| votes::count_due(tx, now, hall.vote, &origin).await;
    hall.world.write(due).await.unwrap();
    let published = hall.record().await;
    assert_eq!(published.record.ballots.len(), 2);
    assert!(crate::rules::record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
}

#[tokio::test]
async fn a_batch_that_is_discarded_has_a_public_reason_and_holds_nothing_up() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Paper, 2).await.unwrap();
    let entry = hall.pairs(&[(hall.carol, "for"), (hall.dave, "for")]).await;
    hall.types(hall.alice, batch, &entry).await.unwrap();
    let (now, secretary) = (hall.world.now(), hall.world.secretary().await);
    let ids = (hall.vote, batch);
    let discard = async |by, reason: &'static str| {
        hall.world.write(async |tx| discard(tx, now, by, ids, reason).await).await
    };
    assert!(discard(hall.alice, "De doos was open").await.is_err());
    assert!(discard(secretary, " ").await.is_err());
    discard(secretary, "De doos was open").await.unwrap();
    assert!(matches!(refusal(discard(secretary, "Nog eens").await), Some(Refusal::NotNow { .. })));
    let db = hall.world.app.db.read();
    assert!(store::entries(db, batch, &hall.world.app.secret).await.unwrap().is_empty());
    assert!(hall.world.journal().await.contains(&"batch-discarded"));
    assert_eq!(hall.finish().await.unwrap(), Finished::Published);
    let published = hall.record().await;
    let channels = published.record.channels.as_ref().unwrap();
    assert_eq!(channels.batches[0].discarded.as_deref(), Some("De doos was open"));
    assert!(crate::rules::record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
}

#[tokio::test]
async fn who_took_part_already_is_named_and_her_paper_is_put_aside() {
    let hall = Hall::open(Secrecy::Open).await;
    hall.world.casts(hall.vote, hall.carol, Choice::For).await;
    let batch = hall.announce(Channel::Paper, 3).await.unwrap();
    let mut entry = hall.pairs(&[(hall.carol, "against"), (hall.dave, "for")]).await;
    entry.voters.insert(99, Some(Choice::For.into()));
    let number = hall.number(hall.carol).await;
    let (why, channel) = (Objection::TookPart, Some(Channel::Web));
    assert_eq!(
        refusal(hall.types(hall.alice, batch, &entry).await),
        Some(Refusal::Objections(vec![
            Objected { number, why, channel },
            Objected { number: 99, why: Objection::NotOnTheRoll, channel: None },
        ]))
    );
    let entry = Entry { aside: 2, ..hall.pairs(&[(hall.dave, "for")]).await };
    hall.types(hall.alice, batch, &entry).await.unwrap();
    hall.types(hall.bob, batch, &entry).await.unwrap();
    let (voter, mark) = (hall.world.voter(hall.vote, hall.dave).await, Choice::Against.into());
    let (vote, channel, receipt) = (hall.vote, Channel::Web, String::new());
    let new = Casting { vote, voter, mark, channel, receipt, helped: false };
    let now = hall.world.now();
    let cast = hall.world.write(async |tx| votes::cast(tx, now, hall.dave, new).await).await;
    let why = eligibility::Refusal::TookPart { channel: Channel::Paper };
    assert!(matches!(cast, Err(Error::Refused(Refused::Ballot(it))) if it == why));
}

#[tokio::test]
async fn a_teller_with_an_interest_of_her_own_types_nothing() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let seats = [world.first_seat().await];
    world.fill(seats[0], alice, None).await;
    world.fill(world.first_seat().await, bob, None).await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let vote = world.open_vote(BodyKind::Council).await;
    let id = BatchId::fresh(now);
    let new = Announcement { id, vote, channel: Channel::Paper, papers: 1 };
    let entered = world
        .write(async |tx| {
            members::appoint(tx, now, Some(secretary), alice, Role::Teller).await?;
            let reason = "Het gaat om haar eigen winkel";
            votes::recuse(tx, now, secretary, vote, (seats[0], reason)).await?;
            announce(tx, now, secretary, new).await?;
            let voters = [(2, Some(Choice::For.into()))].into();
            let entry = Entry { voters, ..Entry::default() };
            enter(tx, now, alice, (vote, id), entry, &world.app.secret).await
        })
        .await;
    assert_eq!(refusal(entered), Some(Refusal::OwnInterest));
}
