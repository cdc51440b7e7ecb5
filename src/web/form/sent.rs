//! A form that comes in: from this site, with an unbroken seal, not too large.

use axum::{
    RequestExt,
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, request::Parts},
};
use axum_extra::extract::Form;
use serde::de::DeserializeOwned;
use url::Url;

use super::seal;
use crate::web::{Door, refusal::PageError, session};

/// The name of the field that carries the seal.
pub const SEAL: &str = "seal";

/// What somebody sent, after all checks.
#[derive(Debug)]
pub struct Sent<T>(pub T);

/// What somebody typed in a form that can't be taken as it is: shown again, so that nothing is
/// lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub action: String,
    pub fields: Vec<(String, String)>,
    pub broken: seal::Broken,
}

impl<T: DeserializeOwned> FromRequest<Door> for Sent<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, door: &Door) -> Result<Self, PageError> {
        check_origin(door, request.headers())?;
        let (parts, body) = request.with_limited_body().into_parts();
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), door)
            .await
            .map_err(|_| PageError::TooLarge)?;
        let fields: Vec<(String, String)> = url::form_urlencoded::parse(&bytes)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        let sealed = fields.iter().find(|(name, _)| name == SEAL);
        let seal = sealed.map(|(_, seal)| seal.clone()).unwrap_or_default();
        check_seal(door, &parts, &seal, fields)?;
        let request = Request::from_parts(parts, bytes.into());
        let Form(value) =
            Form::from_request(request, door).await.map_err(|_| PageError::Unreadable)?;
        Ok(Self(value))
    }
}

/// Refuses what another site sends on somebody's behalf. Browsers say where a form comes from;
/// for those that say nothing there is the seal.
///
/// # Errors
/// [`PageError::Foreign`].
pub(super) fn check_origin(door: &Door, headers: &HeaderMap) -> Result<(), PageError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if text("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return Err(PageError::Foreign);
    }
    let Some(origin) = text("origin") else { return Ok(()) };
    let ours = &door.app.settings.server.public_url;
    let is_ours = Url::parse(origin).is_ok_and(|origin| {
        let host = origin.host_str().map(|host| match origin.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        });
        origin.origin() == ours.origin() || (host.is_some() && host.as_deref() == text("host"))
    });
    if is_ours { Ok(()) } else { Err(PageError::Foreign) }
}

/// Checks the seal against the cookie of this browser.
///
/// # Errors
/// [`PageError::Stale`] with everything that was typed.
pub(super) fn check_seal(
    door: &Door,
    parts: &Parts,
    seal: &str,
    mut fields: Vec<(String, String)>,
) -> Result<(), PageError> {
    let app = &door.app;
    let holder = session::holder(&app.settings, parts);
    let Err(broken) = seal::check(&app.secret, app.clock.now(), &holder, seal) else {
        return Ok(());
    };
    fields.retain(|(name, _)| name != SEAL);
    let action = parts.uri.path().to_owned();
    Err(PageError::Stale(Box::new(Typed { action, fields, broken })))
}
