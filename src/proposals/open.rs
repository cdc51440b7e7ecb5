use super::{
    entity::{proposal, version},
    store,
};
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
    // What she wrote before nobody is to see: the text that is opened is the first version.
    store::forget_versions(tx, id).await?;
    let opened = proposal::Model {
        stage,
        version: 1,
        charter_version: in_force.version,
        threshold: i32::try_from(in_force.charter.support_threshold).unwrap_or(i32::MAX),
        opened_at: Some(now),
        changed_at: now,
        ..draft
    };
    let first = version::Model {
        proposal_id: id,
        version: opened.version,
        title: opened.title.clone(),
        summary: opened.summary.clone(),
        text: opened.text.clone(),
        written_at: now,
    };
    store::save(tx, opened).await?;
    store::insert_version(tx, first).await?;
    journal::record(tx, now, Some(by), Event::ProposalOpened { proposal: id }).await
}
