use chrono::NaiveDate;

use super::{entity::candidacy, store, withdraw};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Refusal, Result},
    ids::MemberId,
    rules::candidacy::Refusal as Rule,
    votes::Origin,
};

/// Takes away what a member said as a candidate, and that she was asked, before she is forgotten.
/// She withdraws where that is still possible; a paper that was seen and a result stay as they are.
///
/// # Errors
/// What the database says.
pub async fn erase(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    member: MemberId,
    origin: &Origin<'_>,
) -> Result<()> {
    for hers in store::of_member(tx, member).await? {
        let id = hers.election_id;
        if hers.consented_at.is_none() {
            store::delete_candidacy(tx, id, member).await?;
            continue;
        }
        match withdraw(tx, now, today, member, id, origin).await {
            Ok(())
            | Err(Error::Refused(Refusal::Candidacy(Rule::VoteOpened | Rule::NotACandidate))) => {}
            Err(error) => return Err(error),
        }
        if let Some(left) = store::candidacy(tx, id, member).await? {
            let statement = String::new();
            store::save_candidacy(tx, candidacy::Model { statement, ..left }).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{self, store, tests::Trial},
        votes,
    };

    #[tokio::test]
    async fn a_forgotten_candidate_leaves_no_words_and_a_result_stays() {
        let it = Trial::called(1).await;
        let world = &it.world;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let (carol, dave) = (it.stands("Carol").await, world.member("Dave").await.id);
        let (now, today) = (world.now(), world.today());
        world
            .write(async |tx| elections::nominate(tx, now, today, alice, (it.id, "Dave")).await)
            .await
            .unwrap();
        it.forgets(dave).await;
        assert!(store::candidacy(world.app.db.read(), it.id, dave).await.unwrap().is_none());
        it.closes_list().await;
        it.forgets(carol).await;
        let vote = it.row().await.vote_id.unwrap();
        let options = votes::store::options(world.app.db.read(), vote).await.unwrap();
        assert_eq!(options.len(), 2);
        it.voters(&[&[alice, bob]]).await;
        it.counts().await;
        let record =
            async || votes::store::result(world.app.db.read(), vote).await.unwrap().unwrap().record;
        let before = record().await;
        it.forgets(bob).await;
        assert_eq!(it.candidacy(bob).await.statement, "");
        assert!(it.candidacy(bob).await.stands());
        assert_eq!(record().await, before);
        it.attend().await.unwrap();
        assert_eq!(it.seated().await, [(alice, None)]);
    }
}
