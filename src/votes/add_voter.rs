use chrono::NaiveDate;

use super::{
    entity::{vote, voter},
    roll, store,
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, SeatId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        addition::{self, Candidate, Refusal},
        ballot::BodyKind,
        candidacy,
        permission::Deed,
        record::v2::Change,
        vote as rule,
        wording::{self, Field},
    },
};

/// Whom the roll of a vote left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A member, in a vote of the assembly.
    Member(MemberId),
    /// A seat, in a vote of the council.
    Seat(SeatId),
}

/// Puts somebody on the roll of an open vote who was left out of it wrongly: at its end, with a new
/// number, so that the roll that was announced stays what it was. The reason is public and stands in
/// the record. `today` is the day in the neighbourhood.
///
/// # Errors
/// She may not, the vote isn't open, the reason is missing, or whoever was left out stands on the roll
/// already or has no vote.
pub async fn add_voter(
    tx: &Tx,
    (now, today): (Instant, NaiveDate),
    by: MemberId,
    id: VoteId,
    (left_out, reason): (LeftOut, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::KeepRoll).await?;
    wording::check(Field::Reason, reason)?;
    let vote = store::lock(tx, id).await?;
    rule::accepts_ballots(vote.stage, now, vote.opens_at, vote.closes_at, vote.closed_at)?;
    let voters = store::voters(tx, id).await?;
    let entry = entry(tx, (now, today), &vote, &voters, left_out).await?;
    let number = voters.iter().map(|voter| voter.number).max().unwrap_or_default() + 1;
    let (seat, reason) = (entry.seat_id, reason.trim().to_owned());
    store::insert_voters(tx, vec![voter::Model { number, ..entry }]).await?;
    let change = Change::Added { at: now, number, reason: reason.clone() };
    store::change(tx, id, &change).await?;
    journal::record(tx, now, Some(by), Event::VoterAdded { vote: id, seat, reason }).await
}

/// The entry that the roll should have had.
async fn entry(
    tx: &Tx,
    (now, today): (Instant, NaiveDate),
    vote: &vote::Model,
    voters: &[voter::Model],
    left_out: LeftOut,
) -> Result<voter::Model> {
    let salt =
        vote.salt.as_deref().ok_or_else(|| Error::contradiction("votes", "salt", vote.id))?;
    match (vote.body, left_out) {
        (BodyKind::Assembly, LeftOut::Member(member)) => {
            let member = members::store::get(tx, member).await?;
            if !roll::is_in_its_sector(&member, vote.sector.as_deref()) {
                return Err(candidacy::Refusal::NotInSector.into());
            }
            let charter = bodies::charter_version(tx, vote.charter_version).await?.charter;
            let candidate = Candidate::Member {
                is_listed: member.forgotten_at.is_none() && member.suspended_at.is_none(),
                is_of_age: roll::is_of_age(&member, &charter, today),
            };
            let entry = roll::of_member(now, vote.id, salt, (member, 0));
            addition::may_add(candidate, voters.iter().any(|voter| voter.key == entry.key))?;
            Ok(entry)
        }
        (BodyKind::Council, LeftOut::Seat(seat)) => {
            let filled = roll::council(tx, (now, today), vote.id, salt).await?;
            let entry = filled.into_iter().find(|entry| entry.seat_id == Some(seat));
            let candidate = Candidate::Seat { is_filled: entry.is_some() };
            addition::may_add(candidate, voters.iter().any(|it| it.seat_id == Some(seat)))?;
            entry.ok_or_else(|| Refusal::Vacant.into())
        }
        (BodyKind::Assembly, LeftOut::Seat(_)) => Err(Error::NotFound("member")),
        (BodyKind::Council, LeftOut::Member(_)) => Err(Error::NotFound("seat")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        error,
        rules::{
            ballot::{Choice, Mark, Secrecy},
            member::Entry,
            permission,
            record::Published,
        },
        votes::{self, Origin, Paper},
        world::{World, two_benches},
    };

    const REASON: &str = "De lijst was niet bij";

    async fn adds(world: &World, by: MemberId, id: VoteId, left_out: LeftOut) -> Result<()> {
        let at = (world.now(), world.today());
        world.write(async |tx| add_voter(tx, at, by, id, (left_out, REASON)).await).await
    }

    async fn refused(world: &World, id: VoteId, left_out: LeftOut, why: Refusal) {
        let secretary = world.secretary().await;
        let before = world.journal().await.len();
        let added = adds(world, secretary, id, left_out).await;
        let is_why =
            matches!(added, Err(Error::Refused(error::Refusal::Addition(it))) if it == why);
        assert!(is_why, "{added:?}");
        assert_eq!(world.journal().await.len(), before);
    }

    async fn finish(world: &World, id: VoteId) -> String {
        let (now, secretary) = (world.now(), world.secretary().await);
        let origin = Origin::of(&world.app);
        world
            .write(async |tx| {
                votes::finish(tx, now, Some(secretary), id, "Iedereen is klaar", &origin).await
            })
            .await
            .unwrap();
        store::result(world.app.db.read(), id).await.unwrap().unwrap().record
    }

    #[tokio::test]
    async fn who_was_left_out_votes_under_a_new_number_and_the_announced_roll_stays() {
        let world = World::founded().await;
        let vote = world.open_vote(BodyKind::Assembly).await;
        let announced = store::voters(world.app.db.read(), vote).await.unwrap();
        let (alice, secretary) = (world.member("Alice").await, world.secretary().await);
        let left_out = LeftOut::Member(alice.id);
        let not_hers = adds(&world, alice.id, vote, left_out).await;
        let why = permission::Refusal::NotYours(Deed::KeepRoll);
        assert!(
            matches!(not_hers, Err(Error::Refused(error::Refusal::Permission(it))) if it == why)
        );
        adds(&world, secretary, vote, left_out).await.unwrap();
        let roll = store::voters(world.app.db.read(), vote).await.unwrap();
        assert_eq!(roll[..announced.len()], announced[..]);
        let last = roll.last().unwrap();
        assert_eq!((last.number, last.holder_id), (announced.len() as i64 + 1, Some(alice.id)));
        assert!(world.journal().await.contains(&"voter-added"));
        refused(&world, vote, left_out, Refusal::OnTheRoll).await;
        world.casts(vote, alice.id, Choice::For).await;
        let record = finish(&world, vote).await;
        assert!(record.contains(REASON) && !record.contains("Alice"));
        let findings = Published::read(&record).unwrap().recount();
        assert!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
        let closed = adds(&world, secretary, vote, left_out).await;
        assert!(matches!(closed, Err(Error::Refused(error::Refusal::Vote(_)))), "{closed:?}");
    }

    #[tokio::test]
    async fn who_has_no_vote_is_not_added() {
        let world = World::founded().await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let vote = world.open_vote(BodyKind::Assembly).await;
        let child = Entry {
            name: "Carol".to_owned(),
            language: "nl".to_owned(),
            born_in: Some(2020),
            ..Entry::default()
        };
        let child =
            world.write(async |tx| members::add(tx, now, None, child, &[]).await).await.unwrap();
        refused(&world, vote, LeftOut::Member(child.id), Refusal::NotOfAge).await;
        let bob = world.member("Bob").await.id;
        world.write(async |tx| members::forget(tx, now, bob, bob).await).await.unwrap();
        refused(&world, vote, LeftOut::Member(bob), Refusal::NotListed).await;
        let seat = world.first_seat().await;
        assert!(matches!(
            adds(&world, secretary, vote, LeftOut::Seat(seat)).await,
            Err(Error::NotFound(_))
        ));
    }

    #[tokio::test]
    async fn a_seat_that_is_filled_is_added_to_a_secret_vote_of_the_council() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        world.fill(world.first_seat().await, alice.id, None).await;
        let paper = Paper { secrecy: Secrecy::Secret, ..two_benches() };
        let vote = world.open_vote_on(BodyKind::Council, paper).await;
        let (seat, secretary) = (world.first_seat().await, world.secretary().await);
        refused(&world, vote, LeftOut::Seat(seat), Refusal::Vacant).await;
        world.fill(seat, bob.id, None).await;
        adds(&world, secretary, vote, LeftOut::Seat(seat)).await.unwrap();
        refused(&world, vote, LeftOut::Seat(seat), Refusal::OnTheRoll).await;
        world.casts(vote, bob.id, "approve:2".parse::<Mark>().unwrap()).await;
        let record = finish(&world, vote).await;
        let findings = Published::read(&record).unwrap().recount();
        assert!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    }
}
