use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, NoticeId},
    journal::{self, Event},
    members,
    rules::{
        partner::{NoticeKind, Refusal},
        permission::Deed,
    },
};

/// Shares a neighbour's proposal with our own followers.
///
/// # Errors
/// She may not, it is no proposal, or it is shared already.
pub async fn share(tx: &Tx, now: Instant, by: MemberId, id: NoticeId) -> Result<()> {
    members::permit(tx, by, Deed::ShareProposal).await?;
    let notice = store::notice(tx, id).await?;
    if notice.removed_at.is_some() {
        return Err(Error::NotFound("notice"));
    }
    if notice.kind != NoticeKind::Proposal {
        return Err(Refusal::NotAProposal.into());
    }
    let old = store::find_share(tx, id).await?;
    if old.as_ref().is_some_and(|share| share.taken_back_at.is_none()) {
        return Err(Refusal::SharedAlready.into());
    }
    store::put_share(tx, id, by, now, old.is_none()).await?;
    journal::record(tx, now, Some(by), Event::ProposalShared { notice: id }).await
}

/// Takes a share back.
///
/// # Errors
/// She may not, or it isn't shared.
pub async fn take_share_back(tx: &Tx, now: Instant, by: MemberId, id: NoticeId) -> Result<()> {
    members::permit(tx, by, Deed::ShareProposal).await?;
    let old = store::find_share(tx, id).await?;
    if old.is_none_or(|share| share.taken_back_at.is_some()) {
        return Err(Error::Conflict(Conflict::Already));
    }
    store::set_taken_back(tx, id, now).await?;
    journal::record(tx, now, Some(by), Event::ShareTakenBack { notice: id }).await
}
