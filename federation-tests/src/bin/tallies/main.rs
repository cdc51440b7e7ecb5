//! How fast the counts are: against the Python references `pabutools`, `abcvoting` and `pref_voting`
//! on the same files, and how they grow with voters and options.
//!
//! `cargo run --release -p federation-tests --bin tallies` installs the references from PyPI into
//! `target/tallies`, prints a ratio for every method and file, and writes the growth as pictures
//! there. The files are the elections in `VOTES_DATA`, or next to the repository. `contest` and
//! `growth` run one part only.

mod contest;
mod growth;
mod peer;
mod picture;
mod timing;

use std::path::PathBuf;

fn main() -> anyhow::Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|it| it == name);
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/tallies"));
    std::fs::create_dir_all(&folder)?;
    if is_asked("contest") {
        contest::run(&folder)?;
    }
    if is_asked("growth") {
        growth::run(&folder)?;
    }
    Ok(())
}
