//! The program in a process of its own, to be killed and started again.

use std::{
    net::SocketAddr,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use federation_tests::{Place, house::Founded, http::Client};
use tokio::process::{Child, Command};
use translokaal::{db::Db, settings::Settings};

/// The longest that the program takes to start. The first time it makes its keys, which takes long on
/// a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A neighbourhood that is served by a process of its own.
pub struct Program {
    pub address: SocketAddr,
    place: Place,
    settings: Settings,
    child: Option<Child>,
}

impl Program {
    /// Leaves a neighbourhood to the program, which isn't started yet.
    ///
    /// # Errors
    /// The database can't be closed.
    pub async fn for_house(founded: Founded) -> Result<(Self, Vec<String>)> {
        let Founded { app, listener, place, cookies } = founded;
        let (address, settings) = (listener.local_addr()?, (*app.settings).clone());
        app.db.close().await?;
        Ok((Self { address, place, settings, child: None }, cookies))
    }

    /// Starts it.
    ///
    /// # Errors
    /// The process can't be made.
    pub fn start(&mut self) -> Result<()> {
        // A file that may not grow any more is told to the process by a signal, which ends it
        // unless it is ignored; then it is an error as on a full disk.
        let mut command = Command::new("sh");
        command
            .args(["-c", r#"trap "" XFSZ; exec "$0" serve"#])
            .arg(std::env::current_exe()?)
            .env("TRANSLOKAAL__SERVER__DATA_DIR", self.place.folder.path())
            .env("TRANSLOKAAL__SERVER__LISTEN", self.address.to_string())
            .env("TRANSLOKAAL__SERVER__PUBLIC_URL", self.settings.server.public_url.as_str())
            .env("TRANSLOKAAL__DATABASE__URL", &self.settings.database.url)
            .env("TRANSLOKAAL__NEIGHBOURHOOD__TIME_ZONE", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        self.child = Some(command.spawn()?);
        Ok(())
    }

    /// Waits until it answers.
    ///
    /// # Errors
    /// It doesn't.
    pub async fn answers(&mut self) -> Result<()> {
        let host = self.address.port();
        let ask = format!("GET /votes/1 HTTP/1.1\r\nHost: localhost:{host}\r\n\r\n");
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            let child = self.child.as_mut().context("not started")?;
            anyhow::ensure!(child.try_wait()?.is_none(), "the program ended while it started");
            if let Ok(mut client) = Client::connect(self.address).await
                && client.send(ask.as_bytes()).await.is_ok_and(|it| it.status == 200)
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        anyhow::bail!("the program doesn't start")
    }

    /// Kills it, without a word of warning.
    ///
    /// # Errors
    /// It had ended by itself.
    pub async fn kill(&mut self) -> Result<()> {
        let mut child = self.child.take().context("not started")?;
        anyhow::ensure!(child.try_wait()?.is_none(), "the program ended by itself");
        Ok(child.kill().await?)
    }

    /// The number of its process.
    ///
    /// # Errors
    /// It isn't running.
    pub fn process(&self) -> Result<u32> {
        self.child.as_ref().and_then(Child::id).context("not started")
    }

    /// The address of its database, if that is on PostgreSQL.
    pub fn postgres(&self) -> Option<&str> {
        (!self.place.is_sqlite()).then_some(self.settings.database.url.as_str())
    }

    /// Its database, to be read beside it.
    ///
    /// # Errors
    /// It can't be opened.
    pub async fn db(&self) -> Result<Db> {
        Ok(Db::open(&self.settings.database_url(), 2).await?)
    }

    /// The bytes in its largest file.
    ///
    /// # Errors
    /// The folder can't be read.
    pub fn largest_file(&self) -> Result<u64> {
        let mut most = 0;
        for entry in std::fs::read_dir(self.place.folder.path())? {
            most = most.max(entry?.metadata()?.len());
        }
        Ok(most)
    }
}
