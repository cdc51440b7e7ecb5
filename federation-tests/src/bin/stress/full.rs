//! The disk is full while everybody votes, and later has space again.

use std::time::{Duration, Instant};

use anyhow::Result;
use federation_tests::{Place, house};
use translokaal::clock::Clock;

use crate::{
    count,
    crowd::Crowd,
    disk::{Disk, Small},
    extent::Extent,
    ledger::Heard,
    program::Program,
    score::Score,
    voter::Voter,
};

const HANDS: usize = 16;
/// So many are told that it failed before there is space again.
const FAILURES: usize = 50;
/// So many are acknowledged before the disk is full once more.
const SUCCESSES: usize = 200;

/// Runs it where files may not grow any more.
pub async fn limited(extent: &Extent) -> Result<Score> {
    run(extent, Place::with_sqlite()?, Disk::Limit { most: 0 }).await
}

/// Runs it on a small file system that is filled; `None` for somebody who may not mount one. The
/// tables of PostgreSQL lie on it, and its log elsewhere, as an operator would keep them.
pub async fn small(extent: &Extent) -> Result<Option<Score>> {
    let place = Place::as_wanted()?;
    // PostgreSQL has a folder that is not the program's.
    let apart = tempfile::tempdir()?;
    let folder = if place.is_sqlite() { place.folder.path() } else { apart.path() };
    match Small::over(folder).await? {
        Some(disk) => Ok(Some(run(extent, place, Disk::Small(disk)).await?)),
        None => Ok(None),
    }
}

async fn run(extent: &Extent, place: Place, mut disk: Disk) -> Result<Score> {
    let founded = house::found(place, Clock::System, extent.voters).await?;
    let (mut program, cookies) = Program::for_house(founded).await?;
    disk.take_in(&program).await?;
    program.start()?;
    program.answers().await?;
    let crowd = Crowd::of(Voter::all(program.address, &cookies).await?, program.address, HANDS);
    for _ in 0..extent.rounds {
        more(&crowd, SUCCESSES, Heard::is_acknowledged, async |_| Ok(())).await?;
        let is_failure = |it: &Heard| matches!(it, Heard::Failed);
        more(&crowd, FAILURES, is_failure, async |beat| disk.fill(&program, beat).await).await?;
        disk.free(&program).await?;
    }
    more(&crowd, SUCCESSES, Heard::is_acknowledged, async |_| Ok(())).await?;
    let mut voters = crowd.end().await?;
    let db = program.db().await?;
    count::close_at(&db, Clock::System.now()).await?;
    let record = count::record(program.address).await?;
    let score = Score::of(&mut voters, &db, &record).await?;
    db.close().await?;
    program.kill().await?;
    disk.let_go(&program).await?;
    Ok(score)
}

/// Waits until so many more attempts ended so, with something to do in between.
async fn more(
    crowd: &Crowd,
    many: usize,
    how: impl Fn(&Heard) -> bool + Copy,
    mut between: impl AsyncFnMut(u32) -> Result<()>,
) -> Result<()> {
    let begin = Instant::now();
    let before = crowd.count(how).await;
    for beat in 0_u32.. {
        if crowd.count(how).await >= before + many {
            return Ok(());
        }
        anyhow::ensure!(begin.elapsed() < Duration::from_secs(60), "voting doesn't go on");
        between(beat).await?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}
