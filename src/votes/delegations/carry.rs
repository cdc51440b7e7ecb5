use std::collections::{BTreeMap, BTreeSet};

use super::standing;
use crate::{
    bodies,
    error::Result,
    ids::MemberId,
    rules::{
        ballot::Secrecy,
        delegation::{self as rule, Question},
        record::v2::{Ballot, Carried, Part},
    },
    votes::{
        entity::{vote, voter},
        store,
    },
};

/// Whom the ballots of a closed vote carry, by number on the roll. The result freezes it: nothing that
/// happens afterwards changes it.
pub(in crate::votes) async fn carry(
    db: &impl sea_orm::ConnectionTrait,
    vote: &vote::Model,
    voters: &[voter::Model],
    (took_part, ballots): (&[Part], &[Ballot]),
) -> Result<Vec<Carried>> {
    if rule::may_be_in(vote.body, vote.secrecy).is_err() {
        return Ok(Vec::new());
    }
    let given = store::delegations(db, vote.id).await?;
    let most = bodies::charter_version(db, vote.charter_version).await?.charter.delegations_most;
    let holders = voters.iter().filter_map(|voter| Some((voter.holder_id?, voter.number)));
    let numbers: BTreeMap<MemberId, i64> = holders.collect();
    // Who took part on paper, apart from the roll, voted herself; but nobody knows what.
    let took_part: BTreeSet<i64> = took_part.iter().map(|part| part.number).collect();
    let mut standing = standing(&given)?;
    standing.retain(|it| numbers.get(&it.giver).is_none_or(|number| !took_part.contains(number)));
    let cast: BTreeSet<i64> = ballots.iter().filter_map(|ballot| ballot.voter).collect();
    let voted = numbers.iter().filter(|(_, number)| cast.contains(number));
    let voted: BTreeSet<MemberId> = voted.map(|(member, _)| *member).collect();
    let is_secret = vote.secrecy == Secrecy::Secret;
    let question = Question { vote: vote.id, topic: None, is_secret };
    let roll: BTreeSet<MemberId> = numbers.keys().copied().collect();
    let carry = rule::carry(most, question, &roll, &standing, &voted);
    let mut carried: Vec<Carried> = Vec::new();
    for (delegate, givers) in carry.by {
        let Some(by) = numbers.get(&delegate).copied() else { continue };
        let givers = givers.iter().filter_map(|giver| numbers.get(giver).copied());
        carried.extend(givers.map(|number| Carried { number, by }));
    }
    // By number, so that the record doesn't tell in what order it was given.
    carried.sort_unstable();
    Ok(carried)
}
