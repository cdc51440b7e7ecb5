use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    rules::{
        delegation::Refusal,
        vote::{self as rule, Stage},
    },
    votes::store,
};

/// Takes a delegation back, at any time before the vote closes.
///
/// # Errors
/// There is none, or the vote has closed.
pub async fn take_back_delegation(
    tx: &Tx,
    now: Instant,
    giver: MemberId,
    id: VoteId,
) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    if vote.stage != Stage::Prepared {
        let (opens_at, closes_at) = (vote.opens_at, vote.closes_at);
        rule::accepts_ballots(vote.stage, now, opens_at, closes_at, vote.closed_at)?;
    }
    let given = store::delegations(tx, id).await?;
    let live = given.iter().find(|it| it.giver_id == giver && it.ended_at.is_none());
    let position = live.ok_or(Refusal::None)?.position;
    store::end_delegation(tx, id, position, now).await?;
    let event = Event::DelegationTakenBack { vote: id, giver };
    journal::record(tx, now, Some(giver), event).await
}
