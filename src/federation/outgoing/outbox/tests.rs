use super::*;
use crate::{
    federation::Limits,
    rules::{
        ballot::{BodyKind, Choice},
        vote::Closing,
    },
    world::{World, draft},
};

async fn told(world: &World) -> Vec<(String, String)> {
    let office = Office::new(world.app.clone(), Limits::default()).unwrap();
    while follow(&office).await.unwrap() > 0 {}
    let rows = store::public_before(world.app.db.read(), None, 100).await.unwrap();
    rows.into_iter().rev().map(|row| (row.kind, row.object)).collect()
}

#[tokio::test]
async fn a_draft_stays_at_home_even_when_it_is_withdrawn() {
    let world = World::founded().await;
    let sam = world.secretary().await;
    let new = draft(world.now(), "Never opened");
    let id = new.id;
    world.write(async |tx| proposals::draft(tx, world.now(), sam, new).await).await.unwrap();
    world
        .write(async |tx| {
            proposals::withdraw(tx, world.now(), sam, id, "Toch maar niet").await.map(drop)
        })
        .await
        .unwrap();
    assert_eq!(told(&world).await, []);
}

#[tokio::test]
async fn a_vote_is_told_when_it_opens_and_when_it_is_published_and_never_between() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let opened = told(&world).await;
    assert_eq!(opened.iter().filter(|(_, it)| it.contains("/ap/openings/")).count(), 1);
    world.casts(vote, alice.id, Choice::For).await;
    assert_eq!(told(&world).await, opened);
    let (sam, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    world
        .write(async |tx| {
            votes::close(tx, world.now(), Some(sam), vote, "Iedereen was er").await?;
            votes::count(tx, world.now(), vote, &origin).await
        })
        .await
        .unwrap();
    assert_eq!(told(&world).await, opened);
    world.write(async |tx| votes::publish(tx, world.now(), Some(sam), vote).await).await.unwrap();
    let after = told(&world).await;
    assert_eq!(after.iter().filter(|(_, it)| it.contains("/ap/results/")).count(), 1);
}

#[tokio::test]
async fn a_vote_that_is_cancelled_after_its_opening_is_told_in_the_same_note() {
    let world = World::founded().await;
    let sam = world.secretary().await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    told(&world).await;
    world.days_pass(1);
    let now = world.now();
    world
        .write(async |tx| votes::cancel(tx, now, Some(sam), vote, "<i>Te vroeg</i>.").await)
        .await
        .unwrap();
    let updates = told(&world).await.into_iter().filter(|(kind, _)| kind == "Update");
    let notes = updates.filter(|(_, object)| object.contains("/ap/openings/"));
    assert_eq!(notes.count(), 1);
    let db = world.app.db.read();
    let note = "http://alpha.test:8080/ap/openings/1";
    let sent = store::newest_about(db, "Update", note).await.unwrap().unwrap();
    let body: serde_json::Value = serde_json::from_str(&sent.body).unwrap();
    assert_eq!(body["object"]["assembly"]["status"], "cancelled");
    assert_eq!(body["object"]["updated"], serde_json::json!(now));
    assert_eq!(
        body["object"]["content"],
        "<p><strong>De stemming gaat niet door:</strong> More bicycle stands. Reden: \
         &lt;i&gt;Te vroeg&lt;/i&gt;.</p><p><a href=\"http://alpha.test:8080/votes/1\">\
         alpha.test:8080/votes/1</a></p>"
    );
}

#[tokio::test]
async fn a_vote_that_is_put_off_is_told_in_the_same_note() {
    let world = World::founded().await;
    let (sam, vote) = (world.secretary().await, world.open_vote(BodyKind::Assembly).await);
    let before = told(&world).await.len();
    let until = world.now() + chrono::TimeDelta::days(20);
    let put_off = (until, "De brieven kwamen laat");
    world.write(async |tx| votes::extend(tx, world.now(), sam, vote, put_off).await).await.unwrap();
    let told = told(&world).await;
    let (kind, object) = told.last().unwrap();
    assert_eq!((told.len(), kind.as_str()), (before + 1, "Update"));
    assert!(object.contains("/ap/openings/"), "{object}");
}

#[tokio::test]
async fn a_vote_that_never_opened_is_not_told_when_it_is_cancelled() {
    let world = World::founded().await;
    let sam = world.secretary().await;
    let (proposal, now) = (world.open_proposal(sam, "More bicycle stands").await.id, world.now());
    for _ in 0..2 {
        let supporter = world.member("Supporter").await;
        world.supports(supporter.id, proposal).await;
    }
    let id = VoteId::fresh(now);
    let new = votes::Preparation {
        id,
        proposal,
        body: BodyKind::Assembly,
        closing: Closing::ByHand,
        opens_at: now + chrono::TimeDelta::days(1),
        closes_at: now + chrono::TimeDelta::days(2),
        paper: votes::Paper::default(),
    };
    world
        .write(async |tx| {
            votes::prepare(tx, now, sam, new).await?;
            votes::cancel(tx, now, Some(sam), id, "Toch niet").await
        })
        .await
        .unwrap();
    let told = told(&world).await;
    assert!(told.iter().all(|(_, object)| !object.contains("/ap/openings/")), "{told:?}");
}

#[tokio::test]
async fn a_result_in_whose_place_another_came_says_so_elsewhere() {
    let world = World::founded().await;
    let alice = world.member("Alice").await.id;
    let first = world.open_vote(BodyKind::Assembly).await;
    world.casts(first, alice, Choice::For).await;
    let (sam, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    let now = world.now();
    let finishes = async |vote| {
        world
            .write(async |tx| votes::finish(tx, now, Some(sam), vote, "Klaar", &origin).await)
            .await
            .unwrap();
    };
    finishes(first).await;
    let before = told(&world).await;
    world.write(async |tx| votes::ask_anew(tx, now, alice, first).await).await.unwrap();
    let proposal = votes::store::get(world.app.db.read(), first).await.unwrap().proposal_id;
    let (id, closes_at) = (VoteId::fresh(now), now + chrono::TimeDelta::days(7));
    let (closing, evaluate_on) = (Closing::ByHand, None);
    let again = votes::Again {
        id,
        proposal,
        closing,
        opens_at: now,
        closes_at,
        evaluate_on,
        named: Vec::new(),
    };
    world.write(async |tx| votes::prepare_again(tx, now, sam, again).await).await.unwrap();
    world.opens(id).await;
    world.casts(id, alice, Choice::Against).await;
    finishes(id).await;
    let after = told(&world).await;
    let of_first = |it: &&(String, String)| it.1.ends_with("/ap/results/1");
    let kinds = |all: &[(String, String)]| -> Vec<String> {
        all.iter().filter(of_first).map(|it| it.0.clone()).collect()
    };
    assert_eq!(
        (kinds(&before), kinds(&after)),
        (vec!["Create".to_owned()], vec!["Create".to_owned(), "Update".to_owned()])
    );
    let db = world.app.db.read();
    let note = async |kind, number| {
        let address = format!("http://alpha.test:8080/ap/results/{number}");
        let sent = store::newest_about(db, kind, &address).await.unwrap().unwrap();
        let body: serde_json::Value = serde_json::from_str(&sent.body).unwrap();
        body["object"].clone()
    };
    let old = note("Update", 1).await;
    assert_eq!(old["assembly"]["status"], "superseded");
    assert_eq!(old["assembly"]["outcome"], "adopted");
    let content = old["content"].as_str().unwrap();
    assert!(content.contains("stemming 2 kwam ervoor in de plaats"), "{content}");
    assert!(old["updated"].is_string());
    let new = note("Create", 2).await;
    let content = new["content"].as_str().unwrap();
    assert!(content.contains("in de plaats van stemming 1"), "{content}");
    assert_eq!(new["assembly"].get("status"), None);
}
