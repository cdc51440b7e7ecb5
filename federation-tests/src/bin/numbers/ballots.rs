//! Ballots cast per second over HTTP, each answered after its commit is durable, against bare durable
//! commits to a database on the same disk. Goal with 32 clients: half of the grouped figure.

use std::time::{Duration, Instant};

use federation_tests::{
    Paper,
    house::{self, House},
    http::Client,
};
use translokaal::{db::Db, rules::ballot::Choice};

use crate::floor;

const MEMBERS: usize = 320;
const SPAN: Duration = Duration::from_secs(4);
const GOAL: f64 = 0.5;

/// Measures one client and thirty-two.
pub async fn run() -> anyhow::Result<()> {
    let house = house::open(MEMBERS).await?;
    let requests = requests(&house).await?;
    let bare = bare(&house).await?;
    let single = floor::single(bare.shape(), SPAN).await?;
    let grouped = floor::grouped(bare.shape(), 32, SPAN, || true).await?;
    let one = cast(&house, &requests, 1).await?;
    let many = cast(&house, &requests, 32).await?;
    println!("ballots   1 client:   {one:.0}/s, bare {single:.0}/s, ratio {:.2}", one / single);
    println!(
        "ballots   32 clients: {many:.0}/s, bare grouped {grouped:.0}/s, ratio {:.2} (goal {GOAL}); \
         bare single {single:.0}/s, ratio {:.2}",
        many / grouped,
        many / single,
    );
    bare.close().await?;
    house.instance.shutdown().await;
    Ok(())
}

/// A database of the same kind beside the one that is measured.
async fn bare(house: &House) -> anyhow::Result<Db> {
    let file = house.place.folder.path().join("floor.db");
    Ok(Db::open(&format!("sqlite://{}", file.display()), 2).await?)
}

/// The request of every member, as her browser would send it.
async fn requests(house: &House) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut client = Client::connect(house.instance.address).await?;
    let host = house.instance.app.settings.server.public_url.authority().to_owned();
    let mut requests = Vec::new();
    for cookie in &house.cookies {
        let paper = Paper::fetch(&mut client, &host, cookie).await?;
        requests.push(paper.filled_in(Choice::For));
    }
    Ok(requests)
}

/// Ballots per second of so many clients, each with members of her own.
async fn cast(house: &House, requests: &[Vec<u8>], clients: usize) -> anyhow::Result<f64> {
    let address = house.instance.address;
    let begin = Instant::now();
    let many = requests.chunks(requests.len() / clients).map(|hers| {
        let hers = hers.to_vec();
        tokio::spawn(async move {
            let mut client = Client::connect(address).await?;
            let mut done = 0_u32;
            for request in hers.iter().cycle() {
                if begin.elapsed() > SPAN {
                    break;
                }
                let answer = client.send(request).await?;
                anyhow::ensure!(answer.status == 303, "{}", answer.head);
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
