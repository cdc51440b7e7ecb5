//! Requests per second of the home page and of a proposal's page, against a bare axum route that
//! serves as many bytes.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use axum::{Router, routing::get};
use federation_tests::{house, http::Client};
use tokio::net::TcpListener;

const SPAN: Duration = Duration::from_secs(4);
const CLIENTS: usize = 16;

/// Measures both pages.
pub async fn run() -> anyhow::Result<()> {
    let house = house::open(3).await?;
    let to = house.instance.address;
    for (name, path) in [("home", "/"), ("proposal", "/proposals/1")] {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nAccept: text/html\r\n\
             Accept-Language: nl\r\n\r\n",
            to.port(),
        );
        let page = Client::connect(to).await?.send(request.as_bytes()).await?;
        anyhow::ensure!(page.status == 200, "{path}: {}", page.head);
        let bare = bare(page.body.clone()).await?;
        let ours = measure(to, request.as_bytes()).await?;
        let theirs = measure(bare, request.as_bytes()).await?;
        println!(
            "pages     {name}, {} bytes: {ours:.0}/s, bare route {theirs:.0}/s, ratio {:.3}",
            page.body.len(),
            ours / theirs,
        );
    }
    house.instance.shutdown().await;
    Ok(())
}

async fn bare(body: Vec<u8>) -> anyhow::Result<SocketAddr> {
    let router: Router = Router::new().fallback(get(move || async move { body.clone() }));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

async fn measure(to: SocketAddr, request: &[u8]) -> anyhow::Result<f64> {
    let begin = Instant::now();
    let many = (0..CLIENTS).map(|_| {
        let request = request.to_vec();
        tokio::spawn(async move {
            let mut client = Client::connect(to).await?;
            let mut done = 0_u32;
            while begin.elapsed() < SPAN {
                let answer = client.send(&request).await?;
                anyhow::ensure!(answer.status == 200, "{}", answer.head);
                done += 1;
            }
            anyhow::Ok(done)
        })
    });
    let mut done = 0;
    for one in many.collect::<Vec<_>>() {
        done += one.await??;
    }
    Ok(f64::from(done) / begin.elapsed().as_secs_f64())
}
