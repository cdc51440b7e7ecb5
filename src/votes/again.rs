use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    challenge::asked,
    count::tally,
    entity::vote,
    gather,
    prepare::{self, Election, method},
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, ProposalId, VoteId},
    members,
    rules::{
        challenge,
        follow_up::{self, Earlier, FollowUp},
        outcome::Outcome,
        paper,
        permission::Deed,
        proposal::Step,
        tally::method::Rules,
        vote::{Closing, Refusal, Stage},
    },
};

/// What is set for a vote on a proposal that came back; what is asked, and by which rules, follows from
/// the vote before. The id comes from the form.
#[derive(Clone, Debug)]
pub struct Again {
    pub id: VoteId,
    pub proposal: ProposalId,
    pub closing: Closing,
    pub opens_at: Instant,
    pub closes_at: Instant,
    /// When a decision by consent is looked at again.
    pub evaluate_on: Option<NaiveDate>,
    /// Further people who are named, and agreed to it, where the round is free.
    pub named: Vec<String>,
}

/// The newest vote on a proposal, if it decided nothing and another has to follow, or if enough dispute
/// what it decided ([`crate::rules::challenge`]).
///
/// # Errors
/// What the database says.
pub async fn came_back(
    db: &impl sea_orm::ConnectionTrait,
    proposal: ProposalId,
) -> Result<Option<(vote::Model, Outcome)>> {
    let votes = store::of_proposal(db, proposal).await?;
    let newest = votes.into_iter().find(|vote| vote.stage != Stage::Cancelled);
    let Some(vote) = newest.filter(|vote| vote.stage == Stage::Published) else { return Ok(None) };
    let Some(asked) = asked(db, &vote).await? else { return Ok(None) };
    let outcome = asked.announced.outcome;
    let follows = outcome.comes_back() || asked.is_enough();
    Ok(follows.then_some((vote, outcome)))
}

/// Announces the second reading, or the next round, of a proposal that came back; or a new vote instead
/// of one whose outcome is disputed. That one is held as soon as it can be: the text was read, and the
/// law wants it at once, so neither the reading nor the notice period holds for it.
///
/// # Errors
/// She may not, the proposal didn't come back, or the notice period of the charter is cut short.
pub async fn prepare_again(tx: &Tx, now: Instant, by: MemberId, new: Again) -> Result<vote::Model> {
    members::permit(tx, by, Deed::PrepareVote).await?;
    let Some((earlier, outcome)) = came_back(tx, new.proposal).await? else {
        return Err(Refusal::NotBack.into());
    };
    let takes_the_place = challenge::takes_the_place(outcome);
    let step = if takes_the_place { Step::EnterNewVote } else { Step::EnterVote };
    let proposal = prepare::ready(tx, new.proposal, step).await?;
    let Some(FollowUp { method, mut options }) = follow_up(tx, &earlier, new.evaluate_on).await?
    else {
        return Err(Refusal::NotBack.into());
    };
    if !new.named.is_empty() {
        if takes_the_place || !follow_up::may_name(&method) {
            return Err(paper::Refusal::NotFree.into());
        }
        options.extend(follow_up::named(&options, &new.named));
    }
    if let Rules::Consent(turn) = &method.rules
        && turn.evaluate_on <= new.closes_at.date_naive()
    {
        return Err(paper::Refusal::EvaluationPast.into());
    }
    let announced = prepare::Announced {
        id: new.id,
        body: earlier.body,
        closing: new.closing,
        opens_at: new.opens_at,
        closes_at: new.closes_at,
        secrecy: earlier.secrecy,
        election: earlier.is_election.then(|| Election { sector: earlier.sector.clone() }),
        earlier: Some(earlier.id),
        is_at_once: takes_the_place,
    };
    prepare::announce(tx, (now, by), proposal, announced, (&method, &options)).await
}

async fn follow_up(
    tx: &Tx,
    earlier: &vote::Model,
    evaluate_on: Option<NaiveDate>,
) -> Result<Option<FollowUp>> {
    let wrong = || Error::contradiction("results", "vote_id", earlier.id);
    let result = store::result(tx, earlier.id).await?.ok_or_else(wrong)?;
    let (method, tally) = (method(earlier)?, tally(&result)?);
    let options = store::options(tx, earlier.id).await?;
    let standing = match &method.rules {
        Rules::Consent(_) => gather::round(tx, earlier, None).await?.map_err(|_| wrong())?.standing,
        _ => BTreeMap::new(),
    };
    let standing = standing.into_iter().map(|(by, objection)| (by, objection.argument)).collect();
    let earlier = Earlier { method: &method, options: &options, tally: &tally, standing };
    if challenge::takes_the_place(tally.outcome) {
        return Ok(Some(follow_up::anew(&earlier, evaluate_on)));
    }
    Ok(follow_up::follow_up(earlier, evaluate_on))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::{
        bodies,
        error::Refusal as Refused,
        proposals,
        rules::{
            ballot::{BodyKind, Choice},
            charter::Charter,
            proposal,
            record::Published,
            tally::{
                majority::Share,
                majority_v2::{OnMissing, OnTie},
            },
        },
        votes::{self, Origin, Paper, Preparation},
        world::World,
    };

    /// A world whose assembly has these rules.
    async fn world(quorum: Option<Share>, tie: OnTie, missing: OnMissing) -> World {
        let world = World::founded().await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let in_force = bodies::charter(world.app.db.read()).await.unwrap().charter;
        let assembly =
            crate::rules::charter::BodyRules { quorum, tie, missing, ..in_force.assembly };
        let charter = Charter { assembly, ..in_force };
        let reason = "Besloten op 1 mei";
        world
            .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, reason).await)
            .await
            .unwrap();
        world
    }

    async fn finish(world: &World, vote: VoteId) -> Outcome {
        let (now, secretary, origin) =
            (world.now(), world.secretary().await, Origin::of(&world.app));
        world
            .write(async |tx| {
                votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
            })
            .await
            .unwrap();
        store::result(world.app.db.read(), vote).await.unwrap().unwrap().outcome
    }

    /// Prepares the next vote on a proposal that came back, and opens it.
    async fn again(world: &World, first: VoteId) -> Result<VoteId> {
        let (now, today, secretary) = (world.now(), world.today(), world.secretary().await);
        let proposal = store::get(world.app.db.read(), first).await.unwrap().proposal_id;
        let (id, closes_at) = (VoteId::fresh(now), now + TimeDelta::days(7));
        let (closing, evaluate_on) = (Closing::ByHand, None);
        let new = Again {
            id,
            proposal,
            closing,
            opens_at: now,
            closes_at,
            evaluate_on,
            named: Vec::new(),
        };
        world
            .write(async |tx| {
                prepare_again(tx, now, secretary, new).await?;
                votes::open(tx, now, today, Some(secretary), id).await
            })
            .await?;
        Ok(id)
    }

    async fn stage(world: &World, vote: VoteId) -> proposal::Stage {
        let db = world.app.db.read();
        let vote = store::get(db, vote).await.unwrap();
        proposals::store::get(db, vote.proposal_id).await.unwrap().stage
    }

    #[tokio::test]
    async fn a_tie_comes_back_once_and_the_second_tie_rejects() {
        let world = world(None, OnTie::PostponeOnce, OnMissing::Reject).await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let first = world.open_vote(BodyKind::Assembly).await;
        world.casts(first, alice.id, Choice::For).await;
        world.casts(first, bob.id, Choice::Against).await;
        assert_eq!(finish(&world, first).await, Outcome::Postponed);
        assert_eq!(stage(&world, first).await, proposal::Stage::Supported);
        assert!(world.journal().await.contains(&"proposal-came-back"));

        let second = again(&world, first).await.unwrap();
        world.casts(second, alice.id, Choice::For).await;
        world.casts(second, bob.id, Choice::Against).await;
        assert_eq!(finish(&world, second).await, Outcome::Tied);
        assert_eq!(stage(&world, second).await, proposal::Stage::Rejected);
        let result = store::result(world.app.db.read(), second).await.unwrap().unwrap();
        let read = Published::read(&result.record).unwrap();
        assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
        let Published::V2(read) = read else { unreachable!() };
        let earlier = read.record.vote.earlier.unwrap();
        let kept = store::result(world.app.db.read(), first).await.unwrap().unwrap();
        assert_eq!((earlier.number, earlier.record_hash), (1, kept.record_hash));
    }

    #[tokio::test]
    async fn without_a_quorum_it_comes_back_and_then_counts_however_many_come() {
        let half = Some(Share { need: 1, of: 2 });
        let world = world(half, OnTie::Reject, OnMissing::AgainWithout).await;
        let alice = world.member("Alice").await;
        let first = world.open_vote(BodyKind::Assembly).await;
        world.casts(first, alice.id, Choice::For).await;
        assert_eq!(finish(&world, first).await, Outcome::Postponed);
        let second = again(&world, first).await.unwrap();
        world.casts(second, alice.id, Choice::For).await;
        assert_eq!(finish(&world, second).await, Outcome::Adopted);
    }

    #[tokio::test]
    async fn what_came_back_is_not_asked_anew_and_what_did_not_is_not_asked_again() {
        let world = world(None, OnTie::PostponeOnce, OnMissing::Reject).await;
        let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
        let first = world.open_vote(BodyKind::Assembly).await;
        world.casts(first, alice.id, Choice::For).await;
        world.casts(first, bob.id, Choice::Against).await;
        finish(&world, first).await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let proposal = store::get(world.app.db.read(), first).await.unwrap().proposal_id;
        let new = Preparation {
            id: VoteId::fresh(now),
            proposal,
            body: BodyKind::Assembly,
            closing: Closing::ByHand,
            opens_at: now,
            closes_at: now + TimeDelta::days(7),
            paper: Paper::default(),
        };
        let anew = world.write(async |tx| votes::prepare(tx, now, secretary, new).await).await;
        assert!(matches!(anew, Err(Error::Refused(Refused::Vote(Refusal::ComesBack)))));

        let other = world.open_proposal(secretary, "Another one").await.id;
        world.supports(alice.id, other).await;
        world.supports(bob.id, other).await;
        let new = Again {
            id: VoteId::fresh(now),
            proposal: other,
            closing: Closing::ByHand,
            opens_at: now,
            closes_at: now + TimeDelta::days(7),
            evaluate_on: None,
            named: Vec::new(),
        };
        let again =
            world.write(async |tx| prepare_again(tx, now, secretary, new.clone()).await).await;
        assert!(matches!(again, Err(Error::Refused(Refused::Vote(Refusal::NotBack)))));
        let hers = Again { proposal, ..new };
        let by_alice = world.write(async |tx| prepare_again(tx, now, alice.id, hers).await).await;
        assert!(matches!(by_alice, Err(Error::Refused(Refused::Permission(_)))));
    }
}
