use super::store;
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    journal::{self, Event},
    rules::{
        deadline,
        proposal::{self as rule, Stage, Step},
    },
};

/// Lets proposals lapse that waited too long for support, each by the charter it was opened under;
/// gives how many.
///
/// # Errors
/// What the database says.
pub async fn lapse_due(tx: &Tx, now: Instant) -> Result<u64> {
    let mut lapsed = 0;
    for found in store::opened_before(tx, now).await? {
        // Somebody may have given the last support, or removed it, in the meantime.
        let proposal = match store::lock(tx, found.id).await {
            Ok(proposal) if proposal.stage == Stage::Open => proposal,
            Ok(_) | Err(Error::NotFound(_)) => continue,
            Err(error) => return Err(error),
        };
        let charter = bodies::charter_version(tx, proposal.charter_version).await?.charter;
        let opened_at = proposal.opened_at.unwrap_or(now);
        if deadline::has_lapsed(opened_at, now, charter.lapse_days) {
            let stage = rule::step(proposal.stage, Step::Lapse)?;
            store::set_stage(tx, now, proposal.id, stage).await?;
            let event = Event::ProposalLapsed { proposal: proposal.id };
            journal::record(tx, now, None, event).await?;
            lapsed += 1;
        }
    }
    Ok(lapsed)
}

#[cfg(test)]
mod tests {
    use crate::{proposals, proposals::store, rules::proposal::Stage, world::World};

    #[tokio::test]
    async fn a_proposal_lapses_after_the_days_of_its_charter() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        let lapse = async || {
            world.write(async |tx| proposals::lapse_due(tx, world.now()).await).await.unwrap()
        };
        world.days_pass(179);
        assert_eq!(lapse().await, 0);
        world.days_pass(1);
        assert_eq!(lapse().await, 1);
        assert_eq!(lapse().await, 0);
        assert_eq!(store::get(world.app.db.read(), it.id).await.unwrap().stage, Stage::Lapsed);
    }
}
