//! Casting ballots. One rule for all channels: one voter, one mark, in time, on the paper.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    entity::{ballot, sealed_ballot, vote, voter},
    prepare::method,
    store,
};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId, VoterId},
    journal::{self, Event},
    rules::{
        ballot::{Channel, Mark, Secrecy},
        eligibility::{self, Booth, Refusal},
        record::v2::Change,
        seat::Occupancy,
        tally::method::{Method, Opt},
    },
};

/// A ballot as it comes in.
#[derive(Clone, Debug)]
pub struct Casting {
    pub vote: VoteId,
    /// The entry on the roll for which it is cast.
    pub voter: VoterId,
    pub mark: Mark,
    pub channel: Channel,
    /// SHA-256 of what stands on the voter's receipt; kept in secret votes only.
    pub receipt: String,
    /// Somebody helped her with it. Kept apart from her, and from the ballot.
    pub helped: bool,
}

/// A ballot that was received: when, and who sent it.
#[derive(Clone, Debug)]
pub struct Received {
    pub at: Instant,
    pub by: MemberId,
    pub new: Casting,
}

/// What became of a ballot that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// It took the place of an earlier one.
    pub replaced: bool,
}

/// Casts a ballot, or replaces the one that was cast before, until the vote closes; in a secret vote
/// nothing is replaced. `now` is when the ballot was received.
///
/// # Errors
/// The vote isn't open (with the moment it closed), she isn't on the roll, the seat is for somebody
/// else to vote (with the moment that happened), or the mark isn't on the paper.
pub async fn cast(tx: &Tx, now: Instant, by: MemberId, new: Casting) -> Result<Cast> {
    let mut done = cast_all(tx, &[Received { at: now, by, new }]).await?;
    done.pop().unwrap_or(Err(Error::NotFound("voter")))
}

/// Casts ballots that came in together, in their order, as [`cast`] would one by one: what is wrong
/// with one leaves the others alone.
///
/// # Errors
/// What the database says; then none was cast.
pub async fn cast_all(tx: &Tx, received: &[Received]) -> Result<Vec<Result<Cast>>> {
    let mut booths = Booths::load(tx, received).await?;
    let done: Vec<Result<Cast>> = received.iter().map(|it| booths.accept(it)).collect();
    if !booths.put.is_empty() {
        store::put_ballots(tx, booths.put.into_values()).await?;
    }
    for (vote, times) in &booths.helped {
        store::put_helped(tx, *vote, *times).await?;
    }
    if !booths.sealed.is_empty() {
        store::put_sealed(tx, booths.sealed, &booths.marks).await?;
    }
    journal::record_all(tx, events(received, &done, &booths.papers)).await?;
    Ok(done)
}

/// One line for each open vote, not one for each ballot, and none for a secret one: the journal
/// holds no ballots, and nothing that tells whose they are.
fn events(
    received: &[Received],
    done: &[Result<Cast>],
    papers: &BTreeMap<VoteId, Paper>,
) -> Vec<(Instant, Option<MemberId>, Event)> {
    let mut counts: BTreeMap<VoteId, (Instant, u64, u64)> = BTreeMap::new();
    for (it, done) in received.iter().zip(done) {
        let is_open = |paper: &Paper| paper.vote.secrecy == Secrecy::Open;
        let Ok(cast) = done else { continue };
        if papers.get(&it.new.vote).is_some_and(is_open) {
            let count = counts.entry(it.new.vote).or_insert((it.at, 0, 0));
            *count = (count.0.max(it.at), count.1 + 1, count.2 + u64::from(cast.replaced));
        }
    }
    let line = |(vote, (at, ballots, replaced))| {
        (at, None, Event::BallotsCast { vote, ballots, replaced })
    };
    counts.into_iter().map(line).collect()
}

/// A vote with its ballot paper, and who may not vote in it.
struct Paper {
    vote: vote::Model,
    method: Method,
    options: Vec<Opt>,
    recused: BTreeSet<i64>,
}

/// What must be known to take ballots, and the ballots that were taken.
struct Booths {
    papers: BTreeMap<VoteId, Paper>,
    voters: BTreeMap<VoterId, voter::Model>,
    before: BTreeMap<VoterId, ballot::Model>,
    put: BTreeMap<VoterId, ballot::Model>,
    sealed: Vec<sealed_ballot::Model>,
    marks: BTreeMap<VoterId, Channel>,
    /// How many of them were helped. A ballot that is replaced was told of the first time.
    helped: BTreeMap<VoteId, u64>,
}

impl Booths {
    async fn load(tx: &Tx, received: &[Received]) -> Result<Self> {
        let votes: BTreeSet<VoteId> = received.iter().map(|it| it.new.vote).collect();
        let ids: BTreeSet<VoterId> = received.iter().map(|it| it.new.voter).collect();
        let mut papers = BTreeMap::new();
        for (id, vote) in store::hold_votes(tx, votes).await? {
            papers.insert(id, Paper::load(tx, vote).await?);
        }
        let voters = store::hold_voters(tx, ids.iter().copied()).await?;
        let before = store::ballots_of(tx, ids).await?;
        Ok(Self {
            papers,
            voters,
            before,
            put: BTreeMap::new(),
            sealed: Vec::new(),
            marks: BTreeMap::new(),
            helped: BTreeMap::new(),
        })
    }

    /// Takes a ballot if the rules allow it.
    fn accept(&mut self, it: &Received) -> Result<Cast> {
        let paper = self.papers.get(&it.new.vote);
        let voter = self.voters.get(&it.new.voter).filter(|voter| voter.vote_id == it.new.vote);
        let (Some(paper), Some(voter)) = (paper, voter) else {
            return Err(Error::NotFound("voter"));
        };
        let vote = &paper.vote;
        let earlier = self.put.get(&voter.id).or_else(|| self.before.get(&voter.id));
        let mark = self.marks.get(&voter.id).copied().or(voter.channel);
        may_cast(vote, voter, (earlier, mark), it.at, (it.by, it.new.channel))?;
        if paper.recused.contains(&voter.number) {
            return Err(Refusal::Recused.into());
        }
        if !paper.method.takes(&it.new.mark, &paper.options) {
            return Err(Refusal::NotOnThePaper.into());
        }
        let replaced = earlier.map(|ballot| ballot.replaced + 1);
        if it.new.helped && replaced.is_none() {
            *self.helped.entry(it.new.vote).or_default() += 1;
        }
        match vote.secrecy {
            Secrecy::Open => {
                let row = open(it, replaced.unwrap_or_default());
                self.put.insert(it.new.voter, row);
            }
            Secrecy::Secret => {
                self.marks.insert(it.new.voter, it.new.channel);
                self.sealed.push(seal(&it.new));
            }
        }
        Ok(Cast { replaced: replaced.is_some() })
    }
}

impl Paper {
    async fn load(tx: &Tx, vote: vote::Model) -> Result<Self> {
        let method = method(&vote)?;
        let options =
            if method.has_options() { store::options(tx, vote.id).await? } else { Vec::new() };
        let changes = store::changes(tx, vote.id).await?;
        let recused = changes.iter().filter_map(Change::recused).collect();
        Ok(Self { vote, method, options, recused })
    }
}

fn open(it: &Received, replaced: i32) -> ballot::Model {
    ballot::Model {
        vote_id: it.new.vote,
        voter_id: it.new.voter,
        member_id: it.by,
        mark: it.new.mark.clone(),
        channel: it.new.channel,
        cast_at: it.at,
        replaced,
    }
}

/// A ballot that tells nothing of its voter.
fn seal(new: &Casting) -> sealed_ballot::Model {
    sealed_ballot::Model {
        vote_id: new.vote,
        id: chance::token(),
        mark: new.mark.clone(),
        receipt: new.receipt.clone(),
    }
}

/// Whether a member may cast the ballot of an entry at `now` through a channel: her own, that of a seat
/// whose alternate she is, or that of a giver by proxy. Before it came the ballot or, in a secret vote,
/// the mark on the roll.
///
/// # Errors
/// The first reason that holds.
pub fn may_cast(
    vote: &vote::Model,
    voter: &voter::Model,
    (earlier, mark): (Option<&ballot::Model>, Option<Channel>),
    now: Instant,
    (by, channel): (MemberId, Channel),
) -> Result<(), Refusal> {
    let before = mark.or_else(|| earlier.map(|ballot| ballot.channel));
    if channel == Channel::Proxy {
        let (booth, entry) = (booth(vote), occupancy(voter, None));
        let booth = (&booth, vote.secrecy);
        return eligibility::may_cast_for(booth, now, &entry, voter.proxy_id, (before, by));
    }
    // What was cast by proxy was cast by nobody of this seat.
    let own = earlier.filter(|ballot| ballot.channel != Channel::Proxy);
    eligibility::may_cast(&booth(vote), now, Some(&occupancy(voter, own)), by)?;
    eligibility::may_replace(vote.secrecy, before, channel)
}

/// A vote as far as the rule about ballots is concerned.
#[must_use]
pub const fn booth(vote: &vote::Model) -> Booth {
    Booth {
        body: vote.body,
        stage: vote.stage,
        opens_at: vote.opens_at,
        closes_at: vote.closes_at,
        closed_at: vote.closed_at,
    }
}

/// An entry on the roll as the rule about seats sees it.
#[must_use]
pub fn occupancy(voter: &voter::Model, ballot: Option<&ballot::Model>) -> Occupancy {
    Occupancy {
        holder: voter.holder_id,
        alternate: voter.alternate_id,
        absent_since: voter.absent_since,
        cast: ballot.map(|ballot| (ballot.member_id, ballot.cast_at)),
    }
}

#[cfg(test)]
mod tests;
