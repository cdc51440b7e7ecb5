use std::collections::BTreeSet;

use super::{
    entity::{reminder, round},
    store, take,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    members,
    rules::{
        reminder::{self as rule, Kind},
        vote::Stage,
    },
    votes,
};

/// Works out who is reminded of a vote, once: those who are to vote, haven't, have an address for
/// mail and didn't decline. Returns how many they are.
///
/// # Errors
/// What the database says.
pub async fn gather(tx: &Tx, now: Instant, id: VoteId, days: u32) -> Result<usize> {
    let (vote, kind) = (votes::store::lock(tx, id).await?, Kind::BeforeEnd);
    let is_due = rule::due_at(vote.opens_at, vote.closes_at, days).is_some_and(|at| at <= now);
    let is_open = vote.stage == Stage::Open && now < vote.closes_at;
    if !is_due || !is_open || store::is_gathered(tx, id, kind).await? {
        return Ok(0);
    }
    store::insert_round(tx, round::Model { vote_id: id, kind, gathered_at: now }).await?;
    let declined = store::declined(tx).await?;
    let on_the_roll = members::store::all(tx).await?;
    let reached: BTreeSet<MemberId> = on_the_roll
        .into_iter()
        .filter(|member| member.email.is_some() && !declined.contains(&member.id))
        .map(|member| member.id)
        .collect();
    let roll = votes::store::voters(tx, id).await?;
    let mut silent = take::silent(tx, &vote, roll).await?;
    silent.retain(|member| reached.contains(member));
    let n = silent.len();
    let row = |member_id| reminder::Model { vote_id: id, member_id, kind, again_at: None };
    store::insert(tx, silent.into_iter().map(row)).await?;
    Ok(n)
}
