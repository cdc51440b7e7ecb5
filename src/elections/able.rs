//! Who can stand, and who can take a seat.

use chrono::{Datelike, NaiveDate};
use sea_orm::ConnectionTrait;

use super::entity::{candidacy, election};
use crate::{
    bodies,
    error::Result,
    ids::MemberId,
    members::{self, entity::member},
    rules::{
        candidacy::{self as rule, Person, Refusal, Term},
        member as roll,
    },
};

/// The days for which somebody is elected now: a term doesn't begin before today.
pub(super) fn term(election: &election::Model, today: NaiveDate) -> Term {
    (election.from_on.max(today), election.until_on)
}

async fn held(db: &impl ConnectionTrait, member: MemberId) -> Result<Vec<Term>> {
    let held = bodies::store::held_by(db, member).await?;
    Ok(held.into_iter().map(|it| (it.from_on, it.until_on)).collect())
}

/// Whether a member may stand in an election; what the rule says, inside.
///
/// # Errors
/// What the database says.
pub(super) async fn may_stand(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    election: &election::Model,
    member: &member::Model,
) -> Result<Result<(), Refusal>> {
    let charter = bodies::charter_version(db, election.charter_version).await?.charter;
    let age = i32::try_from(charter.voting_age).unwrap_or(i32::MAX);
    let held = held(db, member.id).await?;
    let person = Person {
        sector: member.sector.as_deref(),
        is_old_enough: roll::may_vote(member.born_in, member.is_of_age, age, today.year()),
        held: &held,
    };
    Ok(rule::may_stand(&person, &election.sector, term(election, today)))
}

/// Whether a candidate can take a seat: she is on the roll, wants it, and has no other one.
///
/// # Errors
/// What the database says.
pub(super) async fn can_sit(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    election: &election::Model,
    candidate: &candidacy::Model,
) -> Result<bool> {
    if candidate.declined_at.is_some() || !is_there(db, candidate.member_id).await? {
        return Ok(false);
    }
    let held = held(db, candidate.member_id).await?;
    Ok(rule::may_sit(&held, term(election, today)).is_ok())
}

/// Whether a member is on the roll now.
///
/// # Errors
/// What the database says.
pub(super) async fn is_there(db: &impl ConnectionTrait, member: MemberId) -> Result<bool> {
    let member = members::store::find(db, member).await?;
    Ok(member.is_some_and(|it| it.suspended_at.is_none() && it.forgotten_at.is_none()))
}
