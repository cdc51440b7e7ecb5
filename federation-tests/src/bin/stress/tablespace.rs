//! Where the tables of one database of PostgreSQL lie.

use std::path::Path;

use anyhow::{Context, Result};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tokio::process::Command;
use url::Url;

/// Moves a database that nobody uses into a folder, which is given to PostgreSQL.
///
/// # Errors
/// The folder can't be given away, or what PostgreSQL says.
pub async fn move_onto(folder: &Path, url: &str) -> Result<()> {
    let given = Command::new("chown").arg("postgres").arg(folder).status().await?;
    anyhow::ensure!(given.success(), "chown: {given}");
    let (db, name) = beside(url).await?;
    let folder = folder.display();
    db.execute_unprepared(&format!("CREATE TABLESPACE small_disk LOCATION '{folder}'")).await?;
    db.execute_unprepared(&format!("ALTER DATABASE {name} SET TABLESPACE small_disk")).await?;
    Ok(db.close().await?)
}

/// Moves it back to where the others are, whoever is still connected to it.
///
/// # Errors
/// What PostgreSQL says.
pub async fn move_off(url: &str) -> Result<()> {
    let (db, name) = beside(url).await?;
    let others =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    db.execute_unprepared(&others).await?;
    db.execute_unprepared(&format!("ALTER DATABASE {name} SET TABLESPACE pg_default")).await?;
    db.execute_unprepared("DROP TABLESPACE small_disk").await?;
    Ok(db.close().await?)
}

/// A connection to the same server that doesn't use this database, and the name of this one.
async fn beside(url: &str) -> Result<(DatabaseConnection, String)> {
    let mut url: Url = url.parse().context("the address of the database")?;
    let name = url.path().trim_start_matches('/').to_owned();
    url.set_path("/postgres");
    Ok((Database::connect(url.as_str()).await?, name))
}
