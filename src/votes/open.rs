use chrono::NaiveDate;

use super::{
    challenge::replaces,
    entity::vote,
    prepare::{self, method},
    proxies, roll, store,
};
use crate::{
    bodies, chance,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        canonical, deadline, paper,
        permission::Deed,
        proposal,
        vote::{self as rule, Refusal, Step},
    },
};

/// Opens a vote: freezes the roll and the text, each with its hash. By hand it may be earlier than
/// announced, but never within the reading or notice period. `today` is the day in the
/// neighbourhood.
///
/// # Errors
/// She may not, it is too early, the proposal is not up for a vote any more, or nobody may vote.
pub async fn open(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: Option<MemberId>,
    id: VoteId,
) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::PrepareVote).await?;
    }
    let vote = store::lock(tx, id).await?;
    let stage = rule::step(vote.stage, Step::Open)?;
    if now >= vote.closes_at {
        // Nobody could have voted: the server was down all the while.
        return Err(Refusal::Closed { closed_at: vote.closes_at }.into());
    }
    let charter = bodies::charter_version(tx, vote.charter_version).await?.charter;
    if now < vote.opens_at {
        let Some(_) = by else {
            return Err(Refusal::NotYetOpen { opens_at: vote.opens_at }.into());
        };
        deadline::check_notice(vote.prepared_at, now, charter.notice_days)?;
    }
    if vote.is_election {
        paper::check((vote.body, vote.secrecy), &method(&vote)?, &store::options(tx, id).await?)?;
    }
    let enters = match replaces(tx, &vote).await? {
        Some(_) => proposal::Step::EnterNewVote,
        None => proposal::Step::EnterVote,
    };
    let frozen = proposals::enter_vote(tx, now, by, (vote.proposal_id, enters), id).await?;
    let began_with = bodies::charter_version(tx, frozen.proposal.charter_version).await?.charter;
    let opened_at = frozen.proposal.opened_at;
    let opened_at = opened_at.ok_or_else(|| prepare::unopened(frozen.proposal.id))?;
    deadline::check_reading(opened_at, now, began_with.reading_days)?;
    let salt = chance::token();
    let mut voters = roll::freeze(tx, (now, today), &vote, &charter, &salt).await?;
    if voters.is_empty() {
        return Err(Refusal::NobodyOnTheRoll.into());
    }
    let roll_hash = canonical::hash(&roll::public(&voters))
        .map_err(|_| Error::contradiction("voters", "number", id))?;
    proxies::freeze(tx, now, id, charter.proxies_most, &mut voters).await?;
    let entitled = voters.len() as u64;
    store::insert_voters(tx, voters).await?;
    let rules = prepare::at_opening(&vote, frozen.proposal.version)?;
    let opened = vote::Model {
        rules,
        stage,
        opens_at: vote.opens_at.min(now),
        opened_at: Some(now),
        proposal_version: frozen.proposal.version,
        title: frozen.proposal.title,
        text_hash: frozen.hash,
        salt: Some(salt),
        roll_hash: Some(roll_hash),
        lot: Some(chance::token()),
        ..vote
    };
    store::save(tx, opened).await?;
    journal::record(tx, now, by, Event::VoteOpened { vote: id, entitled }).await
}
