//! Ballots cast per second over HTTP, each answered after its commit is durable, against bare durable
//! commits to a database on the same disk. Goal with 32 clients: six tenths of the grouped figure.
//!
//! A disk that others use too is twice as fast in one moment as in the next. So both are measured in
//! turns, and what is told is the round in the middle.

use std::time::{Duration, Instant};

use federation_tests::{
    Paper,
    house::{self, House},
    http::Client,
};
use translokaal::{db::Db, rules::ballot::Choice};

use crate::floor;

const MEMBERS: usize = 320;
const SPAN: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;
const GOAL: f64 = 0.6;

/// Measures one client and thirty-two.
pub async fn run() -> anyhow::Result<()> {
    let house = house::open(MEMBERS).await?;
    let requests = requests(&house).await?;
    let bare = bare(&house).await?;
    let (mut singles, mut groups) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let single = floor::single(bare.shape(), SPAN).await?;
        singles.push(Round { ours: cast(&house, &requests, 1).await?, bare: single });
        let grouped = floor::grouped(bare.shape(), 32, SPAN, || true).await?;
        groups.push(Round { ours: cast(&house, &requests, 32).await?, bare: grouped });
    }
    let one = middle(singles);
    println!(
        "ballots   1 client:   {:.0}/s, bare {:.0}/s, ratio {:.2}",
        one.ours,
        one.bare,
        one.ratio()
    );
    let (least, many) = (least(&groups), middle(groups));
    println!(
        "ballots   32 clients: {:.0}/s, bare grouped {:.0}/s, ratio {:.2} (goal {GOAL}), in the worst of \
         {ROUNDS} rounds {least:.2}",
        many.ours,
        many.bare,
        many.ratio(),
    );
    bare.close().await?;
    house.instance.shutdown().await;
    Ok(())
}

/// Ballots and bare commits per second, one right after the other.
struct Round {
    ours: f64,
    bare: f64,
}

impl Round {
    fn ratio(&self) -> f64 {
        self.ours / self.bare
    }
}

/// The round in the middle, by its ratio.
fn middle(mut rounds: Vec<Round>) -> Round {
    rounds.sort_by(|one, other| one.ratio().total_cmp(&other.ratio()));
    rounds.swap_remove(rounds.len() / 2)
}

fn least(rounds: &[Round]) -> f64 {
    rounds.iter().map(Round::ratio).fold(f64::INFINITY, f64::min)
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
