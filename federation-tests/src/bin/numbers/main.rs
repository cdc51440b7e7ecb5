//! The numbers: how fast it is, as ratios to a peer or a limit measured in the same run.
//!
//! `cargo run --release -p federation-tests --bin numbers` runs them all; names run some of them:
//! `pages`, `ballots`, `inbox`, `recount`, `start`.

mod ballots;
mod floor;
mod inbox;
mod pages;
mod recount;
mod start;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if asked.iter().any(|it| it == "inbox-server") {
        return inbox::serve().await;
    }
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|it| it == name);
    if is_asked("recount") {
        recount::run()?;
    }
    if is_asked("pages") {
        pages::run().await?;
    }
    if is_asked("ballots") {
        ballots::run().await?;
    }
    if is_asked("inbox") {
        inbox::run().await?;
    }
    if is_asked("start") {
        start::run().await?;
    }
    Ok(())
}
