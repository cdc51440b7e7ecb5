use super::standing;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        proxy::{self as rule, Ballot, Ending, Refusal},
        vote::{self as vote_rule, Stage},
    },
    votes::store,
};

/// Takes a proxy back, until a ballot was cast for the giver: she does herself, or the secretary whom
/// she asked.
///
/// # Errors
/// She may not do it for somebody else, there is no mandate, the ballot was cast, or the vote has
/// closed.
pub async fn take_back_proxy(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    giver: MemberId,
) -> Result<()> {
    if by != giver {
        members::permit(tx, by, Deed::KeepRoll).await?;
    }
    let vote = store::lock(tx, id).await?;
    let given = store::mandates(tx, id).await?;
    let (mut ballot, mut frozen) = (Ballot::default(), None);
    if vote.stage != Stage::Prepared {
        let (opens_at, closes_at) = (vote.opens_at, vote.closes_at);
        vote_rule::accepts_ballots(vote.stage, now, opens_at, closes_at, vote.closed_at)?;
        let entries = store::voters_for(tx, id, giver).await?;
        let entry = entries.into_iter().find(|voter| voter.holder_id == Some(giver));
        let entry = entry.ok_or(Refusal::NoMandate)?;
        // No ballot slips in between.
        let held = store::hold_voters(tx, [entry.id]).await?;
        let took_part = held.values().any(|voter| voter.channel.is_some());
        if took_part || store::ballot(tx, id, entry.id).await?.is_some() {
            ballot.cast_by = Some(giver);
        }
        frozen = Some(entry.id);
    }
    rule::may_revoke(&standing(&given), giver, ballot)?;
    let live = given.iter().find(|it| it.giver_id == giver && it.ended_at.is_none());
    let turn = live.ok_or(Refusal::NoMandate)?.turn;
    if let Some(entry) = frozen {
        store::set_proxy(tx, entry, None).await?;
    }
    store::end_mandate(tx, (id, giver, turn), now, Ending::TakenBack).await?;
    journal::record(tx, now, Some(by), Event::MandateTakenBack { vote: id, giver }).await
}
