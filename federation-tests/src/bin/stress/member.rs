//! One member casts very often at the same time: there is one ballot, and one answer says that it
//! is her first.

use std::sync::Arc;

use anyhow::Result;
use federation_tests::{Place, house};
use tokio::sync::Barrier;
use translokaal::{clock::Clock, rules::ballot::Choice};

use crate::{
    count,
    extent::Extent,
    ledger::Heard,
    score::Score,
    voter::{Line, Voter},
};

/// Runs it.
pub async fn run(extent: &Extent) -> Result<Score> {
    let house = house::found(Place::as_wanted()?, Clock::System, 1).await?.open().await?;
    let (to, app) = (house.instance.address, house.instance.app.clone());
    let mut voters = Voter::all(to, &house.cookies).await?;
    let [voter] = voters.as_mut_slice() else { anyhow::bail!("one member") };
    let together = Arc::new(Barrier::new(extent.casts));
    let casting: Vec<_> = (0..extent.casts)
        .map(|n| {
            let (mut voter, together) = (voter.clone(), Arc::clone(&together));
            tokio::spawn(async move {
                let mut line = Line::to(to);
                line.connect().await?;
                together.wait().await;
                let choice = Choice::ALL.iter().copied().cycle().nth(n).unwrap_or(Choice::For);
                voter.casts(&mut line, choice).await?;
                anyhow::Ok(voter.ledger.attempts)
            })
        })
        .collect();
    for one in casting {
        voter.ledger.attempts.append(&mut one.await??);
    }
    // Nobody knows in which order they arrived; the first one says so itself.
    voter.ledger.attempts.sort_by_key(|it| !matches!(it.heard, Heard::First));
    // The last one is known to be the last, and stands.
    voter.casts(&mut Line::to(to), Choice::Against).await?;
    count::close_at(&app.db, app.clock.now()).await?;
    let record = count::record(to).await?;
    let score = Score::of(&mut voters, &app.db, &record).await?;
    house.instance.shutdown().await;
    Ok(score)
}
