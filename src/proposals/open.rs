use super::{entity::proposal, store};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    rules::proposal::{self as rule, Refusal, Step},
};

/// Puts a draft before the neighbourhood; it keeps the charter that is in force now.
///
/// # Errors
/// It isn't hers, or it is no draft any more.
pub async fn open(tx: &Tx, now: Instant, by: MemberId, id: ProposalId) -> Result<()> {
    let draft = store::lock(tx, id).await?;
    if draft.submitter_id != by {
        return Err(Refusal::NotTheSubmitter.into());
    }
    let stage = rule::step(draft.stage, Step::Open)?;
    let in_force = bodies::charter(tx).await?;
    let opened = proposal::Model {
        stage,
        charter_version: in_force.version,
        threshold: i32::try_from(in_force.charter.support_threshold).unwrap_or(i32::MAX),
        opened_at: Some(now),
        changed_at: now,
        ..draft
    };
    store::save(tx, opened).await?;
    journal::record(tx, now, Some(by), Event::ProposalOpened { proposal: id }).await
}
