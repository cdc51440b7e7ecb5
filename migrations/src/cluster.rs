//! A private PostgreSQL for tests: started once per test process, thrown away with it.
//!
//! Nothing needs a prepared server. A watching shell holds the other end of a pipe; when the test
//! process ends, however it ends, the pipe closes and the shell stops the cluster and deletes it.

use std::{
    fs, io,
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use sea_orm_migration::sea_orm::{ConnectionTrait, Database as Connect, DatabaseConnection};

const USER: &str = "tester";
const TEMPLATE: &str = "newest_shape";
const MISSING: &str = "PostgreSQL is not installed: run `apt-get install postgresql` \
    (or `bash .ci/run`), or leave DATABASE unset to test on SQLite";

/// A database of one test; it is dropped with this value.
#[derive(Debug)]
pub struct Database {
    /// How to connect.
    pub url: String,
    name: String,
}

enum Wish {
    /// A database, made after the template of this name.
    Make(&'static str, Sender<Database>),
    Drop(String),
}

struct Cluster {
    wishes: Sender<Wish>,
    /// Its standard input closes when this process ends.
    _watcher: Child,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();

/// Whether the tests are asked to run on PostgreSQL.
///
/// # Panics
/// When `DATABASE` names neither `sqlite` nor `postgres`.
#[must_use]
pub fn is_wanted() -> bool {
    match std::env::var("DATABASE").as_deref() {
        Err(_) | Ok("" | "sqlite") => false,
        Ok("postgres") => true,
        Ok(other) => panic!("DATABASE={other}: say sqlite or postgres"),
    }
}

/// A fresh database in the newest shape.
///
/// # Panics
/// When PostgreSQL is not installed or doesn't start: a test that was asked for must not be skipped.
#[must_use]
pub fn database() -> Database {
    make(TEMPLATE)
}

/// A fresh database without any table.
///
/// # Panics
/// As [`database`].
#[must_use]
pub fn empty_database() -> Database {
    make("template0")
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(cluster) = CLUSTER.get() {
            // Nobody listens any more when the process is ending, and then all is deleted anyway.
            let _ = cluster.wishes.send(Wish::Drop(std::mem::take(&mut self.name)));
        }
    }
}

fn make(template: &'static str) -> Database {
    let cluster = CLUSTER.get_or_init(|| match start() {
        Ok(cluster) => cluster,
        Err(error) => panic!("no PostgreSQL to test on: {error}"),
    });
    let (answer, made) = mpsc::channel();
    let made =
        cluster.wishes.send(Wish::Make(template, answer)).ok().and_then(|()| made.recv().ok());
    made.unwrap_or_else(|| panic!("the PostgreSQL of this test run is gone; see above"))
}

fn start() -> io::Result<Cluster> {
    let tools = tools().ok_or_else(|| io::Error::other(MISSING))?;
    let folder = run(&["mktemp", "-d", "/tmp/translokaal-postgres-XXXXXX"])?.trim().to_owned();
    let data = format!("{folder}/data");
    let tool = |name: &str| tools.join(name).display().to_string();
    let watcher = watch(&folder, &tool("pg_ctl"), &data)?;
    run(&[
        &tool("initdb"),
        "--pgdata",
        &data,
        "--username",
        USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ])?;
    let options = format!(
        "-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off \
         -c full_page_writes=off -c max_connections=200 -c shared_buffers=32MB"
    );
    let log = format!("{folder}/log");
    run(&[&tool("pg_ctl"), "--pgdata", &data, "--wait", "--log", &log, "-o", &options, "start"])?;
    let (wishes, inbox) = mpsc::channel();
    thread::Builder::new().name("cluster".to_owned()).spawn(move || serve(&folder, &inbox))?;
    Ok(Cluster { wishes, _watcher: watcher })
}

/// The tools of the newest PostgreSQL of this machine.
fn tools() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    folders
        .filter_map(|folder| {
            let version: u32 = folder.file_name().to_str()?.parse().ok()?;
            let tools = folder.path().join("bin");
            tools.join("initdb").exists().then_some((version, tools))
        })
        .max()
        .map(|(_, tools)| tools)
}

/// A command as somebody whom PostgreSQL serves: it refuses to be started by root.
fn command(words: &[&str]) -> Command {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let mut words: Vec<&str> = words.to_vec();
    if is_root {
        words.splice(0..0, ["runuser", "-u", "postgres", "--"]);
    }
    let mut command = Command::new(words.first().copied().unwrap_or_default());
    command.args(words.iter().skip(1)).current_dir("/").stdin(Stdio::null());
    command
}

fn run(words: &[&str]) -> io::Result<String> {
    // Through files or null, never a pipe: the server inherits what its starter writes to.
    let is_starting = words.contains(&"start");
    let mut command = command(words);
    if is_starting {
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        return if status.success() {
            Ok(String::new())
        } else {
            Err(io::Error::other(words.join(" ")))
        };
    }
    let output = command.output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("{}: {said}", words.join(" "))));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Starts the shell that cleans up. In a process group of its own, so that Ctrl-C leaves it alone.
fn watch(folder: &str, pg_ctl: &str, data: &str) -> io::Result<Child> {
    let script =
        r#"trap "" INT TERM HUP; read -r _; "$2" --pgdata "$3" -m immediate stop; rm -rf "$1""#;
    command(&["sh", "-c", script, "watcher", folder, pg_ctl, data])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

/// Makes and drops databases, one after the other, until nobody can wish for any.
fn serve(folder: &str, wishes: &Receiver<Wish>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else { return };
    let url = |name: &str| format!("postgres://{USER}@localhost/{name}?host={folder}");
    let served = runtime.block_on(async {
        let db = Connect::connect(url("postgres")).await?;
        prepare(&db, &url(TEMPLATE)).await.map_err(io::Error::other)?;
        let mut count = 0_u32;
        while let Ok(wish) = wishes.recv() {
            match wish {
                Wish::Drop(name) => {
                    db.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await?;
                }
                Wish::Make(template, answer) => {
                    count += 1;
                    let name = format!("test_{count}");
                    db.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
                        .await?;
                    // A test that gave up doesn't wait for it any more.
                    let _ = answer.send(Database { url: url(&name), name });
                }
            }
        }
        Ok::<(), Box<dyn std::error::Error>>(())
    });
    if let Err(error) = served {
        eprintln!("the PostgreSQL of this test run failed: {error}");
    }
}

/// Makes the template from which fresh databases are copied.
async fn prepare(db: &DatabaseConnection, template: &str) -> Result<(), crate::Refusal> {
    db.execute_unprepared(&format!("CREATE DATABASE {TEMPLATE} TEMPLATE template0")).await?;
    let newest = Connect::connect(template).await?;
    crate::run(&newest).await?;
    Ok(newest.close().await?)
}
