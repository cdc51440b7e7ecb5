//! The disk is full while everybody votes, and later has space again: files may not grow beyond a
//! limit, which is lowered until the database feels it. Only for SQLite: another server's disk is
//! not ours to fill.

use std::time::{Duration, Instant};

use anyhow::Result;
use federation_tests::{Place, house};
use tokio::process::Command;
use translokaal::clock::Clock;

use crate::{
    count, crowd::Crowd, extent::Extent, ledger::Heard, program::Program, score::Score,
    voter::Voter,
};

const HANDS: usize = 16;
/// So many are told that it failed before there is space again.
const FAILURES: usize = 50;
/// So many are acknowledged before the disk is full once more.
const SUCCESSES: usize = 200;

/// Runs it.
pub async fn run(extent: &Extent) -> Result<Score> {
    let founded = house::found(Place::with_sqlite()?, Clock::System, extent.voters).await?;
    let (mut program, cookies) = Program::for_house(founded).await?;
    program.start()?;
    program.answers().await?;
    let crowd = Crowd::of(Voter::all(program.address, &cookies).await?, program.address, HANDS);
    for _ in 0..extent.rounds {
        more(&crowd, SUCCESSES, Heard::is_acknowledged, async |_| Ok(())).await?;
        let most = program.largest_file()?;
        more(
            &crowd,
            FAILURES,
            |it| matches!(it, Heard::Failed),
            async |beat| {
                // Less and less, until what the database writes next doesn't fit any more; often in
                // the middle of a page.
                let bytes = most.saturating_mul(u64::from(20_u32.saturating_sub(beat))) / 20;
                limit(&program, &bytes.to_string()).await
            },
        )
        .await?;
        limit(&program, "unlimited").await?;
    }
    more(&crowd, SUCCESSES, Heard::is_acknowledged, async |_| Ok(())).await?;
    let mut voters = crowd.end().await?;
    let db = program.db().await?;
    count::close_at(&db, Clock::System.now()).await?;
    let record = count::record(program.address).await?;
    let score = Score::of(&mut voters, &db, &record).await?;
    db.close().await?;
    program.kill().await?;
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

/// Says how many bytes a file of the program may have.
async fn limit(program: &Program, bytes: &str) -> Result<()> {
    let process = program.process()?.to_string();
    let fsize = format!("--fsize={bytes}:");
    let status = Command::new("prlimit").args(["--pid", &process, &fsize]).status().await?;
    anyhow::ensure!(status.success(), "prlimit: {status}");
    Ok(())
}
