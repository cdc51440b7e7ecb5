//! Asking for a new vote because the outcome of one is disputed.

use sea_orm::ConnectionTrait;

use super::{
    entity::{challenge, result, vote},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        ballot::Channel,
        challenge::{self as rule, Announced},
        permission::Deed,
        vote::{Refusal, Stage},
    },
};

/// How many ask for a new vote, of how many that are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub asked: u64,
    pub announced: Announced,
}

impl Asked {
    /// Whether a new vote has to be held.
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.announced.is_disputed(self.asked)
    }
}

/// Asks for a new vote, since she disputes the outcome. Once enough ask, the secretary or the chair holds
/// one; until then the outcome stands. Who asked isn't told: nobody has to defend a doubt.
///
/// # Errors
/// She may not, she asked already, or what the rule says.
pub async fn ask_anew(tx: &Tx, now: Instant, by: MemberId, id: VoteId) -> Result<Asked> {
    members::permit(tx, by, Deed::Read).await?;
    let vote = store::lock(tx, id).await?;
    let Some(before) = asked(tx, &vote).await? else {
        return Err(Refusal::NotDisputable.into());
    };
    before.announced.may_ask(now, took_part(tx, id, by).await?)?;
    if places(tx, &vote).await?.later.is_some() {
        return Err(Refusal::NotDisputable.into());
    }
    store::insert_challenge(tx, challenge::Model { vote_id: id, member_id: by, asked_at: now })
        .await?;
    let after = Asked { asked: before.asked + 1, ..before };
    let (asked, needed) = (after.asked, after.announced.needed());
    journal::record(tx, now, None, Event::OutcomeDisputed { vote: id, asked, needed }).await?;
    Ok(after)
}

/// How many ask for a new vote instead of this one; nothing while it has no result.
///
/// # Errors
/// What the database says.
pub async fn asked(db: &impl ConnectionTrait, vote: &vote::Model) -> Result<Option<Asked>> {
    if vote.stage != Stage::Published {
        return Ok(None);
    }
    let Some(result::Model { outcome, published_at: Some(published_at), .. }) =
        store::result(db, vote.id).await?
    else {
        return Err(Error::contradiction("results", "published_at", vote.id));
    };
    let announced = Announced {
        outcome,
        published_at,
        is_election: vote.is_election,
        by_hands: store::has_hands(db, vote.id).await?,
        is_new: replaces(db, vote).await?.is_some(),
        present: store::turnout(db, vote.id).await?.0,
    };
    Ok(Some(Asked { asked: store::count_challenges(db, vote.id).await?, announced }))
}

/// Whether a member took part in a vote herself: by her own ballot, or by her own mark on the roll.
///
/// # Errors
/// What the database says.
pub async fn took_part(db: &impl ConnectionTrait, id: VoteId, member: MemberId) -> Result<bool> {
    let hers = store::voters_for(db, id, member).await?;
    let ballots = store::ballots_of(db, hers.iter().map(|it| it.id)).await?;
    let by_mark = |channel: Option<Channel>| channel.is_some_and(|it| it != Channel::Proxy);
    Ok(hers.iter().any(|it| by_mark(it.channel))
        || ballots.values().any(|it| it.member_id == member && it.channel != Channel::Proxy))
}

/// The vote whose place this one takes, if it does.
pub(super) async fn replaces(
    db: &impl ConnectionTrait,
    vote: &vote::Model,
) -> Result<Option<VoteId>> {
    let Some(earlier) = vote.earlier_id else { return Ok(None) };
    let wrong = || Error::contradiction("votes", "earlier_id", vote.id);
    let outcome = store::result(db, earlier).await?.ok_or_else(wrong)?.outcome;
    Ok(rule::takes_the_place(outcome).then_some(earlier))
}

/// The votes on the same proposal around one, by their numbers: the one from which it goes on or whose
/// place it takes, and the one that follows it or takes its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub earlier: Option<i64>,
    /// It takes the place of the earlier one.
    pub is_instead: bool,
    pub later: Option<i64>,
    /// The later one takes its place, or will when it has a result.
    pub gives_way: bool,
    /// Since when the later one has a result that takes the place of its own.
    pub replaced_at: Option<Instant>,
}

/// Where a vote stands among those on its proposal.
///
/// # Errors
/// What the database says.
pub async fn places(db: &impl ConnectionTrait, vote: &vote::Model) -> Result<Places> {
    let of_proposal = store::of_proposal(db, vote.proposal_id).await?;
    let earlier = of_proposal.iter().find(|it| Some(it.id) == vote.earlier_id);
    let follows =
        |it: &&vote::Model| it.earlier_id == Some(vote.id) && it.stage != Stage::Cancelled;
    let later = of_proposal.iter().find(follows);
    let gives_way = match later {
        Some(later) => replaces(db, later).await?.is_some(),
        None => false,
    };
    let replaced_at = match later {
        Some(later) if gives_way && later.stage == Stage::Published => {
            store::result(db, later.id).await?.and_then(|result| result.published_at)
        }
        _ => None,
    };
    Ok(Places {
        earlier: earlier.map(|it| it.number),
        is_instead: replaces(db, vote).await?.is_some(),
        later: later.map(|it| it.number),
        gives_way,
        replaced_at,
    })
}

#[cfg(test)]
mod tests;
