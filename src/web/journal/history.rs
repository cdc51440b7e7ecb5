//! What happened to one thing, at the end of its page.

use askama::Template;
use uuid::Uuid;

use super::sentence;
use crate::{
    error::Result,
    journal::{self, Line},
    web::{people::People, visit::Visit},
};

/// A line of a history.
struct Told {
    /// The moment, for machines and for people.
    machine: String,
    moment: String,
    sentence: String,
    by: Option<String>,
}

/// The history of one thing, oldest first.
#[derive(Template)]
#[template(path = "journal/history.html")]
pub struct History {
    title: String,
    lines: Vec<Told>,
}

impl History {
    /// Reads the public lines about one thing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn about(visit: &Visit, subject: Uuid) -> Result<Self> {
        let lines = journal::public_about(visit.app().db.read(), subject).await?;
        let people = People::of(visit, lines.iter().filter_map(|line| line.actor)).await?;
        let told = |line: &Line| Told {
            machine: visit.machine(line.at),
            moment: visit.moment(line.at),
            sentence: sentence::sentence(visit, &line.event),
            by: line.actor.map(|id| people.name(&id).to_owned()),
        };
        let lines = lines.iter().map(told).collect();
        Ok(Self { title: visit.say("history-title"), lines })
    }
}
