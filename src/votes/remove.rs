use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId},
    proposals,
};

/// Removes a proposal because the law asks for it, and its title from the votes on it. The record of
/// a vote that was counted stays as it is, since a changed one would not fit its hash; who may read
/// it then is [`Deed::ReadRemovedRecord`](crate::rules::permission::Deed::ReadRemovedRecord).
///
/// # Errors
/// As [`proposals::remove`].
pub async fn remove(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: ProposalId,
    reason: &str,
) -> Result<()> {
    proposals::remove(tx, now, by, id, reason).await?;
    store::blank_titles(tx, id).await
}
