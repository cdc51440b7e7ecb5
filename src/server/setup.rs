//! The link with which the first administrator founds the neighbourhood. Its hash lies in a file of
//! the data folder, which the set-up page takes away when it is done; the link itself is printed
//! once and kept nowhere.

use std::{fs, os::unix::fs::OpenOptionsExt};

use super::failure::{Failure, Outcome};
use crate::{app::App, bodies, chance};

/// The file in the data folder with the keyed hash.
const FILE: &str = "setup.token";

/// A new link for whoever keeps the server, or nothing when the neighbourhood is founded. An older
/// link is void.
///
/// # Errors
/// The database can't be read or the file not written.
pub async fn link(app: &App) -> Outcome<Option<String>> {
    let file = app.settings.server.data_dir.join(FILE);
    if bodies::store::neighbourhood(app.db.read()).await?.is_some() {
        // Left behind if the server was stopped between founding and tidying up.
        let _ = fs::remove_file(&file);
        return Ok(None);
    }
    let token = chance::token();
    let hash = app.secret.hash("setup", &token);
    let mut options = fs::OpenOptions::new();
    let written = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&file)
        .and_then(|mut open| std::io::Write::write_all(&mut open, hash.as_bytes()));
    written.map_err(|error| Failure::not_done(file.display(), error))?;
    let page = app.settings.server.public_url.join("setup");
    let mut page = page.map_err(|error| Failure::not_done("the link", error))?;
    page.query_pairs_mut().append_pair("token", &token);
    Ok(Some(page.to_string()))
}
