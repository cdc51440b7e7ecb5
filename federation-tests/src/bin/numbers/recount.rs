//! Recounting a record with 100,000 ballots. Goal: under one second.

use std::time::Instant;

use translokaal::rules::{
    ballot::{BodyKind, Channel, Choice, Secrecy},
    canonical,
    record::{
        self, Published,
        v2::{self, Ballot, Entry, Neighbourhood, Part, Record, Vote},
    },
    tally::{
        majority::{Rules, Share},
        method::Method,
    },
    vote::Closing,
};

const BALLOTS: i64 = 100_000;
const GOAL_SECONDS: f64 = 1.0;

/// Writes a record, reads it back as a stranger would, and recounts it.
pub fn run() -> anyhow::Result<()> {
    let text = v2::write(&v2::seal(record()?)?)?;
    let begin = Instant::now();
    let published = Published::read(&text)?;
    let read = begin.elapsed().as_secs_f64();
    let findings = published.recount();
    let all = begin.elapsed().as_secs_f64();
    anyhow::ensure!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    println!(
        "recount   {BALLOTS} ballots, {:.1} MB: read {read:.3} s, all {all:.3} s; \
         {:.2} of the goal of {GOAL_SECONDS} s",
        text.len() as f64 / 1e6,
        all / GOAL_SECONDS,
    );
    Ok(())
}

fn record() -> anyhow::Result<Record> {
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
    let ballots: Vec<Ballot> = (1..=BALLOTS)
        .map(|voter| {
            let choice = match voter % 10 {
                0..=5 => Choice::For,
                6..=8 => Choice::Against,
                _ => Choice::Abstain,
            };
            Ballot { voter: Some(voter), id: None, receipt: None, mark: choice.into() }
        })
        .collect();
    let parameters = Rules {
        quorum: Some(Share { need: 1, of: 2 }),
        majority: Some(Share { need: 1, of: 2 }),
        sector_majorities: vec!["residents".to_owned()],
    };
    let method = Method::majority(parameters);
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
        },
        charter_version: 1,
        roll_hash: canonical::hash(&roll)?,
        tally: v2::count(&method, &[], &roll, &[], &ballots, None)?,
        method,
        options: Vec::new(),
        changes: Vec::new(),
        took_part: (1..=BALLOTS).map(|number| Part { number, channel: Channel::Web }).collect(),
        lot: None,
        ballots_root: v2::tree(&ballots)?.root(),
        roll,
        ballots,
    })
}
