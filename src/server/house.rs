//! Opening the house: settings, data folder, secret, database.

use std::{fs, os::unix::fs::DirBuilderExt, path::Path, sync::Arc};

use tokio::sync::Notify;

use super::failure::{Failure, Outcome};
use crate::{app::App, clock::Clock, db::Db, mail::Mailer, secret::Secret, settings::Settings};

/// Reads the settings from a file, if there is one, and the environment.
///
/// # Errors
/// Everything that is wrong with them.
pub fn settings(file: Option<&Path>, environment: Vec<(String, String)>) -> Outcome<Settings> {
    Settings::read(file, environment)
        .map_err(|faults| Failure::Unreadable(format!("wrong settings:\n{faults}")))
}

/// Opens everything that a server or a command needs, and brings the database to the newest shape.
///
/// # Errors
/// What can't be made, opened or brought there; a database that is newer than the program.
pub async fn open(settings: Settings) -> Outcome<App> {
    let folder = settings.server.data_dir.clone();
    // Nobody else on the machine has any business with the database or the secret.
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .map_err(|error| Failure::not_done(folder.display(), error))?;
    let key = folder.join("secret.key");
    let secret = Secret::open(&key).map_err(|error| Failure::not_done(key.display(), error))?;
    let mailer = Mailer::new(&settings.mail).map_err(|error| Failure::unreadable("mail", error))?;
    let db = database(&settings).await?;
    if let Err(refusal) = migrations::run(db.shape()).await {
        close(db).await;
        return Err(Failure::not_done("the database was left as it is", refusal));
    }
    Ok(App {
        db,
        settings: Arc::new(settings),
        clock: Clock::System,
        secret,
        mailer,
        bell: Arc::new(Notify::new()),
    })
}

/// Opens the database as it is.
///
/// # Errors
/// Where it was looked for, and what it says.
pub async fn database(settings: &Settings) -> Outcome<Db> {
    let url = settings.database_url();
    // The URL may hold a password.
    let name = if url.starts_with("sqlite") { url.as_str() } else { "the database" };
    Db::open(&url, settings.database.connections)
        .await
        .map_err(|error| Failure::not_done(format!("{name} can't be opened"), error))
}

/// Closes a database; everything is written by then, so that a failure changes nothing.
pub async fn close(db: Db) {
    if let Err(error) = db.close().await {
        tracing::warn!(%error, "the database was not closed in peace");
    }
}
