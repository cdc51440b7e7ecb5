//! Somebody who votes: what she sent, and what she heard.

use std::{net::SocketAddr, time::Duration};

use anyhow::Result;
use federation_tests::{
    Paper,
    http::{Answer, Client, header},
};
use translokaal::{rules::ballot::Choice, votes::entity::ballot};

/// The longest that a voter waits for an answer; the server gives one in thirty seconds.
const PATIENCE: Duration = Duration::from_secs(40);

/// What a voter hears of a ballot that she sent.
#[derive(Clone, Debug)]
pub enum Heard {
    /// It is cast, and is her first.
    First,
    /// It is cast in place of an earlier one.
    Replaced,
    /// The rules say no, on this page.
    Refused(String),
    /// The server says that something went wrong on its side.
    Failed,
    /// The connection broke.
    Nothing,
}

/// A ballot that was sent.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub choice: Choice,
    pub heard: Heard,
}

/// Somebody who votes.
#[derive(Clone, Debug)]
pub struct Voter {
    pub paper: Paper,
    /// In the order in which she sent them, each after the answer to the one before.
    pub attempts: Vec<Attempt>,
    /// At the last look: how many attempts there were, and how often a ballot of hers was kept.
    looked: (usize, usize),
    pub has_lost: bool,
    pub has_doubled: bool,
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

impl Heard {
    /// Reads an answer.
    ///
    /// # Errors
    /// It doesn't say what became of the ballot.
    pub fn read(answer: &Answer) -> Result<Self> {
        let goes_to = header(&answer.head, "location").unwrap_or_default();
        match (answer.status, goes_to.split_once("done=").map(|(_, done)| done)) {
            (303, Some("ballot-cast")) => Ok(Self::First),
            (303, Some("ballot-replaced")) => Ok(Self::Replaced),
            (422, _) => Ok(Self::Refused(String::from_utf8_lossy(&answer.body).into_owned())),
            (500..=599, _) => Ok(Self::Failed),
            _ => anyhow::bail!("an answer that says nothing about the ballot: {}", answer.head),
        }
    }

    /// Whether the ballot was acknowledged.
    pub const fn is_acknowledged(&self) -> bool {
        matches!(self, Self::First | Self::Replaced)
    }

    /// Whether nobody said what became of the ballot: it may be kept or not.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Failed | Self::Nothing)
    }
}

impl Voter {
    /// Somebody who hasn't voted yet.
    pub const fn with(paper: Paper) -> Self {
        let attempts = Vec::new();
        Self { paper, attempts, looked: (0, 0), has_lost: false, has_doubled: false }
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

    /// Sends a ballot; nothing when nobody listens.
    ///
    /// # Errors
    /// An answer that says nothing.
    pub async fn casts(&mut self, line: &mut Line, choice: Choice) -> Result<Option<Heard>> {
        let Some(answer) = line.send(&self.paper.filled_in(choice)).await else { return Ok(None) };
        let heard = answer.as_ref().map_or(Ok(Heard::Nothing), Heard::read)?;
        self.attempts.push(Attempt { choice, heard: heard.clone() });
        Ok(Some(heard))
    }

    /// Her next choice: the same one again when she doesn't know what became of it.
    pub fn next_choice(&self) -> Choice {
        match self.attempts.last() {
            Some(last) if last.heard.is_open() => last.choice,
            _ => {
                Choice::ALL.iter().copied().cycle().nth(self.attempts.len()).unwrap_or(Choice::For)
            }
        }
    }

    /// How many of her attempts ended so.
    pub fn count(&self, how: impl Fn(&Heard) -> bool) -> usize {
        self.attempts.iter().filter(|it| how(&it.heard)).count()
    }

    /// Compares what is kept for her with what she heard.
    pub fn look(&mut self, kept: Option<&ballot::Model>) {
        // The database counts how often a ballot took the place of another: that many and one were
        // kept.
        let times = kept.map_or(0, |it| 1 + usize::try_from(it.replaced).unwrap_or_default());
        let (attempts_then, times_then) = self.looked;
        let since = self.attempts.iter().skip(attempts_then);
        let acknowledged = since.filter(|it| it.heard.is_acknowledged()).count();
        let is_hers = kept.is_none_or(|it| self.may_stand(it.choice));
        self.has_lost |= times < times_then + acknowledged || !is_hers;
        let most = self.count(Heard::is_acknowledged) + self.count(Heard::is_open);
        self.has_doubled |= times > most;
        self.looked = (self.attempts.len(), times);
    }

    /// Whether this choice may be the one that stands: the last acknowledged one, or one that she
    /// sent later without hearing what became of it.
    pub fn may_stand(&self, choice: Choice) -> bool {
        let mut acknowledged = false;
        self.attempts.iter().rev().any(|it| {
            let may = !acknowledged && it.choice == choice;
            acknowledged |= it.heard.is_acknowledged();
            may && (it.heard.is_open() || it.heard.is_acknowledged())
        })
    }

    /// How many answers can't be true, whatever became of the ballots that nobody answered: a
    /// second first one, or one that replaced nothing.
    pub fn untrue(&self) -> usize {
        let mut untrue = 0;
        let (mut is_cast, mut may_be_cast) = (false, false);
        for it in &self.attempts {
            match it.heard {
                Heard::First if is_cast => untrue += 1,
                Heard::Replaced if !may_be_cast => untrue += 1,
                _ => {}
            }
            is_cast |= it.heard.is_acknowledged();
            may_be_cast |= it.heard.is_acknowledged() || it.heard.is_open();
        }
        untrue
    }
}
