use chrono::NaiveDate;

use super::standing;
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        proxy::{self as rule, Mandate},
        vote::Stage,
    },
    votes::{entity::mandate, roll, store},
};

/// Gives a proxy for one vote before it opens: the giver herself does, or the secretary, who was handed
/// a written one and keeps the paper. Giver and holder must be such as would stand on the roll if the
/// vote opened now; `today` is the day in the neighbourhood.
///
/// # Errors
/// She may not give it for somebody else, the vote has opened, or what the rule says of the two.
pub async fn give_proxy(
    tx: &Tx,
    (now, today): (Instant, NaiveDate),
    by: MemberId,
    id: VoteId,
    new: Mandate,
) -> Result<()> {
    let Mandate { giver, holder } = new;
    let recorded_by = (by != giver).then_some(by);
    if recorded_by.is_some() {
        members::permit(tx, by, Deed::KeepRoll).await?;
    }
    let vote = store::lock(tx, id).await?;
    let charter = bodies::charter_version(tx, vote.charter_version).await?.charter;
    let roll = roll::expected(tx, (now, today), &vote, &charter).await?;
    let given = store::mandates(tx, id).await?;
    let is_open = vote.stage != Stage::Prepared;
    rule::may_give(charter.proxies_most, &roll, &standing(&given), new, is_open)?;
    let hers = given.iter().filter(|it| it.giver_id == giver);
    let row = mandate::Model {
        vote_id: id,
        giver_id: giver,
        turn: hers.map(|it| it.turn).max().unwrap_or_default() + 1,
        holder_id: holder,
        given_at: now,
        recorded_by,
        ended_at: None,
        ending: None,
    };
    store::insert_mandate(tx, row).await?;
    let event = match recorded_by {
        None => Event::MandateGiven { vote: id, giver, holder },
        Some(_) => Event::MandateHandedIn { vote: id, giver, holder },
    };
    journal::record(tx, now, Some(by), event).await
}
