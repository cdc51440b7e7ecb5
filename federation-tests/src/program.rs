//! The program itself, as an operator runs it: a process with a folder, a port and signals.

use std::{collections::BTreeMap, path::PathBuf, process::Stdio, time::Duration};

use anyhow::{Context, Result, ensure};
use migrations::cluster;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines},
    net::{TcpListener, TcpStream},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

use crate::eventually;

/// How long the program may take for anything.
const LIMIT: Duration = Duration::from_secs(60);

/// A place for the program to run in: a folder, a database and a port of its own.
pub struct Place {
    pub folder: tempfile::TempDir,
    pub port: u16,
    database: Option<cluster::Database>,
}

/// The program while it runs. Dropping it kills the process.
pub struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    pub status: Option<i32>,
    pub said: String,
    pub complained: String,
}

impl Place {
    /// A place that nothing ran in yet; on PostgreSQL when `DATABASE=postgres` asks for it.
    ///
    /// # Errors
    /// There is no folder or port to be had.
    pub async fn new() -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let database = cluster::is_wanted().then(cluster::empty_database);
        Ok(Self { folder: tempfile::tempdir()?, port, database })
    }

    /// The folder for the data, which the program makes.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The URL of the database.
    #[must_use]
    pub fn database_url(&self) -> String {
        let file = || format!("sqlite://{}/translokaal.db", self.data().display());
        self.database.as_ref().map_or_else(file, |it| it.url.clone())
    }

    /// A command line here.
    ///
    /// # Errors
    /// The program was not built.
    pub fn command(&self, words: &[&str]) -> Result<Command> {
        let mut command = Command::new(program()?);
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("TRANSLOKAAL__SERVER__DATA_DIR", self.data())
            .env("TRANSLOKAAL__SERVER__LISTEN", format!("127.0.0.1:{}", self.port))
            .env("TRANSLOKAAL__SERVER__PUBLIC_URL", format!("http://localhost:{}", self.port))
            .env("TRANSLOKAAL__DATABASE__URL", self.database_url())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        Ok(command)
    }

    /// Runs a command line to its end.
    ///
    /// # Errors
    /// The program was not built, or doesn't end.
    pub async fn runs(&self, words: &[&str]) -> Result<Ended> {
        let output = timeout(LIMIT, self.command(words)?.output()).await??;
        Ok(Ended {
            status: output.status.code(),
            said: String::from_utf8(output.stdout)?,
            complained: String::from_utf8(output.stderr)?,
        })
    }

    /// Starts `serve`, and waits until it says that it is open.
    ///
    /// # Errors
    /// It doesn't open.
    pub async fn serves(&self) -> Result<Running> {
        let mut child = self.command(&["serve"])?.stderr(Stdio::inherit()).spawn()?;
        let out = child.stdout.take().context("no standard output")?;
        let mut running = Running { child, lines: BufReader::new(out).lines() };
        let first = running.line().await?;
        ensure!(first.starts_with("open at http://localhost:"), "it says {first:?}");
        Ok(running)
    }
}

impl Running {
    /// The next line that it says.
    ///
    /// # Errors
    /// It says no more.
    pub async fn line(&mut self) -> Result<String> {
        timeout(LIMIT, self.lines.next_line()).await??.context("it says no more")
    }

    /// Sends it a signal, by its name.
    ///
    /// # Errors
    /// It runs no more.
    pub async fn hears(&self, signal: &str) -> Result<()> {
        let id = self.child.id().context("it runs no more")?.to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status().await?;
        ensure!(sent.success(), "the signal was not sent");
        Ok(())
    }

    /// Waits for its end.
    ///
    /// # Errors
    /// It doesn't end.
    pub async fn ends(mut self) -> Result<Ended> {
        let mut said = String::new();
        while let Some(line) = timeout(LIMIT, self.lines.next_line()).await?? {
            said.push_str(&line);
            said.push('\n');
        }
        let status = timeout(LIMIT, self.child.wait()).await??.code();
        Ok(Ended { status, said, complained: String::new() })
    }
}

/// The program, built beside the tests that run.
fn program() -> Result<PathBuf> {
    let tests = std::env::current_exe()?;
    // target/debug/deps/program-… stands one folder below target/debug/translokaal.
    let beside = tests.parent().and_then(|deps| deps.parent()).context("no folder")?;
    let program = beside.join("translokaal");
    ensure!(
        program.exists(),
        "!! THE PROGRAM WAS NOT BUILT, AND NOTHING OF IT WAS TESTED: \
         run `cargo build --workspace --bins` first !!"
    );
    Ok(program)
}

/// Somebody's browser, as simple as can be: it keeps cookies, and can stop in the middle of a form.
pub struct Reader {
    port: u16,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// A form of which only the first half was sent. The server has begun to read it.
pub struct Begun {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl Reader {
    /// A browser without cookies.
    #[must_use]
    pub const fn new(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new() }
    }

    /// Reads a page.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn gets(&mut self, path: &str) -> Result<Answer> {
        let head = self.head("GET", path, "");
        let mut stream = self.connect().await?;
        stream.write_all(head.as_bytes()).await?;
        self.hears(&mut stream).await
    }

    /// Sends a form, all of it, before it listens.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn sends(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let body = form(fields);
        let mut stream = self.connect().await?;
        stream.write_all(self.head("POST", path, &described(&body)).as_bytes()).await?;
        stream.write_all(&body).await?;
        self.hears(&mut stream).await
    }

    /// Sends the first half of a form, as soon as the server waits for it.
    ///
    /// # Errors
    /// The server doesn't begin to read.
    pub async fn begins(&self, path: &str, fields: &[(&str, &str)]) -> Result<Begun> {
        let mut body = form(fields);
        let more = format!("{}Expect: 100-continue\r\n", described(&body));
        let mut stream = self.connect().await?;
        stream.write_all(self.head("POST", path, &more).as_bytes()).await?;
        // Said when somebody behind the door asks for the body: the request is in flight.
        let mut go_on = [0; 25];
        timeout(LIMIT, stream.read_exact(&mut go_on)).await??;
        ensure!(go_on.starts_with(b"HTTP/1.1 100"), "the server doesn't wait for the form");
        let rest = body.split_off(body.len() / 2);
        stream.write_all(&body).await?;
        Ok(Begun { stream, rest })
    }

    /// Sends the rest of a form.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn finishes(&mut self, mut begun: Begun) -> Result<Answer> {
        begun.stream.write_all(&begun.rest).await?;
        self.hears(&mut begun.stream).await
    }

    /// Waits until nobody is let in any more.
    ///
    /// # Errors
    /// The door stays open.
    pub async fn is_locked_out(&self) -> Result<()> {
        eventually("a closed door", async || Ok(self.connect().await.is_err().then_some(()))).await
    }

    async fn connect(&self) -> Result<TcpStream> {
        Ok(TcpStream::connect(("127.0.0.1", self.port)).await?)
    }

    fn head(&self, method: &str, path: &str, more: &str) -> String {
        let cookies: Vec<_> = self.cookies.iter().map(|(key, it)| format!("{key}={it}")).collect();
        let (port, cookies) = (self.port, cookies.join("; "));
        format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
             Cookie: {cookies}\r\n{more}\r\n"
        )
    }

    async fn hears(&mut self, stream: &mut TcpStream) -> Result<Answer> {
        let mut text = String::new();
        timeout(LIMIT, stream.read_to_string(&mut text)).await??;
        let (head, body) = text.split_once("\r\n\r\n").context("no whole answer")?;
        for line in head.lines() {
            let Some((name, value)) = line.split_once(": ") else { continue };
            if name.eq_ignore_ascii_case("set-cookie") {
                let pair = value.split(';').next().and_then(|it| it.split_once('='));
                let (key, value) = pair.context("no cookie")?;
                self.cookies.insert(key.to_owned(), value.to_owned());
            }
        }
        let status = head.get(9..12).and_then(|it| it.parse().ok()).context("no status")?;
        Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }
}

/// A form as a browser sends it.
fn form(fields: &[(&str, &str)]) -> Vec<u8> {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes()
}

fn described(body: &[u8]) -> String {
    let length = body.len();
    format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n")
}

impl Answer {
    /// What a hidden field of the form on a page holds.
    ///
    /// # Errors
    /// There is none.
    pub fn hidden(&self, name: &str) -> Result<String> {
        let field = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&field).with_context(|| format!("no {name}"))?;
        Ok(rest.split('"').next().unwrap_or_default().to_owned())
    }

    /// Where it leads on to.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("location").then_some(value)
        })
    }
}
