use axum::http::StatusCode;

use super::Browser;
use crate::{
    rules::ballot::{BodyKind, Choice},
    votes,
    world::World,
};

const REASON: &str = "De lijst was niet bij toen de stemming openging.";

#[tokio::test]
async fn the_secretary_puts_a_member_on_the_roll_who_was_left_out() {
    let world = World::founded().await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let alice = world.member("Alice").await.id;
    let mut browser = Browser::signed_in(&world, alice).await;
    assert!(browser.get("/votes/1").await.says("u stond niet op het stemregister"));
    assert_eq!(browser.get("/votes/1/voters").await.status, StatusCode::NOT_FOUND);
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    assert!(desk.get("/votes/1").await.says("/votes/1/voters"));
    desk.get("/votes/1/voters").await;
    let typed = [("who", "Nobody"), ("reason", REASON)];
    let unknown = desk.post("/votes/1/voters", &typed).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.says("Niemand op de ledenlijst heet zo.") && unknown.says(REASON));
    let typed = [("who", "Alice"), ("reason", REASON)];
    let added = desk.post("/votes/1/voters", &typed).await;
    assert_eq!(added.location.as_deref(), Some("/votes/1?done=voter-added"), "{}", added.main());
    let again = desk.post("/votes/1/voters", &typed).await;
    assert!(again.says("Dit staat al op het stemregister."), "{}", again.main());
    assert!(browser.get("/votes/1").await.says("<span>Voor</span>"));
    let history = Browser::of(&world).get("/votes/1").await;
    assert!(history.says("Iemand is alsnog op het stemregister gezet. Reden: De lijst"));
    world.casts(vote, alice, Choice::For).await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen is klaar.")]).await;
    let page = desk.get("/votes/1").await;
    let roll = "Stemregister bij de opening: 3 bewoners. Ieder had één stem. Daarna is er 1 bij";
    assert!(page.says(roll) && page.says("Deelname: 1 van de 4."), "{}", page.main());
}

#[tokio::test]
async fn a_seat_that_was_left_out_is_picked_from_those_that_are_filled() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    world.fill(world.first_seat().await, alice, None).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let seat = world.first_seat().await;
    world.fill(seat, bob, None).await;
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let page = desk.get("/votes/1/voters").await;
    assert_eq!(page.main().matches("<option").count(), 2, "{}", page.main());
    let seat = seat.to_string();
    for (seat, reason, said) in [
        ("", REASON, "Kies een zetel. Staat de zetel er niet bij?"),
        (seat.as_str(), "", "Vul de reden in."),
    ] {
        let sent = desk.post("/votes/1/voters", &[("seat", seat), ("reason", reason)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.says(said), "{}", sent.main());
    }
    let added = desk.post("/votes/1/voters", &[("seat", &seat), ("reason", REASON)]).await;
    assert_eq!(added.location.as_deref(), Some("/votes/1?done=voter-added"), "{}", added.main());
    assert!(desk.get("/votes/1").await.says("Een zetel is alsnog op het stemregister gezet."));
    let turnout = votes::store::turnout(world.app.db.read(), vote).await.unwrap();
    assert_eq!(turnout, (0, 2));
}
