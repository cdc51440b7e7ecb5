use super::{batches, close, count, entity::vote, origin::Origin, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        permission::Deed,
        vote::{self as rule, Stage, Step},
    },
};

/// Publishes the result of a counted vote, and tells the proposal what was decided.
///
/// # Errors
/// She may not, or it isn't counted.
pub async fn publish(tx: &Tx, now: Instant, by: Option<MemberId>, id: VoteId) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::CloseVote).await?;
    }
    made_known(tx, now, by, id).await
}

/// The same without asking whether she may: what was decided follows from what people did.
pub(super) async fn made_known(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: VoteId,
) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    let stage = rule::step(vote.stage, Step::Publish)?;
    let result = store::result(tx, id).await?;
    let outcome = result.ok_or(Error::contradiction("results", "vote_id", id))?.outcome;
    store::set_published(tx, id, now).await?;
    let proposal = vote.proposal_id;
    store::save(tx, vote::Model { stage, ..vote }).await?;
    journal::record(tx, now, by, Event::ResultPublished { vote: id, outcome }).await?;
    proposals::decide(tx, now, by, proposal, id, outcome).await
}

/// How far a vote came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    Published,
    /// It is closed; so many batches have to be typed before it is counted.
    Waiting {
        batches: u64,
    },
    /// It is closed; people have still to decide something before there is a result.
    Undecided,
}

/// Closes, counts and publishes a vote in one go. While a batch waits that was handed in before the
/// close, or something has still to be decided, it is only closed.
///
/// # Errors
/// As each of them.
pub async fn finish(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: VoteId,
    reason: &str,
    origin: &Origin<'_>,
) -> Result<Finished> {
    if store::lock(tx, id).await?.stage != Stage::Closed {
        close(tx, now, by, id, reason).await?;
    }
    let batches = batches::store::count_unfinished(tx, id).await?;
    if batches > 0 {
        return Ok(Finished::Waiting { batches });
    }
    if count(tx, now, id, origin).await?.is_pending() {
        return Ok(Finished::Undecided);
    }
    publish(tx, now, by, id).await?;
    Ok(Finished::Published)
}

#[cfg(test)]
mod tests {
    use crate::{
        members, proposals,
        rules::{
            ballot::{BodyKind, Choice},
            outcome::Outcome,
            proposal,
            record::{self, v2::Published},
            vote::Stage,
        },
        votes::{self, store},
        world::World,
    };

    async fn finish(world: &World, vote: crate::ids::VoteId) {
        let secretary = world.secretary().await;
        let origin = votes::Origin::of(&world.app);
        world
            .write(async |tx| {
                let reason = "Iedereen heeft gestemd";
                votes::finish(tx, world.now(), Some(secretary), vote, reason, &origin).await
            })
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_vote_is_closed_counted_published_and_recounted() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice.id, Choice::For).await;
        finish(&world, vote).await;

        let db = world.app.db.read();
        let closed = store::get(db, vote).await.unwrap();
        assert_eq!(closed.stage, Stage::Published);
        let result = store::result(db, vote).await.unwrap().unwrap();
        assert_eq!(result.outcome, Outcome::Adopted);
        let published: Published = serde_json::from_str(&result.record).unwrap();
        assert!(record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
        assert_eq!(published.record.roll_hash, closed.roll_hash.unwrap());
        let proposal = proposals::store::get(db, closed.proposal_id).await.unwrap();
        assert_eq!(proposal.stage, proposal::Stage::Adopted);
    }

    #[tokio::test]
    async fn who_leaves_the_roll_afterwards_changes_nothing() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice.id, Choice::Against).await;
        world
            .write(async |tx| members::forget(tx, world.now(), alice.id, alice.id).await)
            .await
            .unwrap();
        world.casts(vote, bob.id, Choice::Against).await;
        finish(&world, vote).await;
        let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
        let published: Published = serde_json::from_str(&result.record).unwrap();
        assert_eq!(published.record.ballots.len(), 2);
        assert!(!result.record.contains("Alice") && !result.record.contains(&alice.id.to_string()));
    }

    #[tokio::test]
    async fn a_published_result_never_changes() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice.id, Choice::For).await;
        finish(&world, vote).await;
        let secretary = world.secretary().await;
        let origin = votes::Origin::of(&world.app);
        let again = world
            .write(async |tx| {
                votes::finish(tx, world.now(), Some(secretary), vote, "Nog eens", &origin).await
            })
            .await;
        assert!(again.is_err());
        let cancelled = world
            .write(async |tx| {
                votes::cancel(tx, world.now(), Some(secretary), vote, "Toch niet").await
            })
            .await;
        assert!(cancelled.is_err());
    }

    #[tokio::test]
    async fn a_vote_that_nobody_could_cast_in_is_not_opened_after_its_end() {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let proposal = world.open_proposal(secretary, "More bicycle stands").await.id;
        for _ in 0..2 {
            let supporter = world.member("Supporter").await;
            world.supports(supporter.id, proposal).await;
        }
        let (id, now) = (crate::ids::VoteId::fresh(world.now()), world.now());
        let new = votes::Preparation {
            id,
            proposal,
            body: BodyKind::Assembly,
            closing: crate::rules::vote::Closing::AtTime,
            opens_at: now + chrono::TimeDelta::days(1),
            closes_at: now + chrono::TimeDelta::days(2),
            paper: votes::Paper::default(),
        };
        world.write(async |tx| votes::prepare(tx, now, secretary, new).await).await.unwrap();
        world.days_pass(3);
        let late =
            world.write(async |tx| votes::open_due(tx, world.now(), world.today(), id).await).await;
        assert!(late.is_err());
        let kept = proposals::store::get(world.app.db.read(), proposal).await.unwrap();
        assert_eq!(kept.stage, proposal::Stage::Supported);
    }
}
