use super::*;
use crate::{
    ids::VoteId,
    mail::tests as mail,
    notify,
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        tally::{
            approval,
            method::{Opt, Rules},
        },
    },
    votes::Paper,
    world::World,
};

async fn reminded(world: &World) -> usize {
    let (_stop, stopped) = watch::channel(false);
    round(&world.app, &stopped).await.unwrap()
}

async fn gathered(world: &World, vote: VoteId) -> usize {
    let now = world.now();
    world.write(async |tx| gather(tx, now, vote, 2).await).await.unwrap()
}

#[tokio::test]
async fn who_has_not_voted_gets_one_mail_and_nobody_else_does() {
    let port = mail::free_port();
    let mut server = mail::server(port).await;
    let mut world = World::founded().await;
    world.app.mailer = mail::mailer(port);
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let carol = world.member("Carol").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, bob.id, Choice::For).await;
    // Of the roll only Alice is left who didn't vote and wants to hear of it.
    let now = world.now();
    for member in votes::store::voters(world.app.db.read(), vote).await.unwrap() {
        let member = member.holder_id.unwrap();
        if member != alice.id && member != carol.id {
            world.write(async |tx| notify::decline(tx, now, member).await).await.unwrap();
        }
    }
    world.write(async |tx| notify::decline(tx, now, carol.id).await).await.unwrap();
    assert_eq!(reminded(&world).await, 0);
    world.days_pass(5);
    let before = world.journal().await;
    assert_eq!(reminded(&world).await, 1);
    assert_eq!(reminded(&world).await, 0);
    assert_eq!(world.journal().await, before);
    let taken = mail::first_mail(&mut server).await;
    assert!(taken.contains("alice@alpha.example"), "{taken}");
    assert!(taken.contains("http://alpha.test:8080/votes/1"), "{taken}");
    assert!(!taken.contains("sign-in/link"), "{taken}");
    assert_eq!(store::next(world.app.db.read(), world.now()).await.unwrap(), None);
}

#[tokio::test]
async fn a_mail_that_is_refused_for_now_is_tried_again_and_comes_once() {
    let (port, folder) = (mail::free_port(), tempfile::tempdir().unwrap());
    let mut server = mail::server_that_lets_wait(port, folder.path()).await;
    let mut world = World::founded().await;
    world.app.mailer = mail::mailer(port);
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let now = world.now();
    for member in votes::store::voters(world.app.db.read(), vote).await.unwrap() {
        let member = member.holder_id.filter(|member| *member != alice.id);
        if let Some(member) = member {
            world.write(async |tx| notify::decline(tx, now, member).await).await.unwrap();
        }
    }
    world.days_pass(5);
    assert_eq!(reminded(&world).await, 0);
    // Not at once.
    assert_eq!(reminded(&world).await, 0);
    assert_eq!(store::waiting(world.app.db.read()).await.unwrap(), [vote]);
    world.app.clock.pass(AGAIN);
    assert_eq!(reminded(&world).await, 1);
    world.app.clock.pass(AGAIN);
    assert_eq!(reminded(&world).await, 0);
    assert!(mail::first_mail(&mut server).await.contains("alice@alpha.example"));
    assert_eq!(store::waiting(world.app.db.read()).await.unwrap(), []);
}

#[tokio::test]
async fn a_mail_that_was_taken_is_not_sent_again_after_the_program_was_killed() {
    let world = World::founded().await;
    world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.days_pass(5);
    let all = gathered(&world, vote).await;
    assert_eq!(gathered(&world, vote).await, 0);
    let mut letters = Vec::new();
    loop {
        // Killed right after each of them was taken.
        match world.write(async |tx| take(tx, &world.app).await).await.unwrap() {
            Next::Nothing => break,
            Next::Passed => panic!("everybody waits"),
            Next::Letter(letter, _) => letters.push(letter.to_name),
        }
    }
    assert_eq!(letters.len(), all);
    assert!(letters.contains(&"Alice".to_owned()), "{letters:?}");
}

#[tokio::test]
async fn who_votes_meanwhile_is_passed_over() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.days_pass(5);
    gathered(&world, vote).await;
    world.casts(vote, alice.id, Choice::For).await;
    let mut passed = 0;
    loop {
        match world.write(async |tx| take(tx, &world.app).await).await.unwrap() {
            Next::Nothing => break,
            Next::Passed => passed += 1,
            Next::Letter(letter, _) => assert_ne!(letter.to_name, "Alice"),
        }
    }
    assert_eq!(passed, 1);
}

#[tokio::test]
async fn who_has_somebody_speak_for_her_is_not_reminded_until_she_takes_that_back() {
    let world = World::founded().await;
    let (now, today, secretary) = (world.now(), world.today(), world.secretary().await);
    let in_force = crate::bodies::charter(world.app.db.read()).await.unwrap().charter;
    let charter = crate::rules::charter::Charter { delegations_most: 3, ..in_force };
    world
        .write(async |tx| {
            crate::bodies::adopt_charter(tx, now, secretary, charter, "Zo besloten").await
        })
        .await
        .unwrap();
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let vote = world.open_vote(BodyKind::Assembly).await;
    let all = votes::store::voters(world.app.db.read(), vote).await.unwrap().len();
    world
        .write(async |tx| votes::delegate(tx, (now, today), alice.id, vote, bob.id).await)
        .await
        .unwrap();
    world.days_pass(5);
    // Bob hasn't voted either, and is reminded of his own vote.
    assert_eq!(gathered(&world, vote).await, all - 1);
    let mut names = Vec::new();
    loop {
        match world.write(async |tx| take(tx, &world.app).await).await.unwrap() {
            Next::Nothing => break,
            Next::Passed => panic!("everybody waits"),
            Next::Letter(letter, _) => names.push(letter.to_name),
        }
    }
    assert!(names.contains(&"Bob".to_owned()) && !names.contains(&"Alice".to_owned()));
}

#[tokio::test]
async fn of_a_secret_vote_nothing_is_left_when_it_closed() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
    let paper = Paper {
        rules: Some(Rules::Approval(approval::Rules { seats: 1, fill: false })),
        secrecy: Secrecy::Secret,
        options: ["1", "2"].map(option).into(),
        ..Paper::default()
    };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    world.days_pass(5);
    let voters = votes::store::voters(world.app.db.read(), vote).await.unwrap().len();
    world.casts_secretly(vote, alice.id, "approve:1").await;
    assert_eq!(gathered(&world, vote).await, voters - 1);
    let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    let now = world.now();
    world
        .write(async |tx| votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await)
        .await
        .unwrap();
    assert_eq!(reminded(&world).await, 0);
    assert_eq!(store::next(world.app.db.read(), world.now()).await.unwrap(), None);
}

#[tokio::test]
async fn while_the_mail_server_is_away_everybody_waits() {
    let mut world = World::founded().await;
    world.app.mailer = mail::mailer(mail::free_port());
    world.open_vote(BodyKind::Assembly).await;
    world.days_pass(5);
    assert_eq!(reminded(&world).await, 0);
    assert!(store::next(world.app.db.read(), world.now()).await.unwrap().is_some());
}
