//! What the clock does with elections.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;

use super::{call_off, close, seat, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::ElectionId,
    rules::{
        candidacy::Stage,
        vote::{self, Stage as Voted},
    },
    votes::{self, Origin},
};

/// Elections for which something is to be done: nominations that are over, votes with a result,
/// votes that were cancelled.
///
/// # Errors
/// What the database says.
pub async fn due(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<ElectionId>> {
    let mut due: Vec<ElectionId> = Vec::new();
    let nominating = store::in_stage(db, Stage::Nominating).await?;
    let voting = store::in_stage(db, Stage::Voting).await?;
    let of = nominating.iter().chain(&voting).filter_map(|it| it.vote_id);
    let votes = votes::store::of_ids(db, of).await?;
    let is_in = |id: Option<_>, stages: &[vote::Stage]| {
        id.and_then(|id| votes.get(&id)).is_some_and(|it| stages.contains(&it.stage))
    };
    for it in nominating {
        if now >= it.nominate_until || is_in(it.vote_id, &[Voted::Cancelled]) {
            due.push(it.id);
        }
    }
    for it in voting {
        if is_in(it.vote_id, &[Voted::Published, Voted::Cancelled]) {
            due.push(it.id);
        }
    }
    Ok(due)
}

/// Does what is due for an election; nothing when somebody was first.
///
/// # Errors
/// There are too few free seats, or what the database says.
pub async fn attend(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    id: ElectionId,
    origin: &Origin<'_>,
) -> Result<()> {
    let election = store::lock(tx, id).await?;
    let vote = match election.vote_id {
        Some(vote) => Some(votes::store::get(tx, vote).await?),
        None => None,
    };
    let voted = vote.as_ref().map(|it| it.stage);
    match (election.stage, voted) {
        (Stage::Nominating | Stage::Voting, Some(Voted::Cancelled)) => {
            // A vote is cancelled with a reason; any other one would be made up.
            let wrong = || Error::contradiction("votes", "close_reason", id);
            let reason = vote.and_then(|it| it.close_reason).ok_or_else(wrong)?;
            call_off(tx, now, None, id, &reason).await
        }
        (Stage::Nominating, _) => close::close_nominations(tx, now, today, id, origin).await,
        (Stage::Voting, Some(Voted::Published)) => seat(tx, now, today, None, id, origin).await,
        _ => Ok(()),
    }
}
