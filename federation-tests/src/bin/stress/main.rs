//! Voting under stress: what was acknowledged must be in the count exactly once, whatever happens.
//!
//! `cargo run --release -p federation-tests --bin stress` runs every scenario on SQLite, and on
//! PostgreSQL with `DATABASE=postgres`. Names run some of them: `seconds`, `member`, `killed`,
//! `secret`, `full`, `clock`. `--kills N` says how often the program is killed, and `--short` runs everything
//! in some seconds. The exit status is 1 when a ballot is lost or doubled, an answer was untrue, or
//! the marks on the roll don't equal the ballots.

mod clock;
mod count;
mod crowd;
mod disk;
mod extent;
mod full;
mod killed;
mod ledger;
mod member;
mod program;
mod score;
mod seconds;
mod secret;
mod tablespace;
mod voter;

use std::process::ExitCode;

use anyhow::Result;
use extent::Extent;
use score::Score;

fn main() -> ExitCode {
    // Started again by itself it is the program that is put under stress: what stands in
    // `main.rs` of the program, without the danger that an older one lies beside this.
    if std::env::args().nth(1).is_some_and(|it| it == "serve") {
        let environment = std::env::vars().collect();
        return translokaal::server::run(std::env::args_os(), environment);
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run() -> Result<bool> {
    let extent = Extent::read(std::env::args().skip(1))?;
    let is_sqlite = !migrations::cluster::is_wanted();
    println!("on {}", if is_sqlite { "SQLite" } else { "PostgreSQL" });
    println!("{}", Score::head());
    let mut is_well = true;
    let mut tell = |name: &str, score: Score| {
        println!("{}", score.line(name));
        is_well &= score.is_well();
    };
    if extent.asks("seconds") {
        tell("the last seconds", seconds::run(&extent).await?);
    }
    if extent.asks("member") {
        tell("one member at once", member::run(&extent).await?);
    }
    if extent.asks("killed") {
        tell(&format!("killed {} times", extent.kills), killed::run(&extent).await?);
    }
    if extent.asks("secret") {
        tell("secret, killed too", secret::run(&extent).await?);
    }
    if extent.asks("full") {
        if is_sqlite {
            tell(&format!("no growth {} times", extent.rounds), full::limited(&extent).await?);
        }
        match full::small(&extent).await? {
            Some(score) => tell(&format!("disk full {} times", extent.rounds), score),
            None => println!("!! NO SMALL DISK COULD BE MOUNTED (AS ROOT ONLY): NOT CHECKED !!"),
        }
    }
    if extent.asks("clock") {
        tell("the clock is moved", clock::run(&extent).await?);
    }
    Ok(is_well)
}
