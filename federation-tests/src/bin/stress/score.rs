//! What came of a scenario.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use translokaal::{
    db::Db,
    rules::{ballot::Choice, record::Published},
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
    requests: usize,
    acknowledged: usize,
    refused: usize,
    failed: usize,
    unanswered: usize,
    counted: usize,
    lost: usize,
    doubled: usize,
    /// Answers that can't be true.
    pub untrue: usize,
    marks: usize,
}

impl Score {
    /// Compares what voters heard with the ballots that are kept and with the published record.
    ///
    /// # Errors
    /// The database can't be read, or somebody who voted isn't on the roll.
    pub async fn of(voters: &mut [Voter], db: &Db, published: &Published) -> Result<Self> {
        let kept = count::ballots(db).await?;
        let times: usize = kept.values().map(|it| Kept::from(it).times).sum();
        anyhow::ensure!(count::journal(db).await? == times, "the journal tells of other ballots");
        let roll = store::voters(db.read(), count::vote(db).await?.id).await?;
        let mut counted: BTreeMap<i64, Vec<Choice>> = BTreeMap::new();
        for ballot in &published.record.ballots {
            counted.entry(ballot.voter).or_default().push(ballot.choice);
        }
        let mut score = Self {
            counted: published.record.ballots.len(),
            marks: roll.iter().filter(|entry| kept.contains_key(&entry.id)).count(),
            ..Self::default()
        };
        for voter in voters {
            let (id, ledger) = (voter.paper.voter, &mut voter.ledger);
            ledger.look(kept.get(&id).map(Kept::from));
            let number = roll.iter().find(|it| it.id == id).context("not on the roll")?.number;
            match counted.remove(&number).as_deref() {
                None | Some([]) => ledger.has_lost |= ledger.count(Heard::is_acknowledged) > 0,
                Some([one]) => ledger.has_lost |= !ledger.may_stand(*one),
                Some(_) => ledger.has_doubled = true,
            }
            score.add(ledger);
        }
        // Ballots of somebody who never voted.
        score.doubled += counted.len();
        Ok(score)
    }

    fn add(&mut self, it: &Ledger) {
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
