use chrono::NaiveDate;

use super::{close, entity::candidacy, stand::named, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId},
    journal::{self, Event},
    rules::candidacy::{self as rule, Refusal, Stage},
    votes::{self, Origin},
};

/// Withdraws until the vote opens, and is then not on the paper; or refuses to stand, which nobody
/// hears.
///
/// # Errors
/// She doesn't stand and wasn't asked, or the vote opened.
pub async fn withdraw(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: MemberId,
    id: ElectionId,
    origin: &Origin<'_>,
) -> Result<()> {
    let election = store::lock(tx, id).await?;
    let hers = store::candidacy(tx, id, by).await?.filter(|it| it.withdrawn_at.is_none());
    let hers = hers.ok_or(Refusal::NotACandidate)?;
    let stood = hers.stands();
    let opens_at = match election.vote_id {
        Some(vote) => Some(votes::store::get(tx, vote).await?.opens_at),
        None => None,
    };
    rule::may_withdraw(election.stage, now, opens_at)?;
    let statement = String::new();
    store::save_candidacy(tx, candidacy::Model { withdrawn_at: Some(now), statement, ..hers })
        .await?;
    let event = if stood {
        Event::CandidateWithdrew { election: id }
    } else {
        Event::NominationRefused { election: id }
    };
    journal::record(tx, now, named(election.way, by), event).await?;
    if stood && election.stage == Stage::Voting {
        close::settle_list(tx, now, today, election, origin).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::{
        elections::tests::Trial,
        error::{Error, Refusal},
        proposals,
        rules::{
            candidacy::{Refusal as Rule, Stage},
            proposal, vote,
        },
        votes,
    };

    async fn names(it: &Trial) -> Vec<String> {
        let vote = it.row().await.vote_id.unwrap();
        let options = votes::store::options(it.world.app.db.read(), vote).await.unwrap();
        let mut names: Vec<String> = options.into_iter().map(|it| it.title).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn who_withdraws_before_the_opening_is_not_on_the_paper_and_later_it_is_too_late() {
        let it = Trial::called(1).await;
        let alice = it.stands("Alice").await;
        let (bob, _) = (it.stands("Bob").await, it.stands("Carol").await);
        it.closes_list().await;
        assert_eq!(names(&it).await, ["Alice", "Bob", "Carol"]);
        it.withdraws(alice).await.unwrap();
        assert_eq!(names(&it).await, ["Bob", "Carol"]);
        let proposal = it.row().await.proposal_id.unwrap();
        let text = proposals::store::get(it.world.app.db.read(), proposal).await.unwrap().text;
        assert!(text.contains("- Bob") && !text.contains("Alice"), "{text}");
        assert!(it.candidacy(alice).await.statement.is_empty());
        it.opens().await;
        let late = it.withdraws(bob).await;
        let opened = Rule::VoteOpened;
        assert!(matches!(late, Err(Error::Refused(Refusal::Candidacy(it))) if it == opened));
    }

    #[tokio::test]
    async fn where_no_more_stand_than_there_are_seats_nobody_need_vote() {
        let it = Trial::called(2).await;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let carol = it.stands("Carol").await;
        it.closes_list().await;
        it.withdraws(carol).await.unwrap();
        let row = it.row().await;
        assert_eq!(row.stage, Stage::Seated);
        let db = it.world.app.db.read();
        let vote = votes::store::get(db, row.vote_id.unwrap()).await.unwrap();
        assert_eq!(vote.stage, vote::Stage::Cancelled);
        let about = proposals::store::get(db, row.proposal_id.unwrap()).await.unwrap();
        assert_eq!(about.stage, proposal::Stage::Withdrawn);
        let seated: BTreeSet<_> = it.seated().await.into_iter().map(|(who, _)| who).collect();
        assert_eq!(seated, BTreeSet::from([alice, bob]));
        assert!(it.world.journal().await.ends_with(&["election-uncontested"]));
    }
}
