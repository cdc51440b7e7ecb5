//! The worker that sends reminders.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::{sync::watch, time};

use super::{
    entity::reminder,
    gather, store,
    take::{Next, take},
};
use crate::{
    app::App,
    db,
    error::Result,
    mail::Handed,
    rules::{
        reminder::{Kind, due_at},
        vote::Stage,
    },
    votes,
};

/// How often it is looked whether somebody is to be reminded.
const BEAT: Duration = Duration::from_secs(20);
/// After how long a mail is tried again that the mail server refused for now: servers that let strangers
/// wait want some minutes, full mailboxes more.
const AGAIN: TimeDelta = TimeDelta::minutes(30);

/// Works until `stopped` says so; a mail that is being sent is sent to its end.
pub async fn run(app: App, mut stopped: watch::Receiver<bool>) {
    let mut beats = time::interval(BEAT);
    beats.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            _ = beats.tick() => {}
        }
        if let Err(error) = round(&app, &stopped).await {
            tracing::error!(%error, "reminders");
        }
    }
}

/// Works out who is to be reminded of the votes that are due, and sends what waits. While the mail
/// server doesn't answer everything waits. Returns how many mails were sent.
///
/// # Errors
/// What the database says.
pub async fn round(app: &App, stopped: &watch::Receiver<bool>) -> Result<usize> {
    let days = app.settings.mail.reminder_days;
    forget_what_is_over(app).await?;
    if !app.mailer.is_there() || days == 0 {
        return Ok(0);
    }
    gather_due(app, days).await?;
    let mut sent = 0;
    let first = store::next(app.db.read(), app.clock.now()).await?;
    if first.is_none() || !app.mailer.answers().await {
        return Ok(sent);
    }
    while !*stopped.borrow() {
        let (letter, line) = match db::write(&app.db, async |tx| take(tx, app).await).await? {
            Next::Nothing => break,
            Next::Passed => continue,
            Next::Letter(letter, line) => (letter, line),
        };
        match app.mailer.hand_over(*letter).await {
            Ok(Handed::Taken) => sent += 1,
            Ok(Handed::NotNow) => {
                let again_at = Some(app.clock.now() + AGAIN);
                let line = reminder::Model { again_at, ..line };
                db::write(&app.db, async |tx| store::insert(tx, [line]).await).await?;
            }
            Err(error) => {
                tracing::warn!(%error, "a reminder");
                if !app.mailer.answers().await {
                    break;
                }
            }
        }
    }
    Ok(sent)
}

async fn gather_due(app: &App, days: u32) -> Result<()> {
    let now = app.clock.now();
    for vote in votes::store::in_stage(app.db.read(), Stage::Open).await? {
        let is_due = due_at(vote.opens_at, vote.closes_at, days).is_some_and(|at| at <= now);
        if is_due && !store::is_gathered(app.db.read(), vote.id, Kind::BeforeEnd).await? {
            db::write(&app.db, async |tx| gather(tx, now, vote.id, days).await).await?;
        }
    }
    Ok(())
}

/// Takes away what was not sent before a vote closed: nothing may tell later who hadn't voted.
async fn forget_what_is_over(app: &App) -> Result<()> {
    let waiting = store::waiting(app.db.read()).await?;
    for (id, vote) in votes::store::of_ids(app.db.read(), waiting).await? {
        if vote.stage != Stage::Open {
            db::write(&app.db, async |tx| store::delete_of(tx, id).await).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
