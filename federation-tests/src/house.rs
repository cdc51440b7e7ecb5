//! A neighbourhood to measure or to put under stress: members who are signed in, and an open vote of the assembly.

use std::sync::Arc;

use chrono::TimeDelta;
use tokio::{net::TcpListener, sync::Notify};
use translokaal::{
    app::App,
    bodies::{self, Founding},
    clock::Clock,
    db,
    ids::{MemberId, ProposalId, VoteId},
    mail::Mailer,
    members::{self, sign_in},
    proposals::{self, Draft},
    rules::{
        ballot::BodyKind, charter::Charter, member::Entry, proposal::Kind, role::Role,
        vote::Closing,
    },
    secret::Secret,
    server::Instance,
    votes::{self, Paper, Preparation},
};

use crate::Place;

/// A neighbourhood that was founded, with members who are signed in, and isn't open yet.
pub struct Founded {
    pub app: App,
    pub listener: TcpListener,
    pub place: Place,
    /// The cookies of the members.
    pub cookies: Vec<String>,
}

/// A neighbourhood that is open, in a place of its own.
pub struct House {
    pub instance: Instance,
    /// The cookies of members who are signed in.
    pub cookies: Vec<String>,
    pub place: Place,
}

/// Founds a neighbourhood with so many members, who have an open vote before them: number 1, for a
/// week. It tells the time in UTC.
///
/// # Errors
/// The database or the port can't be used.
pub async fn found(place: Place, clock: Clock, members: usize) -> anyhow::Result<Founded> {
    found_with(place, clock, members, Paper::default()).await
}

/// Founds a neighbourhood as [`found`] does, whose vote has this ballot paper.
///
/// # Errors
/// As [`found`].
pub async fn found_with(
    place: Place,
    clock: Clock,
    members: usize,
    paper: Paper,
) -> anyhow::Result<Founded> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let mut settings = place.settings(format!("http://localhost:{port}").parse()?);
    settings.neighbourhood.time_zone = "UTC".to_owned();
    let app = App {
        db: place.open(&settings, settings.database.connections).await?,
        mailer: Mailer::new(&settings.mail)?,
        clock,
        secret: Secret::open(&settings.server.data_dir.join("secret.key"))?,
        settings: Arc::new(settings),
        bell: Arc::new(Notify::new()),
    };
    let tokens = people(&app, members, paper).await?;
    let cookies =
        tokens.into_iter().map(|token| format!("translokaal-member-{port}={token}")).collect();
    Ok(Founded { app, listener, place, cookies })
}

impl Founded {
    /// Opens it to people.
    ///
    /// # Errors
    /// A door can't be opened.
    pub async fn open(self) -> anyhow::Result<House> {
        let Self { app, listener, place, cookies } = self;
        Ok(House { instance: Instance::start(app, listener).await?, cookies, place })
    }
}

/// Opens a neighbourhood on SQLite with so many members.
///
/// # Errors
/// It can't be founded or opened.
pub async fn open(members: usize) -> anyhow::Result<House> {
    found(Place::with_sqlite()?, Clock::System, members).await?.open().await
}

async fn people(app: &App, count: usize, paper: Paper) -> anyhow::Result<Vec<String>> {
    let now = app.clock.now();
    let tokens = db::write(&app.db, async |tx| {
        let first = bodies::found(tx, now, founding()).await?;
        members::appoint(tx, now, None, first, Role::Secretary).await?;
        let mut tokens = Vec::new();
        let mut all = vec![first];
        for i in 0..count {
            let member = members::add(tx, now, None, entry(&format!("Member {i}")), &[]).await?;
            let begun = sign_in::begin(tx, now, &app.secret, member.id, None).await?;
            tokens.push(begun.token);
            all.push(member.id);
        }
        let today = app.settings.neighbourhood.day(now);
        open_vote(tx, now, today, &all, paper).await?;
        Ok(tokens)
    });
    Ok(tokens.await?)
}

async fn open_vote(
    tx: &db::Tx,
    now: translokaal::clock::Instant,
    today: chrono::NaiveDate,
    members: &[MemberId],
    paper: Paper,
) -> translokaal::error::Result<()> {
    let secretary = members[0];
    let summary = "Bij het plein is te weinig plek voor fietsen. Wij vragen om meer rekken.";
    let new = Draft {
        id: ProposalId::fresh(now),
        kind: Kind::Proposal,
        title: "More bicycle stands".to_owned(),
        summary: summary.to_owned(),
        text: "Ten of them.\n\n".repeat(40),
        served: Vec::new(),
        addressee: String::new(),
        language: "nl".to_owned(),
    };
    let proposal = proposals::draft(tx, now, secretary, new).await?.id;
    proposals::open(tx, now, secretary, proposal).await?;
    proposals::support(tx, now, secretary, proposal).await?;
    let (id, closes_at) = (VoteId::fresh(now), now + TimeDelta::days(7));
    let (body, closing) = (BodyKind::Assembly, Closing::AtTime);
    let new = Preparation { id, proposal, body, closing, opens_at: now, closes_at, paper };
    votes::prepare(tx, now, secretary, new).await?;
    votes::open(tx, now, today, Some(secretary), id).await
}

fn founding() -> Founding {
    Founding {
        name: "Alpha".to_owned(),
        handle: "alpha".to_owned(),
        language: "nl".to_owned(),
        first: entry("First"),
        charter: Charter {
            support_threshold: 1,
            reading_days: 0,
            notice_days: 0,
            ..Charter::default()
        },
    }
}

fn entry(name: &str) -> Entry {
    let name = name.to_owned();
    Entry { name, language: "nl".to_owned(), born_in: Some(1980), ..Entry::default() }
}
