//! Recounting records of 100,000 ballots: a majority (goal: under one second, with the proofs of all
//! ballots under three), and a city's budget with 100 projects (goal: under two).

use std::time::Instant;

use translokaal::rules::{
    ballot::{BodyKind, Channel, Choice, Mark, Secrecy},
    canonical,
    record::{
        self, Published, proof,
        v2::{self, Ballot, Entry, Lot, Neighbourhood, Part, Record, Vote},
    },
    tally::{
        equal_shares,
        majority::{self, Share},
        method::{Method, Opt, Rules},
    },
    vote::Closing,
};

const BALLOTS: i64 = 100_000;
const PROJECTS: u64 = 100;
/// A million euros, in cents.
const BUDGET: u64 = 100_000_000;

/// Writes each record, reads it back as a stranger would, and recounts it.
pub fn run() -> anyhow::Result<()> {
    time("recount", 1.0, majority()?, false)?;
    time("proofs ", 3.0, majority()?, true)?;
    time("budget ", 2.0, budget()?, false)
}

fn time(what: &str, goal: f64, record: Record, with_proofs: bool) -> anyhow::Result<()> {
    let text = v2::write(&v2::seal(record)?)?;
    let begin = Instant::now();
    let published = Published::read(&text)?;
    let read = begin.elapsed().as_secs_f64();
    let findings = published.recount();
    if let (true, Published::V2(published)) = (with_proofs, &published) {
        let proven = proof::proven(published);
        anyhow::ensure!(proven == published.record.ballots.len(), "{proven} proofs hold");
    }
    let all = begin.elapsed().as_secs_f64();
    anyhow::ensure!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    println!(
        "{what}   {BALLOTS} ballots, {:.1} MB: read {read:.3} s, all {all:.3} s; \
         {:.2} of the goal of {goal} s",
        text.len() as f64 / 1e6,
        all / goal,
    );
    Ok(())
}

fn majority() -> anyhow::Result<Record> {
    let method = Method::majority(majority::Rules {
        quorum: Some(Share { need: 1, of: 2 }),
        majority: Some(Share { need: 1, of: 2 }),
        sector_majorities: vec!["residents".to_owned()],
    });
    record(method, Vec::new(), |voter| {
        Mark::Choice(match voter % 10 {
            0..=5 => Choice::For,
            6..=8 => Choice::Against,
            _ => Choice::Abstain,
        })
    })
}

/// Everybody approves of some eight projects; the first ones are liked more and cost more.
fn budget() -> anyhow::Result<Record> {
    let mut method = Method::new(Rules::EqualShares(equal_shares::Rules::default()));
    method.budget = Some(BUDGET);
    let option = |number: u64| Opt {
        key: number.to_string(),
        title: format!("Project {number}"),
        cost: Some((1 + (PROJECTS - number) / 10) * 500_000 + number * 7_300),
    };
    let options: Vec<Opt> = (0..PROJECTS).map(option).collect();
    record(method, options, |voter| {
        let mut chance = voter.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            chance
        };
        let liked = |number: &u64| next() % (PROJECTS + 2 * number) < 16;
        let liked: Vec<String> =
            (0..PROJECTS).filter(liked).map(|number| number.to_string()).collect();
        if liked.is_empty() { Mark::Blank } else { Mark::Approve(liked) }
    })
}

fn record(method: Method, options: Vec<Opt>, mark: impl Fn(i64) -> Mark) -> anyhow::Result<Record> {
    let sectors = ["residents", "organisations", "institutions", "business"];
    let roll: Vec<Entry> = (1..=BALLOTS)
        .map(|number| Entry {
            number,
            sector: sectors
                .get(usize::try_from(number % 4).unwrap_or_default())
                .map(|it| (*it).to_owned()),
            seat: None,
            key: canonical::hash_text(&number.to_string()),
        })
        .collect();
    let ballot = |voter| Ballot { voter: Some(voter), id: None, receipt: None, mark: mark(voter) };
    let ballots: Vec<Ballot> = (1..=BALLOTS).map(ballot).collect();
    let secret = "a secret".to_owned();
    let lot = Some(Lot { announced: canonical::hash_text(&secret), secret });
    let lot = lot.filter(|_| method.has_options());
    let epoch = chrono::DateTime::UNIX_EPOCH;
    Ok(Record {
        schema: record::SCHEMA.to_owned(),
        version: v2::VERSION,
        program: "numbers".to_owned(),
        neighbourhood: Neighbourhood { name: "Alpha".to_owned(), handle: "alpha".to_owned() },
        vote: Vote {
            number: 1,
            url: "https://alpha.example/votes/1".to_owned(),
            body: BodyKind::Assembly,
            question: "A question".to_owned(),
            proposal: 1,
            proposal_version: 1,
            text_hash: canonical::hash_text("a text"),
            secrecy: Secrecy::Open,
            closing: Closing::AtTime,
            opened_at: epoch,
            closed_at: epoch,
            close_reason: None,
            earlier: None,
        },
        charter_version: 1,
        roll_hash: canonical::hash(&roll)?,
        tally: v2::count(&method, &options, &roll, &[], &ballots, lot.as_ref())?,
        method,
        options,
        changes: Vec::new(),
        took_part: (1..=BALLOTS).map(|number| Part { number, channel: Channel::Web }).collect(),
        channels: None,
        carried: Vec::new(),
        lot,
        ballots_root: v2::tree(&ballots)?.root(),
        roll,
        ballots,
    })
}
