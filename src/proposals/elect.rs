//! What elections do with the proposal that their vote is about. Only `elections` calls these.

use super::{
    Draft, draft,
    entity::{proposal, version},
    open, store,
    text::searched,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    rules::proposal::{self as rule, Kind, Step},
};

/// Puts an election before the neighbourhood. It is up for a vote at once: the seats that the
/// charter gives ask for it, not a number of supporters. The time to read is the time to stand.
///
/// # Errors
/// Texts that are too short or too long, or that it was sent already.
pub async fn announce(tx: &Tx, now: Instant, by: MemberId, new: Draft) -> Result<proposal::Model> {
    let drafted = draft::write(tx, now, by, Draft { kind: Kind::Election, ..new }).await?;
    open(tx, now, by, drafted.id).await?;
    let opened = store::lock(tx, drafted.id).await?;
    let stage = rule::step(opened.stage, Step::ReachThreshold)?;
    let supported = proposal::Model { stage, threshold: 0, ..opened };
    store::save(tx, supported.clone()).await?;
    Ok(supported)
}

/// Writes a new version of its text, while no vote is open on it. What the law wanted gone stays so.
///
/// # Errors
/// The text is frozen, or too long.
pub async fn retell(tx: &Tx, now: Instant, id: ProposalId, text: String) -> Result<()> {
    let Some(old) = unless_removed(tx, id).await? else { return Ok(()) };
    rule::may_revise(old.stage, true)?;
    rule::check_texts(&old.title, &old.summary, &text, &old.addressee)?;
    let revised = proposal::Model {
        version: old.version + 1,
        searched: searched(&old.title, &old.summary, &text),
        text,
        changed_at: now,
        ..old
    };
    store::save(tx, revised.clone()).await?;
    let version = version::Model {
        proposal_id: id,
        version: revised.version,
        title: revised.title,
        summary: revised.summary,
        text: revised.text,
        written_at: now,
    };
    let number = version.version;
    store::insert_version(tx, version).await?;
    journal::record(tx, now, None, Event::ProposalRevised { proposal: id, version: number }).await
}

/// Takes it back, because there will be no vote on it; nothing happens where one decided already.
///
/// # Errors
/// What the database says.
pub async fn settle(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: ProposalId,
    reason: &str,
) -> Result<()> {
    let Some(old) = unless_removed(tx, id).await? else { return Ok(()) };
    let Ok(stage) = rule::step(old.stage, Step::Withdraw) else { return Ok(()) };
    store::set_stage(tx, now, id, stage).await?;
    let reason = reason.trim().to_owned();
    journal::record(tx, now, by, Event::ProposalWithdrawn { proposal: id, reason }).await
}

/// The proposal, unless the law wanted it gone.
async fn unless_removed(tx: &Tx, id: ProposalId) -> Result<Option<proposal::Model>> {
    match store::lock(tx, id).await {
        Ok(row) => Ok(Some(row)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
