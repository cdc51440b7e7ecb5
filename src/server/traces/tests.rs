use std::{fs, path::PathBuf};

use migrations::cluster;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

use super::*;
use crate::{
    ids::{MemberId, VoteId},
    rules::ballot::{BodyKind, Channel, Choice},
    votes::{Casting, Paper},
    world::World,
};

const VOTERS: usize = 16;
/// The size of a page of SQLite.
const PAGE: usize = 4096;

async fn secret_vote(world: &World) -> (VoteId, Vec<MemberId>) {
    let mut members = Vec::new();
    for n in 0..VOTERS {
        members.push(world.member(&format!("Voter{n}")).await.id);
    }
    let paper = Paper { secrecy: Secrecy::Secret, ..Paper::default() };
    (world.open_vote_on(BodyKind::Assembly, paper).await, members)
}

async fn cast_all(world: &World, vote: VoteId, members: &[MemberId]) {
    for member in members {
        world.casts(vote, *member, Choice::For).await;
    }
}

async fn close(world: &World, vote: VoteId) {
    let (now, secretary) = (world.now(), world.secretary().await);
    let closes = async |tx: &db::Tx| {
        votes::close(tx, now, Some(secretary), vote, "Iedereen heeft gestemd").await
    };
    world.write(closes).await.unwrap();
}

async fn rows(world: &World, sql: &str) -> Vec<QueryResult> {
    let backend = world.app.db.read().get_database_backend();
    world.app.db.read().query_all_raw(Statement::from_string(backend, sql)).await.unwrap()
}

/// Where each of these stands in a file; each once.
fn places(file: &[u8], things: &[Vec<u8>]) -> Vec<usize> {
    let place = |thing: &Vec<u8>| {
        let mut found = file.windows(thing.len()).enumerate().filter(|(_, it)| it == thing);
        let (at, _) = found.next().expect("it is in the file");
        assert!(found.next().is_none(), "it is in the file twice");
        at
    };
    things.iter().map(place).collect()
}

/// Whether things lie in their order on each page. SQLite fills a page from its end.
fn is_in_order(places: &[usize]) -> bool {
    places.windows(2).all(|pair| pair[0] / PAGE != pair[1] / PAGE || pair[0] > pair[1])
}

/// The ballots of a vote in the order of their ids, and its roll in the order of its numbers, as
/// SQLite writes them down.
async fn sides(world: &World, vote: VoteId) -> [Vec<Vec<u8>>; 2] {
    let db = world.app.db.read();
    let ballots = store::sealed(db, vote).await.unwrap();
    let ballots = ballots.into_iter().map(|it| it.id.into_bytes()).collect();
    let roll = store::voters(db, vote).await.unwrap();
    let line = |it: votes::entity::voter::Model| {
        [it.id.0.as_bytes().as_slice(), vote.0.as_bytes()].concat()
    };
    [ballots, roll.into_iter().map(line).collect()]
}

#[tokio::test]
async fn on_sqlite_nothing_of_the_order_survives_in_the_file_or_its_log() {
    if cluster::is_wanted() {
        return;
    }
    let world = World::founded().await;
    let (vote, members) = secret_vote(&world).await;
    let file = &rows(&world, "PRAGMA database_list").await[0];
    let file = PathBuf::from(file.try_get_by_index::<String>(2).unwrap());
    let log = PathBuf::from(format!("{}-wal", file.display()));
    cast_all(&world, vote, &members).await;
    let [ballots, roll] = sides(&world, vote).await;
    let written = fs::read(&log).unwrap();
    let first = written.windows(ballots[0].len()).any(|it| it == ballots[0]);
    assert!(first, "the log holds ballots as they came in");
    assert!(world.app.db.forget_order().await.unwrap());
    let before = fs::read(&file).unwrap();
    assert!(!is_in_order(&places(&before, &ballots)), "ballots lie as they came in");

    // While the vote is open: a copy of the file made now tells nothing of what was cast before.
    let mut traces = Traces::default();
    traces.remove(&world.app, true).await.unwrap();
    assert_eq!(fs::metadata(&log).unwrap().len(), 0);
    let open = fs::read(&file).unwrap();
    assert!(is_in_order(&places(&open, &ballots)) && is_in_order(&places(&open, &roll)));

    let bob = world.member("Bob").await;
    assert!(store::voters_for(world.app.db.read(), vote, bob.id).await.unwrap().is_empty());
    close(&world, vote).await;
    assert!(fs::metadata(&log).unwrap().len() > 0);
    traces.remove(&world.app, false).await.unwrap();
    assert_eq!(fs::metadata(&log).unwrap().len(), 0, "no frame of the time before survives");
    let closed = fs::read(&file).unwrap();
    assert!(is_in_order(&places(&closed, &ballots)) && is_in_order(&places(&closed, &roll)));
    assert_eq!(store::sealed(world.app.db.read(), vote).await.unwrap().len(), VOTERS);
}

#[tokio::test]
async fn on_postgresql_all_rows_of_a_vote_are_of_one_transaction_and_lie_in_the_order_of_ids() {
    if !cluster::is_wanted() {
        return;
    }
    let world = World::founded().await;
    let (vote, members) = secret_vote(&world).await;
    let transactions = async || {
        let sql = "SELECT count(DISTINCT xmin::text) FROM
            (SELECT xmin FROM sealed_ballots UNION ALL SELECT xmin FROM voters) AS sides";
        rows(&world, sql).await[0].try_get_by_index::<i64>(0).unwrap()
    };
    cast_all(&world, vote, &members).await;
    assert!(transactions().await > 10, "each ballot shares its transaction with its mark");
    let mut traces = Traces::default();
    traces.remove(&world.app, true).await.unwrap();
    assert_eq!(transactions().await, 1);
    close(&world, vote).await;
    traces.remove(&world.app, false).await.unwrap();
    assert_eq!(transactions().await, 1);
    for (table, order) in [("sealed_ballots", "id"), ("voters", "number")] {
        let sql = format!("SELECT {order}::text AS told FROM {table} ORDER BY ctid");
        let lie = rows(&world, &sql).await;
        let lie: Vec<String> = lie.iter().map(|it| it.try_get_by_index(0).unwrap()).collect();
        let sql = format!("SELECT {order}::text AS told FROM {table} ORDER BY {order}");
        let sorted = rows(&world, &sql).await;
        let sorted: Vec<String> = sorted.iter().map(|it| it.try_get_by_index(0).unwrap()).collect();
        assert_eq!(lie, sorted, "{table}");
    }
    let size = async |table: &str| {
        let sql = format!("SELECT pg_relation_size('{table}')");
        rows(&world, &sql).await[0].try_get_by_index::<i64>(0).unwrap()
    };
    assert!(size("sealed_ballots").await <= 8192, "rows of the time before are gone");
    assert_eq!(world.app.db.read().get_database_backend(), DbBackend::Postgres);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_ballot_is_lost_or_doubled_while_both_sides_are_written_anew() {
    let world = World::founded().await;
    let (vote, members) = secret_vote(&world).await;
    let mut voters = Vec::new();
    for member in &members {
        voters.push((*member, world.voter(vote, *member).await));
    }
    let now = world.now();
    // Everybody comes three times at once.
    let many = voters.iter().cycle().take(3 * VOTERS).map(|(member, voter)| {
        let (db, member, voter) = (world.app.db.clone(), *member, *voter);
        tokio::spawn(async move {
            let (mark, channel) = (Choice::Against.into(), Channel::Web);
            let new = Casting { vote, voter, mark, channel, receipt: String::new(), helped: false };
            db::write(&db, async |tx| votes::cast(tx, now, member, new).await).await.is_ok()
        })
    });
    let many: Vec<_> = many.collect();
    for _ in 0..6 {
        remove(&world.app).await.unwrap();
    }
    let mut kept = 0;
    for one in many {
        kept += usize::from(one.await.unwrap());
    }
    remove(&world.app).await.unwrap();
    let db = world.app.db.read();
    assert_eq!(kept, VOTERS);
    assert_eq!(store::sealed(db, vote).await.unwrap().len(), VOTERS);
    assert_eq!(store::turnout(db, vote).await.unwrap().0, VOTERS as u64);
}

#[tokio::test]
async fn traces_are_taken_away_at_the_end_and_every_minute_that_brings_ballots() {
    let world = World::founded().await;
    let (vote, members) = secret_vote(&world).await;
    let mut traces = Traces::default();
    traces.remove(&world.app, false).await.unwrap();
    assert!(!traces.once_more, "there is nothing to take away yet");
    world.casts(vote, members[0], Choice::For).await;
    traces.remove(&world.app, false).await.unwrap();
    assert_eq!((traces.ballots, traces.once_more), (0, false), "not before the minute is over");
    traces.remove(&world.app, true).await.unwrap();
    assert_eq!((traces.ended, traces.ballots, traces.once_more), (0, 1, true));
    traces.remove(&world.app, true).await.unwrap();
    assert!(!traces.once_more);
    close(&world, vote).await;
    traces.remove(&world.app, false).await.unwrap();
    assert_eq!((traces.ended, traces.ballots, traces.once_more), (1, 1, true));
}
