//! What came of a scenario.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use translokaal::{
    db::Db,
    rules::{ballot::Mark, record::v2::Record},
    votes::store,
};

use crate::{
    count,
    ledger::{Heard, Kept, Ledger},
    voter::Voter,
};

/// The numbers of one line.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub requests: usize,
    pub acknowledged: usize,
    pub refused: usize,
    pub failed: usize,
    pub unanswered: usize,
    pub counted: usize,
    pub lost: usize,
    pub doubled: usize,
    /// Answers that can't be true.
    pub untrue: usize,
    pub marks: usize,
}

impl Score {
    /// Compares what voters heard with the ballots that are kept and with the published record.
    ///
    /// # Errors
    /// The database can't be read, or somebody who voted isn't on the roll.
    pub async fn of(voters: &mut [Voter], db: &Db, record: &Record) -> Result<Self> {
        let kept = count::ballots(db).await?;
        let times: usize = kept.values().map(|it| Kept::from(it).times).sum();
        anyhow::ensure!(count::journal(db).await? == times, "the journal tells of other ballots");
        let roll = store::voters(db.read(), count::vote(db).await?.id).await?;
        let mut counted: BTreeMap<i64, Vec<Mark>> = BTreeMap::new();
        for ballot in &record.ballots {
            let voter = ballot.voter.context("an open vote")?;
            counted.entry(voter).or_default().push(ballot.mark.clone());
        }
        let mut score = Self {
            counted: record.ballots.len(),
            marks: roll
                .iter()
                .filter(|it| it.channel.is_some() || kept.contains_key(&it.id))
                .count(),
            ..Self::default()
        };
        for voter in voters {
            let (id, ledger) = (voter.paper.voter, &mut voter.ledger);
            ledger.look(kept.get(&id).map(Kept::from));
            let number = roll.iter().find(|it| it.id == id).context("not on the roll")?.number;
            match counted.remove(&number).as_deref() {
                None | Some([]) => ledger.has_lost |= ledger.count(Heard::is_acknowledged) > 0,
                Some([one]) => ledger.has_lost |= !ledger.may_stand(one),
                Some(_) => ledger.has_doubled = true,
            }
            score.add(ledger);
        }
        // Ballots of somebody who never voted.
        score.doubled += counted.len();
        Ok(score)
    }

    /// Adds what a voter heard, and what became of her ballot.
    pub fn add(&mut self, it: &Ledger) {
        self.requests += it.attempts.len();
        self.acknowledged += it.count(Heard::is_acknowledged);
        self.refused += it.count(|it| matches!(it, Heard::Refused(_)));
        self.failed += it.count(|it| matches!(it, Heard::Failed));
        self.unanswered += it.count(|it| matches!(it, Heard::Nothing));
        self.lost += usize::from(it.has_lost);
        self.doubled += usize::from(it.has_doubled);
        self.untrue += it.untrue();
    }

    /// Whether every ballot is where it must be.
    pub const fn is_well(&self) -> bool {
        self.lost == 0 && self.doubled == 0 && self.untrue == 0 && self.marks == self.counted
    }

    /// The names of the columns: requests are acknowledged, refused by the rules, answered with a
    /// failure, or not answered at all; the others are voters.
    pub fn head() -> String {
        let names =
            "requests acknowledged refused failed unanswered counted marks lost doubled untrue";
        let names: Vec<String> = names.split(' ').map(|it| format!("{it:>12}")).collect();
        format!("{:<22}{}", "scenario", names.concat())
    }

    /// The line of a scenario.
    pub fn line(&self, name: &str) -> String {
        let numbers = [
            self.requests,
            self.acknowledged,
            self.refused,
            self.failed,
            self.unanswered,
            self.counted,
            self.marks,
            self.lost,
            self.doubled,
            self.untrue,
        ];
        let numbers = numbers.map(|it| format!("{it:>12}"));
        format!("{name:<22}{}", numbers.concat())
    }
}
