use super::{entity::election, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId},
    journal::{self, Event},
    members, proposals,
    rules::{
        candidacy::{self as rule, Step},
        permission::Deed,
        vote::Stage,
        wording::{self, Field},
    },
    votes,
};

/// Calls an election off with a reason, and with it its vote; ballots that were cast are never
/// counted. `by` nobody is the clock, after the vote was cancelled.
///
/// # Errors
/// She may not, it is over already, or the reason is missing.
pub async fn call_off(
    tx: &Tx,
    now: Instant,
    by: Option<MemberId>,
    id: ElectionId,
    reason: &str,
) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::FillSeats).await?;
    }
    wording::check(Field::Reason, reason)?;
    let election = store::lock(tx, id).await?;
    let stage = rule::step(election.stage, Step::CallOff)?;
    if let Some(vote) = election.vote_id
        && votes::store::lock(tx, vote).await?.stage != Stage::Cancelled
    {
        votes::cancel(tx, now, by, vote, reason).await?;
    }
    if let Some(proposal) = election.proposal_id {
        proposals::settle(tx, now, by, proposal, reason).await?;
    }
    store::save(tx, election::Model { stage, ..election }).await?;
    let reason = reason.trim().to_owned();
    journal::record(tx, now, by, Event::ElectionCalledOff { election: id, reason }).await
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{self, tests::Trial},
        error::{Error, Refusal},
        proposals,
        rules::{candidacy::Stage, proposal, vote},
        votes,
    };

    #[tokio::test]
    async fn an_election_is_called_off_with_a_reason_and_its_vote_with_it() {
        let it = Trial::called(1).await;
        let (alice, secretary) = (it.stands("Alice").await, it.world.secretary().await);
        let calls_off = async |by, reason| {
            let now = it.world.now();
            it.world
                .write(async |tx| elections::call_off(tx, now, Some(by), it.id, reason).await)
                .await
        };
        let reason = "De hal is die week dicht";
        let refused = calls_off(alice, reason).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::Permission(_)))));
        assert!(matches!(calls_off(secretary, "").await, Err(Error::Refused(Refusal::Wording(_)))));
        calls_off(secretary, reason).await.unwrap();
        let (row, db) = (it.row().await, it.world.app.db.read());
        assert_eq!(row.stage, Stage::CalledOff);
        let vote = votes::store::get(db, row.vote_id.unwrap()).await.unwrap();
        assert_eq!(vote.stage, vote::Stage::Cancelled);
        let about = proposals::store::get(db, row.proposal_id.unwrap()).await.unwrap();
        assert_eq!(about.stage, proposal::Stage::Withdrawn);
        assert!(it.world.journal().await.ends_with(&["election-called-off"]));
        assert!(calls_off(secretary, reason).await.is_err());
    }
}
