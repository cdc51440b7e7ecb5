use std::{
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use chrono::NaiveDate;

use crate::{
    app::App,
    bodies, db,
    members::codes::{self, Which},
    server::{
        Voice,
        failure::{Failure, Outcome},
    },
    web::desk,
};

/// Give out voting codes, and write the letters for them: one page of A4 per member.
///
/// Everybody without a valid code gets one; with --all everybody gets a new one, and the old ones
/// are void at once. The codes stand in this file only: print it, then delete it.
#[derive(Debug, clap::Args)]
pub struct Letters {
    /// The file with the settings; without it the defaults and the environment count.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The last day on which the codes are valid, as in 2027-01-31.
    #[arg(long, value_name = "DATE")]
    until: NaiveDate,
    /// The file to write; it must not exist yet.
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
    /// New codes for everybody, also for those whose code is still valid.
    #[arg(long)]
    all: bool,
}

/// Gives out codes and writes the letters.
///
/// # Errors
/// A day that is over, a file that can't be made, a neighbourhood that isn't founded.
pub async fn letters(letters: &Letters, app: &App, voice: &mut Voice<'_>) -> Outcome {
    let name = letters.out.display().to_string();
    let unwritten = |error: io::Error| Failure::not_done(&name, error);
    let neighbourhood = bodies::store::neighbourhood(app.db.read()).await?;
    let neighbourhood = neighbourhood.ok_or_else(Failure::not_founded)?;
    let now = app.clock.now();
    let until = desk::last_moment(app, &letters.until.to_string()).filter(|until| *until > now);
    let until = until.ok_or_else(|| Failure::not_done("--until", "this day is over"))?;
    // Before the codes: when the file can't be made, the old codes stay valid.
    let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&letters.out);
    let mut file = file.map_err(unwritten)?;
    let (which, secret) = (if letters.all { Which::All } else { Which::WithoutCode }, &app.secret);
    let issued =
        db::write(&app.db, async |tx| codes::issue_all(tx, now, None, secret, which, until).await)
            .await?;
    let html = desk::paper(app, &neighbourhood, &issued, until);
    let html = html.map_err(|error| Failure::not_done(&name, error))?;
    file.write_all(html.as_bytes()).and_then(|()| file.sync_all()).map_err(unwritten)?;
    voice.say(&format!("{} letters in {name}; print it, then delete it", issued.len()));
    Ok(())
}
