//! Ways to leave the program without space, and to give it space again.

use std::{
    fs::{File, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use tokio::process::Command;
use translokaal::chance;

use crate::{program::Program, tablespace};

/// How large the small disk is, in bytes: a few times what the program needs.
const SIZE: usize = 64 << 20;
/// The most that is left on it when it is full, in bytes: sometimes there is room for a page.
const REST: u16 = 12_000;

/// Where the space ends.
pub enum Disk {
    /// Files may not grow beyond a limit, which is lowered until the database feels it.
    Limit { most: u64 },
    /// A small file system of its own that something else fills.
    Small(Small),
}

impl Disk {
    /// Takes the space away; with every `beat` more of it.
    ///
    /// # Errors
    /// It can't be taken.
    pub async fn fill(&mut self, program: &Program, beat: u32) -> Result<()> {
        match self {
            Self::Limit { most } => {
                if beat == 0 {
                    *most = program.largest_file()?;
                }
                // Often in the middle of a page.
                let bytes = most.saturating_mul(u64::from(20_u32.saturating_sub(beat))) / 20;
                limit(program, &bytes.to_string()).await
            }
            Self::Small(disk) => disk.fill(),
        }
    }

    /// Lays the database on it, before the program starts. SQLite lies in the folder of the program,
    /// which is there already.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub async fn take_in(&self, program: &Program) -> Result<()> {
        match (self, program.postgres()) {
            (Self::Small(disk), Some(url)) => tablespace::move_onto(&disk.folder, url).await,
            _ => Ok(()),
        }
    }

    /// Takes the database away from it again, after the program has ended.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub async fn let_go(&self, program: &Program) -> Result<()> {
        match (self, program.postgres()) {
            (Self::Small(_), Some(url)) => tablespace::move_off(url).await,
            _ => Ok(()),
        }
    }

    /// Gives it back.
    ///
    /// # Errors
    /// It can't be given back.
    pub async fn free(&self, program: &Program) -> Result<()> {
        match self {
            Self::Limit { .. } => limit(program, "unlimited").await,
            Self::Small(disk) => Ok(std::fs::remove_file(disk.filler())?),
        }
    }
}

/// A file system in memory over a folder; it goes away with this value.
pub struct Small {
    folder: PathBuf,
}

impl Small {
    /// Lays one over an empty folder; `None` for somebody who may not.
    ///
    /// # Errors
    /// There is no `mount`.
    pub async fn over(folder: &Path) -> Result<Option<Self>> {
        let size = format!("size={SIZE}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "translokaal-stress"]).arg(folder);
        let done = mount.output().await.context("mount")?;
        Ok(done.status.success().then(|| Self { folder: folder.to_owned() }))
    }

    fn filler(&self) -> PathBuf {
        self.folder.join("filler")
    }

    /// Fills what is left, but for some bytes.
    fn fill(&self) -> Result<()> {
        let mut file = OpenOptions::new().create(true).append(true).open(self.filler())?;
        while !is_full(file.write(&[0; 4096]))? {}
        let rest = u64::from(u16::from_le_bytes(chance::bytes()) % REST);
        let length = file.metadata()?.len();
        Ok(File::set_len(&file, length.saturating_sub(rest))?)
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        // Lazily, since the program may still have files open in it.
        let done = std::process::Command::new("umount").arg("-l").arg(&self.folder).status();
        if !done.is_ok_and(|it| it.success()) {
            eprintln!("{} stays mounted", self.folder.display());
        }
    }
}

fn is_full(written: std::io::Result<usize>) -> Result<bool> {
    match written {
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::StorageFull => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// Says how many bytes a file of the program may have.
async fn limit(program: &Program, bytes: &str) -> Result<()> {
    let process = program.process()?.to_string();
    let fsize = format!("--fsize={bytes}:");
    let status = Command::new("prlimit").args(["--pid", &process, &fsize]).status().await?;
    anyhow::ensure!(status.success(), "prlimit: {status}");
    Ok(())
}
