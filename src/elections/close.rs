use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    able, call, draw,
    entity::{candidacy, election},
    give,
    stand::on_paper,
    store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{ElectionId, MemberId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        candidacy::{self as rule, Stage, Step, Way},
        paper,
        tally::method::Opt,
    },
    votes::{self, Origin},
};

/// Closes the list of candidates when its time has come: they are put on the paper, or the lot is
/// drawn. No vote is needed where no more stand than there are seats; where nobody stands the
/// election failed.
///
/// # Errors
/// What the database says.
pub async fn close_nominations(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    id: ElectionId,
    origin: &Origin<'_>,
) -> Result<()> {
    let election = store::lock(tx, id).await?;
    if election.stage != Stage::Nominating || now < election.nominate_until {
        return Ok(());
    }
    for it in store::candidacies(tx, id).await? {
        // Who left the roll or got a seat meanwhile doesn't stand any more; who didn't answer never
        // did.
        let member = members::store::get(tx, it.member_id).await?;
        let may = able::may_stand(tx, today, &election, &member).await?;
        let is_there = able::is_there(tx, it.member_id).await?;
        if it.is_asked() {
            store::delete_candidacy(tx, id, it.member_id).await?;
        } else if it.stands() && !(is_there && may.is_ok()) {
            store::save_candidacy(tx, candidacy::Model { withdrawn_at: Some(now), ..it }).await?;
        }
    }
    settle_list(tx, now, today, election, origin).await
}

/// Goes on with those who stand now.
///
/// # Errors
/// What the database says, or a seat that somebody else got.
pub(super) async fn settle_list(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    election: election::Model,
    origin: &Origin<'_>,
) -> Result<()> {
    let mut standing = store::candidacies(tx, election.id).await?;
    standing.retain(candidacy::Model::stands);
    let seats = election.places()?;
    if standing.is_empty() {
        return fail(tx, now, election).await;
    }
    match election.way {
        Way::Lot => draw::draw(tx, now, today, election, standing, origin).await,
        Way::Ballot if standing.len() <= seats => {
            uncontested(tx, now, today, election, standing).await
        }
        Way::Ballot => put_on_paper(tx, now, election, standing).await,
    }
}

async fn put_on_paper(
    tx: &Tx,
    now: Instant,
    election: election::Model,
    standing: Vec<candidacy::Model>,
) -> Result<()> {
    let missing = || Error::contradiction("elections", "vote_id", election.id);
    let (vote, proposal) = election.vote_id.zip(election.proposal_id).ok_or_else(missing)?;
    let candidates = standing.len() as u64;
    let options = options(tx, on_paper(&election.seed, standing)).await?;
    votes::put_on_paper(tx, vote, &options).await?;
    let phrases = call::phrases(&election)?;
    let names: Vec<String> = options.iter().map(|(it, _)| format!("- {}", it.title)).collect();
    let text = format!("{}\n\n## {}\n\n{}", phrases.text, phrases.heading, names.join("\n"));
    proposals::retell(tx, now, proposal, text).await?;
    if election.stage == Stage::Nominating {
        let stage = rule::step(election.stage, Step::CloseNominations)?;
        let id = election.id;
        store::save(tx, election::Model { stage, ..election }).await?;
        journal::record(tx, now, None, Event::NominationsClosed { election: id, candidates })
            .await?;
    }
    Ok(())
}

/// The candidates as options: by name, and people of one name with a number behind it.
async fn options(tx: &Tx, standing: Vec<candidacy::Model>) -> Result<Vec<(Opt, MemberId)>> {
    let names = members::store::names(tx, standing.iter().map(|it| it.member_id)).await?;
    // Nobody stands on a paper without a name: who is forgotten doesn't stand any more.
    let name = |it: &candidacy::Model| {
        let wrong = || Error::contradiction("candidacies", "member_id", &it.key);
        names.get(&it.member_id).cloned().ok_or_else(wrong)
    };
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for it in &standing {
        *seen.entry(name(it)?).or_default() += 1;
    }
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    let option = |it: candidacy::Model| {
        let name = name(&it)?;
        let number = given.entry(name.clone()).or_default();
        *number += 1;
        let is_alone = seen.get(&name).is_some_and(|n| *n == 1);
        let title = if is_alone { name } else { format!("{name} ({number})") };
        let title = title.chars().take(paper::TITLE_MOST).collect();
        Ok((Opt { key: it.key, title, cost: None }, it.member_id))
    };
    standing.into_iter().map(option).collect()
}

/// Everybody who stands gets a seat; there is nothing to vote on.
async fn uncontested(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    election: election::Model,
    standing: Vec<candidacy::Model>,
) -> Result<()> {
    let free = give::free(tx, today, &election, standing.len()).await?;
    let reason = call::phrases(&election)?.uncontested;
    let (id, seats) = (election.id, standing.len() as u64);
    let election = without_vote(tx, now, election, Step::Seat, &reason).await?;
    let elected = on_paper(&election.seed, standing);
    give::give(tx, now, today, &election, &free, (elected, Vec::new())).await?;
    journal::record(tx, now, None, Event::ElectionUncontested { election: id, seats }).await
}

/// Ends an election in which nobody stood.
pub(super) async fn fail(tx: &Tx, now: Instant, election: election::Model) -> Result<()> {
    let reason = call::phrases(&election)?.nobody;
    let id = election.id;
    without_vote(tx, now, election, Step::Fail, &reason).await?;
    journal::record(tx, now, None, Event::ElectionFailed { election: id }).await
}

/// Takes a step that ends an election without a vote.
async fn without_vote(
    tx: &Tx,
    now: Instant,
    election: election::Model,
    step: Step,
    reason: &str,
) -> Result<election::Model> {
    let stage = rule::step(election.stage, step)?;
    let election = election::Model { stage, ..election };
    store::save(tx, election.clone()).await?;
    if let Some(vote) = election.vote_id {
        cancel(tx, now, vote, reason).await?;
    }
    if let Some(proposal) = election.proposal_id {
        proposals::settle(tx, now, None, proposal, reason).await?;
    }
    Ok(election)
}

/// Cancels the vote, if it didn't come to anything yet.
async fn cancel(tx: &Tx, now: Instant, id: VoteId, reason: &str) -> Result<()> {
    use crate::rules::vote::Stage;

    match votes::store::lock(tx, id).await?.stage {
        Stage::Prepared | Stage::Open => votes::cancel(tx, now, None, id, reason).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{self, store, tests::Trial},
        members,
        rules::{candidacy::Stage, vote},
        votes,
    };

    #[tokio::test]
    async fn where_nobody_stands_the_election_failed_and_there_is_no_vote() {
        let it = Trial::called(1).await;
        it.attend().await.unwrap();
        assert_eq!(it.row().await.stage, Stage::Nominating);
        it.closes_list().await;
        let row = it.row().await;
        assert_eq!(row.stage, Stage::Failed);
        let vote = votes::store::get(it.world.app.db.read(), row.vote_id.unwrap()).await.unwrap();
        assert_eq!(vote.stage, vote::Stage::Cancelled);
        assert!(it.world.journal().await.ends_with(&["election-failed"]));
    }

    #[tokio::test]
    async fn who_did_not_answer_and_who_left_the_roll_is_not_on_the_paper() {
        let it = Trial::called(1).await;
        let world = &it.world;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let (carol, dave) = (it.stands("Carol").await, world.member("Dave").await.id);
        let (now, today, secretary) = (world.now(), world.today(), world.secretary().await);
        world
            .write(async |tx| {
                elections::nominate(tx, now, today, alice, (it.id, "Dave")).await?;
                members::suspend(tx, now, secretary, carol, true).await
            })
            .await
            .unwrap();
        it.closes_list().await;
        let db = world.app.db.read();
        let options = votes::store::options(db, it.row().await.vote_id.unwrap()).await.unwrap();
        let keys: Vec<_> = options.into_iter().map(|it| it.key).collect();
        for member in [alice, bob] {
            assert!(keys.contains(&it.candidacy(member).await.key));
        }
        assert_eq!(keys.len(), 2);
        assert!(store::candidacy(db, it.id, dave).await.unwrap().is_none());
        assert!(world.journal().await.ends_with(&["proposal-revised", "nominations-closed"]));
    }

    #[tokio::test]
    async fn people_of_one_name_are_told_apart_on_the_paper() {
        let it = Trial::called(1).await;
        it.stands("Alice").await;
        it.stands("Alice").await;
        it.closes_list().await;
        let vote = it.row().await.vote_id.unwrap();
        let options = votes::store::options(it.world.app.db.read(), vote).await.unwrap();
        let titles: Vec<_> = options.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, ["Alice (1)", "Alice (2)"]);
        it.opens().await;
        let opened = votes::store::get(it.world.app.db.read(), vote).await.unwrap();
        assert_eq!(opened.stage, vote::Stage::Open);
    }
}
