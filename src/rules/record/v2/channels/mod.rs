//! How the ballots came in: the totals of every channel, the batches that two tellers typed, and how
//! many were helped.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Ballot, Change, Part, Record};
use crate::rules::{
    ballot::{Channel, Mark, Secrecy},
    record::differ,
};

/// How the ballots of a vote came in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channels {
    /// The channels through which somebody took part.
    pub totals: Vec<Total>,
    /// In the order in which they were announced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<Batch>,
    /// Voters whom somebody helped.
    #[serde(default, skip_serializing_if = "is_none")]
    pub helped: u64,
}

/// What came in through one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    pub channel: Channel,
    pub took_part: u64,
    /// Absent in a secret vote: its ballots have no channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoiled: Option<u64>,
}

/// A batch of ballots that two tellers typed, each for herself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    pub number: i64,
    pub channel: Channel,
    /// Papers that were handed in before the close, or people who raised their hands.
    pub announced: u64,
    pub taken_in: u64,
    /// Papers that were put aside, because somebody had taken part already or isn't on the roll.
    #[serde(default, skip_serializing_if = "is_none")]
    pub aside: u64,
    /// The names of the two who typed the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<String>,
    /// Why it doesn't count, if it doesn't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discarded: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_none(number: &u64) -> bool {
    *number == 0
}

/// Adds up what came in through every channel. Hands that were counted have no voter; in an open vote
/// they are the only such ballots.
#[must_use]
pub fn totals(secrecy: Secrecy, took_part: &[Part], ballots: &[Ballot]) -> Vec<Total> {
    let mut through: BTreeMap<Channel, u64> = BTreeMap::new();
    for part in took_part {
        add(through.entry(part.channel).or_default());
    }
    let mut void: BTreeMap<(Channel, &Mark), u64> = BTreeMap::new();
    let is_void = |it: &&Ballot| !it.mark.is_valid();
    if secrecy == Secrecy::Open && ballots.iter().any(|it| is_void(&it)) {
        let by_number: BTreeMap<i64, Channel> =
            took_part.iter().map(|part| (part.number, part.channel)).collect();
        for ballot in ballots.iter().filter(is_void) {
            let channel = match ballot.voter {
                Some(voter) => by_number.get(&voter).copied(),
                None => Some(Channel::Hands),
            };
            if let Some(channel) = channel {
                add(void.entry((channel, &ballot.mark)).or_default());
            }
        }
    }
    let of = |channel, mark| {
        let papers = void.get(&(channel, mark)).copied().unwrap_or_default();
        (secrecy == Secrecy::Open).then_some(papers)
    };
    let total = |(channel, took_part)| Total {
        channel,
        took_part,
        blank: of(channel, &Mark::Blank),
        spoiled: of(channel, &Mark::Spoiled),
    };
    through.into_iter().map(total).collect()
}

const fn add(number: &mut u64) {
    *number = number.saturating_add(1);
}

/// Whether the totals, the batches and the ballots tell the same.
pub(super) fn check(record: &Record) -> Option<String> {
    let channels = record.channels.as_ref()?;
    let counted = totals(record.vote.secrecy, &record.took_part, &record.ballots);
    if channels.totals != counted {
        let differing = channels
            .totals
            .iter()
            .chain(&counted)
            .find(|total| !(channels.totals.contains(total) && counted.contains(total)));
        let channel = differing.map_or("the channels", |total| total.channel.word());
        return Some(format!("the totals of {channel} are not those of the ballots"));
    }
    let through = |channel| counted.iter().find(|total| total.channel == channel);
    let typed = [Channel::Paper, Channel::Post, Channel::Hands];
    typed
        .into_iter()
        .find_map(|channel| {
            let of_channel = channels.batches.iter().filter(|batch| batch.channel == channel);
            let taken = of_channel.fold(0_u64, |sum, batch| sum.saturating_add(batch.taken_in));
            let took_part = through(channel).map_or(0, |total| total.took_part);
            differ(&format!("the sum of the batches of {channel}"), taken, took_part)
        })
        .or_else(|| channels.batches.iter().find_map(batch))
        .or_else(|| corrected(&channels.batches, &record.changes))
        .or_else(|| {
            let most = u64::try_from(record.took_part.len()).unwrap_or(u64::MAX);
            let helped = channels.helped;
            (helped > most).then(|| format!("{helped} were helped, and {most} took part"))
        })
}

fn batch(batch: &Batch) -> Option<String> {
    let number = batch.number;
    if batch.discarded.is_some() {
        return (batch.taken_in > 0).then(|| format!("batch {number} was discarded, and counts"));
    }
    let found = batch.taken_in.saturating_add(batch.aside);
    if batch.tellers.len() != 2 {
        return Some(format!("batch {number} was not typed by two tellers"));
    }
    differ(&format!("batch {number}"), batch.announced, found)
}

/// Whether every number that was corrected follows from the one before, and the last one stands.
fn corrected(batches: &[Batch], changes: &[Change]) -> Option<String> {
    let mut last: BTreeMap<i64, u64> = BTreeMap::new();
    for (number, from, to) in changes.iter().filter_map(Change::batch_corrected) {
        let before = last.insert(number, to).unwrap_or(from);
        if before != from {
            return Some(format!("batch {number} was corrected from {from}, and had {before}"));
        }
    }
    last.into_iter().find_map(|(number, to)| {
        match batches.iter().find(|batch| batch.number == number) {
            Some(batch) => differ(&format!("batch {number}"), batch.announced, to),
            None => Some(format!("batch {number} was corrected, and isn't there")),
        }
    })
}

/// Whether hands were counted: the only ballots of an open vote that lie apart from their voters.
pub(super) fn has_hands(record: &Record) -> bool {
    record.took_part.iter().any(|part| part.channel == Channel::Hands)
}

/// Whether as many hands lie apart as people raised one.
pub(super) fn hands(record: &Record) -> Option<String> {
    if record.vote.secrecy == Secrecy::Secret {
        return None;
    }
    let own: BTreeSet<i64> = record.ballots.iter().filter_map(|ballot| ballot.voter).collect();
    let raised = record.took_part.iter().filter(|part| part.channel == Channel::Hands);
    let raised = raised.filter(|part| !own.contains(&part.number)).count();
    let apart = record.ballots.iter().filter(|ballot| ballot.voter.is_none()).count();
    differ("hands that were raised", raised, apart)
}

#[cfg(test)]
mod tests;
