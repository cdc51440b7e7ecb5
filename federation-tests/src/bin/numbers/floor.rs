//! What the database can do at best: bare durable commits, one by one and grouped, to a table of the
//! same shape with nothing around them.

use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

const TABLE: &str = "CREATE TABLE floor (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g INTEGER, \
                     PRIMARY KEY (a, b))";
/// Rows in one commit at the most.
const GROUP_MOST: usize = 256;

/// Rows per second, each committed durably before the next.
pub async fn single(db: &DatabaseConnection, span: Duration) -> anyhow::Result<f64> {
    make(db).await?;
    let begin = Instant::now();
    let mut rows = 0_u32;
    while begin.elapsed() < span {
        let tx = begin_write(db).await?;
        insert(&tx, &format!("single {rows}")).await?;
        tx.commit().await?;
        rows += 1;
    }
    Ok(f64::from(rows) / begin.elapsed().as_secs_f64())
}

/// Rows per second of `clients` who each do some work and then wait for their row to be durable, one
/// writer committing what waits.
pub async fn grouped(
    db: &DatabaseConnection,
    clients: u32,
    span: Duration,
    work: impl Fn() -> bool + Clone + Send + 'static,
) -> anyhow::Result<f64> {
    make(db).await?;
    let (send, mut receive) = mpsc::channel::<(String, oneshot::Sender<()>)>(1024);
    let writer = {
        let db = db.clone();
        tokio::spawn(async move {
            let mut waiting = Vec::new();
            while receive.recv_many(&mut waiting, GROUP_MOST).await > 0 {
                let tx = begin_write(&db).await?;
                for (key, _) in &waiting {
                    insert(&tx, key).await?;
                }
                tx.commit().await?;
                for (_, done) in waiting.drain(..) {
                    let _ = done.send(());
                }
            }
            Ok::<(), DbErr>(())
        })
    };
    let begin = Instant::now();
    let many = (0..clients).map(|client| {
        let (send, work) = (send.clone(), work.clone());
        tokio::spawn(async move {
            let mut rows = 0_u32;
            while begin.elapsed() < span {
                anyhow::ensure!(work(), "the work failed");
                let (done, durable) = oneshot::channel();
                send.send((format!("grouped {client} {rows}"), done)).await?;
                durable.await?;
                rows += 1;
            }
            anyhow::Ok(rows)
        })
    });
    let mut rows = 0;
    for one in many.collect::<Vec<_>>() {
        rows += one.await??;
    }
    let seconds = begin.elapsed().as_secs_f64();
    drop(send);
    writer.await??;
    Ok(f64::from(rows) / seconds)
}

async fn make(db: &DatabaseConnection) -> Result<(), DbErr> {
    db.execute_unprepared("DROP TABLE IF EXISTS floor").await?;
    db.execute_unprepared(TABLE).await?;
    Ok(())
}

async fn begin_write(db: &DatabaseConnection) -> Result<sea_orm::DatabaseTransaction, DbErr> {
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    })
    .await
}

async fn insert(db: &impl ConnectionTrait, key: &str) -> Result<(), DbErr> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => "INSERT INTO floor VALUES ($1, $2, $3, $4, $5, $6, $7)",
        _ => "INSERT INTO floor VALUES (?, ?, ?, ?, ?, ?, ?)",
    };
    let values = [
        key.into(),
        "01a2b3c4-0000-7000-8000-000000000000".into(),
        "01a2b3c4-0000-7000-8000-000000000001".into(),
        "for".into(),
        "web".into(),
        "2026-05-01T12:00:00.000+00:00".into(),
        0.into(),
    ];
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(())
}
