//! The roll from the command line: bringing members in, and printing letters with their codes.

use super::{Voice, failure::Outcome, house};

mod import;
mod letters;

/// Keep the roll from the command line.
#[derive(Debug, clap::Subcommand)]
pub enum Roll {
    Import(import::Import),
    Letters(letters::Letters),
}

/// Does what is to be done with the roll.
///
/// # Errors
/// A file that can't be used, or the database.
pub async fn roll(roll: Roll, voice: &mut Voice<'_>) -> Outcome {
    let config = match &roll {
        Roll::Import(import) => &import.config,
        Roll::Letters(letters) => &letters.config,
    };
    let settings = house::settings(config.as_deref(), std::mem::take(&mut voice.environment))?;
    let app = house::open(settings).await?;
    let done = match &roll {
        Roll::Import(import) => import::import(import, &app, voice).await,
        Roll::Letters(letters) => letters::letters(letters, &app, voice).await,
    };
    house::close(app.db).await;
    done
}
