use super::{
    add::{row, year},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Refusal, Result},
    ids::MemberId,
    journal::{self, Event},
    rules::{
        member::{self as rule, Entry},
        permission::Deed,
    },
};

/// Changes an entry on the roll.
///
/// # Errors
/// What is wrong with the entry, or that its number is taken, or that the member is gone.
pub async fn change(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: MemberId,
    entry: Entry,
    sectors: &[String],
) -> Result<()> {
    super::permit(tx, by, Deed::KeepRoll).await?;
    rule::check(&entry, sectors, year(now)).map_err(Refusal::Member)?;
    let old = store::lock(tx, id).await?;
    if old.forgotten_at.is_some() {
        return Err(Error::NotFound("member"));
    }
    let mut new = row(id, old.joined_at, entry);
    new.suspended_at = old.suspended_at;
    store::save(tx, new).await?;
    journal::record(tx, now, Some(by), Event::MemberChanged { member: id }).await
}
