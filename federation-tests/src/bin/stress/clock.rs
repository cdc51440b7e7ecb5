//! The clock of the server is set back and forward while everybody votes. The server's clock says
//! what is before the close; a vote that is closed stays so.

use std::time::Duration;

use anyhow::{Context, Result};
use chrono::TimeDelta;
use federation_tests::{
    Place,
    house::{self, House},
};
use translokaal::{
    chance,
    clock::{Clock, Instant},
};

use crate::{
    count,
    crowd::Crowd,
    extent::Extent,
    ledger::Heard,
    score::Score,
    seconds::tells,
    voter::{Line, Voter},
};

const HANDS: usize = 8;
/// How often the clock is moved while everybody votes.
const MOVES: u32 = 100;

/// Runs it.
pub async fn run(extent: &Extent) -> Result<Score> {
    let start: Instant = "2026-05-01T12:00:00Z".parse()?;
    let clock = Clock::at(start);
    let founded = house::found(Place::as_wanted()?, clock.clone(), extent.voters).await?;
    let house = founded.open().await?;
    let to = house.instance.address;
    let crowd = Crowd::of(Voter::all(to, &house.cookies).await?, to, HANDS);
    for _ in 0..MOVES {
        // From before the opening to where a form is nearly too old.
        let minutes = i64::from(u16::from_le_bytes(chance::bytes()) % 780) - 120;
        set(&clock, start + TimeDelta::minutes(minutes));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut voters = crowd.end().await?;
    let early = |it: &Heard| matches!(it, Heard::Refused(page) if !tells("opent", start, page));
    let mut untrue: usize = voters.iter().map(|voter| voter.ledger.count(early)).sum();
    untrue += around_the_close(&house, &clock, &mut voters).await?;
    let record = count::record(to).await?;
    let mut score = Score::of(&mut voters, &house.instance.app.db, &record).await?;
    score.untrue += untrue;
    house.instance.shutdown().await;
    Ok(score)
}

/// Votes around the close; gives how many answers were untrue.
async fn around_the_close(house: &House, clock: &Clock, voters: &mut [Voter]) -> Result<usize> {
    let to = house.instance.address;
    let closes_at = count::vote(&house.instance.app.db).await?.closes_at;
    set(clock, closes_at - TimeDelta::milliseconds(1));
    let fresh = Voter::all(to, &house.cookies).await?;
    for voter in voters.iter_mut() {
        // The same person with a form that isn't too old.
        let hers = fresh.iter().find(|it| it.paper.voter == voter.paper.voter);
        voter.paper = hers.context("a paper of hers")?.paper.clone();
    }
    let is_late =
        |it: &Heard| matches!(it, Heard::Refused(page) if tells("sloot", closes_at, page));
    let mut untrue = all_vote(house, voters, Heard::is_acknowledged).await?;
    // Over the close and back: the vote may have closed in that moment or not, but who is told
    // that her ballot is in must be in.
    set(clock, closes_at);
    set(clock, closes_at - TimeDelta::hours(1));
    untrue += all_vote(house, voters, |it| it.is_acknowledged() || is_late(it)).await?;
    set(clock, closes_at);
    untrue += all_vote(house, voters, is_late).await?;
    // What came in time has time to be written down, before it is counted.
    clock.pass(TimeDelta::seconds(10));
    let record = count::record(to).await?;
    // Never so far forward that the form is too old.
    for hours in [-24, 34, -20] {
        clock.pass(TimeDelta::hours(hours));
        untrue += all_vote(house, voters, is_late).await?;
        // As long as the worker needs to look at the time.
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        anyhow::ensure!(count::record(to).await? == record, "the record has changed");
    }
    Ok(untrue)
}

/// Everybody votes once; gives how many heard something else.
async fn all_vote(
    house: &House,
    voters: &mut [Voter],
    expected: impl Fn(&Heard) -> bool,
) -> Result<usize> {
    let mut line = Line::to(house.instance.address);
    let mut others = 0;
    for voter in voters {
        let heard = voter.votes(&mut line).await?;
        others += usize::from(!heard.is_some_and(|it| expected(&it)));
    }
    Ok(others)
}

fn set(clock: &Clock, at: Instant) {
    clock.pass(at - clock.now());
}
