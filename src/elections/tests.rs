//! (test) An election that is under way, and the people in it.

use chrono::TimeDelta;

use super::{
    Calling, NewElection, Phrases, Texts,
    entity::{candidacy, election},
    store,
};
use crate::{
    bodies, elections,
    error::Result,
    ids::{ElectionId, MemberId, SeatId},
    members,
    rules::{
        age_quota::AgeQuotas,
        ballot::{Mark, Secrecy},
        candidacy::Electorate,
        charter::Charter,
    },
    votes::{self, Origin},
    world::World,
};

/// Somebody's reasons to stand, long enough.
pub const STATEMENT: &str = "Ik woon hier al dertig jaar en ken iedereen in de straat.";

/// A world with an election in it.
pub struct Trial {
    pub world: World,
    pub id: ElectionId,
}

/// An election as the secretary fills it in: two days to stand, then a day to read, a week to vote.
pub fn new(world: &World, sector: &str, seats: u32) -> NewElection {
    let now = world.now();
    let text = "Wie genoeg stemmen heeft, is gekozen.".to_owned();
    NewElection {
        id: ElectionId::fresh(now),
        sector: sector.to_owned(),
        seats,
        from_on: world.today() + TimeDelta::days(20),
        until_on: Some(world.today() + TimeDelta::days(400)),
        quotas: AgeQuotas::default(),
        calling: Calling {
            nominate_until: now + TimeDelta::days(2),
            opens_at: now + TimeDelta::days(3),
            closes_at: now + TimeDelta::days(10),
            secrecy: Secrecy::Secret,
            electorate: Electorate::Sector,
        },
        texts: Texts {
            title: "Verkiezing voor de bewoners".to_owned(),
            summary: "Er zijn zetels vrij. Iedereen kan kandidaat worden.".to_owned(),
            text: text.clone(),
            language: "nl".to_owned(),
            phrases: Phrases {
                text,
                heading: "Kandidaten".to_owned(),
                uncontested: "Niet meer kandidaten dan zetels".to_owned(),
                nobody: "Niemand stelde zich kandidaat".to_owned(),
            },
        },
    }
}

impl Trial {
    /// An election for seats of the residents that was called a moment ago.
    pub async fn called(seats: u32) -> Self {
        Self::in_world(World::founded().await, seats).await
    }

    /// The same where the charter says that the lot decides.
    pub async fn by_lot(seats: u32) -> Self {
        Self::within(seats, AgeQuotas::default()).await
    }

    /// The same within quotas.
    pub async fn within(seats: u32, quotas: AgeQuotas) -> Self {
        let world = World::founded().await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let before = bodies::charter(world.app.db.read()).await.unwrap().charter;
        let charter = Charter { sortition: vec!["residents".to_owned()], ..before };
        world
            .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, "Wij loten").await)
            .await
            .unwrap();
        let new = NewElection { quotas, ..new(&world, "residents", seats) };
        Self::call(world, new).await
    }

    async fn in_world(world: World, seats: u32) -> Self {
        let new = new(&world, "residents", seats);
        Self::call(world, new).await
    }

    async fn call(world: World, new: NewElection) -> Self {
        let (now, secretary) = (world.now(), world.secretary().await);
        let id = new.id;
        world.write(async |tx| elections::call(tx, now, secretary, new).await).await.unwrap();
        Self { world, id }
    }

    /// Somebody new on the roll who stands.
    pub async fn stands(&self, name: &str) -> MemberId {
        let member = self.world.member(name).await.id;
        self.tries_to_stand(member).await.unwrap();
        member
    }

    /// Somebody on the roll who stands, if she may.
    pub async fn tries_to_stand(&self, member: MemberId) -> Result<()> {
        let (now, today) = (self.world.now(), self.world.today());
        self.world
            .write(async |tx| elections::stand(tx, now, today, member, (self.id, STATEMENT)).await)
            .await
    }

    /// Somebody who stands no more, if that can still be.
    pub async fn withdraws(&self, member: MemberId) -> Result<()> {
        let (now, today) = (self.world.now(), self.world.today());
        let origin = Origin::of(&self.world.app);
        self.world
            .write(async |tx| elections::withdraw(tx, now, today, member, self.id, &origin).await)
            .await
    }

    /// Does what the clock does.
    pub async fn attend(&self) -> Result<()> {
        let (now, today) = (self.world.now(), self.world.today());
        let origin = Origin::of(&self.world.app);
        self.world.write(async |tx| elections::attend(tx, now, today, self.id, &origin).await).await
    }

    /// The time to stand is over.
    pub async fn closes_list(&self) {
        self.world.days_pass(2);
        self.attend().await.unwrap();
    }

    /// The vote opens.
    pub async fn opens(&self) {
        self.world.days_pass(1);
        let vote = self.row().await.vote_id.unwrap();
        let (now, today) = (self.world.now(), self.world.today());
        self.world.write(async |tx| votes::open_due(tx, now, today, vote).await).await.unwrap();
    }

    /// Somebody new on the roll for each of these orders votes so.
    pub async fn voters(&self, orders: &[&[MemberId]]) {
        let mut voters = Vec::new();
        for _ in orders {
            voters.push(self.world.member("Voter").await.id);
        }
        self.opens().await;
        let vote = self.row().await.vote_id.unwrap();
        for (voter, order) in voters.into_iter().zip(orders) {
            let mut ranks = Vec::new();
            for candidate in *order {
                ranks.push(vec![self.candidacy(*candidate).await.key]);
            }
            self.world.casts(vote, voter, Mark::Rank(ranks)).await;
        }
    }

    /// The vote ends, is counted and published.
    pub async fn counts(&self) {
        self.world.days_pass(7);
        let vote = self.row().await.vote_id.unwrap();
        let (now, origin) = (self.world.now(), Origin::of(&self.world.app));
        self.world.write(async |tx| votes::close_due(tx, now, vote, &origin).await).await.unwrap();
    }

    /// Takes a seat from who holds it, with a reason.
    pub async fn vacates(&self, seat: SeatId) {
        let (now, secretary) = (self.world.now(), self.world.secretary().await);
        self.world
            .write(async |tx| bodies::vacate(tx, now, secretary, seat, "Verhuisd").await)
            .await
            .unwrap();
    }

    /// The secretary fills what became vacant.
    pub async fn succeeds(&self) -> Result<()> {
        let (now, today) = (self.world.now(), self.world.today());
        let (secretary, origin) = (self.world.secretary().await, Origin::of(&self.world.app));
        self.world
            .write(async |tx| elections::succeed(tx, now, today, secretary, self.id, &origin).await)
            .await
    }

    /// Forgets somebody as the page does.
    pub async fn forgets(&self, member: MemberId) {
        let (now, today) = (self.world.now(), self.world.today());
        let origin = Origin::of(&self.world.app);
        self.world
            .write(async |tx| {
                elections::erase(tx, now, today, member, &origin).await?;
                members::forget(tx, now, member, member).await
            })
            .await
            .unwrap();
    }

    /// The election as it stands.
    pub async fn row(&self) -> election::Model {
        store::get(self.world.app.db.read(), self.id).await.unwrap()
    }

    /// The candidacy of a member.
    pub async fn candidacy(&self, member: MemberId) -> candidacy::Model {
        store::candidacy(self.world.app.db.read(), self.id, member).await.unwrap().unwrap()
    }

    /// Who holds a seat when the term began, each with her alternate, by the number of the seat.
    pub async fn seated(&self) -> Vec<(MemberId, Option<MemberId>)> {
        let on = self.row().await.from_on.max(self.world.today());
        let places = bodies::store::seating(self.world.app.db.read(), on).await.unwrap();
        let held = places.into_iter().filter_map(|place| place.tenure);
        held.map(|it| (it.holder_id, it.alternate_id)).collect()
    }
}
