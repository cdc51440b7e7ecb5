//! Somebody follows the neighbourhood: everybody may, and hears so at once.

use activitypub_federation::{config::Data, traits};
use async_trait::async_trait;
use url::Url;

use crate::{
    db,
    error::{Error, Result},
    federation::{
        Office, actors,
        addresses::authority,
        entity::follower,
        outgoing, store,
        wire::{Activity, Kind, Target},
    },
    rules::jurisdiction::Refusal,
};

/// A request to follow.
#[derive(Debug)]
pub struct Follow(pub Activity);

#[async_trait]
impl traits::Activity for Follow {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, data: &Data<Office>) -> Result<()> {
        let group = data.group().await?;
        if self.0.object.id().as_ref() == Some(&group.actor) {
            Ok(())
        } else {
            Err(Refusal::NotForUs.into())
        }
    }

    async fn receive(self, data: &Data<Office>) -> Result<()> {
        let (group, now) = (data.group().await?, data.app.clock.now());
        let actor = actors::dereference(data, &self.0.actor).await?;
        let row = follower::Model {
            actor: self.0.actor.to_string(),
            activity: self.0.id.to_string(),
            inbox: actor.best_inbox().to_owned(),
            host: authority(&self.0.actor),
            since: now,
        };
        let inbox = actor.row.inbox.clone();
        let follow = Activity {
            context: serde_json::Value::Null,
            published: None,
            to: Vec::new(),
            cc: Vec::new(),
            object: Target::Id(group.actor.clone()),
            ..self.0
        };
        db::write(&data.app.db, async |tx| {
            store::put_follower(tx, row).await?;
            outgoing::letter(data, now, Kind::Accept, &group, outgoing::embed(&follow)?)
                .to(&inbox)
                .send(tx)
                .await
        })
        .await?;
        data.app.bell.notify_waiters();
        Ok(())
    }
}
