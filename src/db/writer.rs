//! The single writer of SQLite, and how waiting acts share one commit.
//!
//! A durable commit costs a wait for the disk, whoever shares it. So acts that wait for their turn
//! run one after the other in one transaction, each in its own savepoint, and the first one whose
//! turn comes round again commits for all: with one person that is at once, with thirty-two it is
//! one commit for all of them. Nobody is answered before the commit. An act that fails is rolled
//! back alone. PostgreSQL shares commits of several connections by itself.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use super::Tx;
use crate::error::Result;

/// The one connection that writes.
#[derive(Debug)]
pub struct Writer {
    connection: DatabaseConnection,
    turn: Arc<Mutex<Turn>>,
}

#[derive(Debug, Default)]
struct Turn {
    batch: Option<Batch>,
    batches: u64,
}

/// Acts that share a commit.
#[derive(Debug)]
struct Batch {
    number: u64,
    tx: Tx,
    /// An act was begun and not ended: its caller went away in the middle.
    is_torn: bool,
    end: watch::Sender<Option<Result<(), String>>>,
}

type Place = OwnedMutexGuard<Turn>;

impl Writer {
    /// Writes over `connection`, which nobody else may use.
    pub fn new(connection: DatabaseConnection) -> Self {
        Self { connection, turn: Arc::default() }
    }

    /// The connection itself, for changes of shape.
    pub const fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Whether an act is running now.
    #[cfg(test)]
    pub fn is_taken(&self) -> bool {
        self.turn.try_lock().is_err()
    }

    /// Commits what waits, then closes.
    pub async fn close(&self) -> Result<(), DbErr> {
        let mut place = Arc::clone(&self.turn).lock_owned().await;
        commit(&mut place).await;
        self.connection.clone().close().await
    }

    /// Runs an act in turn, and answers after the commit that it shares.
    pub async fn write<T>(&self, act: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
        let mut place = Arc::clone(&self.turn).lock_owned().await;
        let (number, mut end) = self.join(&mut place).await?;
        let leaving = Leaving { turn: Arc::clone(&self.turn), number };
        let done = run(&mut place, act).await;
        drop(place);
        let again = Arc::clone(&self.turn).lock_owned();
        {
            // The guard of what is waited for must not live across an await.
            let ended = async { drop(end.wait_for(Option::is_some).await) };
            tokio::select! {
                biased;
                () = ended => {}
                place = again => settle(place, number).await,
            }
        }
        std::mem::forget(leaving);
        let ended = end.borrow().clone();
        match ended {
            Some(Ok(())) => done,
            Some(Err(text)) => Err(DbErr::Custom(text).into()),
            None => Err(DbErr::Custom("the commit was given up".to_owned()).into()),
        }
    }

    /// Joins the acts that wait for a commit, or begins a transaction for them.
    async fn join(
        &self,
        place: &mut Place,
    ) -> Result<(u64, watch::Receiver<Option<Result<(), String>>>)> {
        mend(place).await;
        if let Some(batch) = &place.batch {
            return Ok((batch.number, batch.end.subscribe()));
        }
        let tx = begin(&self.connection).await?;
        place.batches = place.batches.wrapping_add(1);
        let (end, receiver) = watch::channel(None);
        let number = place.batches;
        place.batch = Some(Batch { number, tx, is_torn: false, end });
        Ok((number, receiver))
    }
}

/// Runs one act in its savepoint.
async fn run<T>(place: &mut Place, act: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
    let Some(batch) = &mut place.batch else {
        return Err(DbErr::Custom("no transaction to act in".to_owned()).into());
    };
    batch.tx.execute_unprepared("SAVEPOINT act").await?;
    batch.is_torn = true;
    let done = act(&batch.tx).await;
    let ended = match &done {
        Ok(_) => "RELEASE act",
        Err(_) => "ROLLBACK TO act; RELEASE act",
    };
    let ended = batch.tx.execute_unprepared(ended).await;
    batch.is_torn = false;
    if let Err(error) = ended {
        // SQLite gave the whole transaction up, as it does when the disk is full.
        give_up(place, &error.to_string());
    }
    done
}

/// Rolls an act back whose caller went away in the middle of it.
async fn mend(place: &mut Place) {
    let Some(batch) = place.batch.as_mut().filter(|batch| batch.is_torn) else { return };
    let mended = batch.tx.execute_unprepared("ROLLBACK TO act; RELEASE act").await;
    batch.is_torn = false;
    if let Err(error) = mended {
        give_up(place, &error.to_string());
    }
}

fn give_up(place: &mut Place, why: &str) {
    if let Some(batch) = place.batch.take() {
        batch.end.send_replace(Some(Err(why.to_owned())));
    }
}

/// Commits batch `number` unless somebody else did. In a task of its own: a caller who goes away
/// now must not leave the others without an answer.
async fn settle(place: Place, number: u64) {
    if place.batch.as_ref().is_none_or(|batch| batch.number != number) {
        return;
    }
    let committing = tokio::spawn(async move {
        let mut place = place;
        commit(&mut place).await;
    });
    // A panic in there drops the sender, and everybody waiting hears of it.
    let _ = committing.await;
}

async fn commit(place: &mut Place) {
    mend(place).await;
    if let Some(Batch { tx, end, .. }) = place.batch.take() {
        let committed = tx.commit().await.map_err(|error| error.to_string());
        end.send_replace(Some(committed));
    }
}

/// Commits for a caller who went away before the answer, so that no transaction stays open.
struct Leaving {
    turn: Arc<Mutex<Turn>>,
    number: u64,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        let (turn, number) = (Arc::clone(&self.turn), self.number);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { settle(turn.lock_owned().await, number).await });
        }
    }
}

/// One act in a transaction of its own: PostgreSQL.
pub async fn write_alone<T>(
    db: &DatabaseConnection,
    act: impl AsyncFnOnce(&Tx) -> Result<T>,
) -> Result<T> {
    let tx = begin(db).await?;
    let done = act(&tx).await?;
    tx.commit().await?;
    Ok(done)
}

/// SQLite is told up front that the transaction may write: one that reads first and asks to write
/// later fails when another writer came between.
async fn begin(db: &DatabaseConnection) -> Result<Tx, DbErr> {
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    })
    .await
}
