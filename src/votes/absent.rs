use super::{cast::occupancy, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, SeatId, VoteId},
    journal::{self, Event},
    members,
    rules::{permission::Deed, seat as rule, vote},
};

/// Marks the holder of a seat absent in a vote: from now on the alternate votes.
///
/// # Errors
/// She may not, the vote isn't open, the seat has no alternate, or one of the two has voted.
pub async fn mark_absent(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
) -> Result<()> {
    mark(tx, now, by, id, seat, Some(now)).await?;
    journal::record(tx, now, Some(by), Event::HolderMarkedAbsent { vote: id, seat }).await
}

/// Marks the holder of a seat present again.
///
/// # Errors
/// She may not, the vote isn't open, or the alternate has voted.
pub async fn mark_present(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
) -> Result<()> {
    mark(tx, now, by, id, seat, None).await?;
    journal::record(tx, now, Some(by), Event::HolderMarkedPresent { vote: id, seat }).await
}

async fn mark(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    seat: SeatId,
    since: Option<Instant>,
) -> Result<()> {
    members::permit(tx, by, Deed::MarkAbsent).await?;
    let voter = store::lock_voter(tx, id, seat).await?;
    let it = store::get(tx, id).await?;
    vote::accepts_ballots(it.stage, now, it.opens_at, it.closes_at, it.closed_at)?;
    let ballot = store::ballot(tx, id, voter.id).await?;
    rule::may_mark(&occupancy(&voter, ballot.as_ref()), voter.channel.is_some())?;
    store::set_absent(tx, voter.id, since).await
}

#[cfg(test)]
mod tests {
    use crate::{
        error::{Error, Refusal},
        rules::{
            ballot::{BodyKind, Mark, Secrecy},
            seat,
        },
        votes::{self, Paper},
        world::{World, two_benches},
    };

    #[tokio::test]
    async fn in_a_secret_vote_the_mark_on_the_roll_says_that_the_seat_has_voted() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let (seat, secretary) = (world.first_seat().await, world.secretary().await);
        world.fill(seat, alice.id, Some(bob.id)).await;
        // The charter of the world asks for a majority of the residents' seats, which a secret
        // vote can't tell; a choice between options has none.
        let paper = Paper { secrecy: Secrecy::Secret, ..two_benches() };
        let vote = world.open_vote_on(BodyKind::Council, paper).await;
        world.casts(vote, alice.id, "approve:1".parse::<Mark>().unwrap()).await;
        let (now, before) = (world.now(), world.journal().await.len());
        let marked =
            world.write(async |tx| votes::mark_absent(tx, now, secretary, vote, seat).await).await;
        let why = seat::Refusal::Voted;
        assert!(matches!(marked, Err(Error::Refused(Refusal::Seat(it))) if it == why));
        assert_eq!(world.journal().await.len(), before);
    }
}
