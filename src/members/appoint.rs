use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;

use super::{
    entity::{member, office},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Refusal, Result},
    ids::{MemberId, OfficeId},
    journal::{self, Event},
    rules::{
        member::Refusal as Rule,
        permission::{self, Deed},
        role::Role,
    },
};

/// Gives a member an office; nothing happens when she holds it already.
///
/// # Errors
/// There is no such member.
pub async fn appoint(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: MemberId,
    role: Role,
) -> Result<()> {
    if let Some(by) = by {
        permit(tx, by, Deed::AppointOfficers).await?;
    }
    let member = store::lock(tx, id).await?;
    if member.forgotten_at.is_some() || !Role::OFFICES.contains(&role) {
        return Err(Error::NotFound("member"));
    }
    if store::offices(tx, id).await?.iter().any(|office| office.role == role) {
        return Ok(());
    }
    let office =
        office::Model { id: OfficeId::fresh(now), member_id: id, role, since: now, ended_at: None };
    store::insert_office(tx, office).await?;
    journal::record(tx, now, by, Event::OfficerAppointed { member: id, role }).await
}

/// Ends an office.
///
/// # Errors
/// She doesn't hold it, or she is the last secretary.
pub async fn dismiss(tx: &Tx, now: Instant, by: MemberId, id: MemberId, role: Role) -> Result<()> {
    permit(tx, by, Deed::AppointOfficers).await?;
    if role == Role::Secretary {
        not_the_last_secretary(tx, id).await?;
    }
    if !store::end_office(tx, now, id, role).await? {
        return Err(Error::Conflict(Conflict::Already));
    }
    journal::record(tx, now, Some(by), Event::OfficerDismissed { member: id, role }).await
}

/// What a member is by the roll and by her offices; seats add their own roles. Somebody who isn't
/// on the roll now is a visitor.
///
/// # Errors
/// What the database says.
pub async fn roles(db: &impl ConnectionTrait, id: MemberId) -> Result<BTreeSet<Role>> {
    match store::find(db, id).await? {
        Some(member) => roles_of(db, &member).await,
        None => Ok(BTreeSet::from([Role::Visitor])),
    }
}

/// As [`roles`], of a member who was just read.
///
/// # Errors
/// What the database says.
pub async fn roles_of(db: &impl ConnectionTrait, member: &member::Model) -> Result<BTreeSet<Role>> {
    if member.suspended_at.is_some() || member.forgotten_at.is_some() {
        return Ok(BTreeSet::from([Role::Visitor]));
    }
    let offices = store::offices(db, member.id).await?;
    let roles = offices.into_iter().map(|office| office.role);
    Ok(roles.chain([Role::Resident]).collect())
}

/// Lets a member do something that her place on the roll or an office gives the right to. Acts ask
/// this themselves, so that no page can forget it.
///
/// # Errors
/// She may not.
pub async fn permit(db: &impl ConnectionTrait, id: MemberId, deed: Deed) -> Result<()> {
    Ok(permission::check(&roles(db, id).await?, deed)?)
}

/// Somebody must always be able to keep the roll.
pub(super) async fn not_the_last_secretary(tx: &Tx, id: MemberId) -> Result<()> {
    let officers = store::officers(tx).await?;
    let mut secretaries = officers
        .iter()
        .filter(|(office, member)| office.role == Role::Secretary && member.suspended_at.is_none());
    let is_one = secretaries.clone().any(|(office, _)| office.member_id == id);
    if is_one && secretaries.all(|(office, _)| office.member_id == id) {
        return Err(Refusal::Member(vec![Rule::LastSecretary]).into());
    }
    Ok(())
}
