//! What becomes of objections after a round of consent: their authors take them back, or everybody
//! else in the round finds them not argued. Nobody does that alone, and the chair like everybody. Who
//! speaks for a seat is the rule about seats, as for ballots.

use super::{
    entity::voter,
    gather,
    origin::Origin,
    store,
    undecided::{go_on, waiting},
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, VoteId, VoterId},
    journal::{self, Event},
    rules::{outcome::Outcome, record::v2::Change, seat},
};

/// Takes an objection back; when it was the last, the result is published.
///
/// # Errors
/// The vote waits for no objection, it isn't hers, or she has none that stands.
pub async fn withdraw_objection(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    (id, voter): (VoteId, VoterId),
    origin: &Origin<'_>,
) -> Result<()> {
    waiting(tx, id, Outcome::ObjectionsStand).await?;
    let voter = hers(tx, by, (id, voter)).await?;
    let change = Change::Withdrawn { at: now, number: voter.number };
    happens(tx, id, &change).await?;
    if let Some(seat) = voter.seat_id {
        let event = Event::ObjectionWithdrawn { vote: id, seat };
        journal::record(tx, now, Some(by), event).await?;
    }
    go_on(tx, now, Some(by), id, origin).await
}

/// Finds the objection of another not argued. When everybody else in the round does, it ends; when it
/// was the last, the result is published.
///
/// # Errors
/// The vote waits for no objection, she didn't take part, it is her own, or it doesn't stand.
pub async fn find_not_argued(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    (id, voter, objector): (VoteId, VoterId, VoterId),
    origin: &Origin<'_>,
) -> Result<()> {
    waiting(tx, id, Outcome::ObjectionsStand).await?;
    let voter = hers(tx, by, (id, voter)).await?;
    let voters = store::voters(tx, id).await?;
    let objector = voters.into_iter().find(|it| it.id == objector);
    let objector = objector.ok_or(Error::NotFound("voter"))?;
    let changes = store::changes(tx, id).await?;
    let pair = (objector.number, voter.number);
    if changes.iter().any(|change| change.not_argued() == Some(pair)) {
        return Err(Error::Conflict(Conflict::Already));
    }
    let change = Change::NotArgued { at: now, objector: objector.number, by: voter.number };
    happens(tx, id, &change).await?;
    if let Some(seat) = objector.seat_id {
        let event = Event::ObjectionNotArgued { vote: id, seat };
        journal::record(tx, now, Some(by), event).await?;
    }
    go_on(tx, now, Some(by), id, origin).await
}

/// The seat for which somebody speaks: the one for which she answered, or that she holds.
async fn hers(tx: &Tx, by: MemberId, (id, voter): (VoteId, VoterId)) -> Result<voter::Model> {
    let mine = store::voters_for(tx, id, by).await?.into_iter().find(|it| it.id == voter);
    let row = mine.ok_or(seat::Refusal::NotHers)?;
    let ballot = store::ballot(tx, id, row.id).await?;
    match ballot {
        Some(ballot) if ballot.member_id != by => Err(seat::Refusal::NotHers.into()),
        _ => Ok(row),
    }
}

/// Writes down what happens, if by the rule of consent it can.
async fn happens(tx: &Tx, id: VoteId, change: &Change) -> Result<()> {
    let vote = store::get(tx, id).await?;
    gather::round(tx, &vote, Some(change)).await??;
    store::change(tx, id, change).await
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::{
        error::Refusal,
        ids::SeatId,
        rules::{
            ballot::{BodyKind, Mark},
            proposal,
            record::Published,
            tally::consent,
            vote::Closing,
        },
        votes::{self, Again, Paper},
        world::World,
    };

    /// A council of three in a round of consent: Alice objects, Bob consents, Carol has a concern.
    struct Council {
        world: World,
        vote: VoteId,
        members: [MemberId; 3],
        voters: [VoterId; 3],
    }

    impl Council {
        async fn new() -> Self {
            let world = World::founded().await;
            let mut members = Vec::new();
            for name in ["Alice", "Bob", "Carol"] {
                let member = world.member(name).await.id;
                let seat: SeatId = world.first_seat().await;
                world.fill(seat, member, None).await;
                members.push(member);
            }
            let consent = Some(world.today() + TimeDelta::days(90));
            let paper = Paper { consent, ..Paper::default() };
            let vote = world.open_vote_on(BodyKind::Council, paper).await;
            let members: [MemberId; 3] = members.try_into().unwrap();
            Self::answer(world, vote, members).await
        }

        async fn answer(world: World, vote: VoteId, members: [MemberId; 3]) -> Self {
            let answers =
                ["objection:Te duur voor wat het oplevert", "consent", "concern:Let op de bomen"];
            let mut voters = Vec::new();
            for (member, answer) in members.into_iter().zip(answers) {
                world.casts(vote, member, answer.parse::<Mark>().unwrap()).await;
                voters.push(world.voter(vote, member).await);
            }
            let it = Self { world, vote, members, voters: voters.try_into().unwrap() };
            let secretary = it.world.secretary().await;
            let (now, origin) = (it.world.now(), Origin::of(&it.world.app));
            it.world
                .write(async |tx| {
                    votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin)
                        .await
                })
                .await
                .unwrap();
            it
        }

        async fn withdraws(&self, who: usize) -> Result<()> {
            let (now, origin) = (self.world.now(), Origin::of(&self.world.app));
            let of = (self.vote, self.voters[0]);
            let by = self.members[who];
            self.world.write(async |tx| withdraw_objection(tx, now, by, of, &origin).await).await
        }

        async fn finds_not_argued(&self, who: usize) -> Result<()> {
            let (now, origin) = (self.world.now(), Origin::of(&self.world.app));
            let of = (self.vote, self.voters[who], self.voters[0]);
            let by = self.members[who];
            self.world.write(async |tx| find_not_argued(tx, now, by, of, &origin).await).await
        }

        /// The next round, in which everybody answers the same.
        async fn next(self, new: Again) -> Self {
            let (now, today, id) = (self.world.now(), self.world.today(), new.id);
            let secretary = self.world.secretary().await;
            self.world
                .write(async |tx| {
                    votes::prepare_again(tx, now, secretary, new).await?;
                    votes::open(tx, now, today, Some(secretary), id).await
                })
                .await
                .unwrap();
            Self::answer(self.world, id, self.members).await
        }

        async fn ends(&self) {
            self.ends_with(false).await;
        }

        async fn ends_with(&self, meeting_ended: bool) {
            let (now, origin) = (self.world.now(), Origin::of(&self.world.app));
            let secretary = self.world.secretary().await;
            let reason = "Wij passen het voorstel aan";
            self.world
                .write(async |tx| {
                    votes::end_round(
                        tx,
                        now,
                        secretary,
                        self.vote,
                        (reason, meeting_ended),
                        &origin,
                    )
                    .await
                })
                .await
                .unwrap();
        }

        async fn outcome(&self) -> Option<Outcome> {
            let result = store::result(self.world.app.db.read(), self.vote).await.unwrap()?;
            let read = Published::read(&result.record).unwrap();
            assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
            Some(result.outcome)
        }
    }

    #[tokio::test]
    async fn an_objection_ends_when_its_author_takes_it_back_and_nobody_else_can() {
        let it = Council::new().await;
        assert_eq!(it.outcome().await, None);
        let by_bob = it.withdraws(1).await;
        assert!(matches!(by_bob, Err(Error::Refused(Refusal::Seat(seat::Refusal::NotHers)))));
        it.withdraws(0).await.unwrap();
        assert_eq!(it.outcome().await, Some(Outcome::Adopted));
        assert!(it.withdraws(0).await.is_err());
        assert!(it.world.journal().await.contains(&"objection-withdrawn"));
        let result = store::result(it.world.app.db.read(), it.vote).await.unwrap().unwrap();
        assert!(result.record.contains("Te duur voor wat het oplevert"));
    }

    #[tokio::test]
    async fn an_objection_ends_when_all_others_find_it_not_argued_and_not_before() {
        let it = Council::new().await;
        let own = it.finds_not_argued(0).await;
        let why = consent::Refusal::OwnObjection;
        assert!(matches!(own, Err(Error::Refused(Refusal::Consent(it))) if it == why));
        it.finds_not_argued(1).await.unwrap();
        assert_eq!(it.outcome().await, None);
        assert!(matches!(it.finds_not_argued(1).await, Err(Error::Conflict(_))));
        it.finds_not_argued(2).await.unwrap();
        assert_eq!(it.outcome().await, Some(Outcome::Adopted));
    }

    #[tokio::test]
    async fn a_round_that_ends_with_an_objection_is_followed_by_another_for_everybody() {
        let mut it = Council::new().await;
        for round in 1_i64..=3 {
            it.ends().await;
            let last = round == 3;
            let expected = if last { Outcome::NoConsent } else { Outcome::NextRound };
            assert_eq!(it.outcome().await, Some(expected));
            let db = it.world.app.db.read();
            let vote = store::get(db, it.vote).await.unwrap();
            let row = crate::proposals::store::get(db, vote.proposal_id).await.unwrap();
            if last {
                assert_eq!(row.stage, proposal::Stage::Rejected);
                return;
            }
            let (now, today) = (it.world.now(), it.world.today());
            let new = Again {
                id: VoteId::fresh(now),
                proposal: row.id,
                closing: Closing::ByHand,
                opens_at: now,
                closes_at: now + TimeDelta::days(7),
                evaluate_on: Some(today + TimeDelta::days(100)),
                named: Vec::new(),
            };
            it = it.next(new).await;
        }
    }

    #[tokio::test]
    async fn two_meetings_without_a_decision_are_the_end_however_many_rounds_are_left() {
        let mut it = Council::new().await;
        let charter = crate::bodies::charter(it.world.app.db.read()).await.unwrap().charter;
        assert_eq!(charter.consent.rounds, 3);
        for (meeting_ended, expected) in [(true, Outcome::NextRound), (true, Outcome::NoConsent)] {
            it.ends_with(meeting_ended).await;
            assert_eq!(it.outcome().await, Some(expected));
            if expected == Outcome::NextRound {
                let (now, today) = (it.world.now(), it.world.today());
                let vote = store::get(it.world.app.db.read(), it.vote).await.unwrap();
                let new = Again {
                    id: VoteId::fresh(now),
                    proposal: vote.proposal_id,
                    closing: Closing::ByHand,
                    opens_at: now,
                    closes_at: now + TimeDelta::days(7),
                    evaluate_on: Some(today + TimeDelta::days(100)),
                    named: Vec::new(),
                };
                it = it.next(new).await;
            }
        }
        let result = store::result(it.world.app.db.read(), it.vote).await.unwrap().unwrap();
        assert!(result.record.contains("\"meeting_ended\":true"), "{}", result.record);
        assert!(result.record.contains("\"meetings\":1"), "{}", result.record);
    }

    #[tokio::test]
    async fn an_objection_without_an_argument_is_no_answer() {
        let it = Council::new().await;
        let turn = votes::method(&store::get(it.world.app.db.read(), it.vote).await.unwrap());
        let takes = |mark: Mark| turn.as_ref().unwrap().takes(&mark, &[]);
        assert!(!takes("objection: ".parse().unwrap()));
        assert!(takes("objection:Niet veilig".parse().unwrap()));
        assert!(!takes("for".parse().unwrap()) && !takes(Mark::Blank));
    }
}
