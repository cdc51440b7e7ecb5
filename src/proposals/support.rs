use super::{
    entity::{proposal, support},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        proposal::{self as rule, Step},
    },
};

/// Gives support; supporting twice changes nothing. Enough support puts a proposal up for a vote.
///
/// # Errors
/// It isn't open for support.
pub async fn support(tx: &Tx, now: Instant, by: MemberId, id: ProposalId) -> Result<()> {
    members::permit(tx, by, Deed::SupportProposal).await?;
    let proposal = store::lock(tx, id).await?;
    rule::may_support(proposal.stage)?;
    let row = support::Model { proposal_id: id, member_id: by, given_at: now };
    if !store::insert_support(tx, row).await? {
        return Ok(());
    }
    journal::record(tx, now, Some(by), Event::SupportGiven { proposal: id }).await?;
    weigh(tx, now, &proposal).await
}

/// Takes support back; nothing happens when there was none.
///
/// # Errors
/// It isn't open for support any more.
pub async fn take_support_back(tx: &Tx, now: Instant, by: MemberId, id: ProposalId) -> Result<()> {
    let proposal = store::lock(tx, id).await?;
    rule::may_support(proposal.stage)?;
    if !store::delete_support(tx, id, by).await? {
        return Ok(());
    }
    journal::record(tx, now, Some(by), Event::SupportTakenBack { proposal: id }).await?;
    weigh(tx, now, &proposal).await
}

/// Takes the step that the number of supporters asks for.
async fn weigh(tx: &Tx, now: Instant, proposal: &proposal::Model) -> Result<()> {
    let supporters = store::supporters(tx, proposal.id).await?;
    // Never taken for zero: then everything would come up for a vote.
    let threshold = u32::try_from(proposal.threshold)
        .map_err(|_| Error::contradiction("proposals", "threshold", proposal.id))?;
    let Some(step) = rule::support_step(proposal.stage, supporters, threshold) else {
        return Ok(());
    };
    store::set_stage(tx, now, proposal.id, rule::step(proposal.stage, step)?).await?;
    let proposal = proposal.id;
    let event = match step {
        Step::LoseThreshold => Event::ThresholdLost { proposal, supporters },
        _ => Event::ThresholdReached { proposal, supporters },
    };
    journal::record(tx, now, None, event).await
}

#[cfg(test)]
mod tests {
    use crate::{
        proposals::{self, store},
        rules::proposal::Stage,
        world::World,
    };

    #[tokio::test]
    async fn the_threshold_is_reached_and_lost_and_supporting_twice_counts_once() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        let stage = async || store::get(world.app.db.read(), it.id).await.unwrap().stage;
        world.supports(alice.id, it.id).await;
        world.supports(alice.id, it.id).await;
        assert_eq!(stage().await, Stage::Open);
        world.supports(bob.id, it.id).await;
        assert_eq!(stage().await, Stage::Supported);
        world
            .write(async |tx| proposals::take_support_back(tx, world.now(), bob.id, it.id).await)
            .await
            .unwrap();
        assert_eq!(stage().await, Stage::Open);
        let names = world.journal().await;
        let tail = [
            "support-given",
            "support-given",
            "threshold-reached",
            "support-taken-back",
            "threshold-lost",
        ];
        assert!(names.ends_with(&tail), "{names:?}");
    }
}
