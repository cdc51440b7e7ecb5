//! Somebody takes back what they did. Only who did it can.

use activitypub_federation::{config::Data, traits};
use async_trait::async_trait;
use url::Url;

use crate::{
    db,
    error::{Error, Result},
    federation::{Office, store, wire::Activity},
    rules::jurisdiction::Refusal,
};

/// Something taken back.
#[derive(Debug)]
pub struct Undo(pub Activity);

#[async_trait]
impl traits::Activity for Undo {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, _: &Data<Office>) -> Result<()> {
        match self.0.object.link("actor") {
            Some(actor) if actor != self.0.actor => Err(Refusal::NotTheAuthor.into()),
            _ => Ok(()),
        }
    }

    /// Following is all that can be taken back: what was shared stays what it is at its origin.
    async fn receive(self, data: &Data<Office>) -> Result<()> {
        if !self.0.object.may_be("Follow") {
            return Ok(());
        }
        let Some(follower) = store::follower(data.app.db.read(), &self.0.actor).await? else {
            return Ok(());
        };
        let is_same = self.0.object.id().is_some_and(|id| id.as_str() == follower.activity);
        let names_us = match self.0.object.link("object") {
            Some(object) => object == data.group().await?.actor,
            None => false,
        };
        if !is_same && !names_us {
            return Ok(());
        }
        db::write(&data.app.db, async |tx| store::remove_follower(tx, &follower.actor).await).await
    }
}
