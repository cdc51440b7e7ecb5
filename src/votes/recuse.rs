use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, SeatId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        eligibility::Refusal,
        permission::Deed,
        record::v2::Change,
        vote as rule,
        wording::{self, Field},
    },
};

/// Takes a seat out of one count, because whoever holds it has an interest of her own in the matter.
/// Nobody votes for it, and it doesn't count for the quorum; the reason is public and stands in the
/// record (compare art. 2:12 BW).
///
/// # Errors
/// She may not, the vote isn't open, the seat has voted or is out already, or the reason is missing.
pub async fn recuse(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    (seat, reason): (SeatId, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::MarkAbsent).await?;
    wording::check(Field::Reason, reason)?;
    let vote = store::lock(tx, id).await?;
    rule::accepts_ballots(vote.stage, now, vote.opens_at, vote.closes_at, vote.closed_at)?;
    let voter = store::lock_voter(tx, id, seat).await?;
    let ballot = store::ballot(tx, id, voter.id).await?;
    if let Some(channel) = voter.channel.or_else(|| ballot.map(|ballot| ballot.channel)) {
        return Err(Refusal::TookPart { channel }.into());
    }
    let changes = store::changes(tx, id).await?;
    if changes.iter().any(|change| change.recused() == Some(voter.number)) {
        return Err(Error::Conflict(Conflict::Already));
    }
    let reason = reason.trim().to_owned();
    let change = Change::Recused { at: now, number: voter.number, reason: reason.clone() };
    store::change(tx, id, &change).await?;
    journal::record(tx, now, Some(by), Event::SeatRecused { vote: id, seat, reason }).await
}

#[cfg(test)]
mod tests {
    use crate::{
        error::{Error, Refusal},
        rules::{
            ballot::{BodyKind, Channel, Choice},
            eligibility,
            record::Published,
        },
        votes::{self, Casting, Origin, store},
        world::World,
    };

    #[tokio::test]
    async fn a_seat_with_an_interest_of_its_own_is_out_of_the_count_and_everybody_sees_it() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let hers = world.first_seat().await;
        world.fill(hers, alice.id, None).await;
        world.fill(world.first_seat().await, bob.id, None).await;
        let vote = world.open_vote(BodyKind::Council).await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let takes_out = async || {
            let reason = "Het gaat om haar eigen winkel";
            world
                .write(async |tx| votes::recuse(tx, now, secretary, vote, (hers, reason)).await)
                .await
        };
        takes_out().await.unwrap();
        assert!(matches!(takes_out().await, Err(Error::Conflict(_))));
        let (voter, mark) = (world.voter(vote, alice.id).await, Choice::For.into());
        let new = Casting {
            vote,
            voter,
            mark,
            channel: Channel::Web,
            receipt: String::new(),
            helped: false,
        };
        let cast = world.write(async |tx| votes::cast(tx, now, alice.id, new).await).await;
        let why = eligibility::Refusal::Recused;
        assert!(matches!(cast, Err(Error::Refused(Refusal::Ballot(it))) if it == why));
        world.casts(vote, bob.id, Choice::For).await;
        let origin = Origin::of(&world.app);
        world
            .write(async |tx| {
                votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
            })
            .await
            .unwrap();
        let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
        let tally = votes::tally(&result).unwrap();
        assert_eq!(tally.steps[0]["votes"]["entitled"], 1);
        let published = Published::read(&result.record).unwrap();
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
    }
}
