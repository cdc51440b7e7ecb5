use url::Url;

use super::{entity::notice, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::NoticeId,
    journal::{self, Event},
    rules::{jurisdiction, partner::NoticeKind},
};

/// Something that another neighbourhood published, as fetched from its own host: texts plain, HTML
/// sanitised.
#[derive(Clone, Debug)]
pub struct Learned {
    pub object: Url,
    pub actor: Url,
    pub from_name: String,
    pub kind: NoticeKind,
    /// Where a proposal stands there, that a vote was cancelled, or how it ended.
    pub stage: Option<String>,
    pub title: String,
    pub summary: String,
    pub html: String,
    /// The page for people.
    pub url: Url,
    pub language: String,
    pub published_at: Instant,
    pub updated_at: Option<Instant>,
}

/// Keeps what another neighbourhood published, or its newer version. What it removed stays removed.
///
/// # Errors
/// Object and author are of different origins.
pub async fn learn(tx: &Tx, now: Instant, new: Learned) -> Result<NoticeId> {
    jurisdiction::check_object(&new.object, &new.actor, &new.actor)?;
    let old = store::notice_by_object(tx, new.object.as_str()).await?;
    let is_stale = old.as_ref().is_some_and(|old| {
        old.removed_at.is_some()
            || old.actor != new.actor.as_str()
            || old.updated_at.unwrap_or(old.published_at)
                > new.updated_at.unwrap_or(new.published_at)
    });
    if let Some(old) = old.as_ref().filter(|_| is_stale) {
        return Ok(old.id);
    }
    // A link leads to the author's own host, or to the object itself.
    let is_own = jurisdiction::same_origin(&new.url, &new.object);
    let url = if is_own { &new.url } else { &new.object };
    let row = notice::Model {
        id: old.as_ref().map_or_else(|| NoticeId::fresh(now), |old| old.id),
        host: authority(&new.object),
        url: url.to_string(),
        object: new.object.to_string(),
        actor: new.actor.to_string(),
        from_name: new.from_name,
        kind: new.kind,
        stage: new.stage,
        title: new.title,
        summary: new.summary,
        html: new.html,
        language: new.language,
        // Nobody publishes in the future.
        published_at: new.published_at.min(now),
        updated_at: new.updated_at,
        fetched_at: now,
        removed_at: None,
    };
    let id = row.id;
    if old.is_some() {
        store::save_notice(tx, row).await?;
    } else {
        store::insert_notice(tx, row).await?;
        journal::record(tx, now, None, Event::NoticeReceived { notice: id }).await?;
    }
    Ok(id)
}

/// Forgets the text of something that its origin removed; that it was there stays known, so that a
/// late copy doesn't bring it back.
///
/// # Errors
/// What the database says.
pub async fn unlearn(tx: &Tx, now: Instant, object: &Url) -> Result<()> {
    let Some(old) = store::notice_by_object(tx, object.as_str()).await? else { return Ok(()) };
    let blank = notice::Model {
        title: String::new(),
        summary: String::new(),
        html: String::new(),
        removed_at: Some(now),
        ..old
    };
    store::save_notice(tx, blank).await
}

/// Host with its port, if it has one: what people are shown as the origin.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::world::World;

    fn learned(title: &str, at: Instant) -> Learned {
        Learned {
            object: "https://beta.example/ap/proposals/1".parse().unwrap(),
            actor: "https://beta.example/ap/groups/beta".parse().unwrap(),
            from_name: "Beta".to_owned(),
            kind: NoticeKind::Proposal,
            stage: Some("open".to_owned()),
            title: title.to_owned(),
            summary: String::new(),
            html: String::new(),
            url: "https://elsewhere.example/1".parse().unwrap(),
            language: "nl".to_owned(),
            published_at: at,
            updated_at: Some(at),
        }
    }

    #[tokio::test]
    async fn an_older_copy_changes_nothing_and_links_stay_at_home() {
        let world = World::founded().await;
        let now = world.now();
        let learns = async |new: Learned| world.write(async |tx| learn(tx, now, new).await).await;
        let id = learns(learned("Second", now)).await.unwrap();
        assert_eq!(learns(learned("First", now - TimeDelta::hours(1))).await.unwrap(), id);
        let kept = store::notice(world.app.db.read(), id).await.unwrap();
        assert_eq!((kept.title.as_str(), kept.host.as_str()), ("Second", "beta.example"));
        assert_eq!(kept.url, kept.object);
        let foreign = Learned {
            actor: "https://gamma.example/g".parse().unwrap(),
            ..learned("Forged", now + TimeDelta::hours(1))
        };
        assert!(learns(foreign).await.is_err());
    }

    #[tokio::test]
    async fn what_was_removed_does_not_come_back() {
        let world = World::founded().await;
        let now = world.now();
        let it = learned("A proposal", now);
        let object = it.object.clone();
        world.write(async |tx| learn(tx, now, it).await).await.unwrap();
        world.write(async |tx| unlearn(tx, now, &object).await).await.unwrap();
        let late = learned("Again", now + TimeDelta::hours(1));
        world.write(async |tx| learn(tx, now, late).await).await.unwrap();
        assert_eq!(store::notices(world.app.db.read(), None, 0).await.unwrap().1, 0);
    }
}
