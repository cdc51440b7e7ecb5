//! The neighbourhoods of the demonstration meet: each follows the two others and shares a proposal of
//! the next, over real requests between them.

use std::{collections::BTreeSet, time::Duration};

use super::Neighbour;
use crate::{
    app::App,
    db,
    error::Error,
    ids::MemberId,
    members, neighbours,
    rules::{
        partner::{Handle, NoticeKind, Stage},
        role::Role,
    },
    server::failure::{Failure, Outcome},
};

/// How long they get to meet before the demonstration is shown all the same.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often it is looked whether they have.
const GLANCE: Duration = Duration::from_millis(25);

/// Lets everybody ask the others, and waits a moment until all of them have answered and what they
/// published has come in.
///
/// # Errors
/// Somebody can't ask.
pub async fn meet(all: &[Neighbour]) -> Outcome {
    for one in all {
        for other in all.iter().filter(|other| other.handle != one.handle) {
            ask(one, other).await?;
        }
        one.instance.app.bell.notify_waiters();
    }
    let met = async {
        for one in all {
            while !has_met(&one.instance.app, all.len() - 1).await? {
                tokio::time::sleep(GLANCE).await;
            }
        }
        for (one, next) in all.iter().zip(all.iter().cycle().skip(1)) {
            share(one, next).await?;
        }
        Ok::<(), Failure>(())
    };
    // Who comes late is followed all the same: the requests are kept and tried again.
    tokio::time::timeout(PATIENCE, met).await.unwrap_or(Ok(()))
}

async fn ask(one: &Neighbour, other: &Neighbour) -> Outcome {
    let app = &one.instance.app;
    let read =
        |handle: &str| Handle::read(handle).map_err(|error| Failure::unreadable(handle, error));
    let (ours, theirs) = (read(&one.handle)?, read(&other.handle)?);
    let known = neighbours::store::partner_by_handle(app.db.read(), &theirs.to_string()).await?;
    if known.is_some() {
        return Ok(());
    }
    let (now, by) = (app.clock.now(), secretary(app).await?);
    db::write(&app.db, async |tx| neighbours::ask(tx, now, by, &theirs, &ours).await).await?;
    Ok(())
}

/// Whether everybody answered, and proposals, openings and results of each have come in.
async fn has_met(app: &App, others: usize) -> Outcome<bool> {
    let partners = neighbours::store::partners(app.db.read()).await?;
    let following = partners.iter().filter(|partner| partner.stage == Stage::Following).count();
    for kind in NoticeKind::ALL {
        let mut from = BTreeSet::new();
        for page in 0..5 {
            let (notices, _) = neighbours::store::notices(app.db.read(), Some(*kind), page).await?;
            from.extend(notices.into_iter().map(|notice| notice.actor));
        }
        if from.len() < others {
            return Ok(false);
        }
    }
    Ok(following >= others)
}

/// Shares the newest proposal of the next neighbourhood, unless something of it is shared already.
async fn share(one: &Neighbour, next: &Neighbour) -> Outcome {
    let app = &one.instance.app;
    let (notices, _) =
        neighbours::store::notices(app.db.read(), Some(NoticeKind::Proposal), 0).await?;
    let shares = neighbours::store::shares(app.db.read()).await?;
    if !shares.is_empty() {
        return Ok(());
    }
    let host = next.handle.rsplit('@').next().unwrap_or_default();
    let Some(notice) = notices.iter().find(|notice| notice.host == host) else { return Ok(()) };
    let (now, by, id) = (app.clock.now(), secretary(app).await?, notice.id);
    db::write(&app.db, async |tx| neighbours::share(tx, now, by, id).await).await?;
    app.bell.notify_waiters();
    Ok(())
}

async fn secretary(app: &App) -> Outcome<MemberId> {
    let officers = members::store::officers(app.db.read()).await?;
    let secretary = officers.into_iter().find(|(office, _)| office.role == Role::Secretary);
    let (_, member) = secretary.ok_or(Error::NotFound("secretary"))?;
    Ok(member.id)
}
