//! Rounds: where everybody stands after each of them, which votes came in, and the quota.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Drawing;
use crate::{
    rules::tally::{stv_meek, stv_scottish},
    web::{
        picture::{Look, Picture, Row, Sign},
        votes::chosen::Teller,
    },
};

/// Where everybody stands in a round, and what happened in it. Votes are in hundredths.
#[derive(Default)]
struct Round {
    number: u32,
    quota: u64,
    standing: Vec<(String, u64)>,
    told: Vec<String>,
    elected: BTreeSet<String>,
    out: Option<String>,
}

/// The pictures of a Scottish count.
pub fn of_scottish(it: &Drawing<'_>) -> Vec<Picture> {
    use stv_scottish::{Step, Votes};
    let mut rounds = Rounds::new(it);
    for (step, value) in it.steps::<Step>().into_iter().zip(&it.tally.steps) {
        match step {
            Step::Quota { quota, .. } => rounds.quota = quota.saturating_mul(100),
            Step::Stage { stage, standing, .. } => {
                let standing = standing.into_iter();
                let standing =
                    standing.map(|it| (it.option, hundredths(it.votes.units, Votes::ONE)));
                rounds.stand(stage, standing.collect());
            }
            Step::Elected { option, .. } | Step::Filled { option, .. } => {
                rounds.elect(option, value);
            }
            Step::NotElected { option, .. } => rounds.leave(option, value),
            Step::Excluded { option, .. } => rounds.exclude(option, value),
            Step::Surplus { .. } | Step::Tie { .. } => rounds.tell(value),
            Step::Papers { .. } | Step::Withdrawn { .. } => {}
        }
    }
    rounds.pictures()
}

/// The pictures of Meek's count.
pub fn of_meek(it: &Drawing<'_>) -> Vec<Picture> {
    use stv_meek::{Step, Votes};
    let mut rounds = Rounds::new(it);
    for (step, value) in it.steps::<Step>().into_iter().zip(&it.tally.steps) {
        match step {
            Step::Round { round, quota, standing, .. } => {
                rounds.quota = hundredths(quota.units, Votes::ONE);
                let standing = standing.into_iter();
                let standing =
                    standing.map(|it| (it.option, hundredths(it.votes.units, Votes::ONE)));
                rounds.stand(round, standing.collect());
            }
            Step::Elected { option, .. } | Step::Filled { option, .. } => {
                rounds.elect(option, value);
            }
            Step::NotElected { option, .. } => rounds.leave(option, value),
            Step::Excluded { option, .. } => rounds.exclude(option, value),
            Step::Tie { .. } => rounds.tell(value),
            Step::Papers { .. } | Step::Withdrawn { .. } => {}
        }
    }
    rounds.pictures()
}

fn hundredths(units: u128, one: u128) -> u64 {
    u64::try_from(units.saturating_mul(100) / one).unwrap_or(u64::MAX)
}

/// Rounds that are being gathered from the steps.
struct Rounds<'a> {
    it: &'a Drawing<'a>,
    teller: Teller<'a>,
    quota: u64,
    rounds: Vec<Round>,
    /// What happened since the last round: it leads to the next.
    pending: Vec<String>,
}

impl<'a> Rounds<'a> {
    const fn new(it: &'a Drawing<'a>) -> Self {
        let teller = Teller::new(it.visit, it.method, it.options);
        Self { it, teller, quota: 0, rounds: Vec::new(), pending: Vec::new() }
    }

    fn stand(&mut self, number: u32, standing: Vec<(String, u64)>) {
        let told = std::mem::take(&mut self.pending);
        let elected = self.rounds.last().map(|round| round.elected.clone()).unwrap_or_default();
        let quota = self.quota;
        self.rounds.push(Round { number, quota, standing, told, elected, out: None });
    }

    fn sentence(&self, step: &Value) -> String {
        let name = step.get("step").and_then(Value::as_str).unwrap_or_default();
        let key = format!("told-{}-{name}", self.it.method.id()).replace('_', "-");
        self.teller.sentence(&key, step)
    }

    fn tell(&mut self, step: &Value) {
        let told = self.sentence(step);
        self.pending.push(told);
    }

    fn elect(&mut self, option: String, step: &Value) {
        let told = self.sentence(step);
        if let Some(last) = self.rounds.last_mut() {
            // What led to it comes first.
            last.told.append(&mut self.pending);
            last.told.push(told);
            last.elected.insert(option);
        }
    }

    fn leave(&mut self, option: String, step: &Value) {
        let told = self.sentence(step);
        if let Some(last) = self.rounds.last_mut() {
            last.told.push(told);
            last.out = Some(option);
        }
    }

    fn exclude(&mut self, option: String, step: &Value) {
        self.tell(step);
        if let Some(last) = self.rounds.last_mut() {
            last.out = Some(option);
        }
    }

    fn pictures(&self) -> Vec<Picture> {
        let votes = |round: &Round| {
            round.standing.iter().map(|(_, votes)| *votes).chain([round.quota]).max()
        };
        let whole = self.rounds.iter().filter_map(votes).max().unwrap_or_default();
        let before = [None].into_iter().chain(self.rounds.iter().map(Some));
        before.zip(&self.rounds).map(|(before, round)| self.picture(before, round, whole)).collect()
    }

    fn picture(&self, before: Option<&Round>, round: &Round, whole: u64) -> Picture {
        let visit = self.it.visit;
        let title = visit.with("picture-round", "round", round.number);
        let quota = visit.with("picture-quota", "quota", self.number(round.quota));
        let mut picture =
            Picture::new(visit, format!("round-{}", round.number), title, round.told.join(" "))
                .head(&["picture-candidate", "picture-stands", "picture-came", "picture-chosen"])
                .key(Look::Full, if before.is_some() { "picture-had" } else { "picture-first" })
                .line(quota);
        if before.is_some() {
            picture = picture.key(Look::Crossed, "picture-came");
        }
        for (option, votes) in &round.standing {
            let had = before.and_then(|before| {
                before.standing.iter().find(|(other, _)| other == option).map(|(_, votes)| *votes)
            });
            let had = if before.is_none() { *votes } else { had.unwrap_or_default() };
            let came = votes.saturating_sub(had);
            let is_elected = round.elected.contains(option);
            let is_out = round.out.as_ref() == Some(option);
            let sign = match (is_elected, is_out) {
                (true, _) => Some(Sign::Chosen),
                (false, true) => Some(Sign::Out),
                (false, false) => None,
            };
            let name = self.it.title(option);
            let parts = [(Look::Full, had.min(*votes)), (Look::Crossed, came)];
            let row = Row::new(&name, self.number(*votes), whole, &parts).sign(sign);
            let came = if before.is_some() { self.number(came) } else { String::new() };
            let cells = vec![name, self.number(*votes), came, self.it.yes(is_elected)];
            picture.row(row.limit(round.quota, whole), cells);
        }
        picture
    }

    /// Hundredths of votes as people write them.
    fn number(&self, hundredths: u64) -> String {
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        self.teller.text("votes", &Value::String(text))
    }
}
