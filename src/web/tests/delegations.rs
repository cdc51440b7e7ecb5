use axum::http::StatusCode;

use super::Browser;
use crate::{
    bodies,
    rules::{
        ballot::{BodyKind, Choice},
        charter::Charter,
    },
    world::{World, founding},
};

#[tokio::test]
async fn a_member_has_another_one_speak_for_her_who_sees_for_how_many_she_speaks() {
    let world = World::founded().await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let charter = Charter { delegations_most: 2, ..founding().charter };
    world
        .write(async |tx| {
            bodies::adopt_charter(tx, now, secretary, charter, "Besloten op 1 mei").await
        })
        .await
        .unwrap();
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.open_vote(BodyKind::Assembly).await;
    let mut giver = Browser::signed_in(&world, alice).await;
    let mut delegate = Browser::signed_in(&world, bob).await;
    assert!(giver.get("/council").await.says("spreekt iemand namens hoogstens 2 anderen"));
    assert!(giver.get("/votes/1").await.says("/votes/1/delegation"));
    giver.get("/votes/1/delegation").await;
    for (typed, said) in
        [("Bo", "Niemand op de ledenlijst heet zo."), ("Alice", "Kies iemand anders dan uzelf.")]
    {
        let sent = giver.post("/votes/1/delegation", &[("delegate", typed)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.says(said) && sent.says(&format!("value=\"{typed}\"")), "{}", sent.main());
    }
    let given = giver.post("/votes/1/delegation", &[("delegate", "Bob")]).await;
    assert_eq!(given.location.as_deref(), Some("/votes/1/delegation?done=delegation-given"));
    assert!(giver.get("/votes/1").await.says("Bob spreekt in deze stemming namens u."));
    assert!(giver.get("/me").await.says("Bob spreekt in deze stemming namens u."));
    let held = delegate.get("/votes/1").await;
    assert!(held.says("U spreekt in deze stemming namens 1 ander.") && !held.says("Alice"));
    let back = giver.post("/votes/1/delegation/end", &[]).await;
    assert_eq!(back.location.as_deref(), Some("/votes/1/delegation?done=delegation-taken-back"));
    assert!(!delegate.get("/me").await.says("U spreekt in deze stemming"));
    giver.get("/votes/1/delegation").await;
    giver.post("/votes/1/delegation", &[("delegate", "bob")]).await;
    assert!(giver.get("/me/data.json").await.says("\"delegate\": \"Bob\""));
    world.casts(vote, bob, Choice::For).await;
    let mut desk = Browser::signed_in(&world, secretary).await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen is klaar.")]).await;
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("Voor 1 bewoner telde de stem van een ander"), "{}", page.main());
    assert!(page.says("Voor: 2.") && !page.says("Bob"), "{}", page.main());
}

#[tokio::test]
async fn where_the_charter_says_nothing_of_it_the_page_of_a_vote_does_not_either() {
    let world = World::founded().await;
    let alice = world.member("Alice").await.id;
    world.member("Bob").await;
    world.open_vote(BodyKind::Assembly).await;
    let mut browser = Browser::signed_in(&world, alice).await;
    assert!(!browser.get("/votes/1").await.says("/votes/1/delegation"));
    let refused = browser.post("/votes/1/delegation", &[("delegate", "Bob")]).await;
    assert!(refused.says("Het reglement laat niemand namens een ander spreken."));
}
