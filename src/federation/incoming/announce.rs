//! A neighbourhood shares what another one published.

use activitypub_federation::{config::Data, traits};
use async_trait::async_trait;
use url::Url;

use super::learn;
use crate::{
    error::{Error, Result},
    federation::{Office, wire::Activity},
    rules::jurisdiction::Refusal,
};

/// Something shared.
#[derive(Debug)]
pub struct Announce(pub Activity);

#[async_trait]
impl traits::Activity for Announce {
    type DataType = Office;
    type Error = Error;

    fn id(&self) -> &Url {
        &self.0.id
    }

    fn actor(&self) -> &Url {
        &self.0.actor
    }

    async fn verify(&self, _: &Data<Office>) -> Result<()> {
        self.0.object.id().map(drop).ok_or_else(|| Refusal::NotForUs.into())
    }

    /// What is embedded is not believed: the object is fetched from where it was written.
    async fn receive(self, data: &Data<Office>) -> Result<()> {
        match self.0.object.id() {
            Some(object) if learn::is_partner(data, &self.0.actor).await? => {
                learn::learn(data, &object).await
            }
            _ => Ok(()),
        }
    }
}
