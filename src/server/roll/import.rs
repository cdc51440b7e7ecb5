use std::{fmt::Write, path::PathBuf};

use crate::{
    app::App,
    bodies, db,
    members::import::{self as roll, Plan},
    server::{
        Voice,
        failure::{Failure, Outcome},
    },
};

/// Read members from a CSV file. Shows what it would do; with --apply it does it, whole.
///
/// The first line holds the headings: number, name, address, email, language, birth_year,
/// age_checked, sector (or the same in Dutch). Importing a file again changes nothing.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The file, in UTF-8, with commas or semicolons.
    file: PathBuf,
    /// The file with the settings; without it the defaults and the environment count.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Do it, instead of only showing it.
    #[arg(long)]
    apply: bool,
}

/// Brings a file into the roll, or shows what it would do.
///
/// # Errors
/// A file with faults, each with its line; or the database.
pub async fn import(import: &Import, app: &App, voice: &mut Voice<'_>) -> Outcome {
    let name = import.file.display().to_string();
    let bytes = std::fs::read(&import.file).map_err(|error| Failure::unreadable(&name, error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::unreadable(&name, format!("line {line}: not text in UTF-8"))
    })?;
    let plan = planned(app, &text).await.map_err(|failure| match failure {
        Failure::Unreadable(faults) => {
            Failure::Unreadable(format!("{name}: nothing is imported\n{faults}"))
        }
        other => other,
    })?;
    let now = app.clock.now();
    show(&plan, voice);
    if !plan.unclear.is_empty() {
        let what = "give these lines a number; nothing is imported";
        return Err(Failure::NotDone(what.to_owned()));
    }
    if !import.apply {
        voice.say("Nothing was changed; say --apply to do it.");
        return Ok(());
    }
    db::write(&app.db, async |tx| roll::import(tx, now, None, plan).await).await?;
    voice.say("Done.");
    Ok(())
}

/// What a file would do to the roll.
async fn planned(app: &App, text: &str) -> Outcome<Plan> {
    let sectors = bodies::store::sectors(app.db.read()).await?;
    if sectors.is_empty() {
        return Err(Failure::not_founded());
    }
    let keys: Vec<String> = sectors.into_iter().map(|sector| sector.key).collect();
    let entries = roll::read(text, &keys, roll::year(app.clock.now())).map_err(|faults| {
        let told = faults.iter().fold(String::new(), |mut told, fault| {
            let _ = writeln!(told, "line {}: {}", fault.line, fault.what);
            told
        });
        Failure::Unreadable(told.trim_end().to_owned())
    })?;
    Ok(roll::plan(app.db.read(), &entries).await?)
}

fn show(plan: &Plan, voice: &mut Voice<'_>) {
    for entry in &plan.added {
        voice.say(&format!("add     {}", entry.name));
    }
    for (_, entry) in &plan.changed {
        voice.say(&format!("change  {}", entry.name));
    }
    for (line, name) in &plan.unclear {
        voice.say(&format!("unclear line {line}: more than one member is called {name}"));
    }
    voice.say(&format!(
        "{} to add, {} to change, {} as they are",
        plan.added.len(),
        plan.changed.len(),
        plan.unchanged
    ));
}
