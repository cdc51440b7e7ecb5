use super::store;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::MemberId,
    journal::{self, Event},
    rules::permission::Deed,
};

/// Takes somebody off the roll for the time being, or puts her back. Her sessions end at once.
///
/// # Errors
/// There is no such member.
pub async fn suspend(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: MemberId,
    is_suspended: bool,
) -> Result<()> {
    super::permit(tx, by, Deed::KeepRoll).await?;
    store::lock(tx, id).await?;
    if is_suspended {
        super::appoint::not_the_last_secretary(tx, id).await?;
    }
    store::set_suspended(tx, id, is_suspended.then_some(now)).await?;
    if is_suspended {
        store::end_sessions_of(tx, id).await?;
        store::end_links_of(tx, id).await?;
    }
    journal::record(tx, now, Some(by), Event::MemberSuspended { member: id }).await
}
