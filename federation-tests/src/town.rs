//! A few neighbourhoods on this machine, whose clock is moved by hand.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context, Result};
use chrono::TimeDelta;
use tokio::{net::TcpListener, sync::Notify};
use translokaal::{
    app::App,
    bodies::{self, Founding},
    clock::{Clock, Instant},
    db::{self, Tx},
    ids::MemberId,
    mail::Mailer,
    members,
    neighbours::{self, entity::notice, entity::partner},
    rules::{
        charter::Charter,
        member::Entry,
        partner::{Handle, Stage},
    },
    secret::Secret,
    server::Instance,
};
use url::Url;

use crate::{Person, Place, eventually};

/// Neighbourhoods that know nothing of each other yet.
pub struct Town {
    pub alpha: Neighbour,
    pub beta: Neighbour,
    pub gamma: Neighbour,
    clock: Clock,
}

/// One neighbourhood: a server that can be stopped and started again.
pub struct Neighbour {
    pub name: String,
    pub url: Url,
    address: SocketAddr,
    place: Place,
    secret: Secret,
    clock: Clock,
    up: Option<Instance>,
}

impl Town {
    /// Opens three founded neighbourhoods, all at noon of 1 May 2026.
    ///
    /// # Errors
    /// One can't be opened.
    pub async fn open() -> Result<Self> {
        let clock = Clock::at("2026-05-01T12:00:00Z".parse()?);
        let open = async |name: &str| -> Result<Neighbour> {
            let it = Neighbour::open(name, clock.clone()).await?;
            it.found().await?;
            Ok(it)
        };
        let (alpha, beta, gamma) = tokio::try_join!(open("alpha"), open("beta"), open("gamma"))?;
        Ok(Self { alpha, beta, gamma, clock })
    }

    /// Moves the clock of everybody.
    pub fn passes(&self, span: TimeDelta) {
        self.clock.pass(span);
        for it in [&self.alpha, &self.beta, &self.gamma] {
            it.ring();
        }
    }
}

impl Neighbour {
    /// Opens a server whose neighbourhood isn't founded yet.
    ///
    /// # Errors
    /// It can't be opened.
    pub async fn open(name: &str, clock: Clock) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let mut it = Self {
            name: name.to_owned(),
            url: Url::parse(&format!("http://localhost:{}", address.port()))?,
            address,
            place: Place::as_wanted()?,
            secret: Secret::fresh(),
            clock,
            up: None,
        };
        it.serve(listener).await?;
        Ok(it)
    }

    async fn serve(&mut self, listener: TcpListener) -> Result<()> {
        let settings = self.place.settings(self.url.clone());
        let db = self.place.open(&settings, 4).await?;
        let app = App {
            db,
            mailer: Mailer::new(&settings.mail)?,
            settings: Arc::new(settings),
            clock: self.clock.clone(),
            secret: self.secret.clone(),
            bell: Arc::new(Notify::new()),
        };
        self.up = Some(Instance::start(app, listener).await?);
        Ok(())
    }

    /// Founds the neighbourhood.
    ///
    /// # Errors
    /// It was founded already.
    pub async fn found(&self) -> Result<MemberId> {
        let charter =
            Charter { support_threshold: 1, reading_days: 0, notice_days: 0, ..Charter::default() };
        let new = Founding {
            name: format!("Buurt {}", self.name),
            handle: self.name.clone(),
            language: "nl".to_owned(),
            first: entry("Sam"),
            charter,
        };
        let now = self.now();
        self.act(async |tx| bodies::found(tx, now, new).await).await
    }

    /// Stops the server, as somebody does who pulls it down for the night.
    pub async fn stop(&mut self) {
        if let Some(instance) = self.up.take() {
            instance.shutdown().await;
        }
    }

    /// Starts the server again, at the same address and with the same database.
    ///
    /// # Errors
    /// It can't be opened.
    pub async fn start(&mut self) -> Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.serve(listener).await
    }

    /// The handles of a server that is up.
    ///
    /// # Panics
    /// When it was stopped: a test that asks then is wrong.
    #[must_use]
    pub fn app(&self) -> &App {
        #[expect(clippy::expect_used, reason = "a test asked a server that it stopped")]
        &self.up.as_ref().expect("the server is up").app
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Its handle in the fediverse.
    #[must_use]
    pub fn handle(&self) -> Handle {
        let host = format!("localhost:{}", self.address.port());
        Handle { name: self.name.clone(), host }
    }

    /// An address on this server.
    ///
    /// # Panics
    /// When `path` is none.
    #[must_use]
    pub fn at(&self, path: &str) -> Url {
        #[expect(clippy::expect_used, reason = "a path that a test wrote")]
        self.url.join(path).expect("a path")
    }

    /// The actor of the neighbourhood.
    #[must_use]
    pub fn group(&self) -> Url {
        self.at(&format!("/ap/groups/{}", self.name))
    }

    /// Does an act as a door would, and rings the bell.
    ///
    /// # Errors
    /// What the act says.
    pub async fn act<T>(
        &self,
        act: impl AsyncFnOnce(&Tx) -> translokaal::error::Result<T>,
    ) -> Result<T> {
        let done = db::write(&self.app().db, act).await?;
        self.ring();
        Ok(done)
    }

    fn ring(&self) {
        if let Some(up) = &self.up {
            up.app.bell.notify_waiters();
        }
    }

    /// The secretary.
    ///
    /// # Errors
    /// There is none.
    pub async fn secretary(&self) -> Result<Person<'_>> {
        let officers = members::store::officers(self.app().db.read()).await?;
        let (_, member) = officers.into_iter().next().context("no secretary")?;
        Ok(Person { home: self, id: member.id })
    }

    /// Somebody new on the roll.
    ///
    /// # Errors
    /// She can't be added.
    pub async fn person(&self, name: &str) -> Result<Person<'_>> {
        let now = self.now();
        let entry = entry(name);
        let member = self.act(async |tx| members::add(tx, now, None, entry, &[]).await).await?;
        Ok(Person { home: self, id: member.id })
    }

    /// Follows another neighbourhood, and waits until it has answered.
    ///
    /// # Errors
    /// It never does.
    pub async fn follows(&self, other: &Self) -> Result<()> {
        self.secretary().await?.asks(&other.handle()).await?;
        self.partner_is(other, Stage::Following).await
    }

    /// Waits until it stands so with another neighbourhood.
    ///
    /// # Errors
    /// It never does.
    pub async fn partner_is(&self, other: &Self, stage: Stage) -> Result<()> {
        eventually(&format!("{} at stage {stage}", other.name), async || {
            let partner = self.partner(&other.handle()).await?;
            Ok(partner.filter(|it| it.stage == stage).map(drop))
        })
        .await
    }

    /// A partner by its handle.
    ///
    /// # Errors
    /// What the database says.
    pub async fn partner(&self, handle: &Handle) -> Result<Option<partner::Model>> {
        let (db, handle) = (self.app().db.read(), handle.to_string());
        Ok(neighbours::store::partner_by_handle(db, &handle).await?)
    }

    /// What it knows of an object of others.
    ///
    /// # Errors
    /// What the database says.
    pub async fn notice(&self, object: &Url) -> Result<Option<notice::Model>> {
        Ok(neighbours::store::notice_by_object(self.app().db.read(), object.as_str()).await?)
    }

    /// Waits until it knows an object of others in a state that `fits`.
    ///
    /// # Errors
    /// It never does.
    pub async fn learns(
        &self,
        object: &Url,
        fits: impl Fn(&notice::Model) -> bool,
    ) -> Result<notice::Model> {
        let what = format!("{} learns {object}", self.name);
        eventually(&what, async || Ok(self.notice(object).await?.filter(&fits))).await
    }
}

fn entry(name: &str) -> Entry {
    Entry {
        name: name.to_owned(),
        email: Some(format!("{}@alpha.example", name.to_lowercase())),
        language: "nl".to_owned(),
        born_in: Some(1980),
        ..Entry::default()
    }
}
