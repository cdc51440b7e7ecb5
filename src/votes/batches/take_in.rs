use std::collections::BTreeMap;

use super::{entity::batch, hall::Hall, store};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoterId},
    journal::{self, Event},
    rules::{
        ballot::{Channel, Mark, Secrecy},
        batch::{Stage, entry::Entry},
        vote::Stage as VoteStage,
    },
    votes::{
        self,
        entity::{ballot, sealed_ballot, vote, voter},
    },
};

/// What two tellers both typed.
pub(super) struct Agreed {
    pub tellers: (MemberId, MemberId),
    pub entry: Entry,
}

/// Takes an agreed batch into the count: puts the ballots down, marks the roll, and takes away what
/// was typed.
pub(super) async fn take_in(
    tx: &Tx,
    now: Instant,
    vote: &vote::Model,
    batch: batch::Model,
    hall: &Hall,
    agreed: Agreed,
) -> Result<()> {
    let Agreed { tellers, entry } = agreed;
    let mut ballots = Vec::new();
    let mut marks: BTreeMap<VoterId, Channel> = BTreeMap::new();
    for (number, mark) in &entry.voters {
        let voter = hall.voters.get(number).ok_or(Error::NotFound("voter"))?;
        match mark {
            Some(mark) => {
                let before = hall.roll.get(number).and_then(|it| it.before);
                let replaced = i32::from(before.is_some());
                ballots.push(ballot::Model { replaced, ..open(&batch, voter, mark)? });
            }
            None => {
                marks.insert(voter.id, batch.channel);
            }
        }
    }
    votes::store::put_ballots(tx, ballots).await?;
    if !marks.is_empty() {
        // In an open vote a proxy may have cast hers before she raised her hand.
        votes::store::delete_ballots(tx, vote.id, marks.keys().copied()).await?;
        votes::store::put_sealed(tx, apart(vote, &entry.apart), &marks).await?;
    }
    votes::store::put_helped(tx, vote.id, entry.helped).await?;
    if vote.stage == VoteStage::Closed {
        // The close wrote everything anew that could tell an order; this came afterwards.
        votes::store::scatter_helped(tx, vote.id).await?;
        if vote.secrecy == Secrecy::Secret {
            votes::store::scatter(tx, vote.id).await?;
        }
    }
    store::erase_entries(tx, batch.id).await?;
    let papers = super::column(entry.numbers(), batch.id)?;
    let (number, channel) = (batch.number, batch.channel);
    let taken = batch::Model {
        stage: Stage::TakenIn,
        first_teller: Some(tellers.0),
        second_teller: Some(tellers.1),
        taken_in: papers,
        aside: super::column(entry.aside, batch.id)?,
        ..batch
    };
    store::save(tx, taken).await?;
    let event = Event::BatchTakenIn { vote: vote.id, batch: number, channel, papers };
    journal::record(tx, now, Some(tellers.1), event).await
}

/// The ballot of somebody who handed it in herself; it was received when the batch was announced.
fn open(batch: &batch::Model, voter: &voter::Model, mark: &Mark) -> Result<ballot::Model> {
    let present = voter.holder_id.filter(|_| voter.absent_since.is_none());
    let member = present.or(voter.alternate_id).or(voter.holder_id);
    Ok(ballot::Model {
        vote_id: batch.vote_id,
        voter_id: voter.id,
        member_id: member.ok_or(Error::contradiction("voters", "holder_id", voter.id))?,
        mark: mark.clone(),
        channel: batch.channel,
        cast_at: batch.announced_at,
        replaced: 0,
    })
}

/// Ballots of nobody in particular. They have no receipt: nobody was given one.
fn apart(vote: &vote::Model, marks: &BTreeMap<Mark, u64>) -> Vec<sealed_ballot::Model> {
    let ballot = |mark: &Mark| sealed_ballot::Model {
        vote_id: vote.id,
        id: chance::token(),
        mark: mark.clone(),
        receipt: String::new(),
    };
    marks.iter().flat_map(|(mark, papers)| (0..*papers).map(move |_| ballot(mark))).collect()
}
