//! Batches: ballots on paper, by mail and by show of hands, typed by two tellers.
//!
//! A batch is announced while the vote is open, with the number of papers that were handed in: what
//! was handed in before the close counts, and nothing can be slipped in afterwards unseen. Two tellers
//! type all of it, each for herself; only what both typed counts. The vote is not counted while a batch
//! waits.
//!
//! Whoever miscounted when announcing is corrected by the chair or the secretary, not by those who
//! type: until the batch is taken in, also after the close, since it is while typing that a wrong
//! number shows, and because of it nobody's paper may be lost. Both numbers, the moment and the reason
//! are public and stand in the record.

pub mod entry;
pub mod typed;

use std::collections::BTreeMap;

use super::{
    ballot::{Channel, Mark, Secrecy},
    eligibility,
    tally::method::{Method, Opt, PaperKind, Rules},
    vote,
    word::words,
    wording,
};
use entry::Entry;

words! {
    /// Where a batch stands.
    pub enum Stage {
        Announced = "announced",
        /// Two tellers agreed, and it is in the count.
        TakenIn = "taken_in",
        /// Put aside whole, with a public reason.
        Discarded = "discarded",
    }
}

words! {
    /// Why the paper of a number can't be taken in.
    pub enum Objection {
        NotOnTheRoll = "not_on_the_roll",
        Recused = "recused",
        /// Her ballot came in before; see the channel.
        TookPart = "took_part",
    }
}

/// How the marks of a batch are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Every number with its mark.
    Paired,
    /// The numbers, and apart from them the marks in any order.
    Apart,
}

/// What is known of a number on the frozen roll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub is_recused: bool,
    /// How her ballot came in, if it did.
    pub before: Option<Channel>,
}

/// A number whose paper can't be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objected {
    pub number: i64,
    pub why: Objection,
    pub channel: Option<Channel>,
}

/// Why a batch isn't taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there are no batches of {channel}")]
    NoBatches { channel: Channel },
    #[error("whoever objects says why, so consent isn't given on paper")]
    Consent,
    #[error("hands aren't raised in a secret vote")]
    HandsInSecret,
    #[error("{papers} papers; one at least and {most} at most")]
    Papers { papers: u64, most: u64 },
    #[error(transparent)]
    Vote(#[from] vote::Refusal),
    #[error("this batch is {stage}")]
    NotNow { stage: Stage },
    #[error("she typed it already; it is the turn of another teller")]
    HerTurnIsOver,
    #[error("two others typed it")]
    TwoTyped,
    #[error("has an interest of her own in this vote")]
    OwnInterest,
    #[error("{papers} papers were announced already")]
    SameNumber { papers: u64 },
    #[error("{announced} papers were announced, and {found} were typed or put aside")]
    Sum { announced: u64, found: u64 },
    #[error("{numbers} numbers and {papers} papers")]
    Unequal { numbers: u64, papers: u64 },
    #[error("{helped} of {papers} were helped")]
    Helped { helped: u64, papers: u64 },
    #[error("a mark that isn't on the paper, or beside a number where it must not be")]
    Misfit,
    #[error("{} numbers can't be taken in", .0.len())]
    Objections(Vec<Objected>),
    #[error("{batches} batches aren't finished")]
    Unfinished { batches: u64 },
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
}

/// Whether a batch may be announced; that the vote is open is the rule of every ballot.
///
/// # Errors
/// Ballots don't come in batches on this channel or of this paper, or there are none, or more than
/// voters.
pub fn announce(
    (secrecy, paper): (Secrecy, PaperKind),
    channel: Channel,
    papers: u64,
    entitled: u64,
) -> Result<(), Refusal> {
    match channel {
        Channel::Web | Channel::Proxy => Err(Refusal::NoBatches { channel }),
        _ if paper == PaperKind::Consent => Err(Refusal::Consent),
        Channel::Hands if secrecy == Secrecy::Secret => Err(Refusal::HandsInSecret),
        _ if papers == 0 || papers > entitled => Err(Refusal::Papers { papers, most: entitled }),
        Channel::Paper | Channel::Post | Channel::Hands => Ok(()),
    }
}

/// Whether the number of papers that was announced may be corrected.
///
/// # Errors
/// The vote was counted, the batch is done, or the number is the same, none, or more than voters.
pub fn correct(
    (vote, batch): (vote::Stage, Stage),
    announced: u64,
    papers: u64,
    entitled: u64,
) -> Result<(), Refusal> {
    is_waiting(vote, batch)?;
    if papers == announced {
        return Err(Refusal::SameNumber { papers });
    }
    if papers == 0 || papers > entitled {
        return Err(Refusal::Papers { papers, most: entitled });
    }
    Ok(())
}

/// Whether something is still done with a batch: it waits, and its vote wasn't counted.
///
/// # Errors
/// [`Refusal::NotNow`], or that of the vote.
pub fn is_waiting(vote: vote::Stage, batch: Stage) -> Result<(), Refusal> {
    if !matches!(vote, vote::Stage::Open | vote::Stage::Closed) {
        return Err(vote::Refusal::NotNow { stage: vote, step: vote::Step::Count }.into());
    }
    if batch == Stage::Announced { Ok(()) } else { Err(Refusal::NotNow { stage: batch }) }
}

/// How the marks of a batch are written down: apart in a secret vote, and where hands are counted.
/// Hands can only be counted for or against, and only where no sector is asked: a raised hand that
/// was counted belongs to nobody, so to no sector either.
#[must_use]
pub const fn layout(secrecy: Secrecy, channel: Channel, method: &Method) -> Layout {
    match (secrecy, channel, &method.rules) {
        (Secrecy::Secret, _, _) => Layout::Apart,
        (Secrecy::Open, Channel::Hands, Rules::Majority(rules))
            if rules.sector_majorities.is_empty() =>
        {
            Layout::Apart
        }
        // The second version asks no sector by itself; with sectors it is `GroupMajority`.
        (Secrecy::Open, Channel::Hands, Rules::MajorityV2(_)) => Layout::Apart,
        _ => Layout::Paired,
    }
}

/// Whose entry this is, among those that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nobody typed the batch before.
    First,
    /// Another teller did.
    Second,
    /// Both did, and what they typed differs: she corrects her own.
    Correction,
}

/// Whether a teller may type a batch now: two different tellers, each once, and again only to
/// correct what differs. `hers` is whether she typed it, `others` how many others did. Typing may
/// wait until after the close; what was handed in before it counts.
///
/// # Errors
/// The vote or the batch is done, it is the turn of another, or she has an interest of her own.
pub fn turn(
    (vote, batch): (vote::Stage, Stage),
    hers: bool,
    others: usize,
    own_interest: bool,
) -> Result<Turn, Refusal> {
    is_waiting(vote, batch)?;
    if own_interest {
        return Err(Refusal::OwnInterest);
    }
    match (hers, others) {
        (false, 0) => Ok(Turn::First),
        (false, 1) => Ok(Turn::Second),
        (true, 1) => Ok(Turn::Correction),
        (true, 0) => Err(Refusal::HerTurnIsOver),
        _ => Err(Refusal::TwoTyped),
    }
}

/// Checks what a teller typed: it adds up to what was announced, and every mark is on the paper.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn check(
    entry: &Entry,
    announced: u64,
    layout: Layout,
    method: &Method,
    options: &[Opt],
) -> Result<(), Refusal> {
    let (numbers, papers) = (entry.numbers(), entry.papers());
    let fits = |mark| method.takes(mark, options);
    let is_laid_out = match layout {
        Layout::Paired => entry.apart.is_empty() && entry.voters.values().flatten().all(fits),
        Layout::Apart => entry.voters.values().all(Option::is_none),
    };
    if !is_laid_out || !entry.apart.keys().all(fits) {
        return Err(Refusal::Misfit);
    }
    if numbers != papers {
        return Err(Refusal::Unequal { numbers, papers });
    }
    let found = numbers.saturating_add(entry.aside);
    if found != announced {
        return Err(Refusal::Sum { announced, found });
    }
    if entry.helped > numbers {
        return Err(Refusal::Helped { helped: entry.helped, papers: numbers });
    }
    Ok(())
}

/// Whether everybody in a batch may take part through its channel: one voter, one mark, whichever
/// channel comes first; in an open vote who was there herself goes before her proxy.
///
/// # Errors
/// [`Refusal::Objections`] with every number whose paper has to be put aside.
pub fn admit(
    entry: &Entry,
    secrecy: Secrecy,
    channel: Channel,
    roll: &BTreeMap<i64, Standing>,
) -> Result<(), Refusal> {
    let object = |(number, _): (&i64, &Option<Mark>)| {
        let objected = |why, channel| Some(Objected { number: *number, why, channel });
        let Some(standing) = roll.get(number) else {
            return objected(Objection::NotOnTheRoll, None);
        };
        if standing.is_recused {
            return objected(Objection::Recused, None);
        }
        match eligibility::may_replace(secrecy, standing.before, channel) {
            Ok(()) => None,
            Err(_) => objected(Objection::TookPart, standing.before),
        }
    };
    let objected: Vec<Objected> = entry.voters.iter().filter_map(object).collect();
    if objected.is_empty() { Ok(()) } else { Err(Refusal::Objections(objected)) }
}

/// Whether a vote may be counted: not while a batch waits that was handed in.
///
/// # Errors
/// [`Refusal::Unfinished`].
pub const fn may_count(unfinished: u64) -> Result<(), Refusal> {
    match unfinished {
        0 => Ok(()),
        batches => Err(Refusal::Unfinished { batches }),
    }
}

#[cfg(test)]
mod tests;
