use url::Url;

use crate::{app::App, secret::Secret};

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
}
