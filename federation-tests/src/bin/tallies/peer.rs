//! The Python references, in an environment of their own.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde::Deserialize;

const PACKAGES: [&str; 3] = ["pabutools==1.2.3", "abcvoting==2.19.2", "pref_voting==1.18.2"];
const PROGRAM: &str = include_str!("peers.py");
/// After this a reference is stopped: the ratio is then at least what it was.
const PATIENCE: Duration = Duration::from_secs(120);

/// The references, installed.
pub struct Peers {
    python: PathBuf,
    program: PathBuf,
}

/// What a reference found.
#[derive(Deserialize)]
pub struct Counted {
    pub seconds: f64,
    pub winners: Vec<String>,
}

impl Peers {
    /// Installs the references, unless they are there.
    pub fn install(folder: &Path) -> anyhow::Result<Self> {
        let venv = folder.join("venv");
        let python = venv.join("bin/python");
        if !python.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
            run(Command::new(&python).args(["-m", "pip", "install", "-q"]).args(PACKAGES))?;
        }
        let program = folder.join("peers.py");
        std::fs::write(&program, PROGRAM)?;
        Ok(Self { python, program })
    }

    /// Counts a file; nothing when it takes too long.
    pub fn count(&self, method: &str, file: &Path, seats: u32) -> anyhow::Result<Option<Counted>> {
        let mut child = Command::new(&self.python)
            .arg(&self.program)
            .arg(method)
            .arg(file)
            .arg(seats.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        let begun = Instant::now();
        while child.try_wait()?.is_none() {
            if begun.elapsed() > PATIENCE {
                child.kill()?;
                child.wait()?;
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let output = child.wait_with_output()?;
        anyhow::ensure!(output.status.success(), "{method} of {} failed", file.display());
        Ok(Some(serde_json::from_slice(&output.stdout)?))
    }

    /// How long a reference may take at most, in seconds.
    pub const fn patience() -> f64 {
        PATIENCE.as_secs_f64()
    }
}

fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status()?;
    anyhow::ensure!(status.success(), "{command:?} failed");
    Ok(())
}
