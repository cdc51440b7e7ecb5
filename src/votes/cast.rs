use super::{
    entity::{ballot, voter},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId, VoterId},
    journal::{self, Event},
    rules::{
        ballot::{BodyKind, Channel, Choice},
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
    let (vote, voter) = store::booth(tx, new.vote, new.voter).await?;
    let booth = Booth {
        body: vote.body,
        stage: vote.stage,
        opens_at: vote.opens_at,
        closes_at: vote.closes_at,
        closed_at: vote.closed_at,
    };
    // Only a seat asks who cast its ballot before; a member casts only her own.
    let before = match vote.body {
        BodyKind::Council => store::ballot(tx, vote.id, voter.id).await?,
        BodyKind::Assembly => None,
    };
    let entry = occupancy(&voter, before.as_ref());
    eligibility::may_cast(&booth, now, Some(&entry), by)?;
    let row = ballot::Model {
        vote_id: vote.id,
        voter_id: voter.id,
        member_id: by,
        choice: new.choice,
        channel: new.channel,
        cast_at: now,
        replaced: 0,
    };
    let replaced = store::put_ballot(tx, row).await? > 0;
    let event = if replaced {
        Event::BallotReplaced { vote: vote.id }
    } else {
        Event::BallotCast { vote: vote.id }
    };
    // Not who: the journal holds no ballots.
    journal::record(tx, now, None, event).await?;
    Ok(Cast { replaced })
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
        error::{Error, Refusal},
        rules::{seat, vote},
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
