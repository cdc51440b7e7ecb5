//! Gathers what a record holds.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    batches::{self, entity::batch},
    delegations,
    entity::{ballot, sealed_ballot, vote, voter},
    origin::Origin,
    prepare::method,
    roll, store,
};
use crate::{
    error::{Error, Result},
    ids::VoterId,
    members,
    rules::{
        canonical,
        record::{
            self,
            v2::{
                self, Ballot, Batch, Carried, Change, Channels, Earlier, Entry, Lot, Neighbourhood,
                Part, Record,
            },
        },
        tally::{
            consent::{self, Ended},
            method::{Method, Opt, Rules, Tally},
        },
    },
};

/// What was cast in a vote, by whom, and on which paper.
pub(super) struct Gathered {
    options: Vec<Opt>,
    changes: Vec<Change>,
    voters: Vec<voter::Model>,
    took_part: Vec<Part>,
    carried: Vec<Carried>,
    ballots: Vec<Ballot>,
    channels: Channels,
    earlier: Option<Earlier>,
}

/// Gathers everything that was cast.
pub(super) async fn all(
    db: &impl sea_orm::ConnectionTrait,
    vote: &vote::Model,
) -> Result<Gathered> {
    let voters = store::voters(db, vote.id).await?;
    let (mut took_part, mut ballots) = open(&voters, store::ballots(db, vote.id).await?)?;
    let (parts, sealed) = apart(&voters, store::sealed(db, vote.id).await?);
    took_part.extend(parts);
    ballots.extend(sealed);
    // By number, so that the record doesn't tell in what order people voted.
    took_part.sort_by_key(|part| part.number);
    ballots.sort_by(|one, other| (one.voter, &one.id).cmp(&(other.voter, &other.id)));
    let channels = Channels {
        totals: v2::channels::totals(vote.secrecy, &took_part, &ballots),
        batches: batches(db, vote).await?,
        helped: store::count_helped(db, vote.id).await?,
    };
    Ok(Gathered {
        channels,
        carried: delegations::carry(db, vote, &voters, (&took_part, &ballots)).await?,
        options: store::options(db, vote.id).await?,
        changes: store::changes(db, vote.id).await?,
        voters,
        took_part,
        ballots,
        earlier: earlier(db, vote).await?,
    })
}

/// The vote from which this one goes on, by its record.
async fn earlier(
    db: &impl sea_orm::ConnectionTrait,
    vote: &vote::Model,
) -> Result<Option<Earlier>> {
    let Some(id) = vote.earlier_id else { return Ok(None) };
    let result = store::result(db, id).await?;
    let result = result.ok_or_else(|| Error::contradiction("votes", "earlier_id", vote.id))?;
    let number = store::get(db, id).await?.number;
    let (record_hash, outcome) = (result.record_hash, result.outcome);
    Ok(Some(Earlier { number, record_hash, outcome }))
}

/// Counts a vote that is closed, without writing anything down.
pub(super) async fn tally(db: &impl sea_orm::ConnectionTrait, vote: &vote::Model) -> Result<Tally> {
    let gathered = all(db, vote).await?;
    let (roll, method) = (roll::public(&gathered.voters), method(vote)?);
    counted(vote, &method, &roll, &gathered)
}

fn counted(
    vote: &vote::Model,
    method: &Method,
    roll: &[Entry],
    gathered: &Gathered,
) -> Result<Tally> {
    let Gathered { options, changes, carried, ballots, .. } = gathered;
    let lot = lot(vote, method);
    let ballots = v2::with_carried(ballots, carried);
    v2::count(method, options, roll, changes, &ballots, lot.as_ref())
        .map_err(|stop| Error::contradiction("votes", "rules", format!("{}: {stop}", vote.id)))
}

fn lot(vote: &vote::Model, method: &Method) -> Option<Lot> {
    let secret = vote.lot.clone().filter(|_| method.has_options())?;
    Some(Lot { announced: canonical::hash_text(&secret), secret })
}

/// Where a round of consent stands, and where it would after one more thing happened.
///
/// # Errors
/// What the database says; inside, why it couldn't happen.
pub async fn round(
    db: &impl sea_orm::ConnectionTrait,
    vote: &vote::Model,
    more: Option<&Change>,
) -> Result<Result<Ended, consent::Refusal>> {
    let Gathered { mut changes, voters, ballots, .. } = all(db, vote).await?;
    changes.extend(more.cloned());
    let Rules::Consent(turn) = method(vote)?.rules else {
        return Err(Error::contradiction("votes", "rules", vote.id));
    };
    Ok(v2::after_answers(&turn, &roll::public(&voters), &changes, &ballots))
}

/// Who took part in an open vote, and with what. A ballot of nobody on the roll is no ballot that may be
/// passed over: it says that the roll was changed.
pub(super) fn open(
    voters: &[voter::Model],
    cast: Vec<ballot::Model>,
) -> Result<(Vec<Part>, Vec<Ballot>)> {
    let numbers: BTreeMap<VoterId, i64> =
        voters.iter().map(|voter| (voter.id, voter.number)).collect();
    let with_voter = cast.into_iter().map(|ballot| {
        let stranger = || Error::contradiction("ballots", "voter_id", ballot.vote_id);
        let number = *numbers.get(&ballot.voter_id).ok_or_else(stranger)?;
        let part = Part { number, channel: ballot.channel };
        Ok((part, Ballot { voter: Some(number), id: None, receipt: None, mark: ballot.mark }))
    });
    let pairs: Vec<(Part, Ballot)> = with_voter.collect::<Result<_>>()?;
    Ok(pairs.into_iter().unzip())
}

/// The batches with the names of those who typed them: they are officers, and sign for it.
async fn batches(db: &impl sea_orm::ConnectionTrait, vote: &vote::Model) -> Result<Vec<Batch>> {
    let batches = batches::store::of_vote(db, vote.id).await?;
    let tellers = batches.iter().flat_map(|it| [it.first_teller, it.second_teller]).flatten();
    let names = members::store::names(db, tellers.collect::<BTreeSet<_>>()).await?;
    let many = |number: i64, column| {
        u64::try_from(number).map_err(|_| Error::contradiction("batches", column, vote.id))
    };
    let batch = |it: batch::Model| {
        Ok(Batch {
            number: it.number,
            channel: it.channel,
            announced: many(it.announced, "announced")?,
            taken_in: many(it.taken_in, "taken_in")?,
            aside: many(it.aside, "aside")?,
            tellers: [it.first_teller, it.second_teller]
                .into_iter()
                .flatten()
                // Who was forgotten meanwhile has no name any more.
                .map(|teller| names.get(&teller).cloned().unwrap_or_default())
                .collect(),
            discarded: it.reason,
        })
    };
    batches.into_iter().map(batch).collect()
}

/// What lies apart from its voters: ballots of a secret vote, hands that were counted.
fn apart(voters: &[voter::Model], cast: Vec<sealed_ballot::Model>) -> (Vec<Part>, Vec<Ballot>) {
    let part =
        |voter: &voter::Model| voter.channel.map(|channel| Part { number: voter.number, channel });
    let ballot = |ballot: sealed_ballot::Model| Ballot {
        voter: None,
        id: Some(ballot.id),
        receipt: Some(ballot.receipt).filter(|receipt| !receipt.is_empty()),
        mark: ballot.mark,
    };
    (voters.iter().filter_map(part).collect(), cast.into_iter().map(ballot).collect())
}

/// Counts what was gathered, and writes it down.
pub(super) fn record(
    vote: &vote::Model,
    proposal: i64,
    neighbourhood: Neighbourhood,
    gathered: Gathered,
    origin: &Origin<'_>,
) -> Result<Record> {
    let (roll, method) = (roll::public(&gathered.voters), method(vote)?);
    let missing = |column| Error::contradiction("votes", column, vote.id);
    let tally = counted(vote, &method, &roll, &gathered)?;
    let Gathered { options, changes, took_part, carried, ballots, earlier, channels, .. } =
        gathered;
    let unwritable = |_| Error::contradiction("results", "record", vote.id);
    let ballots_root = v2::tree(&ballots).map_err(unwritable)?.root();
    Ok(Record {
        schema: record::SCHEMA.to_owned(),
        version: v2::VERSION,
        program: concat!("translokaal ", env!("CARGO_PKG_VERSION")).to_owned(),
        neighbourhood,
        vote: v2::Vote {
            number: vote.number,
            url: origin.address(vote)?,
            body: vote.body,
            question: vote.title.clone(),
            proposal,
            proposal_version: vote.proposal_version,
            text_hash: vote.text_hash.clone(),
            secrecy: vote.secrecy,
            closing: vote.closing,
            opened_at: vote.opened_at.ok_or_else(|| missing("opened_at"))?,
            closed_at: vote.closed_at.ok_or_else(|| missing("closed_at"))?,
            close_reason: vote.close_reason.clone(),
            earlier,
        },
        charter_version: vote.charter_version,
        roll_hash: vote.roll_hash.clone().ok_or_else(|| missing("roll_hash"))?,
        lot: lot(vote, &method),
        method,
        options,
        roll,
        changes,
        took_part,
        channels: Some(channels),
        carried,
        ballots_root,
        ballots,
        tally,
    })
}
