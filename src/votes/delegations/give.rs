use chrono::NaiveDate;

use super::standing;
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    rules::{
        delegation::{self as rule, Delegation, Scope},
        vote::{self as vote_rule, Stage},
    },
    votes::{entity::delegation, roll, store},
};

/// Has another member speak for the one who gives this, in one vote, from its announcement to its
/// close. Before the opening both must be such as would stand on the roll if it opened now; `today` is
/// the day in the neighbourhood.
///
/// # Errors
/// There is no delegation in this vote, it has closed, or what the rule says of the two.
pub async fn delegate(
    tx: &Tx,
    (now, today): (Instant, NaiveDate),
    giver: MemberId,
    id: VoteId,
    delegate: MemberId,
) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    rule::may_be_in(vote.body, vote.secrecy)?;
    let charter = bodies::charter_version(tx, vote.charter_version).await?.charter;
    let roll = match vote.stage {
        Stage::Prepared => roll::expected(tx, (now, today), &vote, &charter).await?,
        _ => {
            let (opens_at, closes_at) = (vote.opens_at, vote.closes_at);
            vote_rule::accepts_ballots(vote.stage, now, opens_at, closes_at, vote.closed_at)?;
            roll::of_holders(&store::voters(tx, id).await?)
        }
    };
    let given = store::delegations(tx, id).await?;
    let position = given.iter().map(|it| it.position).max().unwrap_or_default() + 1;
    let wrong = |_| Error::contradiction("delegations", "position", id);
    let place = u64::try_from(position).map_err(wrong)?;
    let new = Delegation { giver, delegate, scope: Scope::Vote(id), given: place };
    let most = charter.delegations_most;
    rule::may_give(most, &roll.into_keys().collect(), &standing(&given)?, &new)?;
    let row = delegation::Model {
        vote_id: id,
        position,
        giver_id: giver,
        delegate_id: delegate,
        given_at: now,
        ended_at: None,
    };
    store::insert_delegation(tx, row).await?;
    let event = Event::DelegationGiven { vote: id, giver, delegate };
    journal::record(tx, now, Some(giver), event).await
}
