//! What votes do with a proposal. Only `votes` calls these.

use super::{entity::proposal, store, text::text_hash};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId, VoteId},
    journal::{self, Event},
    rules::{
        outcome::Outcome,
        proposal::{self as rule, Step},
    },
};

/// The text of a proposal as a vote on it opens.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub proposal: proposal::Model,
    pub hash: String,
}

/// Takes a proposal into a vote and freezes its text by hash; `step` is [`Step::EnterVote`], or
/// [`Step::EnterNewVote`] where the vote takes the place of another one.
///
/// # Errors
/// It isn't up for this, or it is in a vote already.
pub async fn enter_vote(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    (id, step): (ProposalId, Step),
    vote: VoteId,
) -> Result<Frozen> {
    let old = store::lock(tx, id).await?;
    let stage = rule::step(old.stage, step)?;
    let hash = text_hash(&old.title, &old.summary, &old.text, &old.language)?;
    let frozen_hash = Some(hash.clone());
    let proposal = proposal::Model { stage, frozen_hash, changed_at: now, ..old };
    store::save(tx, proposal.clone()).await?;
    journal::record(tx, now, by, Event::ProposalEnteredVote { proposal: id, vote }).await?;
    Ok(Frozen { proposal, hash })
}

/// Takes a proposal out of a vote that was cancelled: it may be changed again. If that vote was to take
/// the place of one with an outcome, that outcome stands as it did.
///
/// # Errors
/// It is in no vote.
pub async fn leave_vote(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    (id, stands): (ProposalId, Option<Outcome>),
    vote: VoteId,
) -> Result<()> {
    let old = store::lock(tx, id).await?;
    let stage = rule::step(old.stage, stands.map_or(Step::LeaveVote, rule::after))?;
    let frozen_hash = old.frozen_hash.clone().filter(|_| stands.is_some());
    let proposal = proposal::Model { stage, frozen_hash, changed_at: now, ..old };
    store::save(tx, proposal).await?;
    journal::record(tx, now, by, Event::ProposalLeftVote { proposal: id, vote }).await
}

/// Writes down what a vote decided; if nothing, the proposal comes back for another vote, and its text
/// may be changed until then.
///
/// # Errors
/// It is in no vote.
pub async fn decide(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: ProposalId,
    vote: VoteId,
    outcome: Outcome,
) -> Result<()> {
    let old = store::lock(tx, id).await?;
    let step = rule::after(outcome);
    let stage = rule::step(old.stage, step)?;
    let event = match step {
        Step::Adopt => Event::ProposalAdopted { proposal: id, vote },
        Step::ComeBack => Event::ProposalCameBack { proposal: id, vote },
        _ => Event::ProposalRejected { proposal: id, vote },
    };
    let frozen_hash = old.frozen_hash.clone().filter(|_| step != Step::ComeBack);
    store::save(tx, proposal::Model { stage, frozen_hash, changed_at: now, ..old }).await?;
    journal::record(tx, now, by, event).await
}
