use std::path::PathBuf;

use super::{
    Voice,
    failure::{Failure, Outcome},
    house,
};

/// Bring the database to the shape that this program needs.
///
/// `serve` does this, too, when it starts; this does it without serving.
#[derive(Debug, clap::Args)]
pub struct Migrate {
    /// The file with the settings; without it the defaults and the environment count.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Brings the database to the newest shape, and says how many changes that took.
///
/// # Errors
/// A database that can't be opened or is newer than the program.
pub async fn migrate(migrate: Migrate, voice: &mut Voice<'_>) -> Outcome {
    let environment = std::mem::take(&mut voice.environment);
    let settings = house::settings(migrate.config.as_deref(), environment)?;
    let app = house::open(settings).await?;
    let state = migrations::state(app.db.shape()).await;
    house::close(app.db).await;
    let (known, done) = state.map_err(|error| Failure::NotDone(error.to_string()))?;
    voice.say(&format!("the database has all {done} of {known} changes"));
    Ok(())
}
