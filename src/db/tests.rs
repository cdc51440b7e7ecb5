use std::time::Duration;

use sea_orm::{ConnectionTrait, Statement};

use super::*;
use crate::error::Error;

async fn small() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&format!("sqlite://{}/a.db", folder.path().display()), 4).await.unwrap();
    db.shape().execute_unprepared("CREATE TABLE marks (n INTEGER PRIMARY KEY)").await.unwrap();
    (folder, db)
}

async fn mark(tx: &Tx, n: u32) -> Result<()> {
    tx.execute_unprepared(&format!("INSERT INTO marks VALUES ({n})")).await?;
    Ok(())
}

async fn marks(db: &Db) -> i64 {
    let count = Statement::from_string(DbBackend::Sqlite, "SELECT count(*) AS n FROM marks");
    db.read().query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test]
async fn what_is_answered_is_there() {
    let (_folder, db) = small().await;
    let many = (0..200).map(|n| {
        let db = db.clone();
        tokio::spawn(async move { write(&db, async |tx| mark(tx, n).await).await })
    });
    for one in many.collect::<Vec<_>>() {
        one.await.unwrap().unwrap();
    }
    assert_eq!(marks(&db).await, 200);
}

#[tokio::test]
async fn an_act_that_fails_takes_only_itself_back() {
    let (_folder, db) = small().await;
    let many = (0..100).map(|n| {
        let db = db.clone();
        tokio::spawn(async move {
            write(&db, async |tx| {
                mark(tx, n).await?;
                if n % 3 == 0 { Err(Error::NotFound("nothing")) } else { Ok(()) }
            })
            .await
        })
    });
    let mut kept = 0;
    for one in many.collect::<Vec<_>>() {
        kept += i64::from(one.await.unwrap().is_ok());
    }
    assert_eq!(kept, 66);
    assert_eq!(marks(&db).await, 66);
}

#[tokio::test]
async fn somebody_who_goes_away_leaves_nothing_half_done() {
    let (_folder, db) = small().await;
    let slow = {
        let db = db.clone();
        tokio::spawn(async move {
            write(&db, async |tx| {
                mark(tx, 1).await?;
                std::future::pending::<()>().await;
                Ok(())
            })
            .await
        })
    };
    while !db.writer.as_ref().unwrap().is_taken() {
        tokio::task::yield_now().await;
    }
    let waiting = {
        let db = db.clone();
        tokio::spawn(async move { write(&db, async |tx| mark(tx, 2).await).await })
    };
    slow.abort();
    waiting.await.unwrap().unwrap();
    assert_eq!(marks(&db).await, 1);
}

#[tokio::test]
async fn somebody_who_goes_away_before_the_answer_leaves_no_transaction_open() {
    let (folder, db) = small().await;
    // Goes away at a different moment each time: before, during and after the act.
    for n in 0..40_u32 {
        let patience = Duration::from_micros(u64::from(n) * 50);
        let _ = tokio::time::timeout(patience, write(&db, async |tx| mark(tx, n).await)).await;
    }
    let url = format!("sqlite://{}/a.db", folder.path().display());
    let other = Db::open(&url, 1).await.unwrap();
    write(&other, async |tx| mark(tx, 1000).await).await.unwrap();
}

#[tokio::test]
async fn readers_can_not_write() {
    let (_folder, db) = small().await;
    let refused = db.read().execute_unprepared("INSERT INTO marks VALUES (9)").await;
    assert!(refused.is_err());
}

#[tokio::test]
async fn what_is_answered_is_there_after_transactions_that_ended_badly() {
    let (_folder, db) = small().await;
    let leaves =
        "CREATE TABLE leaves (n INTEGER REFERENCES marks (n) DEFERRABLE INITIALLY DEFERRED)";
    db.shape().execute_unprepared(leaves).await.unwrap();
    write(&db, async |tx| mark(tx, 1).await).await.unwrap();
    let fails = async |statement: &str| {
        let acts = write(&db, async |tx| Ok(tx.execute_unprepared(statement).await?));
        assert!(acts.await.is_err());
    };
    for n in 2..6 {
        // SQLite takes the whole transaction back by itself, as when a commit finds the disk full.
        fails("INSERT OR ROLLBACK INTO marks VALUES (1)").await;
        // This fails at the commit.
        fails("INSERT INTO leaves VALUES (1000)").await;
        write(&db, async |tx| mark(tx, n).await).await.unwrap();
        // Read over another connection, which sees only what is committed.
        assert_eq!(marks(&db).await, i64::from(n));
    }
}

#[tokio::test]
async fn a_full_disk_is_a_clear_answer_and_loses_nothing() {
    let (_folder, db) = small().await;
    db.shape().execute_unprepared("CREATE TABLE stuff (what BLOB)").await.unwrap();
    // SQLite answers the same when a file may not grow and when the disk is full.
    db.shape().execute_unprepared("PRAGMA max_page_count = 20").await.unwrap();
    let mut kept = 0;
    for n in 0..40_u32 {
        let fills = write(&db, async |tx| {
            mark(tx, n).await?;
            tx.execute_unprepared("INSERT INTO stuff VALUES (zeroblob(8000))").await?;
            Ok(())
        });
        match fills.await {
            Ok(()) => kept += 1,
            Err(error) => assert!(error.to_string().contains("is full"), "{error}"),
        }
    }
    assert!((1..40).contains(&kept), "{kept}");
    assert_eq!(marks(&db).await, kept);
    db.shape().execute_unprepared("PRAGMA max_page_count = 10000").await.unwrap();
    write(&db, async |tx| mark(tx, 99).await).await.unwrap();
    assert_eq!(marks(&db).await, kept + 1);
}
