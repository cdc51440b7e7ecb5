//! Somebody who votes, and her connection.

use std::{net::SocketAddr, time::Duration};

use anyhow::Result;
use federation_tests::{
    Paper,
    http::{Answer, Client},
};
use translokaal::rules::ballot::Choice;

use crate::ledger::{Attempt, Heard, Ledger};

/// The longest that a voter waits for an answer; the server gives one in thirty seconds.
const PATIENCE: Duration = Duration::from_secs(40);

/// Somebody who votes.
#[derive(Clone, Debug)]
pub struct Voter {
    pub paper: Paper,
    pub ledger: Ledger,
}

/// A connection that is made again when it broke.
pub struct Line {
    to: SocketAddr,
    client: Option<Client>,
}

impl Line {
    /// A connection to be made.
    pub const fn to(to: SocketAddr) -> Self {
        Self { to, client: None }
    }

    /// Connects ahead of sending.
    pub async fn connect(&mut self) -> Result<&mut Client> {
        let client = match self.client.take() {
            Some(client) => client,
            None => Client::connect(self.to).await?,
        };
        Ok(self.client.insert(client))
    }

    /// Sends a request. The outer nothing means that nobody listens, so that nothing was sent; the
    /// inner one that no answer came.
    async fn send(&mut self, request: &[u8]) -> Option<Option<Answer>> {
        let client = self.connect().await.ok()?;
        let answer = tokio::time::timeout(PATIENCE, client.send(request)).await;
        let answer = answer.ok().and_then(Result::ok);
        if answer.is_none() {
            self.client = None;
        }
        Some(answer)
    }
}

impl Voter {
    /// Somebody who hasn't voted yet.
    pub fn with(paper: Paper) -> Self {
        Self { paper, ledger: Ledger::default() }
    }

    /// Those who hold these cookies, each with her paper.
    ///
    /// # Errors
    /// A paper can't be fetched.
    pub async fn all(to: SocketAddr, cookies: &[String]) -> Result<Vec<Self>> {
        let mut client = Client::connect(to).await?;
        let host = format!("localhost:{}", to.port());
        let mut all = Vec::new();
        for cookie in cookies {
            all.push(Self::with(Paper::fetch(&mut client, &host, cookie).await?));
        }
        Ok(all)
    }

    /// Sends a ballot with her next choice; nothing when nobody listens.
    ///
    /// # Errors
    /// An answer that says nothing.
    pub async fn votes(&mut self, line: &mut Line) -> Result<Option<Heard>> {
        self.casts(line, self.ledger.next_choice()).await
    }

    /// Sends a ballot; nothing when nobody listens.
    ///
    /// # Errors
    /// An answer that says nothing.
    pub async fn casts(&mut self, line: &mut Line, choice: Choice) -> Result<Option<Heard>> {
        let Some(answer) = line.send(&self.paper.filled_in(choice)).await else { return Ok(None) };
        let heard = answer.as_ref().map_or(Ok(Heard::Nothing), Heard::read)?;
        self.ledger.attempts.push(Attempt { choice, heard: heard.clone() });
        Ok(Some(heard))
    }
}
