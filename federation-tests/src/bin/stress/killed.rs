//! The program is killed at random moments while everybody votes, and started again; who heard
//! nothing sends again.

use std::time::Duration;

use anyhow::Result;
use federation_tests::{Place, house};
use translokaal::{chance, clock::Clock};

use crate::{count, crowd::Crowd, extent::Extent, program::Program, score::Score, voter::Voter};

const HANDS: usize = 16;
/// The longest that the program lives, in milliseconds after it answers.
const LIFE_MS: u16 = 250;
/// One in so many times it is killed while it still starts.
const UNBORN: u32 = 8;

/// Runs it.
pub async fn run(extent: &Extent) -> Result<Score> {
    let founded = house::found(Place::as_wanted()?, Clock::System, extent.voters).await?;
    let (mut program, cookies) = Program::for_house(founded).await?;
    program.start()?;
    program.answers().await?;
    let crowd = Crowd::of(Voter::all(program.address, &cookies).await?, program.address, HANDS);
    for kill in 0..extent.kills {
        let drawn = u16::from_le_bytes(chance::bytes()) % LIFE_MS;
        tokio::time::sleep(Duration::from_millis(drawn.into())).await;
        program.kill().await?;
        // Every other time nobody votes before it is seen what the program found again; the other
        // times everybody knocks while it starts.
        let waiting = if kill % 2 == 0 { crowd.pause().await } else { Vec::new() };
        program.start()?;
        if kill % UNBORN != 0 {
            program.answers().await?;
        }
        drop(waiting);
        if kill % 2 == 0 && kill % UNBORN != 0 {
            look(&program, &crowd).await?;
        }
    }
    program.answers().await?;
    let mut voters = crowd.end().await?;
    let db = program.db().await?;
    count::close_at(&db, Clock::System.now()).await?;
    let record = count::record(program.address).await?;
    let score = Score::of(&mut voters, &db, &record).await?;
    db.close().await?;
    program.kill().await?;
    Ok(score)
}

/// Compares what is kept with what was heard.
async fn look(program: &Program, crowd: &Crowd) -> Result<()> {
    let db = program.db().await?;
    crowd.look(&db).await?;
    Ok(db.close().await?)
}
