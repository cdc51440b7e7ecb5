use axum::http::StatusCode;
use chrono::TimeDelta;

use super::Browser;
use crate::{rules::ballot::BodyKind, votes, world::World};

#[tokio::test]
async fn a_ballot_is_cast_and_replaced_until_the_close() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let voter = world.voter(vote, alice.id).await.to_string();
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let page = browser.get("/votes/1").await;
    assert!(page.says(&voter) && page.says("<span>Voor</span>"));
    let cast = browser.post("/votes/1/ballot", &[("voter", &voter), ("choice", "for")]).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-cast"));
    let cast = browser.post("/votes/1/ballot", &[("voter", &voter), ("choice", "against")]).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-replaced"));
    assert!(browser.get("/votes/1").await.says("U stemde tegen, om 14.00 uur."));
    world.app.clock.pass(TimeDelta::days(7));
    browser.get("/votes/1").await;
    let late = browser.post("/votes/1/ballot", &[("voter", &voter), ("choice", "for")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("de stemming sloot om 14.00 uur"), "{}", late.main());
}

#[tokio::test]
async fn a_choice_that_is_not_on_the_paper_and_a_seat_that_is_not_hers_are_refused() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let vote = world.open_vote(BodyKind::Assembly).await;
    let hers = world.voter(vote, alice.id).await.to_string();
    let mut browser = Browser::signed_in(&world, bob.id).await;
    for (voter, choice) in [(hers.as_str(), "for"), (hers.as_str(), "perhaps")] {
        let sent = browser.post("/votes/1/ballot", &[("voter", voter), ("choice", choice)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(!world.journal().await.contains(&"ballot-cast"));
    let visitor = Browser::of(&world).get("/votes/1").await;
    assert!(visitor.says("Log in om te stemmen") && !visitor.says("name=\"choice\""));
}

#[tokio::test]
async fn a_holder_reads_why_she_cannot_vote_any_more() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let seat = world.first_seat().await;
    world.fill(seat, alice.id, Some(bob.id)).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let mark = world.write(async |tx| votes::mark_absent(tx, now, secretary, vote, seat).await);
    mark.await.unwrap();
    world.casts(vote, bob.id, crate::rules::ballot::Choice::For).await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let page = browser.get("/votes/1").await;
    assert!(
        page.says("U kunt niet stemmen: uw plaatsvervanger stemde al, om 14.00 uur."),
        "{}",
        page.main()
    );
}

#[tokio::test]
async fn the_secretary_closes_and_the_result_is_told_step_by_step() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice.id, crate::rules::ballot::Choice::For).await;
    let mut visitor = Browser::of(&world);
    let record = visitor.get("/votes/1/record.json").await;
    assert_eq!(record.status, StatusCode::NOT_FOUND);
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let closed =
        desk.post("/votes/1/closing", &[("reason", "Iedereen in de zaal heeft gestemd.")]).await;
    assert_eq!(closed.location.as_deref(), Some("/votes/1?done=vote-closed#outcome"));
    insta::assert_snapshot!(visitor.get("/votes/1").await.main(), @"");
    let record = visitor.get("/votes/1/record.json").await;
    assert!(record.says("translokaal-record") && !record.says("Alice"));
}
