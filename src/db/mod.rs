//! Two databases, one way to speak to them.
//!
//! A function that writes takes `&Tx`; a function that only reads takes `&impl ConnectionTrait`.
//! Only a door (a page, an inbox, a worker) calls [`write()`], so an act never knows whether it is
//! alone. What a write returns is durable: the answer comes after the commit.

use std::{sync::Arc, time::Duration};

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};

use crate::error::Result;

mod column;
mod writer;

pub(crate) use column::text_column;
use writer::Writer;

/// A transaction in which one act happens, whole or not at all.
pub type Tx = sea_orm::DatabaseTransaction;

/// The database: connections to read with, and the way to write.
#[derive(Clone, Debug)]
pub struct Db {
    readers: DatabaseConnection,
    writer: Option<Arc<Writer>>,
}

impl Db {
    /// Opens the database at `url` (`sqlite://file.db` or `postgres://…`), with at most
    /// `connections` connections; SQLite's file is made when it isn't there.
    ///
    /// # Errors
    /// What the database says.
    pub async fn open(url: &str, connections: u32) -> Result<Self, DbErr> {
        if !url.starts_with("sqlite:") {
            return Ok(Self { readers: connect(url, connections, false).await?, writer: None });
        }
        // One connection writes, so that nobody ever waits for a lock that another one holds.
        let writer = Writer::new(connect(url, 1, false).await?);
        let readers = connect(url, connections, true).await?;
        Ok(Self { readers, writer: Some(Arc::new(writer)) })
    }

    /// The connections to read with.
    #[must_use]
    pub const fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// The connection that changes the shape of the database.
    #[must_use]
    pub fn shape(&self) -> &DatabaseConnection {
        self.writer.as_ref().map_or(&self.readers, |writer| writer.connection())
    }

    /// Whether this is PostgreSQL.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.readers.get_database_backend() == DbBackend::Postgres
    }

    /// Takes away what tells in which order things were written: SQLite's write-ahead log is written
    /// into the database and cut off. Gives whether that was possible: not while somebody reads, or
    /// after a transaction that ended badly. On PostgreSQL there is nothing to cut off.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_order(&self) -> Result<bool, DbErr> {
        match &self.writer {
            Some(writer) => writer.cut_log().await,
            None => Ok(true),
        }
    }

    /// Waits until everything that was begun is written, then closes all connections.
    ///
    /// # Errors
    /// What the database says.
    pub async fn close(self) -> Result<(), DbErr> {
        if let Some(writer) = &self.writer {
            writer.close().await?;
        }
        self.readers.close().await
    }
}

/// Runs `act` whole or not at all, and answers when it is durable.
///
/// # Errors
/// What the act says, or that the database couldn't keep it.
pub async fn write<T>(db: &Db, act: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
    match &db.writer {
        Some(writer) => writer.write(act).await,
        None => writer::write_alone(&db.readers, act).await,
    }
}

async fn connect(
    url: &str,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |options| {
        use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("temp_store", "MEMORY")
            .pragma("secure_delete", "ON");
        if read_only { options.pragma("query_only", "ON") } else { options }
    });
    Database::connect(options).await
}

#[cfg(test)]
mod tests;
