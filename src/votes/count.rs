use std::collections::BTreeMap;

use url::Url;

use super::{
    entity::{ballot, result, vote, voter},
    prepare::rules,
    roll, store,
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{VoteId, VoterId},
    journal::{self, Event},
    proposals,
    rules::{
        record::{self, Ballot, Method, Neighbourhood, Record},
        tally::majority,
        vote::{Step, step},
    },
};

/// Counts a closed vote by its rules, and freezes the result with its record.
///
/// # Errors
/// It isn't closed, or it was counted already.
pub async fn count(
    tx: &Tx,
    now: Instant,
    id: VoteId,
    public_url: &Url,
) -> Result<majority::Outcome> {
    let vote = store::lock(tx, id).await?;
    let stage = step(vote.stage, Step::Count)?;
    let voters = store::voters(tx, id).await?;
    let ballots = store::ballots(tx, id).await?;
    let neighbourhood = bodies::store::lock_neighbourhood(tx).await?;
    let neighbourhood = Neighbourhood { name: neighbourhood.name, handle: neighbourhood.handle };
    let proposal = proposals::store::get(tx, vote.proposal_id).await?.number;
    let record = write(&vote, proposal, neighbourhood, &voters, &ballots, public_url)?;
    let unwritable = || Error::contradiction("results", "record", id);
    let published = record::seal(record).map_err(|_| unwritable())?;
    let outcome = published.record.tally.outcome;
    let row = result::Model {
        vote_id: id,
        outcome,
        tally: serde_json::to_string(&published.record.tally).map_err(|_| unwritable())?,
        record: record::write(&published).map_err(|_| unwritable())?,
        record_hash: published.hash,
        counted_at: now,
        published_at: None,
    };
    store::insert_result(tx, row).await?;
    store::save(tx, vote::Model { stage, ..vote }).await?;
    journal::record(tx, now, None, Event::VoteCounted { vote: id, outcome }).await?;
    Ok(outcome)
}

/// The frozen tally of a result.
///
/// # Errors
/// The row contradicts the rules.
pub fn tally(row: &result::Model) -> Result<majority::Tally> {
    let read = serde_json::from_str(&row.tally);
    read.map_err(|_| Error::contradiction("results", "tally", row.vote_id))
}

fn write(
    vote: &vote::Model,
    proposal: i64,
    neighbourhood: Neighbourhood,
    voters: &[voter::Model],
    ballots: &[ballot::Model],
    public_url: &Url,
) -> Result<Record> {
    let numbers: BTreeMap<VoterId, i64> =
        voters.iter().map(|voter| (voter.id, voter.number)).collect();
    let mut cast: Vec<Ballot> = ballots
        .iter()
        .filter_map(|ballot| {
            let voter = *numbers.get(&ballot.voter_id)?;
            Some(Ballot { voter, choice: ballot.choice })
        })
        .collect();
    // By number, so that the record doesn't tell in what order people voted.
    cast.sort_by_key(|ballot| ballot.voter);
    let roll = roll::public(voters);
    let parameters = rules(vote)?;
    let missing = |column| Error::contradiction("votes", column, vote.id);
    let url = public_url.join(&format!("/votes/{}", vote.number)).map_err(|_| missing("number"))?;
    Ok(Record {
        schema: record::SCHEMA.to_owned(),
        version: record::VERSION,
        program: concat!("translokaal ", env!("CARGO_PKG_VERSION")).to_owned(),
        neighbourhood,
        vote: record::Vote {
            number: vote.number,
            url: url.into(),
            body: vote.body,
            question: vote.title.clone(),
            proposal,
            proposal_version: vote.proposal_version,
            text_hash: vote.text_hash.clone(),
            closing: vote.closing,
            opened_at: vote.opened_at.ok_or_else(|| missing("opened_at"))?,
            closed_at: vote.closed_at.ok_or_else(|| missing("closed_at"))?,
            close_reason: vote.close_reason.clone(),
        },
        charter_version: vote.charter_version,
        roll_hash: vote.roll_hash.clone().ok_or_else(|| missing("roll_hash"))?,
        tally: record::count(&parameters, &roll, &cast),
        method: Method { id: majority::METHOD.to_owned(), version: majority::VERSION, parameters },
        roll,
        ballots: cast,
    })
}
