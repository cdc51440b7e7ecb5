//! Somebody who acts and reads nothing: all that must be known is who she is. For what many people do
//! in the same minute.

use axum::{extract::FromRequestParts, http::request::Parts};

use super::{Door, refusal::PageError, session::Kind};
use crate::{
    app::App,
    clock::Instant,
    db::{self, Tx},
    error::{Error, Refusal, Result},
    ids::MemberId,
    members,
    rules::permission,
};

/// A member who is signed in, and when she acts.
#[derive(Clone, Debug)]
pub struct Hand {
    pub app: App,
    pub member: MemberId,
    pub now: Instant,
}

impl Hand {
    /// Acts in one transaction, then rings the bell.
    ///
    /// # Errors
    /// What the act says.
    pub async fn act<T>(&self, act: impl AsyncFnOnce(&Tx, MemberId) -> Result<T>) -> Result<T> {
        let done = db::write(&self.app.db, async |tx| act(tx, self.member).await).await?;
        self.app.bell.notify_waiters();
        Ok(done)
    }
}

impl FromRequestParts<Door> for Hand {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, PageError> {
        let app = &door.app;
        let now = app.clock.now();
        let first = || Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst));
        let token = Kind::Member.read(&app.settings, &parts.headers).ok_or_else(first)?;
        let found = members::sign_in::session(app.db.read(), now, &app.secret, &token).await?;
        let (session, _) = found.ok_or_else(first)?;
        Ok(Self { app: app.clone(), member: session.member_id, now })
    }
}
