//! The vote from the side of the server: its ballots, its end and its record.

use std::{collections::BTreeMap, net::SocketAddr};

use anyhow::{Context, Result};
use federation_tests::{eventually, http::Client};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use translokaal::{
    clock::Instant,
    db::{self, Db},
    ids::VoterId,
    journal::entity as line,
    rules::record::{self, Published},
    votes::{
        entity::{ballot, vote},
        store,
    },
};

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
    let told = ["ballot-cast", "ballot-replaced"];
    let lines = line::Entity::find().filter(line::Column::Event.is_in(told));
    Ok(usize::try_from(lines.count(db.read()).await?)?)
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
pub async fn record(to: SocketAddr) -> Result<Published> {
    let host = format!("localhost:{}", to.port());
    let ask = format!("GET /votes/1/record.json HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut client = Client::connect(to).await?;
    let text = eventually("the record of the vote", async || {
        let answer = client.send(ask.as_bytes()).await?;
        Ok((answer.status == 200).then_some(answer.body))
    });
    let published: Published = serde_json::from_slice(&text.await?)?;
    let findings = record::recount(&published);
    anyhow::ensure!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    Ok(published)
}
