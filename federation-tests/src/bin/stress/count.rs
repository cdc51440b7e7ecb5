//! The vote from the side of the server: its ballots, its end and its record.

use std::{collections::BTreeMap, net::SocketAddr};

use anyhow::{Context, Result};
use federation_tests::{eventually, http::Client};
use translokaal::{
    clock::Instant,
    db::{self, Db},
    ids::VoterId,
    journal::{self, Event},
    rules::record::{Published, v2},
    votes::{
        entity::{ballot, vote},
        store,
    },
};

/// More lines than the journal of a scenario has.
const MANY: u64 = 10_000_000;

/// The vote, as it is stored.
pub async fn vote(db: &Db) -> Result<vote::Model> {
    store::find_by_number(db.read(), 1).await?.context("vote 1")
}

/// The ballots that are kept.
pub async fn ballots(db: &Db) -> Result<BTreeMap<VoterId, ballot::Model>> {
    let ballots = store::ballots(db.read(), vote(db).await?.id).await?;
    Ok(ballots.into_iter().map(|ballot| (ballot.voter_id, ballot)).collect())
}

/// How many castings the journal tells of, replaced ones included.
pub async fn journal(db: &Db) -> Result<usize> {
    let lines = journal::after(db.read(), 0, MANY).await?;
    let told = lines.iter().map(|line| match line.event {
        Event::BallotsCast { ballots, .. } => ballots,
        _ => 0,
    });
    Ok(usize::try_from(told.sum::<u64>())?)
}

/// Moves the end of the vote. People can't: a vote lasts five minutes at least.
pub async fn close_at(db: &Db, closes_at: Instant) -> Result<()> {
    let vote = vote::Model { closes_at, ..vote(db).await? };
    Ok(db::write(db, async |tx| store::save(tx, vote).await).await?)
}

/// Waits until the vote is published, and recounts its record.
///
/// # Errors
/// It never is, or the recount isn't equal.
pub async fn record(to: SocketAddr) -> Result<v2::Record> {
    let host = format!("localhost:{}", to.port());
    let ask = format!("GET /votes/1/record.json HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut client = Client::connect(to).await?;
    let text = eventually("the record of the vote", async || {
        let answer = client.send(ask.as_bytes()).await?;
        Ok((answer.status == 200).then_some(answer.body))
    });
    let published = Published::read(&String::from_utf8(text.await?)?)?;
    let findings = published.recount();
    anyhow::ensure!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    match published {
        Published::V2(it) => Ok(it.record),
        Published::V1(_) => anyhow::bail!("a record of an old version"),
    }
}
