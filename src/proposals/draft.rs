use super::{
    entity::{proposal, version},
    store,
    text::{searched, served_column},
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, ProposalId},
    journal::{self, Event},
    members,
    rules::{
        member::LANGUAGES,
        permission::Deed,
        proposal::{self as rule, Kind, Stage, Value},
    },
};

/// What somebody writes. The id comes from the form, so that sending it twice makes one proposal.
#[derive(Clone, Debug)]
pub struct Draft {
    pub id: ProposalId,
    pub kind: Kind,
    pub title: String,
    /// In plain words, for everybody; required.
    pub summary: String,
    /// Markdown.
    pub text: String,
    pub served: Vec<Value>,
    /// Who must act on it, if it is adopted.
    pub addressee: String,
    pub language: String,
}

/// Writes a draft; only its submitter sees it until she opens it.
///
/// # Errors
/// Texts that are too short or too long, or that this draft was sent already.
pub async fn draft(tx: &Tx, now: Instant, by: MemberId, new: Draft) -> Result<proposal::Model> {
    members::permit(tx, by, Deed::WriteProposal).await?;
    rule::check_kind(new.kind)?;
    write(tx, now, by, new).await
}

/// Writes a draft of any kind.
pub(super) async fn write(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    new: Draft,
) -> Result<proposal::Model> {
    rule::check_texts(&new.title, &new.summary, &new.text, &new.addressee)?;
    if !LANGUAGES.contains(&new.language.as_str()) {
        return Err(Error::NotFound("language"));
    }
    bodies::store::lock_neighbourhood(tx).await?;
    let in_force = bodies::charter(tx).await?;
    let title = new.title.trim().to_owned();
    let summary = new.summary.trim().to_owned();
    let row = proposal::Model {
        id: new.id,
        number: store::next_number(tx).await?,
        submitter_id: by,
        kind: new.kind,
        stage: Stage::Draft,
        language: new.language,
        addressee: new.addressee.trim().to_owned(),
        served: served_column(&new.served),
        version: 1,
        searched: searched(&title, &summary, &new.text),
        title,
        summary,
        text: new.text,
        charter_version: in_force.version,
        threshold: i32::try_from(in_force.charter.support_threshold).unwrap_or(i32::MAX),
        drafted_at: now,
        opened_at: None,
        changed_at: now,
        removed_at: None,
        frozen_hash: None,
    };
    let row = store::insert(tx, row).await?;
    store::insert_version(tx, first_version(&row)).await?;
    journal::record(tx, now, Some(by), Event::ProposalDrafted { proposal: row.id }).await?;
    Ok(row)
}

fn first_version(row: &proposal::Model) -> version::Model {
    version::Model {
        proposal_id: row.id,
        version: row.version,
        title: row.title.clone(),
        summary: row.summary.clone(),
        text: row.text.clone(),
        written_at: row.drafted_at,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        error::{Conflict, Error},
        proposals::{self, store},
        world::{self, World},
    };

    #[tokio::test]
    async fn sending_a_form_twice_makes_one_proposal() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let new = world::draft(world.now(), "More bicycle stands");
        let send = async || {
            world
                .write(async |tx| proposals::draft(tx, world.now(), alice.id, new.clone()).await)
                .await
        };
        let it = send().await.unwrap();
        assert_eq!(it.number, 1);
        assert!(matches!(send().await, Err(Error::Conflict(Conflict::Already))));
        assert_eq!(store::written_by(world.app.db.read(), alice.id).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_draft_is_not_in_the_list() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let new = world::draft(world.now(), "More bicycle stands");
        world
            .write(async |tx| proposals::draft(tx, world.now(), alice.id, new).await)
            .await
            .unwrap();
        let all = store::Filter::default();
        assert_eq!(store::list(world.app.db.read(), &all).await.unwrap().1, 0);
    }
}
