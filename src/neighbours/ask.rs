use url::Url;

use super::{entity::partner, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, PartnerId},
    journal::{self, Event},
    members,
    rules::{
        partner::{Handle, Refusal, Stage},
        permission::Deed,
    },
};

/// What another neighbourhood said to our request to follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Following,
    Refused,
}

/// Asks to follow another neighbourhood; the federation room finds it and sends the request. Asking
/// again after a refusal, a fault or an end begins anew.
///
/// # Errors
/// She may not, it is ourselves, or it is a partner already.
pub async fn ask(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    handle: &Handle,
    ours: &Handle,
) -> Result<PartnerId> {
    members::permit(tx, by, Deed::KeepPartners).await?;
    if handle == ours {
        return Err(Refusal::Ourselves.into());
    }
    let handle = handle.to_string();
    let fresh = |id: PartnerId| partner::Model {
        id,
        handle: handle.clone(),
        stage: Stage::Asked,
        actor: None,
        name: None,
        url: None,
        asked_at: now,
        answered_at: None,
        fault: None,
    };
    let id = match store::partner_by_handle(tx, &handle).await? {
        None => {
            let row = fresh(PartnerId::fresh(now));
            let id = row.id;
            store::insert_partner(tx, row).await?;
            id
        }
        Some(old) if matches!(old.stage, Stage::Asked | Stage::Following) => {
            return Err(Refusal::Already.into());
        }
        Some(old) => {
            store::save_partner(tx, fresh(old.id)).await?;
            old.id
        }
    };
    journal::record(tx, now, Some(by), Event::PartnerAsked { partner: id, handle }).await?;
    Ok(id)
}

/// Notes who was found at the handle of a partner.
///
/// # Errors
/// There is no such partner.
pub async fn introduce(
    tx: &Tx,
    id: PartnerId,
    actor: &Url,
    name: &str,
    url: Option<&Url>,
) -> Result<()> {
    let old = store::lock_partner(tx, id).await?;
    let found = partner::Model {
        actor: Some(actor.to_string()),
        name: Some(name.to_owned()),
        url: url.map(Url::to_string),
        ..old
    };
    store::save_partner(tx, found).await
}

/// Notes the answer to our request. An answer that comes twice changes nothing.
///
/// # Errors
/// There is no such partner, or nobody asks any more.
pub async fn answered(tx: &Tx, now: Instant, id: PartnerId, answer: Answer) -> Result<()> {
    let old = store::lock_partner(tx, id).await?;
    if !matches!(old.stage, Stage::Asked | Stage::Following) {
        return Err(Refusal::NotAPartner.into());
    }
    let handle = old.handle.clone();
    let (stage, event) = match answer {
        Answer::Following => (Stage::Following, Event::PartnerFollowed { partner: id, handle }),
        Answer::Refused => (Stage::Refused, Event::PartnerRefused { partner: id, handle }),
    };
    if old.stage == stage {
        return Ok(());
    }
    store::save_partner(tx, partner::Model { stage, answered_at: Some(now), ..old }).await?;
    journal::record(tx, now, None, event).await
}

/// Notes that nobody could be found at a handle, and why.
///
/// # Errors
/// There is no such partner.
pub async fn not_found(tx: &Tx, now: Instant, id: PartnerId, fault: &str) -> Result<()> {
    let old = store::lock_partner(tx, id).await?;
    if old.stage != Stage::Asked {
        return Ok(());
    }
    let handle = old.handle.clone();
    let fault = Some(fault.chars().take(300).collect());
    let row = partner::Model { stage: Stage::NotFound, answered_at: Some(now), fault, ..old };
    store::save_partner(tx, row).await?;
    journal::record(tx, now, None, Event::PartnerNotFound { partner: id, handle }).await
}

/// Notes that a neighbourhood doesn't even take our request, and what its server said.
///
/// # Errors
/// There is no such partner.
pub async fn turned_away(tx: &Tx, now: Instant, id: PartnerId, fault: &str) -> Result<()> {
    let old = store::lock_partner(tx, id).await?;
    if old.stage != Stage::Asked {
        return Ok(());
    }
    let (handle, fault) = (old.handle.clone(), Some(fault.chars().take(300).collect()));
    let row = partner::Model { stage: Stage::Refused, answered_at: Some(now), fault, ..old };
    store::save_partner(tx, row).await?;
    journal::record(tx, now, None, Event::PartnerRefused { partner: id, handle }).await
}

/// Stops following a neighbourhood. What it published stays until it removes it.
///
/// # Errors
/// She may not, or it was ended already.
pub async fn end(tx: &Tx, now: Instant, by: MemberId, id: PartnerId) -> Result<()> {
    members::permit(tx, by, Deed::KeepPartners).await?;
    let old = store::lock_partner(tx, id).await?;
    if old.stage == Stage::Ended {
        return Err(Error::Conflict(Conflict::Already));
    }
    let handle = old.handle.clone();
    store::save_partner(tx, partner::Model { stage: Stage::Ended, ..old }).await?;
    journal::record(tx, now, Some(by), Event::PartnerEnded { partner: id, handle }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    fn handle(text: &str) -> Handle {
        Handle::read(text).unwrap()
    }

    #[tokio::test]
    async fn a_partner_is_asked_once_and_can_be_asked_again_after_the_end() {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let ours = handle("alpha@alpha.example");
        let asks = async |whom: &str| {
            let whom = handle(whom);
            world.write(async |tx| ask(tx, world.now(), secretary, &whom, &ours).await).await
        };
        let id = asks("@beta@beta.example").await.unwrap();
        assert!(asks("beta@beta.example").await.is_err());
        assert!(asks("alpha@alpha.example").await.is_err());
        world
            .write(async |tx| answered(tx, world.now(), id, Answer::Following).await)
            .await
            .unwrap();
        world.write(async |tx| end(tx, world.now(), secretary, id).await).await.unwrap();
        let late =
            world.write(async |tx| answered(tx, world.now(), id, Answer::Following).await).await;
        assert!(late.is_err());
        assert_eq!(asks("beta@beta.example").await.unwrap(), id);
    }

    #[tokio::test]
    async fn a_resident_asks_nobody() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let (whom, ours) = (handle("beta@beta.example"), handle("alpha@alpha.example"));
        let refused =
            world.write(async |tx| ask(tx, world.now(), alice.id, &whom, &ours).await).await;
        assert!(refused.is_err());
        assert!(store::partners(world.app.db.read()).await.unwrap().is_empty());
    }
}
