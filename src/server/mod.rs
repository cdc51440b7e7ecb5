//! The hall: the commands, and what a server is made of: router, workers, shutdown. The only room
//! that knows all others; decides nothing.

use std::{ffi::OsString, process::ExitCode};

use clap::{Parser, Subcommand};

pub mod demo;
mod failure;
mod follow;
mod house;
mod instance;
mod key;
mod migrate;
mod recount;
mod roll;
mod router;
mod schema;
mod serve;
mod setup;
mod sign;
mod sortition;
mod tally;
#[cfg(test)]
mod tests;
mod traces;
mod verify_log;
mod verify_receipt;
mod workers;

use failure::{Failure, Outcome};
pub use instance::Instance;

/// Neighbourhood councils that set their own agenda, vote, and share it with their neighbours.
///
/// Exit status: 0 when it is done or so, 1 when it isn't so or couldn't be done, 2 for wrong use, or
/// for settings or a file that can't be read, 3 when a count needs a lot that wasn't drawn.
#[derive(Debug, Parser)]
#[command(name = "translokaal", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Demo(demo::Demo),
    Migrate(migrate::Migrate),
    #[command(subcommand)]
    Roll(roll::Roll),
    Recount(recount::Recount),
    Tally(tally::Tally),
    Sortition(sortition::Sortition),
    VerifyLog(verify_log::VerifyLog),
    VerifyReceipt(verify_receipt::VerifyReceipt),
    Sign(sign::Sign),
    Schema(schema::Schema),
    #[command(subcommand)]
    Key(key::Key),
}

/// What a command is given: the environment, and where it speaks.
struct Voice<'a> {
    environment: Vec<(String, String)>,
    out: &'a mut dyn std::io::Write,
}

impl Voice<'_> {
    /// Says a line. Nobody may be listening any more, and that is no failure.
    fn say(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}").and_then(|()| self.out.flush());
    }
}

/// Runs a command line.
#[must_use]
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    environment: Vec<(String, String)>,
) -> ExitCode {
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(error) => error.exit(),
    };
    let mut voice = Voice { environment, out: &mut std::io::stdout() };
    match obey(line.command, &mut voice) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn obey(command: Command, voice: &mut Voice<'_>) -> Outcome {
    match command {
        Command::Serve(serve) => alone(serve::serve(serve, voice)),
        Command::Demo(demo) => alone(demo::demo(demo, voice)),
        Command::Migrate(migrate) => alone(migrate::migrate(migrate, voice)),
        Command::Roll(roll) => alone(roll::roll(roll, voice)),
        Command::Recount(recount) => recount::recount(&recount, voice),
        Command::Tally(tally) => tally::tally(&tally, voice),
        Command::Sortition(line) => sortition::sortition(&line, voice),
        Command::VerifyLog(line) => verify_log::verify_log(&line, voice),
        Command::VerifyReceipt(line) => {
            verify_receipt::verify_receipt(&line, voice, &mut std::io::stdin().lock())
        }
        Command::Sign(line) => sign::sign(&line, voice, &mut std::io::stdin().lock()),
        Command::Schema(_) => {
            schema::schema(voice);
            Ok(())
        }
        Command::Key(key) => alone(key::key(key, voice)),
    }
}

/// Runs what waits for something, on all cores.
fn alone(waiting: impl Future<Output = Outcome>) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| Failure::NotDone(error.to_string()))?.block_on(waiting)
}
