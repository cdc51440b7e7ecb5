//! Delivers what was written down: in order per host, one at a time per host, several hosts at
//! once; again later when a host doesn't answer. Where it stands is in the database, so a kill
//! loses nothing.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use reqwest::header::RETRY_AFTER;
use tokio::{sync::watch, task::JoinSet};
use url::Url;

use super::store::{self, Stage};
use crate::{
    clock::Instant,
    db::{self, Tx},
    error::{Error, Result},
    federation::{
        Federation, Office,
        entity::{delivery, host, sent},
        fetch::plainly,
        patience,
        signature::Signer,
        store as people,
        wire::Activity,
    },
    neighbours,
};

/// How many hosts are served at once.
const HOSTS: usize = 16;
const MEDIA: &str = "application/activity+json";

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Taken(u16),
    /// It doesn't want this one; the next may be fine.
    Refused(u16),
    /// The inbox is gone.
    Gone,
    /// Later, at the earliest after this pause.
    Later {
        status: Option<u16>,
        pause: Option<TimeDelta>,
        why: String,
    },
}

/// Works until `stop` says so; deliveries that were begun are finished.
pub async fn run(federation: Federation, mut stop: watch::Receiver<bool>) {
    let mut lanes: JoinSet<String> = JoinSet::new();
    let mut busy: BTreeSet<String> = BTreeSet::new();
    while !*stop.borrow() {
        let rung = federation.app().bell.notified();
        let started = start(&federation, &mut lanes, &mut busy, &stop).await;
        if let Err(error) = started {
            tracing::error!(%error, "delivery");
        }
        tokio::select! {
            () = rung => tokio::time::sleep(patience::BREATH).await,
            () = tokio::time::sleep(patience::POLL) => {}
            Some(ended) = lanes.join_next(), if !lanes.is_empty() => match ended {
                Ok(host) => drop(busy.remove(&host)),
                Err(error) => {
                    tracing::error!(%error, "a lane broke");
                    if lanes.is_empty() {
                        busy.clear();
                    }
                }
            },
            _ = stop.changed() => {}
        }
    }
    while lanes.join_next().await.is_some() {}
}

async fn start(
    federation: &Federation,
    lanes: &mut JoinSet<String>,
    busy: &mut BTreeSet<String>,
    stop: &watch::Receiver<bool>,
) -> Result<()> {
    let office: &Office = &federation.config;
    let free = HOSTS.saturating_sub(lanes.len());
    if free == 0 {
        return Ok(());
    }
    let now = office.app.clock.now();
    let taken: Vec<String> = busy.iter().cloned().collect();
    let db = office.app.db.read();
    let given_up = now - patience::FAILING_MOST;
    for host in store::hosts_due(db, now, given_up, &taken, free as u64).await? {
        busy.insert(host.clone());
        let (office, stop) = (office.clone(), stop.clone());
        lanes.spawn(async move {
            if let Err(error) = serve(&office, &host, &stop).await {
                tracing::error!(%error, host, "delivery");
            }
            host
        });
    }
    Ok(())
}

/// Delivers what waits for one host, until nothing waits or it fails.
async fn serve(office: &Office, host: &str, stop: &watch::Receiver<bool>) -> Result<()> {
    while !*stop.borrow() {
        let db = office.app.db.read();
        let Some(next) = store::first_waiting(db, host).await? else { return Ok(()) };
        let sent = store::get(db, next.serial).await?.ok_or(Error::NotFound("activity"))?;
        let outcome = post(office, &next, &sent).await?;
        let may_go_on = !matches!(outcome, Outcome::Later { .. });
        note(office, &next, outcome).await?;
        if !may_go_on {
            return Ok(());
        }
    }
    Ok(())
}

/// Signs an activity now, and posts it.
async fn post(office: &Office, delivery: &delivery::Model, sent: &sent::Model) -> Result<Outcome> {
    let wrong = || Error::contradiction("activities_sent", "body", sent.serial);
    let inbox = Url::parse(&delivery.inbox).map_err(|_| wrong())?;
    if office.app.settings.federation.blocks(&inbox) {
        return Ok(Outcome::Refused(403));
    }
    if sent.body.is_empty() {
        return Ok(Outcome::Refused(410));
    }
    let activity: Activity = serde_json::from_str(&sent.body).map_err(|_| wrong())?;
    let keys = office.keys().await?;
    let signer = Signer { actor: &activity.actor, key: &keys.group };
    let body = sent.body.clone().into_bytes();
    let headers = signer.post(&inbox, MEDIA, &body, office.app.clock.now());
    let mut request = office.client.post(inbox).body(body);
    for (name, value) in headers.map_err(|_| wrong())? {
        request = request.header(name, value);
    }
    Ok(match request.send().await {
        Ok(answer) => {
            let pause = answer.headers().get(RETRY_AFTER).and_then(|it| it.to_str().ok());
            outcome(answer.status().as_u16(), pause)
        }
        Err(error) => Outcome::Later { status: None, pause: None, why: plainly(&error) },
    })
}

fn outcome(status: u16, retry_after: Option<&str>) -> Outcome {
    let pause = retry_after.and_then(|it| it.trim().parse().ok()).map(TimeDelta::seconds);
    match status {
        200..=299 => Outcome::Taken(status),
        410 => Outcome::Gone,
        408 | 429 | 300..=399 | 500.. => Outcome::Later {
            status: Some(status),
            pause: pause.map(|it| it.clamp(TimeDelta::zero(), patience::PAUSE_MOST)),
            why: format!("it answers {status}"),
        },
        _ => Outcome::Refused(status),
    }
}

async fn note(office: &Office, delivery: &delivery::Model, outcome: Outcome) -> Result<()> {
    let now = office.app.clock.now();
    let (id, attempts) = (delivery.id, delivery.attempts.saturating_add(1));
    db::write(&office.app.db, async |tx| match outcome {
        Outcome::Taken(status) => {
            store::remove_host(tx, &delivery.host).await?;
            store::end(tx, id, Stage::Done, Some(status.into()), attempts, now).await
        }
        Outcome::Refused(status) => {
            tracing::warn!(status, inbox = delivery.inbox, "an activity is not wanted");
            turned_away(tx, now, delivery.serial, status).await?;
            store::end(tx, id, Stage::Dropped, Some(status.into()), attempts, now).await
        }
        Outcome::Gone => {
            let gone = people::remove_followers_at(tx, &delivery.inbox).await?;
            tracing::info!(gone, inbox = delivery.inbox, "an inbox is gone");
            turned_away(tx, now, delivery.serial, 410).await?;
            store::end(tx, id, Stage::Dropped, Some(410), attempts, now).await
        }
        Outcome::Later { status, pause, why } => {
            let before = store::host(tx, &delivery.host).await?;
            let row = failed(&delivery.host, before, pause, now);
            tracing::info!(host = delivery.host, why, again_at = %row.next_at, "not delivered");
            store::put_host(tx, row).await?;
            store::failed(tx, id, status.map(i32::from), attempts).await
        }
    })
    .await
}

/// A request to follow that isn't wanted is answered by that: nothing else will come.
async fn turned_away(tx: &Tx, now: Instant, serial: i64, status: u16) -> Result<()> {
    let Some(sent) = store::get(tx, serial).await? else { return Ok(()) };
    let id =
        Url::parse(&sent.id).map_err(|_| Error::contradiction("activities_sent", "id", serial))?;
    let Some(asked) = people::following_by_activity(tx, &id).await? else { return Ok(()) };
    if asked.stage != people::Stage::Asked.word() {
        return Ok(());
    }
    people::set_following_stage(tx, asked.partner_id, people::Stage::Refused).await?;
    let fault = format!("its server answered {status}");
    neighbours::turned_away(tx, now, asked.partner_id, &fault).await
}

/// How it goes with a host after one more failure.
fn failed(
    name: &str,
    before: Option<host::Model>,
    pause: Option<TimeDelta>,
    now: Instant,
) -> host::Model {
    let failures = before.as_ref().map_or(0, |it| it.failures).saturating_add(1);
    let own = patience::after(failures);
    host::Model {
        host: name.to_owned(),
        failures,
        next_at: now + pause.map_or(own, |asked| asked.max(own)),
        failing_since: before.and_then(|it| it.failing_since).or(Some(now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_is_read_as_what_it_means() {
        assert_eq!(outcome(202, None), Outcome::Taken(202));
        assert_eq!(outcome(410, None), Outcome::Gone);
        for refused in [400, 401, 403, 404, 413, 422] {
            assert_eq!(outcome(refused, None), Outcome::Refused(refused));
        }
        for later in [302, 408, 429, 500, 503] {
            assert!(matches!(outcome(later, None), Outcome::Later { .. }), "{later}");
        }
    }

    #[test]
    fn who_asks_for_a_pause_gets_it() {
        let now = Instant::UNIX_EPOCH;
        let Outcome::Later { pause, .. } = outcome(429, Some("3600")) else { unreachable!() };
        let row = failed("alpha.example", None, pause, now);
        assert_eq!(row.next_at, now + TimeDelta::hours(1));
        let again = failed("alpha.example", Some(row), None, now + TimeDelta::hours(1));
        assert_eq!(again.failures, 2);
        assert_eq!(again.failing_since, Some(now));
        assert_eq!(again.next_at, now + TimeDelta::hours(1) + TimeDelta::seconds(31));
    }
}
