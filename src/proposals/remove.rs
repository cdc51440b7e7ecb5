use super::{entity::proposal, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        proposal::{Refusal, Stage, Step},
        wording::{self, Field},
    },
};

/// Removes the text of a proposal because the law asks for it; number, stage and reason stay, so
/// that everybody sees that something was removed and why. Doors call `votes::remove`, which takes
/// the title out of votes as well.
///
/// # Errors
/// A vote on it is open, or the reason is missing.
pub async fn remove(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: ProposalId,
    reason: &str,
) -> Result<()> {
    members::permit(tx, by, Deed::RemoveProposal).await?;
    wording::check(Field::Reason, reason)?;
    let old = store::lock(tx, id).await?;
    if old.stage == Stage::InVote {
        return Err(Refusal::NotNow { stage: old.stage, step: Step::Withdraw }.into());
    }
    let removed = proposal::Model {
        title: String::new(),
        summary: String::new(),
        text: String::new(),
        addressee: String::new(),
        searched: String::new(),
        changed_at: now,
        removed_at: Some(now),
        ..old
    };
    store::save(tx, removed).await?;
    store::blank_versions(tx, id).await?;
    let reason = reason.trim().to_owned();
    journal::record(tx, now, Some(by), Event::ProposalRemoved { proposal: id, reason }).await
}
