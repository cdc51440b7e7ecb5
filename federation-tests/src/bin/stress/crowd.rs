//! Many who vote at the same time, again and again, until they are told to stop.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Result;
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    task::JoinHandle,
};
use translokaal::db::Db;

use crate::{
    count,
    ledger::{Heard, Kept},
    voter::{Line, Voter},
};

/// How long somebody waits who finds nobody listening.
const PAUSE: Duration = Duration::from_millis(5);

/// Everybody, in some hands that send at the same time.
pub struct Crowd {
    hands: Vec<Arc<Mutex<Hand>>>,
    voting: Vec<JoinHandle<Result<()>>>,
}

/// A connection over which some vote in turn.
pub struct Hand {
    line: Line,
    voters: Vec<Voter>,
    next: usize,
    is_done: bool,
}

impl Crowd {
    /// Lets them vote, over so many connections.
    pub fn of(mut voters: Vec<Voter>, to: SocketAddr, hands: usize) -> Self {
        let each = voters.len().div_ceil(hands);
        let mut all = Vec::new();
        while !voters.is_empty() {
            let hers = voters.split_off(voters.len().saturating_sub(each));
            let hand = Hand { line: Line::to(to), voters: hers, next: 0, is_done: false };
            all.push(Arc::new(Mutex::new(hand)));
        }
        let voting = all.iter().map(|hand| tokio::spawn(vote(Arc::clone(hand)))).collect();
        Self { hands: all, voting }
    }

    /// Waits until nobody waits for an answer; nobody sends until what this gives is dropped.
    pub async fn pause(&self) -> Vec<OwnedMutexGuard<Hand>> {
        let mut all = Vec::new();
        for hand in &self.hands {
            all.push(Arc::clone(hand).lock_owned().await);
        }
        all
    }

    /// How many attempts ended so.
    pub async fn count(&self, how: impl Fn(&Heard) -> bool) -> usize {
        let hands = self.pause().await;
        hands.iter().flat_map(|hand| &hand.voters).map(|it| it.ledger.count(&how)).sum()
    }

    /// Compares what everybody heard with what is kept.
    ///
    /// # Errors
    /// The database can't be read.
    pub async fn look(&self, db: &Db) -> Result<()> {
        let mut hands = self.pause().await;
        let kept = count::ballots(db).await?;
        for voter in hands.iter_mut().flat_map(|hand| &mut hand.voters) {
            voter.ledger.look(kept.get(&voter.paper.voter).map(Kept::from));
        }
        Ok(())
    }

    /// Ends the voting, when everybody knows what became of her last ballot.
    ///
    /// # Errors
    /// An answer that says nothing.
    pub async fn end(self) -> Result<Vec<Voter>> {
        for hand in &self.hands {
            hand.lock().await.is_done = true;
        }
        for one in self.voting {
            one.await??;
        }
        let mut voters = Vec::new();
        for hand in &self.hands {
            voters.append(&mut hand.lock().await.voters);
        }
        Ok(voters)
    }
}

async fn vote(hand: Arc<Mutex<Hand>>) -> Result<()> {
    loop {
        let is_sent = {
            let mut hand = hand.lock().await;
            let Hand { line, voters, next, is_done } = &mut *hand;
            let Some(voter) = voters.get_mut(*next) else { return Ok(()) };
            let is_answered = voter.ledger.attempts.last().is_none_or(|it| !it.heard.is_open());
            if *is_done && is_answered {
                return Ok(());
            }
            let heard = voter.votes(line).await?;
            if heard.as_ref().is_some_and(|it| !it.is_open()) {
                *next = (*next + 1) % voters.len();
            }
            heard.is_some_and(|it| !matches!(it, Heard::Failed))
        };
        if !is_sent {
            tokio::time::sleep(PAUSE).await;
        }
    }
}
