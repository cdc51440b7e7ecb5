//! What has still to be decided once a vote is closed: a tie that the rules leave to the chair, and the
//! end of a round of consent in which objections stand.

use super::{batches, count, entity::vote, gather, origin::Origin, publish, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        ballot::Choice,
        outcome::Outcome,
        permission::Deed,
        record::v2::Change,
        vote::{Refusal, Stage},
        wording::{self, Field},
    },
};

/// Decides a tie, where the rules of the vote leave that to the chair; then the result is published.
///
/// # Errors
/// She isn't the chair, the vote isn't tied or isn't closed, or the reason is missing.
pub async fn rule_on_tie(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    (ruling, reason): (Choice, &str),
    origin: &Origin<'_>,
) -> Result<()> {
    members::permit(tx, by, Deed::RuleOnTie).await?;
    wording::check(Field::Reason, reason)?;
    waiting(tx, id, Outcome::ChairDecides).await?;
    let is_for = match ruling {
        Choice::For => true,
        Choice::Against => false,
        Choice::Abstain => return Err(Refusal::Undecided.into()),
    };
    let reason = reason.trim().to_owned();
    let change = Change::Ruled { at: now, is_for, reason: reason.clone() };
    store::change(tx, id, &change).await?;
    let event = Event::TieRuled { vote: id, ruling, reason };
    journal::record(tx, now, Some(by), event).await?;
    go_on(tx, now, Some(by), id, origin).await
}

/// Ends a round of consent with the objections that still stand, and the meeting with it where
/// `meeting_ended` says so; then the result is published.
///
/// # Errors
/// She may not, no objection stands or the vote isn't closed, or the reason is missing.
pub async fn end_round(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    (reason, meeting_ended): (&str, bool),
    origin: &Origin<'_>,
) -> Result<()> {
    members::permit(tx, by, Deed::CloseVote).await?;
    wording::check(Field::Reason, reason)?;
    waiting(tx, id, Outcome::ObjectionsStand).await?;
    let reason = reason.trim().to_owned();
    let change = Change::RoundEnded { at: now, reason: reason.clone(), meeting_ended };
    store::change(tx, id, &change).await?;
    journal::record(tx, now, Some(by), Event::RoundEnded { vote: id, reason }).await?;
    go_on(tx, now, Some(by), id, origin).await
}

/// Counts what is closed, and publishes it unless something has still to be decided.
pub(super) async fn go_on(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: VoteId,
    origin: &Origin<'_>,
) -> Result<()> {
    if count(tx, now, id, origin).await?.is_pending() {
        return Ok(());
    }
    publish::made_known(tx, now, by, id).await
}

/// A closed vote that waits for this.
///
/// # Errors
/// [`Refusal::NotWaiting`].
pub(super) async fn waiting(tx: &Tx, id: VoteId, outcome: Outcome) -> Result<vote::Model> {
    let vote = store::lock(tx, id).await?;
    if vote.stage != Stage::Closed || pending(tx, &vote).await? != Some(outcome) {
        return Err(Refusal::NotWaiting.into());
    }
    Ok(vote)
}

/// What a closed vote waits for before it has a result; nothing for every other vote.
///
/// # Errors
/// The row contradicts the rules.
pub async fn pending(
    db: &impl sea_orm::ConnectionTrait,
    vote: &vote::Model,
) -> Result<Option<Outcome>> {
    // What is still to be typed counts first.
    if vote.stage != Stage::Closed || batches::store::count_unfinished(db, vote.id).await? > 0 {
        return Ok(None);
    }
    let tally = gather::tally(db, vote).await?;
    Ok(Some(tally.outcome).filter(|outcome| outcome.is_pending()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bodies,
        error::{Error, Refusal as Refused},
        rules::{
            ballot::BodyKind,
            charter::{BodyRules, Charter},
            record::Published,
            role::Role,
            tally::majority_v2::OnTie,
        },
        votes,
        world::World,
    };

    #[tokio::test]
    async fn the_chair_decides_a_tie_and_nothing_else_with_a_reason() {
        let world = World::founded().await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let (now, secretary, origin) =
            (world.now(), world.secretary().await, Origin::of(&world.app));
        let in_force = bodies::charter(world.app.db.read()).await.unwrap().charter;
        let assembly = BodyRules { tie: OnTie::Chair, ..in_force.assembly };
        let charter = Charter { assembly, ..in_force };
        world
            .write(async |tx| {
                members::appoint(tx, now, None, alice.id, Role::Chair).await?;
                bodies::adopt_charter(tx, now, secretary, charter, "Besloten op 1 mei").await
            })
            .await
            .unwrap();
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice.id, Choice::For).await;
        world.casts(vote, bob.id, Choice::Against).await;
        let rules = async |by, ruling, reason: &str| {
            world
                .write(async |tx| rule_on_tie(tx, now, by, vote, (ruling, reason), &origin).await)
                .await
        };
        let reason = "De bewoners wachten al lang";
        let early = rules(alice.id, Choice::For, reason).await;
        assert!(matches!(early, Err(Error::Refused(Refused::Vote(Refusal::NotWaiting)))));
        world
            .write(async |tx| {
                votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
            })
            .await
            .unwrap();
        assert!(store::result(world.app.db.read(), vote).await.unwrap().is_none());
        let by_secretary = rules(secretary, Choice::For, reason).await;
        assert!(matches!(by_secretary, Err(Error::Refused(Refused::Permission(_)))));
        let undecided = rules(alice.id, Choice::Abstain, reason).await;
        assert!(matches!(undecided, Err(Error::Refused(Refused::Vote(Refusal::Undecided)))));
        assert!(matches!(
            rules(alice.id, Choice::For, " ").await,
            Err(Error::Refused(Refused::Wording(_)))
        ));
        rules(alice.id, Choice::For, reason).await.unwrap();
        assert!(rules(alice.id, Choice::Against, reason).await.is_err());
        let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
        assert_eq!(result.outcome, Outcome::Adopted);
        assert!(result.record.contains(reason));
        let read = Published::read(&result.record).unwrap();
        assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
        let journal = world.journal().await;
        assert!(journal.contains(&"tie-ruled") && journal.contains(&"proposal-adopted"));
    }
}
