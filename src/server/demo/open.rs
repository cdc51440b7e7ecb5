//! Opening the three neighbourhoods: each its own folder, database, port and secret.

use std::{fs, net::SocketAddr, path::Path};

use super::{
    codes::{self, Codes, Kept},
    meet,
    story::{Story, stories},
    tell::tell,
};
use crate::{
    app::App,
    bodies, db,
    server::{
        Instance,
        failure::{Failure, Outcome},
        house, serve,
    },
    settings::Settings,
};

/// A neighbourhood of the demonstration that is open.
#[derive(Debug)]
pub struct Neighbour {
    pub story: Story,
    pub codes: Codes,
    pub url: String,
    pub handle: String,
    pub instance: Instance,
}

/// Opens the demonstration in a folder, on three ports from `port_base`; tells the story when it is
/// new, and goes on with it when it isn't.
///
/// # Errors
/// A port that is taken, a folder that can't be used, or one that was made for other ports.
pub async fn open(folder: &Path, port_base: u16, is_fresh: bool) -> Outcome<Vec<Neighbour>> {
    let stories = stories().map_err(|error| Failure::unreadable("the story", error))?;
    let unusable = |error| Failure::not_done(folder.display(), error);
    fs::create_dir_all(folder).map_err(unusable)?;
    let mut kept = Kept::read(folder).map_err(unusable)?;
    if is_fresh && kept.is_some() {
        clear(folder, &stories)?;
        kept = None;
    }
    let mut kept = kept.unwrap_or(Kept { port_base, codes: [].into() });
    if kept.port_base != port_base {
        return Err(Failure::NotDone(format!(
            "{} was made for --port-base {}; use that, or begin anew with --fresh",
            folder.display(),
            kept.port_base,
        )));
    }
    kept.write(folder).map_err(unusable)?;
    // All ports first: a demonstration with two of three neighbourhoods shows nothing.
    let mut listeners = Vec::new();
    for port in (port_base..).take(stories.len()) {
        listeners.push(serve::bind(SocketAddr::from(([127, 0, 0, 1], port))).await?);
    }
    let mut neighbours = Vec::new();
    for ((story, listener), port) in stories.into_iter().zip(listeners).zip(port_base..) {
        let app = house::open(settings(folder, &story, port)?).await?;
        let codes = found(&app, &story, kept.codes.get(&story.handle)).await?;
        kept.codes.insert(story.handle.clone(), codes.clone());
        kept.write(folder).map_err(unusable)?;
        let handle = format!("@{}@localhost:{port}", story.handle);
        let url = app.settings.server.public_url.to_string();
        let instance = Instance::start(app, listener).await?;
        neighbours.push(Neighbour { story, codes, url, handle, instance });
    }
    meet::meet(&neighbours).await?;
    Ok(neighbours)
}

fn settings(folder: &Path, story: &Story, port: u16) -> Outcome<Settings> {
    let mut settings = Settings::default();
    settings.server.listen = SocketAddr::from(([127, 0, 0, 1], port));
    let url = format!("http://localhost:{port}");
    settings.server.public_url = url.parse().map_err(|error| Failure::unreadable(&url, error))?;
    settings.server.data_dir = folder.join(&story.handle);
    settings.federation.development = true;
    Ok(settings)
}

/// Tells the story where it wasn't told yet; gives the codes, new ones when they were lost.
async fn found(app: &App, story: &Story, kept: Option<&Codes>) -> Outcome<Codes> {
    let now = app.clock.now();
    if bodies::store::neighbourhood(app.db.read()).await?.is_none() {
        db::write(&app.db, async |tx| tell(tx, now, story, app).await).await?;
    } else if let Some(kept) = kept {
        return Ok(kept.clone());
    }
    let secret = &app.secret;
    Ok(db::write(&app.db, async |tx| codes::issue(tx, now, story, secret).await).await?)
}

/// Takes away the folders of an older demonstration, and nothing else.
fn clear(folder: &Path, stories: &[Story]) -> Outcome {
    for story in stories {
        let old = folder.join(&story.handle);
        if old.exists() {
            fs::remove_dir_all(&old).map_err(|error| Failure::not_done(old.display(), error))?;
        }
    }
    Ok(())
}
