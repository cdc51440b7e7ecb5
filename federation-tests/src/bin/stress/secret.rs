//! The program is killed while everybody votes in secret. Nobody can replace a ballot, so everybody
//! votes once, and who heard nothing sends again until she hears that she took part. Nothing joins
//! ballots and voters: there must be as many ballots as marks, and of each choice as many as those
//! who are marked have sent.

use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

use anyhow::{Context, Result};
use federation_tests::{Place, house};
use tokio::task::JoinHandle;
use translokaal::{
    chance,
    clock::Clock,
    db::Db,
    rules::{
        ballot::{Choice, Mark, Secrecy},
        record::v2::Record,
    },
    votes::{Paper, store},
};

use crate::{
    count,
    extent::Extent,
    ledger::Heard,
    program::Program,
    score::Score,
    voter::{Line, Voter},
};

const HANDS: usize = 4;
/// The longest that the program lives, in milliseconds after it answers.
const LIFE_MS: u16 = 250;
/// Between two who vote.
const PAUSE: Duration = Duration::from_millis(10);

/// Runs it, until everybody has voted or the program was killed often enough.
pub async fn run(extent: &Extent) -> Result<Score> {
    let paper = Paper { secrecy: Secrecy::Secret, ..Paper::default() };
    let (place, members) = (Place::as_wanted()?, extent.secret);
    let founded = house::found_with(place, Clock::System, members, paper).await?;
    let (mut program, cookies) = Program::for_house(founded).await?;
    program.start()?;
    program.answers().await?;
    let mut voters = Voter::all(program.address, &cookies).await?;
    let mut hands = Vec::new();
    while !voters.is_empty() {
        let hers = voters.split_off(voters.len().saturating_sub(members.div_ceil(HANDS)));
        hands.push(tokio::spawn(vote(hers, program.address)));
    }
    for _ in 0..extent.kills {
        if hands.iter().all(JoinHandle::is_finished) {
            break;
        }
        let drawn = u16::from_le_bytes(chance::bytes()) % LIFE_MS;
        tokio::time::sleep(Duration::from_millis(drawn.into())).await;
        program.kill().await?;
        program.start()?;
        program.answers().await?;
    }
    for hand in hands {
        voters.append(&mut hand.await??);
    }
    let db = program.db().await?;
    count::close_at(&db, Clock::System.now()).await?;
    let record = count::record(program.address).await?;
    let score = score(&mut voters, &db, &record).await?;
    db.close().await?;
    program.kill().await?;
    Ok(score)
}

/// Some who vote one after the other.
async fn vote(mut voters: Vec<Voter>, to: SocketAddr) -> Result<Vec<Voter>> {
    let mut line = Line::to(to);
    for (voter, choice) in voters.iter_mut().zip(Choice::ALL.iter().copied().cycle()) {
        let heard = loop {
            let heard = voter.casts(&mut line, choice).await?;
            tokio::time::sleep(PAUSE).await;
            match heard {
                Some(heard) if !heard.is_open() => break heard,
                _ => {}
            }
        };
        if let Heard::Refused(page) = heard {
            anyhow::ensure!(
                page.contains("U hebt al gestemd"),
                "refused for another reason: {page}"
            );
        }
    }
    Ok(voters)
}

async fn score(voters: &mut [Voter], db: &Db, record: &Record) -> Result<Score> {
    let roll = store::voters(db.read(), count::vote(db).await?.id).await?;
    let mut score = Score { counted: record.ballots.len(), ..Score::default() };
    let (mut sent, mut counted) = (BTreeMap::<Mark, usize>::new(), BTreeMap::new());
    for ballot in &record.ballots {
        *counted.entry(ballot.mark.clone()).or_default() += 1;
    }
    for voter in voters {
        let entry = roll.iter().find(|it| it.id == voter.paper.voter).context("not on the roll")?;
        let ledger = &mut voter.ledger;
        let is_marked = entry.channel.is_some();
        ledger.has_lost = ledger.count(Heard::is_acknowledged) > 0 && !is_marked;
        if let Some(first) = ledger.attempts.first().filter(|_| is_marked) {
            *sent.entry(first.choice.into()).or_default() += 1;
            // Only somebody who was left without an answer can be told that she took part before.
            score.untrue += usize::from(matches!(first.heard, Heard::Refused(_)));
        }
        score.marks += usize::from(is_marked);
        score.add(ledger);
    }
    for mark in Choice::ALL.iter().map(|choice| Mark::from(*choice)) {
        let of = |all: &BTreeMap<Mark, usize>| all.get(&mark).copied().unwrap_or_default();
        score.lost += of(&sent).saturating_sub(of(&counted));
        score.doubled += of(&counted).saturating_sub(of(&sent));
    }
    Ok(score)
}
