use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    rules::{
        proposal::{self as rule, Stage},
        wording::{self, Field},
    },
};

/// Takes a proposal back; a public one with a reason.
///
/// # Errors
/// It isn't hers, it is too late, or the reason is missing.
pub async fn withdraw(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: ProposalId,
    reason: &str,
) -> Result<()> {
    let proposal = store::lock(tx, id).await?;
    let stage = rule::withdraw(proposal.stage, proposal.submitter_id == by)?;
    rule::check_kind(proposal.kind)?;
    if proposal.stage != Stage::Draft {
        wording::check(Field::Reason, reason)?;
    }
    store::set_stage(tx, now, id, stage).await?;
    let event = if proposal.stage == Stage::Draft {
        // Only she ever saw it.
        Event::DraftWithdrawn { proposal: id }
    } else {
        Event::ProposalWithdrawn { proposal: id, reason: reason.trim().to_owned() }
    };
    journal::record(tx, now, Some(by), event).await
}

#[cfg(test)]
mod tests {
    use crate::{
        proposals::{self, store},
        rules::proposal::Stage,
        world::World,
    };

    #[tokio::test]
    async fn a_withdrawn_proposal_is_kept_and_marked() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        world
            .write(async |tx| {
                proposals::withdraw(tx, world.now(), alice.id, it.id, "Staan er al").await
            })
            .await
            .unwrap();
        let kept = store::get(world.app.db.read(), it.id).await.unwrap();
        assert_eq!((kept.stage, kept.title), (Stage::Withdrawn, it.title));
    }

    #[tokio::test]
    async fn a_refusal_leaves_no_trace() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        let before = world.journal().await;
        let refused = world
            .write(async |tx| {
                proposals::withdraw(tx, world.now(), bob.id, it.id, "Staan er al").await
            })
            .await;
        assert!(refused.is_err());
        assert_eq!(world.journal().await, before);
        assert_eq!(store::get(world.app.db.read(), it.id).await.unwrap().stage, Stage::Open);
    }
}
