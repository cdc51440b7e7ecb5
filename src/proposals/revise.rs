use super::{
    entity::{proposal, version},
    store,
    text::{searched, served_column},
};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    rules::proposal::{self as rule, Kind, Stage, Value},
};

/// A new version of a proposal.
#[derive(Clone, Debug)]
pub struct Revision {
    pub id: ProposalId,
    /// The version that she had before her when she wrote.
    pub based_on: i32,
    pub kind: Kind,
    pub title: String,
    pub summary: String,
    pub text: String,
    pub served: Vec<Value>,
    pub addressee: String,
}

/// Writes a new version; the old ones are kept. After a vote opened the text is frozen.
///
/// # Errors
/// It isn't hers, it is frozen, somebody was first, or a text is too short or too long.
pub async fn revise(tx: &Tx, now: Instant, by: MemberId, new: Revision) -> Result<i32> {
    let old = store::lock(tx, new.id).await?;
    rule::may_revise(old.stage, old.submitter_id == by)?;
    rule::check_kind(old.kind).and_then(|()| rule::check_kind(new.kind))?;
    let old = store::unchanged(old, new.based_on)?;
    rule::check_texts(&new.title, &new.summary, &new.text, &new.addressee)?;
    let title = new.title.trim().to_owned();
    let summary = new.summary.trim().to_owned();
    let revised = proposal::Model {
        kind: new.kind,
        served: served_column(&new.served),
        addressee: new.addressee.trim().to_owned(),
        version: old.version + 1,
        searched: searched(&title, &summary, &new.text),
        title: title.clone(),
        summary: summary.clone(),
        text: new.text.clone(),
        changed_at: now,
        ..old
    };
    let (number, is_draft) = (revised.version, revised.stage == Stage::Draft);
    store::save(tx, revised).await?;
    let version = version::Model {
        proposal_id: new.id,
        version: number,
        title,
        summary,
        text: new.text,
        written_at: now,
    };
    store::insert_version(tx, version).await?;
    let (proposal, version) = (new.id, number);
    let revised = if is_draft {
        Event::DraftRevised { proposal, version }
    } else {
        Event::ProposalRevised { proposal, version }
    };
    journal::record(tx, now, Some(by), revised).await?;
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        error::{Conflict, Error},
        world::World,
    };

    #[tokio::test]
    async fn two_tabs_do_not_overwrite_each_other() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        let revision = |text: &str| Revision {
            id: it.id,
            based_on: 1,
            kind: it.kind,
            title: it.title.clone(),
            summary: it.summary.clone(),
            text: text.to_owned(),
            served: Vec::new(),
            addressee: String::new(),
        };
        let send = async |text: &str| {
            let new = revision(text);
            world.write(async |tx| revise(tx, world.now(), alice.id, new).await).await
        };
        assert_eq!(send("Ten of them.").await.unwrap(), 2);
        let late = send("Twenty of them.").await;
        let newer = Conflict::NewerVersion { version: 2 };
        assert!(matches!(late, Err(Error::Conflict(it)) if it == newer), "{late:?}");
        let versions = store::versions(world.app.db.read(), it.id).await.unwrap();
        let texts: Vec<_> = versions.iter().map(|version| version.text.as_str()).collect();
        assert_eq!(texts, ["Ten of them.", it.text.as_str()]);
    }

    #[tokio::test]
    async fn what_was_written_before_the_opening_is_nobodys_to_read() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let new = crate::world::draft(world.now(), "About my neighbour Bob");
        let (id, kind) = (new.id, new.kind);
        let second = Revision {
            id,
            based_on: 1,
            kind,
            title: "More bicycle stands".to_owned(),
            summary: new.summary.clone(),
            text: String::new(),
            served: Vec::new(),
            addressee: String::new(),
        };
        world
            .write(async |tx| {
                crate::proposals::draft(tx, world.now(), alice.id, new).await?;
                revise(tx, world.now(), alice.id, second).await?;
                crate::proposals::open(tx, world.now(), alice.id, id).await
            })
            .await
            .unwrap();
        let versions = store::versions(world.app.db.read(), id).await.unwrap();
        assert_eq!(versions.len(), 1);
        assert_eq!((versions[0].version, versions[0].title.as_str()), (1, "More bicycle stands"));
        let public = journal::public_about(world.app.db.read(), id.0).await.unwrap();
        assert_eq!(public.len(), 1);
    }
}
