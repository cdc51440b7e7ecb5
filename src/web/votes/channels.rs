//! How the ballots of a result came in, in sentences.

use crate::{
    rules::{
        ballot::Secrecy,
        record::v2::{Batch, Change, Channels, Total},
    },
    votes::entity::vote,
    web::{visit::Visit, votes::batches::correct},
};

/// Tells the totals of the channels, the batches with those who typed them and what was corrected of
/// them, and the help.
#[must_use]
pub fn told(
    visit: &Visit,
    row: &vote::Model,
    channels: Option<Channels>,
    changes: &[Change],
) -> Vec<String> {
    let Some(Channels { totals, batches, helped }) = channels else { return Vec::new() };
    let mut told: Vec<String> = totals.iter().map(|it| total(visit, it)).collect();
    if row.secrecy == Secrecy::Secret && totals.len() > 1 {
        told.push(visit.say("channels-secret"));
    }
    told.extend(batches.iter().map(|it| batch(visit, it)));
    told.extend(correct::told(visit, row, changes, None));
    if helped > 0 {
        told.push(visit.with("channels-helped", "helped", helped));
    }
    told
}

fn total(visit: &Visit, total: &Total) -> String {
    let channel = ("channel", total.channel.word());
    let mut told = visit.with_two("channels-total", channel, ("n", total.took_part));
    for (papers, key) in [(total.blank, "channels-blank"), (total.spoiled, "channels-spoiled")] {
        if let Some(papers) = papers.filter(|papers| *papers > 0) {
            told = format!("{told} {}", visit.with(key, "n", papers));
        }
    }
    told
}

fn batch(visit: &Visit, batch: &Batch) -> String {
    let things = [
        ("number", batch.number.into()),
        ("channel", batch.channel.word().into()),
        ("announced", batch.announced.into()),
        ("taken", batch.taken_in.into()),
        ("aside", batch.aside.into()),
        ("first", batch.tellers.first().cloned().unwrap_or_default().into()),
        ("second", batch.tellers.last().cloned().unwrap_or_default().into()),
        ("reason", batch.discarded.clone().unwrap_or_default().into()),
    ];
    let key = if batch.discarded.is_some() {
        "channels-batch-discarded"
    } else if batch.aside > 0 {
        "channels-batch-aside"
    } else {
        "channels-batch"
    };
    visit.fill(key, &things)
}
