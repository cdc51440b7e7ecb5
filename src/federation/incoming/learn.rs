//! Learns what another neighbourhood published, always from its own host: whoever tells us of it
//! only says where to look.

use activitypub_federation::config::Data;
use serde_json::Value;
use url::Url;

use crate::{
    db,
    error::{Error, Result},
    federation::{
        Office, actors, clean,
        fetch::{self, Fault},
        store::{self, Stage},
        wire::{
            Post,
            assembly::{self, Assembly, Meaning},
        },
        witness,
    },
    neighbours::{self, Learned},
    rules::{
        jurisdiction::{Refusal, check_object, same_origin},
        partner::NoticeKind,
    },
};

/// Whether we follow this actor.
///
/// # Errors
/// What the database says.
pub async fn is_partner(data: &Data<Office>, actor: &Url) -> Result<bool> {
    let found = store::followings_of(data.app.db.read(), actor).await?;
    let stages = [Stage::Accepted.word(), Stage::Following.word()];
    Ok(found.iter().any(|it| stages.contains(&it.stage.as_str())))
}

/// Fetches an object from its host and keeps it, if it is one that we understand; forgets it if it
/// was removed there.
///
/// # Errors
/// The host doesn't answer, or the object isn't its author's.
pub async fn learn(data: &Data<Office>, object: &Url) -> Result<()> {
    if same_origin(object, data.addresses.base()) {
        return Ok(());
    }
    let found = match fetch::object(data, object).await {
        Ok(found) => found,
        Err(Fault::Missing(410)) => return unlearn(data, object).await,
        Err(fault) => return Err(fault.into()),
    };
    let Some((post, assembly, kind)) = understood(found) else { return Ok(()) };
    check_object(&post.id, &post.attributed_to, &post.attributed_to)?;
    let known = neighbours::store::notice_by_object(data.app.db.read(), post.id.as_str()).await?;
    if known.is_some_and(|notice| notice.actor != post.attributed_to.as_str()) {
        return Err(Refusal::NotTheAuthor.into());
    }
    let author = actors::dereference(data, &post.attributed_to).await?;
    let now = data.app.clock.now();
    if kind == NoticeKind::Result {
        witness::soon(data, &post.attributed_to, now);
    }
    let learned = learned(post, &assembly, kind, author.row.name);
    db::write(&data.app.db, async |tx| neighbours::learn(tx, now, learned).await).await?;
    Ok(())
}

/// Forgets what its origin removed.
///
/// # Errors
/// What the database says.
pub async fn unlearn(data: &Data<Office>, object: &Url) -> Result<()> {
    let known = neighbours::store::notice_by_object(data.app.db.read(), object.as_str()).await?;
    if known.is_none() {
        return Ok(());
    }
    let now = data.app.clock.now();
    db::write(&data.app.db, async |tx| neighbours::unlearn(tx, now, object).await).await
}

/// A post with an extension that this version knows.
fn understood(found: Value) -> Option<(Post, Assembly, NoticeKind)> {
    let mut post: Post = serde_json::from_value(found).ok()?;
    let assembly = post.assembly.take().filter(|it| it.v == assembly::VERSION)?;
    let kind = match assembly.kind {
        Meaning::Proposal => NoticeKind::Proposal,
        Meaning::VoteOpening => NoticeKind::Opening,
        Meaning::Result => NoticeKind::Result,
        Meaning::Unknown => return None,
    };
    Some((post, assembly, kind))
}

fn learned(post: Post, assembly: &Assembly, kind: NoticeKind, from_name: String) -> Learned {
    let html = clean::html(&post.content);
    let title = assembly.title.as_ref().or(post.name.as_ref()).map(|it| clean::line(it, 200));
    let summary = clean::line(post.summary.as_deref().unwrap_or(&post.content), 600);
    let status = assembly.status.as_deref().map(|it| clean::line(it, 40));
    let stage = match kind {
        NoticeKind::Proposal | NoticeKind::Opening => status,
        // That another result took its place is more than what it was.
        NoticeKind::Result => status.or_else(|| assembly.outcome.map(|it| it.to_string())),
    };
    let language = post.content_map.into_keys().next().filter(|it| is_language(it));
    let url = post.url.filter(|url| same_origin(url, &post.id));
    Learned {
        from_name,
        kind,
        stage,
        title: title.filter(|it| !it.is_empty()).unwrap_or_else(|| clean::line(&summary, 80)),
        summary,
        html,
        url: url.unwrap_or_else(|| post.id.clone()),
        language: language.unwrap_or_else(|| "nl".to_owned()),
        published_at: post.published,
        updated_at: post.updated,
        actor: post.attributed_to,
        object: post.id,
    }
}

fn is_language(text: &str) -> bool {
    (2..=35).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Missing(_) => Self::NotFound("object"),
            Fault::Unreachable(why) => Self::Unreachable(why),
            Fault::Wrong(_) => Self::Refused(Refusal::NotForUs.into()),
        }
    }
}
