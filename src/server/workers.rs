//! What happens without anybody asking for it: votes open and close when their time has come,
//! proposals lapse, old sessions are swept away. Each act is a transaction of its own; a worker that
//! is stopped has finished the act it was in.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::{sync::watch, task::JoinSet, time};

use super::traces::Traces;
use crate::{
    app::App,
    db, elections,
    error::{Error, Result},
    federation::{self, Federation},
    members, notify, proposals,
    rules::vote::Stage,
    signet, votes,
};

/// How often it is looked whether the time of a vote has come.
const BEAT: Duration = Duration::from_secs(1);
/// How long after the end of a vote it is counted, in seconds. What came in before the end may still
/// wait its turn to be written down; it counts, and what comes later is refused by the clock alone.
const ON_THE_WAY: i64 = 5;
/// Beats between looking for proposals that lapse and sessions that are over.
const SWEEP: u64 = 60;

/// Sets every worker to work until `stopped` says so.
pub fn start(
    app: &App,
    federation: Option<Federation>,
    stopped: &watch::Receiver<bool>,
    working: &mut JoinSet<()>,
) {
    working.spawn(follow_the_clock(app.clone(), stopped.clone()));
    working.spawn(notify::run(app.clone(), stopped.clone()));
    working.spawn(keep_the_log(app.clone(), stopped.clone()));
    if let Some(federation) = federation {
        working.spawn(federation::run(federation, stopped.clone()));
    }
}

async fn follow_the_clock(app: App, mut stopped: watch::Receiver<bool>) {
    let mut beats = time::interval(BEAT);
    beats.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    let mut traces = Traces::default();
    for beat in 0_u64.. {
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            _ = beats.tick() => {}
        }
        // First, so that the candidates stand on the paper when the vote opens.
        if let Err(error) = elections_due(&app).await {
            tracing::error!(%error, "elections that are due");
        }
        if let Err(error) = votes_due(&app).await {
            tracing::error!(%error, "votes that are due");
        }
        if let Err(error) = traces.remove(&app, beat.is_multiple_of(SWEEP)).await {
            tracing::error!(%error, "the traces of secret votes");
        }
        if beat.is_multiple_of(SWEEP)
            && let Err(error) = sweep(&app).await
        {
            tracing::error!(%error, "proposals and sessions that are over");
        }
    }
}

async fn keep_the_log(app: App, mut stopped: watch::Receiver<bool>) {
    let mut beats = time::interval(BEAT);
    beats.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            _ = beats.tick() => {}
        }
        if let Err(error) = log_due(&app).await {
            tracing::error!(%error, "sealing the log");
        }
    }
}

/// Seals what was written, and signs a head of the log if it is time for one.
pub async fn log_due(app: &App) -> Result<()> {
    let now = app.clock.now();
    if !signet::is_due(app.db.read(), now).await? {
        return Ok(());
    }
    let home = &app.settings.server.public_url;
    db::write(&app.db, async |tx| signet::keep(tx, now, &app.secret, home).await).await?;
    Ok(())
}

/// Closes lists of candidates and gives seats; what is refused waits for the secretary.
pub async fn elections_due(app: &App) -> Result<()> {
    let now = app.clock.now();
    let today = app.settings.neighbourhood.day(now);
    let origin = votes::Origin::of(app);
    for id in elections::due(app.db.read(), now).await? {
        let done =
            db::write(&app.db, async |tx| elections::attend(tx, now, today, id, &origin).await)
                .await;
        match done {
            Ok(()) => app.bell.notify_waiters(),
            Err(Error::Refused(refusal)) => {
                tracing::debug!(%refusal, election = %id, "an election that waits");
            }
            Err(error) => tracing::error!(%error, election = %id, "an election that is due"),
        }
    }
    Ok(())
}

/// Opens and closes the votes whose time has come; one that fails doesn't hold up the others.
pub async fn votes_due(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due = votes::store::due(app.db.read(), now).await?;
    for vote in &due {
        let done = match vote.stage {
            Stage::Prepared => open(app, vote.id).await,
            Stage::Closed => {
                let origin = votes::Origin::of(app);
                db::write(&app.db, async |tx| votes::count_due(tx, now, vote.id, &origin).await)
                    .await
            }
            _ if now < vote.closes_at + TimeDelta::seconds(ON_THE_WAY) => continue,
            _ => {
                let origin = votes::Origin::of(app);
                db::write(&app.db, async |tx| votes::close_due(tx, now, vote.id, &origin).await)
                    .await
            }
        };
        if let Err(error) = done {
            tracing::error!(%error, vote = vote.number, "a vote that is due");
        }
    }
    if !due.is_empty() {
        app.bell.notify_waiters();
    }
    Ok(())
}

/// Opens a vote, or cancels it with the reason when the rules don't let it open any more.
async fn open(app: &App, id: crate::ids::VoteId) -> Result<()> {
    let now = app.clock.now();
    let today = app.settings.neighbourhood.day(now);
    let opened = db::write(&app.db, async |tx| votes::open_due(tx, now, today, id).await).await;
    match opened {
        Err(why @ (Error::Refused(_) | Error::NotFound(_))) => {
            db::write(&app.db, async |tx| votes::cancel_due(tx, now, id, &why).await).await
        }
        done => done,
    }
}

/// Lets proposals lapse and takes away the sessions that are over.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let lapsed = db::write(&app.db, async |tx| {
        members::store::sweep(tx, now).await?;
        proposals::lapse_due(tx, now).await
    })
    .await?;
    if lapsed > 0 {
        app.bell.notify_waiters();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{ElectionId, ProposalId, VoteId},
        rules::{
            age_quota::AgeQuotas,
            ballot::{BodyKind, Channel, Choice, Mark, Secrecy},
            candidacy,
            unopened::Unopened,
            vote::Closing,
        },
        votes::{Casting, Preparation},
        world::World,
    };

    /// A vote of the council that opens in one day and closes in three.
    async fn prepared(world: &World) -> (ProposalId, VoteId) {
        let secretary = world.secretary().await;
        let proposal = world.open_proposal(secretary, "More bicycle stands").await.id;
        for _ in 0..2 {
            let supporter = world.member("Supporter").await;
            world.supports(supporter.id, proposal).await;
        }
        let now = world.now();
        let new = Preparation {
            id: VoteId::fresh(now),
            proposal,
            body: BodyKind::Council,
            closing: Closing::AtTime,
            opens_at: now + TimeDelta::days(1),
            closes_at: now + TimeDelta::days(3),
            paper: votes::Paper::default(),
        };
        let vote = world.write(async |tx| votes::prepare(tx, now, secretary, new).await).await;
        (proposal, vote.unwrap().id)
    }

    async fn stage(world: &World, vote: VoteId) -> Stage {
        votes::store::get(world.app.db.read(), vote).await.unwrap().stage
    }

    #[tokio::test]
    async fn a_vote_opens_and_closes_when_its_time_has_come() {
        let world = World::founded().await;
        let seat = world.first_seat().await;
        world.fill(seat, world.secretary().await, None).await;
        let (_, vote) = prepared(&world).await;
        votes_due(&world.app).await.unwrap();
        assert_eq!(stage(&world, vote).await, Stage::Prepared);
        world.days_pass(1);
        votes_due(&world.app).await.unwrap();
        assert_eq!(stage(&world, vote).await, Stage::Open);
        world.days_pass(2);
        world.app.clock.pass(TimeDelta::seconds(ON_THE_WAY));
        votes_due(&world.app).await.unwrap();
        votes_due(&world.app).await.unwrap();
        assert_eq!(stage(&world, vote).await, Stage::Published);
    }

    #[tokio::test]
    async fn an_election_goes_by_the_clock_from_its_list_to_its_seats() {
        let world = World::founded().await;
        let (now, secretary) = (world.now(), world.secretary().await);
        let new = called(&world);
        let id = new.id;
        world.write(async |tx| elections::call(tx, now, secretary, new).await).await.unwrap();
        let mut candidates = Vec::new();
        for name in ["Alice", "Bob"] {
            let member = world.member(name).await.id;
            let says = (id, "Ik woon hier al dertig jaar, en ik ken iedereen.");
            let today = world.today();
            world
                .write(async |tx| elections::stand(tx, now, today, member, says).await)
                .await
                .unwrap();
            candidates.push(member);
        }
        let row = async || elections::store::get(world.app.db.read(), id).await.unwrap();
        let vote = row().await.vote_id.unwrap();
        // Everything was late: the server was down when the list closed.
        world.days_pass(3);
        elections_due(&world.app).await.unwrap();
        votes_due(&world.app).await.unwrap();
        assert_eq!(stage(&world, vote).await, Stage::Open);
        let keys = votes::store::options(world.app.db.read(), vote).await.unwrap();
        let mark = Mark::Rank(vec![vec![keys[0].key.clone()]]);
        world.casts(vote, candidates[0], mark).await;
        world.days_pass(8);
        votes_due(&world.app).await.unwrap();
        elections_due(&world.app).await.unwrap();
        assert_eq!(row().await.stage, candidacy::Stage::Seated);
        elections_due(&world.app).await.unwrap();
        let chosen = elections::store::candidacies(world.app.db.read(), id).await.unwrap();
        let first = chosen.iter().find(|it| it.elected_place == Some(1)).unwrap();
        assert_eq!(first.key, keys[0].key);
    }

    fn called(world: &World) -> elections::NewElection {
        let now = world.now();
        let days = TimeDelta::days;
        let phrase = "Wie genoeg stemmen heeft, is gekozen.".to_owned();
        elections::NewElection {
            id: ElectionId::fresh(now),
            sector: "residents".to_owned(),
            seats: 1,
            from_on: world.today(),
            until_on: None,
            quotas: AgeQuotas::default(),
            calling: elections::Calling {
                nominate_until: now + days(2),
                opens_at: now + days(3),
                closes_at: now + days(10),
                secrecy: Secrecy::Secret,
                electorate: candidacy::Electorate::All,
            },
            texts: elections::Texts {
                title: "Een zetel voor de bewoners".to_owned(),
                summary: "Er is een zetel vrij. Iedereen kan kandidaat worden.".to_owned(),
                text: phrase.clone(),
                language: "nl".to_owned(),
                phrases: elections::Phrases {
                    text: phrase.clone(),
                    heading: phrase.clone(),
                    uncontested: phrase.clone(),
                    nobody: phrase,
                },
            },
        }
    }

    #[tokio::test]
    async fn a_ballot_that_came_in_time_counts_though_it_waited_to_be_written_down() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let vote = world.open_vote(BodyKind::Assembly).await;
        let voter = world.voter(vote, alice.id).await;
        let closes_at = votes::store::get(world.app.db.read(), vote).await.unwrap().closes_at;
        world.app.clock.pass(closes_at - world.now());
        votes_due(&world.app).await.unwrap();
        let cast = async |at| {
            let (mark, channel) = (Choice::For.into(), Channel::Web);
            let new = Casting { vote, voter, mark, channel, receipt: String::new(), helped: false };
            world.write(async |tx| votes::cast(tx, at, alice.id, new).await).await
        };
        cast(closes_at - TimeDelta::milliseconds(1)).await.unwrap();
        assert!(cast(closes_at).await.is_err());
        world.app.clock.pass(TimeDelta::seconds(ON_THE_WAY));
        votes_due(&world.app).await.unwrap();
        assert_eq!(stage(&world, vote).await, Stage::Published);
        assert!(cast(closes_at - TimeDelta::milliseconds(1)).await.is_err());
    }

    #[tokio::test]
    async fn a_vote_that_can_not_open_any_more_is_cancelled() {
        let world = World::founded().await;
        let (_, vote) = prepared(&world).await;
        // Nobody sits in the council.
        world.days_pass(1);
        votes_due(&world.app).await.unwrap();
        let row = votes::store::get(world.app.db.read(), vote).await.unwrap();
        assert_eq!(row.stage, Stage::Cancelled);
        let why = row.close_reason.as_deref().and_then(Unopened::read);
        assert_eq!(why, Some(Unopened::Nobody));
    }
}
