use url::Url;

use super::entity::vote;
use crate::{
    app::App,
    error::{Error, Result},
    secret::Secret,
};

/// Whose record it is: the address it is published at, and the secret that opens the key it is signed
/// with.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub public_url: &'a Url,
    pub secret: &'a Secret,
}

impl<'a> Origin<'a> {
    /// This server.
    #[must_use]
    pub fn of(app: &'a App) -> Self {
        Self { public_url: &app.settings.server.public_url, secret: &app.secret }
    }

    /// The page of a vote, as its record and receipts name it.
    ///
    /// # Errors
    /// The number makes no address.
    pub fn address(&self, vote: &vote::Model) -> Result<String> {
        let url = self.public_url.join(&format!("/votes/{}", vote.number));
        Ok(url.map_err(|_| Error::contradiction("votes", "number", vote.id))?.into())
    }
}
