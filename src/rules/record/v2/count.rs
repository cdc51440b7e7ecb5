use std::collections::{BTreeMap, BTreeSet};

use super::{Ballot, Change, Entry, Lot};
use crate::rules::{
    ballot::Mark,
    outcome::Outcome,
    tally::{
        consent::{self, After, Ended, Turn},
        lot::Lots,
        method::{Line, Method, Opt, Rules, Stop, Tally, values},
    },
};

/// Counts the ballots of a vote by its rules. Those who were recused are not on the roll for it.
///
/// # Errors
/// The method is unknown, or needs a lot that wasn't drawn.
pub fn count(
    method: &Method,
    options: &[Opt],
    roll: &[Entry],
    changes: &[Change],
    ballots: &[Ballot],
    lot: Option<&Lot>,
) -> Result<Tally, Stop> {
    if !method.is_known() {
        return Err(Stop::Unknown { id: method.id(), version: method.version });
    }
    if let Rules::Consent(turn) = &method.rules {
        return consent(turn, &after_answers(turn, roll, changes, ballots)?);
    }
    let chair_is_for = changes.iter().find_map(Change::ruled);
    let recused: BTreeSet<i64> = changes.iter().filter_map(Change::recused).collect();
    let is_secret = ballots.iter().any(|ballot| ballot.voter.is_none());
    let lots = lot.map_or(Lots::None, |lot| lot.lots(ballots));
    let marks: BTreeMap<i64, &Mark> =
        ballots.iter().filter_map(|ballot| Some((ballot.voter?, &ballot.mark))).collect();
    // A secret ballot has no voter: it is counted beside the roll, whose lines stay without marks.
    let mut apart = ballots.iter().filter(|ballot| ballot.voter.is_none()).map(|it| &it.mark);
    let lines = roll.iter().filter(|entry| !recused.contains(&entry.number)).map(|entry| Line {
        sector: entry.sector.as_deref().filter(|_| !is_secret),
        mark: marks.get(&entry.number).copied().or_else(|| apart.next()),
    });
    method.count(options, lines, &lots, chair_is_for)
}

/// Where a round of consent stands after the answers, and what happened since. Participants are called
/// by their seats: numbers on the roll differ from vote to vote.
///
/// # Errors
/// Something that couldn't happen.
pub fn after_answers(
    turn: &Turn,
    roll: &[Entry],
    changes: &[Change],
    ballots: &[Ballot],
) -> Result<Ended, consent::Refusal> {
    let recused: BTreeSet<i64> = changes.iter().filter_map(Change::recused).collect();
    let names: BTreeMap<i64, String> = roll
        .iter()
        .filter(|entry| !recused.contains(&entry.number))
        .map(|entry| (entry.number, entry.seat.clone().unwrap_or_else(|| entry.number.to_string())))
        .collect();
    let name = |number: &i64| names.get(number).cloned().unwrap_or_else(|| number.to_string());
    let answers = ballots.iter().filter_map(|ballot| match (&ballot.mark, &ballot.voter) {
        (Mark::Answer(answer), Some(number)) => Some((name(number), answer.clone())),
        _ => None,
    });
    let after = changes.iter().filter_map(|change| match change {
        Change::Withdrawn { number, .. } => Some(After::Withdrawn { by: name(number) }),
        Change::NotArgued { objector, by, .. } => {
            Some(After::NotArgued { objector: name(objector), by: name(by) })
        }
        Change::RoundEnded { meeting_ended, .. } => {
            Some(After::Ended { meeting_ended: *meeting_ended })
        }
        _ => None,
    });
    turn.count(&names.values().cloned().collect(), answers, after)
}

/// A round of consent as a result.
fn consent(turn: &Turn, ended: &Ended) -> Result<Tally, Stop> {
    let outcome = match ended.tally.outcome {
        consent::Outcome::Adopted => Outcome::Adopted,
        consent::Outcome::ToVote => Outcome::ToVote,
        consent::Outcome::NoConsent => Outcome::NoConsent,
        consent::Outcome::Open if !ended.is_over => Outcome::ObjectionsStand,
        consent::Outcome::Open if turn.round < turn.rules.rounds => Outcome::NextRound,
        consent::Outcome::Open => Outcome::NoConsent,
    };
    Ok(Tally::of(outcome, values(&ended.tally.steps)?))
}
