use sea_orm::ConnectionTrait;

use super::{entity::vote, origin::Origin, store};
use crate::{
    error::{Error, Result},
    ids::MemberId,
    rules::{
        ballot::Secrecy,
        endorsement::Purpose,
        record::proof::{Receipt, Received, ReceivedBallot},
    },
    signet::SigningKey,
};

/// Whose receipt is asked for.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    /// The hash of the code that was sent with a secret ballot.
    Code(&'a str),
    /// The member who cast an open ballot, and its number on the roll.
    Member(MemberId, i64),
}

/// Signs that a ballot was received, which must be kept by now. Writes nothing, so that nothing tells
/// who asked when.
///
/// # Errors
/// No such ballot is kept.
pub async fn acknowledge(
    db: &impl ConnectionTrait,
    vote: &vote::Model,
    whose: Of<'_>,
    origin: &Origin<'_>,
    key: &SigningKey,
) -> Result<Receipt> {
    let ballot = match (vote.secrecy, whose) {
        (Secrecy::Secret, Of::Code(hash)) if store::is_sealed(db, vote.id, hash).await? => {
            Some(ReceivedBallot::Secret { receipt: hash.to_owned() })
        }
        (Secrecy::Open, Of::Member(member, number)) => open(db, vote, member, number).await?,
        _ => None,
    };
    let ballot = ballot.ok_or(Error::NotFound("ballot"))?;
    let received = Received { vote: origin.address(vote)?, ballot };
    let endorsement = key.sign(Purpose::Receipt, &received)?;
    Ok(Receipt { received, endorsement })
}

async fn open(
    db: &impl ConnectionTrait,
    vote: &vote::Model,
    member: MemberId,
    number: i64,
) -> Result<Option<ReceivedBallot>> {
    let mut voters = store::voters_for(db, vote.id, member).await?;
    voters.extend(store::proxied_to(db, vote.id, member).await?);
    let Some(voter) = voters.into_iter().find(|voter| voter.number == number) else {
        return Ok(None);
    };
    let ballot = store::ballot(db, vote.id, voter.id).await?;
    let hers = ballot.filter(|ballot| ballot.member_id == member);
    Ok(hers.map(|it| ReceivedBallot::Open { number, mark: it.mark, at: it.cast_at }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        rules::{
            ballot::{BodyKind, Channel, Choice},
            canonical,
        },
        signet,
        votes::{self, Casting, Paper},
        world::World,
    };

    async fn asks(world: &World, vote: crate::ids::VoteId, whose: Of<'_>) -> Result<Receipt> {
        let (now, origin) = (world.now(), Origin::of(&world.app));
        let key = world.write(async |tx| signet::current(tx, now, origin.secret).await).await?;
        let row = store::get(world.app.db.read(), vote).await?;
        acknowledge(world.app.db.read(), &row, whose, &origin, &key).await
    }

    #[tokio::test]
    async fn only_a_ballot_that_is_kept_gets_a_signed_receipt() {
        let world = World::founded().await;
        let alice = world.member("Alice").await.id;
        let paper = Paper { secrecy: Secrecy::Secret, ..Default::default() };
        let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
        let (voter, mark) = (world.voter(vote, alice).await, Choice::For.into());
        let receipt = canonical::hash_text("code");
        assert!(asks(&world, vote, Of::Code(&receipt)).await.is_err());
        let (channel, now) = (Channel::Web, world.now());
        let new = Casting { vote, voter, mark, channel, receipt: receipt.clone(), helped: false };
        world.write(async |tx| votes::cast(tx, now, alice, new).await).await.unwrap();
        let given = asks(&world, vote, Of::Code(&receipt)).await.unwrap();
        assert_eq!(given.check(Some("code"), None), Ok(()));
        let text = canonical::write(&given).unwrap();
        assert!(!text.contains("for\"") && !text.contains("2026"), "{text}");
        assert!(asks(&world, vote, Of::Code("sha256:00")).await.is_err());
        assert!(asks(&world, vote, Of::Member(alice, 1)).await.is_err());
    }

    #[tokio::test]
    async fn an_open_ballot_is_acknowledged_to_the_one_who_cast_it() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice, Choice::Against).await;
        let voters = store::voters_for(world.app.db.read(), vote, alice).await.unwrap();
        let number = voters[0].number;
        let given = asks(&world, vote, Of::Member(alice, number)).await.unwrap();
        assert_eq!(given.check(None, None), Ok(()));
        let at = world.now();
        let ballot = ReceivedBallot::Open { number, mark: Choice::Against.into(), at };
        assert_eq!(given.received.ballot, ballot);
        assert!(asks(&world, vote, Of::Member(bob, number)).await.is_err());
    }
}
