//! What somebody asks about a result: why did this win, why not that one, by how much, and what would
//! have turned it, where that is well defined.
//!
//! An answer is read from the steps of the count. Where it says how many votes would have turned
//! something, that is exact: with so many it turns, with one less it doesn't. Tests count again to
//! see that it does. Where a method promises nothing of the kind (a vote more may hurt in a single
//! transferable vote for several seats) an answer only says by how much it was missed.

mod again;
mod agenda;
mod approval;
mod consent;
mod equal_shares;
mod greedy;
mod majority;
mod persons;
mod schulze;
mod transfer;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    lot::Lots,
    method::{Line, Method, Opt, Rules, Tally},
    papers::Papers,
};
use crate::rules::outcome::Outcome;

/// A vote that was counted.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    pub method: &'a Method,
    pub options: &'a [Opt],
    /// Everybody on the roll, with the mark of whoever took part.
    pub lines: &'a [Line<'a>],
    pub lots: &'a Lots,
    pub tally: &'a Tally,
}

/// An answer. Votes are in ballots, money in cents; options and sectors are named by their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// So many `more` had to take part for the quorum.
    QuorumShort { least: u64, have: u64, more: u64 },
    /// Had so many `fewer` taken part, the quorum would have been missed.
    QuorumRoom { least: u64, have: u64, fewer: u64 },
    /// There would have been a majority had so many `more` voted for of those who were neither for
    /// nor against, or had so many `turned` from against to for; nothing where they aren't as many.
    MajorityShort { more: Option<u64>, turned: Option<u64> },
    /// There would have been no majority had so many `more` voted against of those who were neither,
    /// where they are as many; or had so many `turned` from for to against.
    MajorityRoom { more: Option<u64>, turned: u64 },
    /// As `majority_short`, within a sector.
    SectorShort { sector: String, more: Option<u64>, turned: Option<u64> },
    /// As `majority_room`, within a sector.
    SectorRoom { sector: String, more: Option<u64>, turned: u64 },
    /// The last option that was chosen is so far ahead of the first that wasn't.
    TicksAhead { option: String, votes: u64, next: String, next_votes: u64, by: u64 },
    /// With so many `more` ticks the option was sure to be chosen.
    TicksShort {
        option: String,
        votes: u64,
        last: String,
        last_votes: u64,
        more: u64,
        is_tied: bool,
    },
    /// Nobody ticked the option.
    NoTicks { option: String },
    /// The option stands below one with fewer supporters, since so many of its own were `heard`:
    /// they had something higher on the agenda already.
    Below {
        option: String,
        place: u32,
        votes: u64,
        heard: u64,
        above: String,
        above_place: u32,
        above_votes: u64,
        above_heard: u64,
    },
    /// The agenda was full.
    NotPlaced { option: String, votes: u64, places: u32 },
    /// The supporters had too little money left together. With so many `more` voters who tick only
    /// this, and everything counted again, it would have been bought; nothing where that can't be
    /// said.
    MoneyShort { option: String, votes: u64, cost: u64, have: u64, lack: u64, more: Option<u64> },
    /// The option costs more than there is.
    TooDear { option: String, cost: u64, budget: u64, lack: u64 },
    /// When it was the turn of the option, too little money was left.
    LeftShort { option: String, votes: u64, cost: u64, left: u64, lack: u64 },
    /// The option comes after the first that couldn't be paid.
    TooLate { option: String, votes: u64 },
    /// Had so many of her votes `turned` to another one, she would not have had the `least` that is
    /// more than half.
    HalfRoom { option: String, votes: u64, least: u64, turned: u64 },
    /// Nobody had more than half in that round; with so many `more` votes she would have had.
    HalfShort { option: String, votes: u64, least: u64, more: u64 },
    /// So `many` objections stood. Had they ended, it would have been adopted, if with them the quorum
    /// hadn't been missing, too.
    ObjectionsStood { many: u64, also_quorum: bool },
    /// No objection stood; one would have been enough that it wasn't adopted.
    ObjectionRoom,
    /// With so many `more` votes in that round she would have had more than half of them.
    VotesShort { option: String, votes: u64, to: String, to_votes: u64, more: u64 },
    /// The duel that the winner won with the smallest difference.
    DuelClosest { option: String, other: String, votes: u64, against: u64 },
    /// The option lost its duel with the winner.
    DuelLost { option: String, to: String, votes: u64, against: u64 },
    /// The option did not lose its duel with the winner, who is stronger by way of others.
    PathLost { option: String, to: String, votes: u64, against: u64, over: Vec<String> },
    /// A lot fell on the other one.
    LotLost { option: String, to: String },
    /// The option does not win its duel with the status quo.
    StatusQuoKept { option: String, votes: u64, against: u64 },
    /// The option left the count after this round, `short` of the next one above it.
    RoundsOut {
        option: String,
        round: u32,
        votes: String,
        next: Option<String>,
        short: String,
        is_tied: bool,
        quota: String,
        to_quota: String,
    },
    /// The option was still there when the seats were filled.
    RoundsLeft { option: String, votes: String, quota: String, to_quota: String },
    /// Had so many `more` people voted and chosen only this option, it was sure to be chosen.
    Turned { option: String, more: u64 },
    /// Had so many `more` people voted and chosen only this option, it was sure to stand above the
    /// other one.
    Higher { option: String, above: String, more: u64 },
}

impl Answer {
    /// The option that it is about, if it says why that one was not chosen, or not sooner.
    #[must_use]
    pub fn why_not(&self) -> Option<&str> {
        match self {
            Self::TicksShort { option, .. }
            | Self::NoTicks { option }
            | Self::Below { option, .. }
            | Self::NotPlaced { option, .. }
            | Self::MoneyShort { option, .. }
            | Self::TooDear { option, .. }
            | Self::LeftShort { option, .. }
            | Self::TooLate { option, .. }
            | Self::VotesShort { option, .. }
            | Self::HalfShort { option, .. }
            | Self::DuelLost { option, .. }
            | Self::PathLost { option, .. }
            | Self::LotLost { option, .. }
            | Self::StatusQuoKept { option, .. }
            | Self::RoundsOut { option, .. }
            | Self::RoundsLeft { option, .. }
            | Self::Turned { option, .. }
            | Self::Higher { option, .. } => Some(option),
            Self::QuorumShort { .. }
            | Self::QuorumRoom { .. }
            | Self::MajorityShort { .. }
            | Self::MajorityRoom { .. }
            | Self::SectorShort { .. }
            | Self::SectorRoom { .. }
            | Self::TicksAhead { .. }
            | Self::HalfRoom { .. }
            | Self::ObjectionsStood { .. }
            | Self::ObjectionRoom
            | Self::DuelClosest { .. } => None,
        }
    }
}

impl Counting<'_> {
    /// What can be answered about the result: first what is about all of it, then why not, an option
    /// at a time, with what would have turned that.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        let mut answers = self.quorum();
        let is_short = matches!(self.tally.outcome, Outcome::NoQuorum | Outcome::Postponed);
        if is_short && self.method.has_options() {
            return answers;
        }
        let mut again = again::Again::of(self);
        for answer in self.of_method() {
            let turned = again.as_mut().and_then(|again| again.turned(&answer));
            answers.extend([Some(answer), turned].into_iter().flatten());
        }
        answers
    }

    fn of_method(&self) -> Vec<Answer> {
        match &self.method.rules {
            Rules::Majority(rules) => majority::answers(rules.majority, &self.steps()),
            Rules::MajorityV2(rules) => {
                majority::answers(rules.majority, &majority::of_second(&self.steps()))
            }
            Rules::GroupMajority(rules) => {
                let share = rules.overall().and_then(|all| all.majority);
                majority::answers(share, &majority::of_groups(&self.steps()))
            }
            // Who objects, and why, is told by the round itself.
            Rules::Consent(turn) => consent::answers(turn, &self.steps()),
            Rules::Persons(_) => persons::answers(&self.steps(), self.tally),
            Rules::Greedy(_) => {
                greedy::answers(&self.steps(), self.method.budget.unwrap_or_default())
            }
            Rules::Approval(rules) => approval::answers(rules, &self.steps()),
            Rules::AgendaPhragmen(_) => agenda::answers(&self.steps()),
            Rules::EqualShares(rules) => equal_shares::answers(rules, self),
            Rules::Schulze(rules) => schulze::answers(rules, &self.steps(), self.tally),
            Rules::StvScottish(_) => transfer::of_scottish(&self.steps()),
            Rules::StvMeek(_) => transfer::of_meek(&self.steps()),
        }
    }

    /// The quorum of methods that have none of their own.
    fn quorum(&self) -> Vec<Answer> {
        let Some(share) = self.method.quorum else { return Vec::new() };
        let papers = Papers::sort(self.lines.iter().copied());
        match share.least(papers.entitled) {
            0 => Vec::new(),
            least => vec![quorum(least, papers.took_part)],
        }
    }

    fn steps<Step: DeserializeOwned>(&self) -> Vec<Step> {
        let steps = self.tally.steps.iter();
        steps.filter_map(|step| serde_json::from_value(step.clone()).ok()).collect()
    }
}

/// How far a number is from the least that is needed.
fn quorum(least: u64, have: u64) -> Answer {
    match have.checked_sub(least) {
        Some(room) => Answer::QuorumRoom { least, have, fewer: room.saturating_add(1) },
        None => Answer::QuorumShort { least, have, more: least.saturating_sub(have) },
    }
}

#[cfg(test)]
mod tests;
