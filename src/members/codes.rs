//! Voting codes: made at random, stored as keyed hashes, shown once, on the letter.

use super::{
    entity::{code, member},
    store,
};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{CodeId, MemberId},
    journal::{self, Event},
    rules::{code::Code, permission::Deed},
    secret::Secret,
};

/// Who gets a new code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Only those who have no code that is valid.
    WithoutCode,
}

/// The keyed hash under which a code is stored.
#[must_use]
pub fn hash(secret: &Secret, code: &Code) -> String {
    secret.hash("code", code.plain())
}

/// Gives a member a new code; the old one is void at once, with its sessions.
///
/// # Errors
/// There is no such member.
pub async fn issue(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    secret: &Secret,
    member: MemberId,
    valid_until: Instant,
) -> Result<Code> {
    if let Some(by) = by {
        super::permit(tx, by, Deed::IssueCodes).await?;
    }
    store::lock(tx, member).await?;
    let code = replace(tx, now, secret, member, valid_until).await?;
    journal::record(tx, now, by, Event::CodeReplaced { member }).await?;
    Ok(code)
}

/// Gives many members a new code each, for the letters.
///
/// # Errors
/// What the database says.
pub async fn issue_all(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    secret: &Secret,
    which: Which,
    valid_until: Instant,
) -> Result<Vec<(member::Model, Code)>> {
    if let Some(by) = by {
        super::permit(tx, by, Deed::IssueCodes).await?;
    }
    let members = store::all(tx).await?;
    let live = store::live_codes(tx, now).await?;
    let mut issued = Vec::new();
    for member in members {
        if which == Which::All || !live.contains_key(&member.id) {
            let code = replace(tx, now, secret, member.id, valid_until).await?;
            issued.push((member, code));
        }
    }
    let codes = u64::try_from(issued.len()).unwrap_or(u64::MAX);
    journal::record(tx, now, by, Event::CodesIssued { codes }).await?;
    Ok(issued)
}

async fn replace(
    tx: &Tx,
    now: Instant,
    secret: &Secret,
    member_id: MemberId,
    valid_until: Instant,
) -> Result<Code> {
    let old = store::replace_codes(tx, now, member_id).await?;
    store::end_sessions_by(tx, &old).await?;
    let code = chance::code();
    let row = code::Model {
        id: CodeId::fresh(now),
        member_id,
        hash: hash(secret, &code),
        issued_at: now,
        valid_until,
        replaced_at: None,
    };
    store::insert_code(tx, row).await?;
    Ok(code)
}
