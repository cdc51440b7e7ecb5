//! What happened to one thing, at the end of its page.

use askama::Template;
use uuid::Uuid;

use super::sentence::{self, Told};
use crate::{error::Result, journal, web::visit::Visit};

/// The history of one thing, oldest first.
#[derive(Template)]
#[template(path = "journal/history.html")]
pub struct History {
    title: String,
    lines: Vec<(String, String, Told)>,
}

impl History {
    /// Reads the public lines about one thing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn about(visit: &Visit, subject: Uuid) -> Result<Self> {
        let lines = journal::public_about(visit.app().db.read(), subject).await?;
        let told = sentence::tell(visit, &lines).await?;
        let line = |told: Told| (visit.machine(told.at), visit.moment(told.at), told);
        let lines = told.into_iter().map(line).collect();
        Ok(Self { title: visit.say("history-title"), lines })
    }
}
