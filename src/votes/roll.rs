//! The frozen roll: who may vote, copied at the opening.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use sea_orm::ConnectionTrait;

use super::entity::{vote, voter};
use crate::{
    bodies, chance,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId, VoterId},
    members::{self, entity::member::Model as Member},
    rules::{
        ballot::BodyKind, candidacy, canonical, charter::Charter, member, proxy, record::v2::Entry,
    },
};

/// Who may vote now in the body of a vote; seats and ages go by the day in the neighbourhood.
pub(super) async fn freeze(
    tx: &Tx,
    (now, today): (Instant, NaiveDate),
    vote: &vote::Model,
    charter: &Charter,
    salt: &str,
) -> Result<Vec<voter::Model>> {
    match vote.body {
        BodyKind::Council => council(tx, (now, today), vote.id, salt).await,
        BodyKind::Assembly => {
            let of = (vote.id, vote.sector.as_deref());
            assembly(tx, (now, today), of, charter, salt).await
        }
    }
}

/// Who would stand on the roll of a vote that is to open, as [`of_holders`] sees it.
pub(super) async fn expected(
    tx: &Tx,
    at: (Instant, NaiveDate),
    vote: &vote::Model,
    charter: &Charter,
) -> Result<proxy::Roll> {
    Ok(of_holders(&freeze(tx, at, vote, charter, "").await?))
}

/// The roll as the rule about proxies sees it: who votes herself, in the council with her sector.
pub(super) fn of_holders(voters: &[voter::Model]) -> proxy::Roll {
    let there = voters.iter().filter(|voter| voter.absent_since.is_none());
    let group = |voter: &voter::Model| voter.seat_id.and(voter.sector.clone());
    there.filter_map(|voter| Some((voter.holder_id?, group(voter)))).collect()
}

/// How many would stand on the roll if a vote opened now; in the assembly perhaps of one sector.
///
/// # Errors
/// What the database says.
pub async fn size(
    db: &impl ConnectionTrait,
    (now, today): (Instant, NaiveDate),
    (body, sector): (BodyKind, Option<&str>),
    charter: &Charter,
) -> Result<usize> {
    let id = VoteId::fresh(now);
    let voters = match body {
        BodyKind::Council => council(db, (now, today), id, "").await?,
        BodyKind::Assembly => assembly(db, (now, today), (id, sector), charter, "").await?,
    };
    Ok(voters.len())
}

/// Every seat that somebody on the roll holds, in the order of the council page. For a holder who
/// left the roll the alternate votes.
pub(super) async fn council(
    db: &impl ConnectionTrait,
    (now, today): (Instant, NaiveDate),
    id: VoteId,
    salt: &str,
) -> Result<Vec<voter::Model>> {
    let members = members::store::all(db).await?;
    let on_the_roll: BTreeSet<MemberId> = members.iter().map(|member| member.id).collect();
    let is_there = |member: &MemberId| on_the_roll.contains(member);
    let places = bodies::store::seating(db, today).await?;
    let taken = places.into_iter().filter_map(|place| {
        let mut tenure = place.tenure.clone()?;
        tenure.alternate_id = tenure.alternate_id.filter(is_there);
        (is_there(&tenure.holder_id) || tenure.alternate_id.is_some()).then_some((place, tenure))
    });
    let voters = taken.zip(1..).map(|((place, tenure), number)| voter::Model {
        id: VoterId::fresh(now),
        vote_id: id,
        number,
        seat_id: Some(place.seat.id),
        holder_id: Some(tenure.holder_id),
        alternate_id: tenure.alternate_id,
        seat: Some(format!("{}-{}", place.sector.key, place.seat.number)),
        sector: Some(place.sector.key),
        key: key(salt, &place.seat.id.to_string()),
        absent_since: (!is_there(&tenure.holder_id)).then_some(now),
        channel: None,
        proxy_id: None,
    });
    Ok(voters.collect())
}

/// Every member of voting age, or of one sector, in an order drawn by lot, so that numbers tell
/// nothing.
async fn assembly(
    db: &impl ConnectionTrait,
    (now, today): (Instant, NaiveDate),
    (id, sector): (VoteId, Option<&str>),
    charter: &Charter,
    salt: &str,
) -> Result<Vec<voter::Model>> {
    let mut members = members::store::all(db).await?;
    members.retain(|it| is_of_age(it, charter, today) && is_in_its_sector(it, sector));
    chance::shuffle(&mut members);
    let voters = members.into_iter().zip(1..);
    Ok(voters.map(|(member, number)| of_member(now, id, salt, (member, number))).collect())
}

/// Whether a member belongs to the sector whose members alone vote, if it is so.
pub(super) fn is_in_its_sector(it: &Member, sector: Option<&str>) -> bool {
    sector.is_none_or(|sector| candidacy::belongs(it.sector.as_deref(), sector))
}

/// Whether a member votes in the assembly by her age.
pub(super) fn is_of_age(it: &Member, charter: &Charter, today: NaiveDate) -> bool {
    let age = i32::try_from(charter.voting_age).unwrap_or(i32::MAX);
    member::may_vote(it.born_in, it.is_of_age, age, today.year())
}

/// The entry of a member in a vote of the assembly.
pub(super) fn of_member(
    now: Instant,
    id: VoteId,
    salt: &str,
    (member, number): (Member, i64),
) -> voter::Model {
    voter::Model {
        id: VoterId::fresh(now),
        vote_id: id,
        number,
        seat_id: None,
        holder_id: Some(member.id),
        alternate_id: None,
        sector: member.sector,
        seat: None,
        key: key(salt, &member.id.to_string()),
        absent_since: None,
        channel: None,
        proxy_id: None,
    }
}

/// What stands in the public roll for somebody: tells that she is not on it twice, not who she is.
fn key(salt: &str, id: &str) -> String {
    canonical::hash_text(&format!("{salt}:{id}"))
}

/// The roll as it is published.
pub(super) fn public(voters: &[voter::Model]) -> Vec<Entry> {
    let entry = |voter: &voter::Model| Entry {
        number: voter.number,
        sector: voter.sector.clone(),
        seat: voter.seat.clone(),
        key: voter.key.clone(),
    };
    voters.iter().map(entry).collect()
}
