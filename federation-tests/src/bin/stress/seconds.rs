//! Everybody comes in the last seconds before the close, and some come too late. Who hears her
//! answer before the close is in; who sends after it is out and hears when the vote closed.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{Place, house};
use translokaal::{
    chance,
    clock::{Clock, Instant},
};

use crate::{
    count,
    extent::Extent,
    ledger::Heard,
    score::Score,
    voter::{Line, Voter},
};

/// One in so many comes too late.
const LATE: usize = 6;

/// The longest that a request is on its way to a busy server. One that was sent earlier than that
/// before the close was in time.
const ON_THE_ROAD_MS: i64 = 500;

/// Runs it.
pub async fn run(extent: &Extent) -> Result<Score> {
    let late = extent.voters / LATE;
    let founded = house::found(Place::as_wanted()?, Clock::System, extent.voters + late)
        .await?
        .open()
        .await?;
    let (to, app) = (founded.instance.address, founded.instance.app.clone());
    let voters = Voter::all(to, &founded.cookies).await?;
    let (clock, span) = (app.clock.clone(), extent.seconds * 1_000);
    let closes_at = clock.now() + TimeDelta::milliseconds(span);
    count::close_at(&app.db, closes_at).await?;
    let voting: Vec<_> = voters
        .into_iter()
        .enumerate()
        .map(|(n, voter)| {
            let after_close = match n < late {
                true => drawn(1_000),
                // The nearer to the close, the more of them.
                false => -1 - span * drawn(1_000) / 1_000 * drawn(1_000) / 1_000,
            };
            let at = closes_at + TimeDelta::milliseconds(after_close);
            tokio::spawn(vote(voter, Line::to(to), clock.clone(), at, closes_at))
        })
        .collect();
    let (mut voters, mut untrue) = (Vec::new(), 0);
    for one in voting {
        let (voter, is_true) = one.await??;
        voters.push(voter);
        untrue += usize::from(!is_true);
    }
    let record = count::record(to).await?;
    let mut score = Score::of(&mut voters, &app.db, &record).await?;
    score.untrue += untrue;
    founded.instance.shutdown().await;
    Ok(score)
}

/// Waits for her moment and votes. Gives whether the answer fits the clock.
async fn vote(
    mut voter: Voter,
    mut line: Line,
    clock: Clock,
    at: Instant,
    closes_at: Instant,
) -> Result<(Voter, bool)> {
    tokio::time::sleep((at - clock.now()).to_std().unwrap_or_default()).await;
    let sent = clock.now();
    let heard = voter.votes(&mut line).await?;
    let is_true = match heard {
        Some(Heard::First) => sent < closes_at,
        Some(Heard::Refused(page)) => {
            let may_be_late = sent + TimeDelta::milliseconds(ON_THE_ROAD_MS) >= closes_at;
            may_be_late && clock.now() >= closes_at && tells("de stemming sloot", closes_at, &page)
        }
        _ => false,
    };
    Ok((voter, is_true))
}

/// Whether a page says what happened, and at what time of day.
pub fn tells(what: &str, at: Instant, page: &str) -> bool {
    page.contains(what) && page.contains(&at.format("%H.%M uur").to_string())
}

/// A number below `bound`.
fn drawn(bound: i64) -> i64 {
    i64::from(u32::from_le_bytes(chance::bytes())) % bound
}
