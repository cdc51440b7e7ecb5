use std::collections::{BTreeMap, BTreeSet};

use super::{
    entity::{ballot, vote, voter},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId, VoterId},
    journal::{self, Event},
    rules::{
        ballot::{Channel, Choice},
        eligibility::{self, Booth},
        seat::Occupancy,
    },
};

/// A ballot as it comes in.
#[derive(Clone, Copy, Debug)]
pub struct Casting {
    pub vote: VoteId,
    /// The entry on the roll for which it is cast.
    pub voter: VoterId,
    pub choice: Choice,
    pub channel: Channel,
}

/// A ballot that was received: when, and who sent it.
#[derive(Clone, Copy, Debug)]
pub struct Received {
    pub at: Instant,
    pub by: MemberId,
    pub new: Casting,
}

/// What became of a ballot that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// It took the place of an earlier one.
    pub replaced: bool,
}

/// Casts a ballot, or replaces the one that was cast before, until the vote closes. `now` is when
/// the ballot was received.
///
/// # Errors
/// The vote isn't open (with the moment it closed), she isn't on the roll, or the seat is for
/// somebody else to vote (with the moment that happened).
pub async fn cast(tx: &Tx, now: Instant, by: MemberId, new: Casting) -> Result<Cast> {
    let mut done = cast_all(tx, &[Received { at: now, by, new }]).await?;
    done.pop().unwrap_or(Err(Error::NotFound("voter")))
}

/// Casts ballots that came in together, in their order, as [`cast`] would one by one: what is wrong
/// with one leaves the others alone.
///
/// # Errors
/// What the database says; then none was cast.
pub async fn cast_all(tx: &Tx, received: &[Received]) -> Result<Vec<Result<Cast>>> {
    let mut booths = Booths::load(tx, received).await?;
    let accepted: Vec<Result<()>> = received.iter().map(|it| booths.accept(it)).collect();
    let mut replaced = match booths.put.is_empty() {
        true => BTreeMap::new(),
        false => store::put_ballots(tx, booths.put.into_values()).await?,
    };
    // The database says how often a ballot was replaced in all; from the last casting backwards
    // that tells each one whether it found a ballot.
    let mut done: Vec<Result<Cast>> = Vec::new();
    for (it, accepted) in received.iter().zip(accepted).rev() {
        done.push(accepted.map(|()| {
            let times = replaced.entry(it.new.voter).or_default();
            let found = *times > 0;
            *times -= 1;
            Cast { replaced: found }
        }));
    }
    done.reverse();
    // Not who: the journal holds no ballots.
    let events = received.iter().zip(&done).filter_map(|(it, done)| {
        let vote = it.new.vote;
        let event = match done.as_ref().ok()?.replaced {
            true => Event::BallotReplaced { vote },
            false => Event::BallotCast { vote },
        };
        Some((it.at, None, event))
    });
    journal::record_all(tx, events).await?;
    Ok(done)
}

/// What must be known to take ballots, and the ballots that were taken.
struct Booths {
    votes: BTreeMap<VoteId, vote::Model>,
    voters: BTreeMap<VoterId, voter::Model>,
    before: BTreeMap<VoterId, ballot::Model>,
    put: BTreeMap<VoterId, ballot::Model>,
}

impl Booths {
    async fn load(tx: &Tx, received: &[Received]) -> Result<Self> {
        let votes: BTreeSet<VoteId> = received.iter().map(|it| it.new.vote).collect();
        let voters: BTreeSet<VoterId> = received.iter().map(|it| it.new.voter).collect();
        let votes = store::hold_votes(tx, votes).await?;
        let voters = store::hold_voters(tx, voters).await?;
        // Only a seat asks who cast its ballot before; a member casts only her own.
        let seats = voters.values().filter(|voter| voter.seat_id.is_some()).map(|voter| voter.id);
        let seats: Vec<VoterId> = seats.collect();
        let before = match seats.is_empty() {
            true => BTreeMap::new(),
            false => store::ballots_of(tx, seats).await?,
        };
        Ok(Self { votes, voters, before, put: BTreeMap::new() })
    }

    /// Takes a ballot if the rules allow it.
    fn accept(&mut self, it: &Received) -> Result<()> {
        let vote = self.votes.get(&it.new.vote);
        let voter = self.voters.get(&it.new.voter).filter(|voter| voter.vote_id == it.new.vote);
        let (Some(vote), Some(voter)) = (vote, voter) else {
            return Err(Error::NotFound("voter"));
        };
        let booth = Booth {
            body: vote.body,
            stage: vote.stage,
            opens_at: vote.opens_at,
            closes_at: vote.closes_at,
            closed_at: vote.closed_at,
        };
        let earlier = self.put.get(&voter.id);
        let entry = occupancy(voter, earlier.or_else(|| self.before.get(&voter.id)));
        eligibility::may_cast(&booth, it.at, Some(&entry), it.by)?;
        let row = ballot::Model {
            vote_id: vote.id,
            voter_id: voter.id,
            member_id: it.by,
            choice: it.new.choice,
            channel: it.new.channel,
            cast_at: it.at,
            replaced: earlier.map_or(0, |earlier| earlier.replaced + 1),
        };
        self.put.insert(voter.id, row);
        Ok(())
    }
}

/// An entry on the roll as the rule about seats sees it.
#[must_use]
pub fn occupancy(voter: &voter::Model, ballot: Option<&ballot::Model>) -> Occupancy {
    Occupancy {
        holder: voter.holder_id,
        alternate: voter.alternate_id,
        absent_since: voter.absent_since,
        cast: ballot.map(|ballot| (ballot.member_id, ballot.cast_at)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::{
        db,
        error::Refusal,
        rules::{ballot::BodyKind, seat, vote},
        votes,
        world::World,
    };

    fn casting(vote: VoteId, voter: VoterId, choice: Choice) -> Casting {
        Casting { vote, voter, choice, channel: Channel::Web }
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
        assert_eq!((kept[&hers].choice, kept[&hers].replaced), (Choice::Against, 2));
        assert_eq!((kept[&his].choice, kept[&his].replaced), (Choice::Against, 0));
        let said = world.journal().await;
        let told = |event| said.iter().filter(|name| **name == event).count();
        assert_eq!((told("ballot-cast"), told("ballot-replaced")), (2, 2));
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
        let closed = eligibility::Refusal::Vote(vote::Refusal::Closed { closed_at: closes_at });
        let late = at(closes_at).await;
        assert!(matches!(late, Err(Error::Refused(Refusal::Ballot(it))) if it == closed));
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
            let why = eligibility::Refusal::Seat(why);
            assert!(matches!(cast, Err(Error::Refused(Refusal::Ballot(it))) if it == why));
        };
        refused(casts(bob.id).await, seat::Refusal::HolderPresent);
        let secretary = world.secretary().await;
        world
            .write(async |tx| votes::mark_absent(tx, at, secretary, vote, seat).await)
            .await
            .unwrap();
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
}
