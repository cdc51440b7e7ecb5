//! A neighbourhood publishes, changes or removes something. What strangers publish is not kept.

use activitypub_federation::{config::Data, traits};
use async_trait::async_trait;
use url::Url;

use super::learn;
use crate::{
    error::{Error, Result},
    federation::{Office, actors, wire::Activity},
    neighbours,
    rules::jurisdiction::{Refusal, check_object, same_origin},
};

/// Something new.
#[derive(Debug)]
pub struct Create(pub Activity);

/// Something changed.
#[derive(Debug)]
pub struct Update(pub Activity);

/// Something is gone.
#[derive(Debug)]
pub struct Delete(pub Activity);

#[async_trait]
impl traits::Activity for Create {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, _: &Data<Office>) -> Result<()> {
        object_of_author(&self.0).map(drop)
    }

    async fn receive(self, data: &Data<Office>) -> Result<()> {
        published(data, &self.0).await
    }
}

#[async_trait]
impl traits::Activity for Update {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, _: &Data<Office>) -> Result<()> {
        object_of_author(&self.0).map(drop)
    }

    async fn receive(self, data: &Data<Office>) -> Result<()> {
        if self.0.object.id().as_ref() == Some(&self.0.actor) {
            actors::refresh(data, &self.0.actor).await?;
            return Ok(());
        }
        published(data, &self.0).await
    }
}

#[async_trait]
impl traits::Activity for Delete {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, _: &Data<Office>) -> Result<()> {
        object_of_author(&self.0).map(drop)
    }

    async fn receive(self, data: &Data<Office>) -> Result<()> {
        let object = object_of_author(&self.0)?;
        if object == self.0.actor {
            return actors::forget(data, &object).await;
        }
        let known =
            neighbours::store::notice_by_object(data.app.db.read(), object.as_str()).await?;
        match known {
            Some(notice) if notice.actor == self.0.actor.as_str() => {
                learn::unlearn(data, &object).await
            }
            Some(_) => Err(Refusal::NotTheAuthor.into()),
            None => Ok(()),
        }
    }
}

/// The id of the object, when it is the actor's to speak of.
fn object_of_author(activity: &Activity) -> Result<Url> {
    let object = activity.object.id().ok_or(Refusal::NotForUs)?;
    let author = activity.object.link("attributedTo").unwrap_or_else(|| activity.actor.clone());
    if object != activity.actor {
        check_object(&object, &author, &activity.actor)?;
    }
    Ok(object)
}

async fn published(data: &Data<Office>, activity: &Activity) -> Result<()> {
    let object = object_of_author(activity)?;
    let is_extended = activity.object.has("assembly") || activity.object.has("asm:assembly");
    if !is_extended || !learn::is_partner(data, &activity.actor).await? {
        return Ok(());
    }
    if same_origin(&object, data.addresses.base()) {
        return Err(Refusal::ForeignObject.into());
    }
    learn::learn(data, &object).await
}
