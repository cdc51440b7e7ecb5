//! Who comes in: one extractor for every page.

use std::{collections::BTreeSet, ops::Deref};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::{
    Door,
    form::seal,
    refusal::PageError,
    session::{self, Kind},
    words::{Language, Words},
};
use crate::{
    app::App,
    bodies::{self, entity::neighbourhood},
    db::{self, Tx},
    error::{Error, Refusal, Result},
    ids::MemberId,
    members::{self, entity::member},
    rules::{
        permission::{self, Deed},
        role::Role,
    },
};

/// A person at the door: who she is, what she may, in which language, and when.
#[derive(Clone, Debug)]
pub struct Visit {
    pub door: Door,
    pub member: Option<member::Model>,
    pub roles: BTreeSet<Role>,
    pub words: Words,
    pub neighbourhood: neighbourhood::Model,
    /// The token of the session, for signing out.
    pub session: Option<String>,
    /// What every form on the page carries.
    pub seal: String,
    /// The path and query that were asked for.
    pub here: String,
    /// Where the request comes from, as far as the server knows.
    pub client: String,
}

impl Visit {
    /// The handles of the application.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.door.app
    }

    /// Whether her roles give the right to a deed; for buttons, never for the act itself.
    #[must_use]
    pub fn may(&self, deed: Deed) -> bool {
        permission::check(&self.roles, deed).is_ok()
    }

    /// Lets only those in whose roles give the right; to others the page doesn't exist.
    ///
    /// # Errors
    /// A visitor is asked to sign in first; for a member there is no such page.
    pub fn only(&self, deed: Deed) -> Result<MemberId, PageError> {
        let member = self.signed_in()?;
        if self.may(deed) { Ok(member) } else { Err(Error::NotFound("page").into()) }
    }

    /// The member who is signed in.
    ///
    /// # Errors
    /// [`permission::Refusal::SignInFirst`], which leads to the page to sign in and back.
    pub fn signed_in(&self) -> Result<MemberId, Error> {
        let member = self.member.as_ref().map(|member| member.id);
        member.ok_or(Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst)))
    }

    /// Whether this is the one who is signed in.
    #[must_use]
    pub fn is(&self, member: MemberId) -> bool {
        self.member.as_ref().is_some_and(|signed_in| signed_in.id == member)
    }

    /// Lets the member who is signed in act, in one transaction; then rings the bell.
    ///
    /// # Errors
    /// What the act says, or that nobody is signed in.
    pub async fn act<T>(&self, act: impl AsyncFnOnce(&Tx, MemberId) -> Result<T>) -> Result<T> {
        let by = self.signed_in()?;
        let done = db::write(&self.app().db, async |tx| act(tx, by).await).await?;
        self.app().bell.notify_waiters();
        Ok(done)
    }

    /// The note to show after something was done, if the address asks for one that exists.
    #[must_use]
    pub fn done(&self) -> Option<String> {
        let (_, query) = self.here.split_once('?')?;
        let done = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        let key = format!("done-{done}");
        self.words.knows(&key).then(|| self.words.say(&key))
    }

    /// The path that was asked for, without its query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.here.split('?').next().unwrap_or_default()
    }

    /// Whether the path begins with `path`: the entry of the menu where she is.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        let here = self.path();
        here == path || (path != "/" && here.starts_with(&format!("{path}/")))
    }

    /// The entries of the menu: paths and what they are called.
    #[must_use]
    pub fn menu(&self) -> Vec<(&'static str, String)> {
        let mut menu = vec![
            ("/", self.say("frame-home")),
            ("/proposals", self.say("frame-proposals")),
            ("/votes", self.say("frame-votes")),
            ("/council", self.say("frame-council")),
            ("/elsewhere", self.say("frame-elsewhere")),
        ];
        if self.member.is_some() {
            menu.push(("/me", self.say("frame-me")));
        } else {
            menu.push(("/sign-in", self.say("frame-sign-in")));
        }
        if self.has_a_desk() {
            menu.push(("/desk", self.say("frame-desk")));
        }
        menu
    }

    /// The address of a page as others see it.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        let public = self.app().settings.server.public_url.join(path);
        public.map_or_else(|_| path.to_owned(), |url| url.to_string())
    }

    /// The handle of this neighbourhood in the fediverse.
    #[must_use]
    pub fn handle(&self) -> String {
        let url = &self.app().settings.server.public_url;
        let host = url.host_str().unwrap_or_default();
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        format!("@{}@{host}{port}", self.neighbourhood.handle)
    }

    /// Whether something of the secretary's desk is hers to do.
    #[must_use]
    pub fn has_a_desk(&self) -> bool {
        [Deed::ReadRoll, Deed::Moderate, Deed::AppointOfficers].iter().any(|deed| self.may(*deed))
    }
}

impl Deref for Visit {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

impl Visit {
    /// Reads who it is from the cookies of a request.
    ///
    /// # Errors
    /// [`PageError::NotFounded`], or what the database says.
    pub async fn of(parts: &Parts, door: &Door) -> Result<Self, PageError> {
        let app = &door.app;
        let now = app.clock.now();
        let reader = app.db.read();
        let neighbourhood = door.neighbourhood().await?.ok_or(PageError::NotFounded)?;
        let token = Kind::Member.read(&app.settings, &parts.headers);
        let found = match &token {
            Some(token) => members::sign_in::session(reader, now, &app.secret, token).await?,
            None => None,
        };
        let member = found.map(|(_, member)| member);
        let roles = match &member {
            Some(member) => {
                bodies::roles_of(reader, app.settings.neighbourhood.day(now), member).await?
            }
            None => BTreeSet::from([Role::Visitor]),
        };
        let known = member.as_ref().and_then(|member| Language::read(&member.language));
        let language = language(app, &parts.headers, known, &neighbourhood.language);
        let client = session::client(&app.settings, &parts.headers, &parts.extensions);
        Ok(Self {
            door: door.clone(),
            session: token.filter(|_| member.is_some()),
            member,
            roles,
            words: Words::new(language, &app.settings.neighbourhood.time_zone, now),
            neighbourhood,
            seal: seal::press(&app.secret, now, &session::holder(&app.settings, parts)),
            here: parts.uri.path_and_query().map_or("/", |here| here.as_str()).to_owned(),
            client: client.map(|address| address.to_string()).unwrap_or_default(),
        })
    }
}

impl Door {
    /// The neighbourhood, once it is founded; read once.
    async fn neighbourhood(&self) -> Result<Option<neighbourhood::Model>> {
        if let Some(founded) = self.founded.get() {
            return Ok(Some(founded.clone()));
        }
        let found = bodies::store::neighbourhood(self.app.db.read()).await?;
        Ok(found.map(|row| self.founded.get_or_init(|| row).clone()))
    }
}

impl FromRequestParts<Door> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, PageError> {
        Self::of(parts, door).await
    }
}

/// What the visitor chose goes first, then what stands on the roll, then what the browser asks.
pub(super) fn language(
    app: &App,
    headers: &HeaderMap,
    on_the_roll: Option<Language>,
    of_the_neighbourhood: &str,
) -> Language {
    let asked = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Kind::Language
        .read(&app.settings, headers)
        .and_then(|code| Language::read(&code))
        .or(on_the_roll)
        .or_else(|| asked().and_then(Language::preferred))
        .or_else(|| Language::read(of_the_neighbourhood))
        .unwrap_or(Language::Dutch)
}
