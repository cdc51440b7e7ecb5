use std::path::{Path, PathBuf};

use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database as Connect, DatabaseConnection, DbBackend, Statement,
};

use super::*;

/// An empty database, on PostgreSQL when `DATABASE=postgres` asks for it.
struct Trial {
    db: DatabaseConnection,
    _database: Option<cluster::Database>,
}

impl Trial {
    async fn new() -> Self {
        let database = cluster::is_wanted().then(cluster::empty_database);
        let url = database.as_ref().map_or("sqlite::memory:", |it| it.url.as_str());
        Self { db: connect(url).await, _database: database }
    }
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    // A database in memory is there once per connection.
    options.max_connections(if url.starts_with("sqlite") { 1 } else { 4 });
    Connect::connect(options).await.unwrap()
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The sample of a migration in the words of one database; see `README.md` for `{uuid:…}`.
fn sample(name: &str, backend: DbBackend) -> String {
    let path = samples().join(format!("{name}.sql"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("{}: write rows as a live server would have them", path.display())
    });
    let is_postgres = backend == DbBackend::Postgres;
    let mut pieces = text.split("{uuid:");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').unwrap();
        let uuid = format!("01970000-0000-7000-8000-{:012}", number.parse::<u64>().unwrap());
        let hex = uuid.replace('-', "");
        filled += &if is_postgres { format!("'{uuid}'") } else { format!("X'{hex}'") };
        filled += rest;
    }
    let bytes = if is_postgres { r"'\x" } else { "X'" };
    let mut pieces = filled.split("{bytes:");
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (hex, rest) = piece.split_once('}').unwrap();
        written += &format!("{bytes}{hex}'{rest}");
    }
    written
}

async fn rows(db: &DatabaseConnection, table: &str) -> i64 {
    let count = Statement::from_string(
        db.get_database_backend(),
        format!("SELECT count(*) AS n FROM {table}"),
    );
    db.query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test]
async fn every_change_meets_rows_of_a_live_server() {
    let trial = Trial::new().await;
    Migrator::install(&trial.db).await.unwrap();
    for change in Migrator::migrations() {
        Migrator::up(&trial.db, Some(1)).await.unwrap();
        let rows = sample(change.name(), trial.db.get_database_backend());
        let filled = trial.db.execute_unprepared(&rows).await;
        assert!(filled.is_ok(), "{}: {filled:?}", change.name());
    }
    assert_eq!(rows(&trial.db, "members").await, 4);
    let (known, done) = state(&trial.db).await.unwrap();
    assert_eq!(known, done);
}

#[test]
fn every_sample_belongs_to_a_change() {
    let names: Vec<String> =
        Migrator::migrations().iter().map(|change| change.name().to_owned()).collect();
    for file in std::fs::read_dir(samples()).unwrap() {
        let path = file.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(names.contains(&stem), "{} belongs to nothing", path.display());
    }
    assert!(names.is_sorted(), "the list is oldest first");
}

#[tokio::test]
async fn what_is_done_is_not_done_again() {
    let trial = Trial::new().await;
    run(&trial.db).await.unwrap();
    run(&trial.db).await.unwrap();
}

#[tokio::test]
async fn several_servers_may_start_at_once() {
    let trial = Trial::new().await;
    if trial.db.get_database_backend() == DbBackend::Sqlite {
        // A server has its file for itself.
        return;
    }
    let starts = tokio::join!(run(&trial.db), run(&trial.db), run(&trial.db));
    starts.0.and(starts.1).and(starts.2).unwrap();
}

#[tokio::test]
async fn a_database_that_is_newer_than_the_program_is_left_alone() {
    let trial = Trial::new().await;
    run(&trial.db).await.unwrap();
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_barter', 1)";
    trial.db.execute_unprepared(newer).await.unwrap();
    let refusal = run(&trial.db).await.unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "the database is newer than this program (it has m2999_barter); install the newer program"
    );
}
