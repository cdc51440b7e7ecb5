use super::{entity::batch, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{BatchId, MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        ballot::Channel,
        batch::{self as rule, Stage},
        permission::Deed,
        vote,
    },
    votes,
};

/// A batch as it is announced. The id comes from the form.
#[derive(Clone, Copy, Debug)]
pub struct Announcement {
    pub id: BatchId,
    pub vote: VoteId,
    pub channel: Channel,
    /// Papers that were handed in, or people who raise their hands.
    pub papers: u64,
}

/// Announces a batch: so many papers were handed in. From here on the vote waits for it.
///
/// # Errors
/// She may not, the vote isn't open, or the channel or the number is wrong.
pub async fn announce(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    new: Announcement,
) -> Result<batch::Model> {
    members::permit(tx, by, Deed::AnnounceBatch).await?;
    let vote = votes::store::lock(tx, new.vote).await?;
    vote::accepts_ballots(vote.stage, now, vote.opens_at, vote.closes_at, vote.closed_at)?;
    let (_, entitled) = votes::store::turnout(tx, new.vote).await?;
    let asked = (vote.secrecy, votes::method(&vote)?.paper());
    rule::announce(asked, new.channel, new.papers, entitled)?;
    let before = store::of_vote(tx, new.vote).await?;
    let row = batch::Model {
        id: new.id,
        vote_id: new.vote,
        number: before.last().map_or(1, |batch| batch.number + 1),
        channel: new.channel,
        stage: Stage::Announced,
        announced: super::column(new.papers, new.id)?,
        announced_at: now,
        announced_by: by,
        first_teller: None,
        second_teller: None,
        taken_in: 0,
        aside: 0,
        reason: None,
    };
    let row = store::insert(tx, row).await?;
    let (batch, channel, papers) = (row.number, row.channel, row.announced);
    let event = Event::BatchAnnounced { vote: new.vote, batch, channel, papers };
    journal::record(tx, now, Some(by), event).await?;
    Ok(row)
}
