use super::standing;
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::VoteId,
    journal::{self, Event},
    rules::proxy as rule,
    votes::{entity::voter, roll, store},
};

/// Writes the mandates that stand on the roll of a vote that opens. One whose giver or holder doesn't
/// stand there falls away, which its giver reads on her page.
pub(in crate::votes) async fn freeze(
    tx: &Tx,
    now: Instant,
    id: VoteId,
    most: u32,
    voters: &mut [voter::Model],
) -> Result<()> {
    let given = store::mandates(tx, id).await?;
    let (mandates, fallen) = rule::freeze(most, &roll::of_holders(voters), &standing(&given));
    for mandate in mandates {
        let entry = voters.iter_mut().find(|voter| voter.holder_id == Some(mandate.giver));
        if let Some(voter) = entry {
            voter.proxy_id = Some(mandate.holder);
        }
    }
    for (mandate, ending) in fallen {
        let giver = mandate.giver;
        let live = given.iter().find(|it| it.giver_id == giver && it.ended_at.is_none());
        if let Some(live) = live {
            store::end_mandate(tx, (id, giver, live.turn), now, ending).await?;
            let event = Event::MandateFellAway { vote: id, giver, ending };
            journal::record(tx, now, None, event).await?;
        }
    }
    Ok(())
}
