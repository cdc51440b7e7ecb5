//! The single writer of SQLite, and how waiting acts share one commit.
//!
//! A durable commit costs a wait for the disk, whoever shares it. So acts that wait for their turn
//! run one after the other in one transaction, each in its own savepoint, and the first one whose
//! turn comes round again commits for all: with one person that is at once, with thirty-two it is
//! one commit for all of them. Nobody is answered before the commit. An act that fails is rolled
//! back alone. PostgreSQL shares commits of several connections by itself.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, RuntimeErr, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait, sqlx,
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
    /// A transaction didn't end as it should, and nobody knows what the connection is in.
    is_doubtful: bool,
}

/// Acts that share a commit.
#[derive(Debug)]
struct Batch {
    number: u64,
    tx: Tx,
    savepoint: Savepoint,
    end: watch::Sender<Option<Result<(), String>>>,
}

/// What stands behind the savepoint of a batch.
#[derive(Clone, Copy, Debug)]
enum Savepoint {
    /// An act that is done: kept.
    Done,
    /// An act that failed, or whose caller went away in the middle: taken back.
    Failed,
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

    /// Commits what waits, writes the log into the database, and cuts it off; gives whether it was.
    pub async fn cut_log(&self) -> Result<bool, DbErr> {
        let mut place = Arc::clone(&self.turn).lock_owned().await;
        commit(&mut place).await;
        if place.is_doubtful {
            return Ok(false);
        }
        let cut = "PRAGMA wal_checkpoint(TRUNCATE)";
        let cut = Statement::from_string(DbBackend::Sqlite, cut);
        let told = self.connection.query_one_raw(cut).await?;
        Ok(told.is_some_and(|row| row.try_get_by_index::<i32>(0).is_ok_and(|busy| busy == 0)))
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
            // An act that failed itself knows best why, for example that the disk is full.
            Some(Err(text)) => done.and(Err(DbErr::Custom(text).into())),
            None => Err(DbErr::Custom("the commit was given up".to_owned()).into()),
        }
    }

    /// Joins the acts that wait for a commit, or begins a transaction for them; either way a new
    /// savepoint stands before the act.
    async fn join(
        &self,
        place: &mut Place,
    ) -> Result<(u64, watch::Receiver<Option<Result<(), String>>>)> {
        if let Some(batch) = &mut place.batch {
            // One statement, harmless whether it ran or not when its caller goes away: savepoints of
            // one name nest, and the newest is the one that is rolled back to.
            let next = match batch.savepoint {
                Savepoint::Done => "SAVEPOINT act",
                Savepoint::Failed => "ROLLBACK TO act",
            };
            match batch.tx.execute_unprepared(next).await {
                Ok(_) => return Ok((batch.number, batch.end.subscribe())),
                // SQLite gave the whole transaction up, as it does when the disk is full.
                Err(error) => give_up(place, &error.to_string()),
            }
        }
        let tx = self.begin(place).await?;
        tx.execute_unprepared("SAVEPOINT act").await?;
        place.is_doubtful = false;
        place.batches = place.batches.wrapping_add(1);
        let (end, receiver) = watch::channel(None);
        let number = place.batches;
        place.batch = Some(Batch { number, tx, savepoint: Savepoint::Done, end });
        Ok((number, receiver))
    }

    /// Begins a transaction, over a new connection after one that may not have ended as the driver
    /// believes. When a commit fails, as on a full disk, SQLite takes the transaction back by itself;
    /// the driver goes on counting it as open, opens savepoints in it for ever after, and commits
    /// nothing that it says it commits.
    async fn begin(&self, place: &mut Place) -> Result<Tx, DbErr> {
        if place.is_doubtful {
            let pool = self.connection.get_sqlite_connection_pool();
            pool.acquire().await.map_err(closed)?.close().await.map_err(closed)?;
        }
        // Until it is seen to stand: the caller may also go away in the middle.
        place.is_doubtful = true;
        begin(&self.connection).await
    }
}

/// Runs one act behind its savepoint.
async fn run<T>(place: &mut Place, act: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
    let Some(batch) = &mut place.batch else {
        return Err(DbErr::Custom("no transaction to act in".to_owned()).into());
    };
    // Until the act is done it counts as failed: its caller may go away at any await.
    batch.savepoint = Savepoint::Failed;
    let done = act(&batch.tx).await;
    if done.is_ok() {
        batch.savepoint = Savepoint::Done;
    }
    done
}

fn give_up(place: &mut Place, why: &str) {
    place.is_doubtful = true;
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
    let Some(Batch { tx, savepoint, end, .. }) = place.batch.take() else { return };
    let mended = match savepoint {
        Savepoint::Done => Ok(()),
        Savepoint::Failed => tx.execute_unprepared("ROLLBACK TO act").await.map(|_| ()),
    };
    let committed = match mended {
        Ok(()) => tx.commit().await,
        Err(error) => Err(error),
    };
    place.is_doubtful = committed.is_err();
    end.send_replace(Some(committed.map_err(|error| error.to_string())));
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

fn closed(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
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
