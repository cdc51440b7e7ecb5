use chrono::NaiveDate;

use super::{entity::candidacy, give, stand::named, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId},
    journal::{self, Event},
    rules::candidacy::Refusal,
    votes,
};

/// Says that she wants no seat any more: she is passed over from now on. Who sits leaves in another
/// way, by the secretary.
///
/// # Errors
/// She doesn't stand, the result isn't there yet, or she sits.
pub async fn decline(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: MemberId,
    id: ElectionId,
) -> Result<()> {
    let election = store::lock(tx, id).await?;
    let hers = store::candidacy(tx, id, by).await?.filter(candidacy::Model::stands);
    let hers = hers.filter(|it| it.declined_at.is_none()).ok_or(Refusal::NotACandidate)?;
    let is_known = match election.vote_id {
        Some(vote) => {
            votes::store::result(tx, vote).await?.is_some_and(|it| it.published_at.is_some())
        }
        None => !store::seatings(tx, id).await?.is_empty(),
    };
    if !is_known {
        return Err(Refusal::NoResultYet.into());
    }
    if give::sits(tx, today, &hers).await? {
        return Err(Refusal::Sits.into());
    }
    store::save_candidacy(tx, candidacy::Model { declined_at: Some(now), ..hers }).await?;
    let declined = Event::CandidateDeclined { election: id };
    journal::record(tx, now, named(election.way, by), declined).await?;
    give::pass_over(tx, now, today, id, by).await
}
