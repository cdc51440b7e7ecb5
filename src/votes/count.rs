use super::{
    batches,
    entity::{result, vote},
    gather,
    origin::Origin,
    store,
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::VoteId,
    journal::{self, Event},
    proposals,
    rules::{
        batch,
        endorsement::Purpose,
        outcome::Outcome,
        record::v2::{self as record, Neighbourhood},
        small_group,
        tally::method::Tally,
        vote::{Step, step},
    },
    signet,
};

/// Counts a closed vote by its rules, and freezes the result with its record. Where something has still
/// to be decided by people, nothing is written down, and the vote stays closed.
///
/// # Errors
/// It isn't closed, it was counted already, or it waits for a batch.
pub async fn count(tx: &Tx, now: Instant, id: VoteId, origin: &Origin<'_>) -> Result<Outcome> {
    let vote = store::lock(tx, id).await?;
    let stage = step(vote.stage, Step::Count)?;
    batch::may_count(batches::store::count_unfinished(tx, id).await?)?;
    let neighbourhood = bodies::store::lock_neighbourhood(tx).await?;
    let neighbourhood = Neighbourhood { name: neighbourhood.name, handle: neighbourhood.handle };
    let proposal = proposals::store::get(tx, vote.proposal_id).await?.number;
    let gathered = gather::all(tx, &vote).await?;
    let record = gather::record(&vote, proposal, neighbourhood, gathered, origin)?;
    let unwritable = || Error::contradiction("results", "record", id);
    let outcome = record.tally.outcome;
    if outcome.is_pending() {
        return Ok(outcome);
    }
    let mut published = record::seal(record).map_err(|_| unwritable())?;
    let key = signet::current(tx, now, origin.secret).await?;
    published.signature = Some(key.sign(Purpose::Record, &published.hash)?);
    let charter = bodies::charter_version(tx, vote.charter_version).await?.charter;
    let ballots = published.record.ballots.len();
    let is_withheld = small_group::is_withheld(vote.secrecy, ballots, charter.smallest_group);
    let row = result::Model {
        vote_id: id,
        outcome,
        tally: serde_json::to_string(&published.record.tally).map_err(|_| unwritable())?,
        record: record::write(&published).map_err(|_| unwritable())?,
        channels: channels_of(&published.record).map_err(|_| unwritable())?,
        record_hash: published.hash,
        counted_at: now,
        published_at: None,
        is_withheld,
    };
    store::insert_result(tx, row).await?;
    store::save(tx, vote::Model { stage, ..vote }).await?;
    journal::record(tx, now, None, Event::VoteCounted { vote: id, outcome }).await?;
    Ok(outcome)
}

fn channels_of(record: &record::Record) -> serde_json::Result<Option<String>> {
    record.channels.as_ref().map(serde_json::to_string).transpose()
}

/// How the ballots of a result came in; nothing if it was counted before that was kept.
///
/// # Errors
/// The row contradicts the rules.
pub fn channels(row: &result::Model) -> Result<Option<record::Channels>> {
    let read = row.channels.as_deref().map(serde_json::from_str).transpose();
    read.map_err(|_| Error::contradiction("results", "channels", row.vote_id))
}

/// The frozen tally of a result.
///
/// # Errors
/// The row contradicts the rules.
pub fn tally(row: &result::Model) -> Result<Tally> {
    let read = serde_json::from_str(&row.tally);
    read.map_err(|_| Error::contradiction("results", "tally", row.vote_id))
}
