//! Keeps the heads of the logs of our partners, each fetched from its own origin, and co-signs those
//! that go on from the one before. A neighbourhood that rewrites its past can't do so unseen.

use activitypub_federation::config::Data;
use chrono::TimeDelta;
use tokio::sync::watch;
use url::Url;

use super::{
    Federation, Office,
    fetch::{self, Fault as NotFetched},
    patience,
};
use crate::{
    clock::Instant,
    db,
    error::Result,
    ids::PartnerId,
    neighbours::{self, entity::partner},
    rules::{
        head::{Published, Signed},
        partner::Stage,
        witness::{Fault, Kept, judge},
    },
    signet,
};

/// How often the log of a partner is looked at.
const OFTEN: TimeDelta = TimeDelta::hours(1);
/// How long after a result: its head must have been signed by then.
const AFTER_RESULT: TimeDelta = TimeDelta::seconds(30);
/// How many pages of heads are read in one go.
const PAGES_MOST: usize = 20;

/// Works until `stop` says so.
pub async fn run(federation: Federation, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = look_at_all(&federation.data()).await {
            tracing::error!(%error, "looking at the logs of others");
        }
        tokio::select! {
            () = tokio::time::sleep(patience::POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Has the log of this actor's server looked at soon: it published a result.
pub fn soon(office: &Office, actor: &Url, now: Instant) {
    office.buckets.count_as_done(&name(actor.as_str()), now - OFTEN + AFTER_RESULT);
}

fn name(actor: &str) -> String {
    format!("log {actor}")
}

async fn look_at_all(data: &Data<Office>) -> Result<()> {
    let now = data.app.clock.now();
    for partner in neighbours::store::partners(data.app.db.read()).await? {
        let Some(actor) = partner.actor.as_deref().and_then(|it| Url::parse(it).ok()) else {
            continue;
        };
        let is_due = partner.stage == Stage::Following
            && data.buckets.is_time_for(&name(actor.as_str()), now, OFTEN);
        if is_due {
            look(data, &partner, &actor).await?;
        }
    }
    Ok(())
}

/// Looks at the log of one partner. A server without such a log, or one that doesn't answer, says
/// nothing for or against it.
async fn look(data: &Data<Office>, partner: &partner::Model, actor: &Url) -> Result<()> {
    let home = signet::origin(actor);
    let mut kept = neighbours::kept(data.app.db.read(), partner.id).await?;
    let mut newest: Option<Signed> = None;
    for _ in 0..PAGES_MOST {
        let shown = match heads(data, &home, kept.as_ref()).await {
            Ok(shown) => shown,
            Err(fault) => {
                tracing::info!(handle = partner.handle, %fault, "no heads of its log");
                break;
            }
        };
        match judge(&home, kept.as_ref(), &shown) {
            Ok(None) => break,
            Ok(Some(head)) => {
                let key = head.endorsement.key;
                kept = Some(Kept { head: head.head.clone(), key });
                newest = Some(head.clone());
            }
            Err(fault) => return contradicted(data, partner, &shown, fault).await,
        }
        if !shown.more {
            break;
        }
    }
    match newest {
        Some(head) => keep(data, partner.id, &head, None).await,
        None => Ok(()),
    }
}

async fn contradicted(
    data: &Data<Office>,
    partner: &partner::Model,
    shown: &Published,
    fault: Fault,
) -> Result<()> {
    tracing::warn!(handle = partner.handle, %fault, "a log contradicts what was seen before");
    let evidence = match fault {
        Fault::Rewritten { .. } | Fault::Gone { .. } | Fault::StrangeKey => shown.heads.first(),
        Fault::Unsigned { size } | Fault::Another { size } | Fault::Broken { size } => {
            shown.heads.iter().find(|it| it.head.size == size)
        }
    };
    if let Some(evidence) = evidence {
        return keep(data, partner.id, evidence, Some(fault)).await;
    }
    // It shows nothing at all any more: what was seen before is the evidence.
    let db = data.app.db.read();
    match neighbours::last_sound(db, partner.id).await? {
        Some(evidence) => keep(data, partner.id, &evidence, Some(fault)).await,
        None => Ok(()),
    }
}

async fn keep(
    data: &Data<Office>,
    partner: PartnerId,
    head: &Signed,
    fault: Option<Fault>,
) -> Result<()> {
    let (now, by) = (data.app.clock.now(), data.addresses.base());
    db::write(&data.app.db, async |tx| {
        let key = signet::current(tx, now, &data.app.secret).await?;
        neighbours::witness(tx, now, (by, &key), partner, head, fault).await
    })
    .await?;
    Ok(())
}

/// The heads that a server shows, from the kept one on.
async fn heads(
    data: &Data<Office>,
    home: &Url,
    kept: Option<&Kept>,
) -> Result<Published, NotFetched> {
    let mut url = home.clone();
    url.set_path("/log/heads.json");
    if let Some(kept) = kept {
        url.query_pairs_mut().append_pair("from", &kept.head.size.to_string());
    }
    let found = fetch::json(data, &url, "application/json", is_json).await?;
    serde_json::from_value(found).map_err(|_| NotFetched::Wrong("no list of heads"))
}

fn is_json(media: &str) -> bool {
    let kind = media.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}
