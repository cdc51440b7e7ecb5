//! How soon a server answers its first page, and how much memory it keeps when nothing happens.
//! Goals: 300 ms with an existing database, 40 MB. Runs the program itself.

use std::{
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use federation_tests::{Place, house, http::Client};
use tokio::{net::TcpListener, process::Command};
use translokaal::clock::Clock;

const GOAL_MS: f64 = 300.0;
const GOAL_MB: f64 = 40.0;
const STARTS: usize = 5;

/// Starts the program some times on one database, the last time to let it idle.
pub async fn run() -> anyhow::Result<()> {
    // A neighbourhood that was founded before.
    let founded = house::found(Place::with_sqlite()?, Clock::System, 3).await?;
    let folder = founded.place.folder;
    founded.app.db.close().await?;
    drop(founded.listener);
    let mut taken = Vec::new();
    let mut memory = 0.0;
    for n in 0..=STARTS {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let begin = Instant::now();
        let mut server = Command::new(program()?)
            .arg("serve")
            .env("TRANSLOKAAL__SERVER__DATA_DIR", folder.path())
            .env("TRANSLOKAAL__SERVER__LISTEN", format!("127.0.0.1:{port}"))
            .env("TRANSLOKAAL__SERVER__PUBLIC_URL", format!("http://localhost:{port}"))
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let status = first_page(port).await?;
        // The first start makes the keys.
        if n > 0 {
            taken.push(begin.elapsed().as_secs_f64() * 1e3);
        }
        anyhow::ensure!(status == 200, "the first page answers {status}");
        if n == STARTS {
            tokio::time::sleep(Duration::from_secs(3)).await;
            memory = resident(server.id().unwrap_or_default())?;
        }
        server.kill().await?;
    }
    taken.sort_by(f64::total_cmp);
    let middle = taken[taken.len() / 2];
    println!("start     first page after {middle:.0} ms; {:.2} of the goal", middle / GOAL_MS);
    println!("memory    {memory:.1} MB when idle; {:.2} of the goal", memory / GOAL_MB);
    Ok(())
}

/// The program, built beside this one.
fn program() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("translokaal");
    anyhow::ensure!(program.exists(), "build it first: cargo build --release");
    Ok(program)
}

async fn first_page(port: u16) -> anyhow::Result<u16> {
    let request = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/html\r\n\r\n");
    let begin = Instant::now();
    loop {
        anyhow::ensure!(begin.elapsed() < Duration::from_secs(20), "no page comes");
        let Ok(mut client) = Client::connect(([127, 0, 0, 1], port).into()).await else {
            tokio::time::sleep(Duration::from_millis(2)).await;
            continue;
        };
        return Ok(client.send(request.as_bytes()).await?.status);
    }
}

/// Resident memory of a process, in MB.
fn resident(process: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1024.0)
}
