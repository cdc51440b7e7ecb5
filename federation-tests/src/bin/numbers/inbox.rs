//! Signed activities accepted per second, and CPU per stored activity, against bare RSA-2048
//! verification plus one grouped durable insert. Goals: half of it, and 0.5 ms.
//!
//! The server runs in a process of its own, so that the CPU of the sender is not counted.

use std::{
    process::Stdio,
    sync::Arc,
    time::{Duration, Instant},
};

use aws_lc_rs::{
    digest::{SHA256, digest},
    encoding::{AsDer, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey},
};
use axum::{Json, Router, http::header, response::IntoResponse, routing::get};
use base64::{Engine, prelude::BASE64_STANDARD};
use federation_tests::{Place, house, http::Client};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
    sync::watch,
};
use translokaal::{
    clock::Clock,
    db::Db,
    federation::{self, Federation, Limits},
    rules::throttle::Limit,
};

use crate::floor;

const CLIENTS: usize = 32;
const ACTIVITIES: usize = 12_000;
const SPAN: Duration = Duration::from_secs(4);
const GOAL: f64 = 0.5;
const GOAL_CPU_MS: f64 = 0.5;

/// The server that is measured; says its port and works until it is killed.
pub async fn serve() -> anyhow::Result<()> {
    let house::Founded { app, listener, place: _place, .. } =
        house::found(Place::with_sqlite()?, Clock::System, 1).await?;
    let free = Limit { burst: u32::MAX, refill_seconds: 1 };
    let limits = Limits { source: free, host: free, strangers: free };
    let federation = Federation::with_limits(app, limits).await?;
    let (_stop, stopped) = watch::channel(false);
    println!("{}", listener.local_addr()?.port());
    let routes = federation::routes(&federation)
        .into_make_service_with_connect_info::<std::net::SocketAddr>();
    tokio::spawn(federation::run(federation, stopped));
    axum::serve(listener, routes).await?;
    Ok(())
}

/// Measures.
pub async fn run() -> anyhow::Result<()> {
    let key = Arc::new(KeyPair::generate(KeySize::Rsa2048)?);
    let sender = actor(&key).await?;
    let (server, port) = start().await?;
    let requests = sign(&key, sender, port)?;
    // The first makes the server fetch the actor.
    post(port, &requests[..1]).await?;
    let bare = bare(&key).await?;
    let before = cpu_seconds(&server)?;
    let begin = Instant::now();
    let rest = &requests[1..];
    let many = rest.chunks(rest.len().div_ceil(CLIENTS)).map(|hers| {
        let hers = hers.to_vec();
        tokio::spawn(async move { post(port, &hers).await })
    });
    for one in many.collect::<Vec<_>>() {
        one.await??;
    }
    let rate = rest.len() as f64 / begin.elapsed().as_secs_f64();
    let cpu_ms = (cpu_seconds(&server)? - before) * 1e3 / rest.len() as f64;
    println!(
        "inbox     {rate:.0}/s accepted, bare {bare:.0}/s, ratio {:.2} (goal {GOAL}); \
         {cpu_ms:.2} ms CPU each, {:.2} of the goal",
        rate / bare,
        cpu_ms / GOAL_CPU_MS,
    );
    Ok(())
}

/// Verifies a signature and commits a row, for each of so many clients.
async fn bare(key: &KeyPair) -> anyhow::Result<f64> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("floor.db").display());
    let db = Db::open(&url, 2).await?;
    let message = b"a message of some length, as the signed headers of a request are".repeat(4);
    let signature = signature(key, &message)?;
    let public = key.public_key().as_ref().to_vec();
    let work = move || {
        let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &public);
        key.verify(&message, &signature).is_ok()
    };
    let rate = floor::grouped(db.shape(), u32::try_from(CLIENTS)?, SPAN, work).await?;
    db.close().await?;
    Ok(rate)
}

/// Serves the actor of a stranger; gives its port.
async fn actor(key: &KeyPair) -> anyhow::Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let der: PublicKeyX509Der<'_> = key.public_key().as_der()?;
    let body = BASE64_STANDARD.encode(der.as_ref());
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n");
    let id = format!("http://localhost:{port}/actor");
    let document = json!({
        "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
        "id": id, "type": "Group", "preferredUsername": "stranger", "name": "Stranger",
        "inbox": format!("{id}/inbox"), "outbox": format!("{id}/outbox"),
        "publicKey": {"id": format!("{id}#main-key"), "owner": id, "publicKeyPem": pem},
    });
    let answer = get(move || async move {
        (
            [(header::CONTENT_TYPE, "application/activity+json")],
            Json(document.clone()).0.to_string(),
        )
            .into_response()
    });
    let router: Router = Router::new().route("/actor", answer);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(port)
}

async fn start() -> anyhow::Result<(Child, u16)> {
    let mut server = Command::new(std::env::current_exe()?)
        .arg("inbox-server")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let out = server.stdout.take().ok_or_else(|| anyhow::anyhow!("no output"))?;
    let line = BufReader::new(out).lines().next_line().await?;
    Ok((server, line.unwrap_or_default().parse()?))
}

fn sign(key: &KeyPair, sender: u16, port: u16) -> anyhow::Result<Vec<Vec<u8>>> {
    let actor = format!("http://localhost:{sender}/actor");
    let date = chrono::DateTime::<chrono::Utc>::from(std::fs::metadata("/proc/self")?.modified()?);
    let date = date.format("%a, %d %b %Y %H:%M:%S GMT");
    (0..ACTIVITIES)
        .map(|n| {
            let body = json!({
                "@context": "https://www.w3.org/ns/activitystreams",
                "id": format!("http://localhost:{sender}/activities/{n}"),
                "type": "Announce", "actor": actor,
                "to": ["https://www.w3.org/ns/activitystreams#Public"],
                "object": format!("http://localhost:{sender}/objects/{n}"),
            })
            .to_string();
            let sum = BASE64_STANDARD.encode(digest(&SHA256, body.as_bytes()));
            let text = format!(
                "(request-target): post /inbox\nhost: localhost:{port}\ndate: {date}\n\
                 digest: SHA-256={sum}"
            );
            let signature = BASE64_STANDARD.encode(signature(key, text.as_bytes())?);
            Ok(format!(
                "POST /inbox HTTP/1.1\r\nHost: localhost:{port}\r\nDate: {date}\r\n\
                 Digest: SHA-256={sum}\r\nContent-Type: application/activity+json\r\n\
                 Signature: keyId=\"{actor}#main-key\",algorithm=\"rsa-sha256\",\
                 headers=\"(request-target) host date digest\",signature=\"{signature}\"\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                body.len(),
            )
            .into_bytes())
        })
        .collect()
}

fn signature(key: &KeyPair, message: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)?;
    Ok(signature)
}

async fn post(port: u16, requests: &[Vec<u8>]) -> anyhow::Result<()> {
    let mut client = Client::connect(([127, 0, 0, 1], port).into()).await?;
    for request in requests {
        let answer = client.send(request).await?;
        let told = String::from_utf8_lossy(&answer.body).into_owned();
        anyhow::ensure!(answer.status == 202, "{}{told}", answer.head);
    }
    Ok(())
}

/// What a process has used of the processors, in seconds: fields 14 and 15 of its `stat`, in
/// hundredths.
fn cpu_seconds(process: &Child) -> anyhow::Result<f64> {
    let id = process.id().unwrap_or_default();
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let fields: Vec<&str> = after_name.split(' ').collect();
    let ticks = |i: usize| fields.get(i).and_then(|it| it.parse::<f64>().ok()).unwrap_or_default();
    Ok((ticks(11) + ticks(12)) / 100.0)
}
