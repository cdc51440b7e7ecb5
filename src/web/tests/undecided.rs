use axum::http::StatusCode;
use chrono::TimeDelta;

use super::Browser;
use crate::{
    bodies,
    ids::{MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        charter::{BodyRules, Charter},
        role::Role,
        tally::{
            majority_v2::OnTie,
            method::{Opt, Rules},
            persons,
        },
    },
    votes::{self, Paper},
    world::World,
};

async fn close(world: &World, vote: VoteId) {
    let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    let now = world.now();
    world
        .write(async |tx| votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await)
        .await
        .unwrap();
}

/// Alice for and Bob against, in an assembly with this rule about ties.
async fn tied(tie: OnTie) -> (World, MemberId) {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let (now, secretary) = (world.now(), world.secretary().await);
    let in_force = bodies::charter(world.app.db.read()).await.unwrap().charter;
    let charter = Charter { assembly: BodyRules { tie, ..in_force.assembly.clone() }, ..in_force };
    world
        .write(async |tx| {
            members::appoint(tx, now, None, alice, Role::Chair).await?;
            bodies::adopt_charter(tx, now, secretary, charter, "Besloten op 1 mei").await
        })
        .await
        .unwrap();
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice, Choice::For).await;
    world.casts(vote, bob, Choice::Against).await;
    close(&world, vote).await;
    (world, alice)
}

#[tokio::test]
async fn what_came_back_is_prepared_again_and_both_votes_name_each_other() {
    let (world, _) = tied(OnTie::PostponeOnce).await;
    let mut browser = Browser::signed_in(&world, world.secretary().await).await;
    let first = browser.get("/votes/1").await;
    assert!(first.says("Nog niet beslist: er komt een tweede stemming"), "{}", first.main());
    let form = browser.get("/proposals/1/vote").await;
    assert!(form.says("Stemming 1 besliste niets: dit wordt de tweede stemming."));
    assert!(!form.says("Wat wordt er gevraagd?"), "{}", form.main());
    let moments = [
        ("opens_at", "2026-05-01T14:00"),
        ("closing", "at_time"),
        ("closes_at", "2026-05-08T14:00"),
    ];
    let wrong = browser.post("/proposals/1/vote", &moments[..2]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = [moments[0], ("closing", "some_time"), moments[2]];
    let wrong = browser.post("/proposals/1/vote", &other).await;
    assert!(wrong.says("id=\"closing-fault\""), "{}", wrong.main());
    let announced = browser.post("/proposals/1/vote", &moments).await;
    assert_eq!(announced.location.as_deref(), Some("/votes/2?done=vote-prepared"));
    let second = browser.get("/votes/2").await;
    assert!(second.says("Dit is de tweede stemming over dit voorstel."), "{}", second.main());
    assert!(second.says("href=\"/votes/1\""));
    assert!(browser.get("/votes/1").await.says("href=\"/votes/2\""));
}

#[tokio::test]
async fn the_chair_is_asked_about_a_tie_and_the_reason_is_told() {
    let (world, alice) = tied(OnTie::Chair).await;
    let mut chair = Browser::signed_in(&world, alice).await;
    let waiting = chair.get("/votes/1").await;
    assert!(!waiting.says("blijkt pas als de stemming gesloten is."), "{}", waiting.main());
    assert!(waiting.says("Nog geen uitslag") && waiting.says("/votes/1/tie"), "{}", waiting.main());
    let undecided = chair.post("/votes/1/tie", &[("reason", "De school wacht al lang")]).await;
    assert_eq!(undecided.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(undecided.says("Kies voor of tegen."), "{}", undecided.main());
    let ruling = [("choice", "for"), ("reason", "De school wacht al lang")];
    let ruled = chair.post("/votes/1/tie", &ruling).await;
    assert_eq!(ruled.location.as_deref(), Some("/votes/1?done=vote-closed#outcome"));
    let result = Browser::of(&world).get("/votes/1").await;
    assert!(result.says("Volgens het reglement besliste de voorzitter: voor."));
    let why = "Er waren evenveel stemmen voor als tegen: 1 en 1. Volgens het reglement besliste";
    assert!(result.says(why) && !result.says("Aan alle regels is voldaan."), "{}", result.main());
    assert!(result.says("De school wacht al lang"), "{}", result.main());
}

#[tokio::test]
async fn a_council_consents_once_an_objection_was_answered() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    for holder in [alice, bob] {
        world.fill(world.first_seat().await, holder, None).await;
    }
    let consent = Some(world.today() + TimeDelta::days(90));
    let paper = Paper { consent, ..Paper::default() };
    let vote = world.open_vote_on(BodyKind::Council, paper).await;
    let (id, hers) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let mut browser = Browser::signed_in(&world, alice).await;
    assert!(browser.get("/votes/1").await.says("Ik heb bezwaar"));
    let fields = [("vote", id.as_str()), ("voter", &hers), ("do", "cast"), ("answer", "objection")];
    let helped = [&fields[..], &[("helped", "yes")]].concat();
    let silent = browser.post("/votes/1/paper", &helped).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.says("name=\"helped\" value=\"yes\" checked"), "{}", silent.main());
    assert!(silent.says("waarom u bezwaar hebt"), "{}", silent.main());
    let argued = [&fields[..], &[("argument", "Te duur voor de wijk")]].concat();
    let cast = browser.post("/votes/1/paper", &argued).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-cast"));
    world.casts(vote, bob, "consent".parse::<crate::rules::ballot::Mark>().unwrap()).await;
    assert!(!Browser::of(&world).get("/votes/1").await.says("Te duur voor de wijk"));
    close(&world, vote).await;
    let mut his = Browser::signed_in(&world, bob).await;
    let waiting = his.get("/votes/1").await;
    assert!(waiting.says("Te duur voor de wijk"), "{}", waiting.main());
    assert!(waiting.says("Ik vind dat hier geen goede reden voor is"));
    assert!(!waiting.says("Trek dit bezwaar in"));
    let both = [("voter", hers.as_str()), ("objector", hers.as_str())];
    let done = browser.post("/votes/1/objection", &both).await;
    assert_eq!(done.location.as_deref(), Some("/votes/1?done=objection-withdrawn"));
    let result = Browser::of(&world).get("/votes/1").await;
    assert!(result.says("Niemand heeft nog bezwaar."), "{}", result.main());
    assert!(result.says("Te duur voor de wijk") && result.says("Ik stem in"));
}

#[tokio::test]
async fn for_the_second_round_further_people_are_named_who_agreed() {
    let world = World::founded().await;
    let option =
        |key: &str| Opt { key: key.to_owned(), title: format!("Nummer {key}"), cost: None };
    let paper = Paper {
        rules: Some(Rules::Persons(persons::Rules { round: 1 })),
        secrecy: Secrecy::Secret,
        options: ["1", "2", "3"].map(option).into(),
        ..Paper::default()
    };
    let mut people = Vec::new();
    for name in ["Alice", "Bob", "Carol"] {
        people.push(world.member(name).await.id);
    }
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    for (who, mark) in people.into_iter().zip(["approve:1", "approve:2", "approve:3"]) {
        world.casts_secretly(vote, who, mark).await;
    }
    close(&world, vote).await;
    let told = Browser::of(&world).get("/votes/1").await;
    assert!(told.says("Waarom niet ‘Nummer 2’?"), "{}", told.main());
    assert!(
        told.says(
            "Nodig waren er 2, meer dan de helft. Met 2 stemmen erbij was het genoeg geweest."
        )
    );
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let form = desk.get("/proposals/1/vote").await;
    assert!(form.says("De tweede ronde is vrij"), "{}", form.main());
    let sent = |more: &[(&'static str, &'static str)]| {
        let usual = [
            ("opens_at", "2026-05-01T14:00"),
            ("closing", "by_hand"),
            ("closes_at", "2026-05-08T14:00"),
        ];
        usual.into_iter().chain(more.iter().copied()).collect::<Vec<_>>()
    };
    let unasked = desk.post("/proposals/1/vote", &sent(&[("options", "Dora\n Eve ")])).await;
    assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unasked.says("id=\"agreed-fault\"") && unasked.says("Dora"), "{}", unasked.main());
    let twice = sent(&[("options", "Nummer 1"), ("agreed", "yes")]);
    let twice = desk.post("/proposals/1/vote", &twice).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.main());
    let named = sent(&[("options", "Dora\n Eve "), ("agreed", "yes")]);
    let named = desk.post("/proposals/1/vote", &named).await;
    assert_eq!(named.location.as_deref(), Some("/votes/2?done=vote-prepared"));
    let db = world.app.db.read();
    let second = votes::store::find_by_number(db, 2).await.unwrap().unwrap();
    let kept = votes::store::options(db, second.id).await.unwrap();
    let titles: Vec<_> = kept.iter().map(|it| (it.key.as_str(), it.title.as_str())).collect();
    assert_eq!(titles[2..], [("3", "Nummer 3"), ("4", "Dora"), ("5", "Eve")]);
}
