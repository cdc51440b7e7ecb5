use axum::http::StatusCode;

use super::Browser;
use crate::{
    rules::ballot::{BodyKind, Choice},
    votes,
    world::World,
};

#[tokio::test]
async fn a_new_vote_is_asked_for_and_held_and_both_pages_say_so() {
    let world = World::founded().await;
    let alice = world.member("Alice").await.id;
    let bob = world.member("Bob").await.id;
    let first = world.open_vote(BodyKind::Assembly).await;
    world.casts(first, alice, Choice::For).await;
    world.casts(first, bob, Choice::For).await;
    let secretary = world.secretary().await;
    let (now, origin) = (world.now(), votes::Origin::of(&world.app));
    world
        .write(async |tx| votes::finish(tx, now, Some(secretary), first, "Klaar", &origin).await)
        .await
        .unwrap();
    // Whoever wasn't there sees nothing of it before somebody asked.
    assert!(!Browser::of(&world).get("/votes/1").await.says("Klopt de uitslag niet?"));
    let mut hers = Browser::signed_in(&world, alice).await;
    let page = hers.get("/votes/1").await;
    assert!(page.says("Die komt er als 2 deelnemers dat vragen"), "{}", page.main());
    let asked = hers.post("/votes/1/dispute", &[]).await;
    assert_eq!(asked.location.as_deref(), Some("/votes/1?done=outcome-disputed#dispute"));
    let twice = hers.post("/votes/1/dispute", &[]).await;
    assert_eq!(twice.location, asked.location);
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("gevraagd door 1 van de 2 die daarvoor nodig zijn."), "{}", page.main());
    assert!(!page.says("Alice") && !page.says("/votes/1/dispute"), "{}", page.main());

    let mut desk = Browser::signed_in(&world, secretary).await;
    assert!(!desk.get("/votes/1").await.says("Nieuwe stemming voorbereiden"));
    let absent = desk.post("/votes/1/dispute", &[]).await;
    assert_eq!(absent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(absent.says("Alleen wie zelf meedeed"), "{}", absent.main());
    let mut his = Browser::signed_in(&world, bob).await;
    his.get("/votes/1").await;
    his.post("/votes/1/dispute", &[]).await;
    let page = desk.get("/votes/1").await;
    assert!(page.says("Er komt een nieuwe stemming. Tot die er is, geldt deze uitslag."));
    assert!(page.says("href=\"/proposals/1/vote\""), "{}", page.main());
    assert!(desk.get("/proposals/1").await.says("Nieuwe stemming voorbereiden"));
    let form = desk.get("/proposals/1/vote").await;
    assert!(form.says("De uitslag van stemming 1 is betwist"), "{}", form.main());
    let sent = [
        ("opens_at", "2026-05-01T14:00"),
        ("closes_at", "2026-05-08T14:00"),
        ("closing", "by_hand"),
    ];
    let announced = desk.post("/proposals/1/vote", &sent).await;
    assert_eq!(announced.location.as_deref(), Some("/votes/2?done=vote-prepared"));
    let page = desk.get("/votes/1").await;
    assert!(page.says("geldt tot er een nieuwe uitslag is") && page.says("href=\"/votes/2\""));
    assert!(!desk.get("/votes").await.says("Deze uitslag geldt niet meer"));
    let page = desk.get("/votes/2").await;
    assert!(page.says("Deze stemming komt ervoor in de plaats:"), "{}", page.main());
    assert!(page.says("href=\"/votes/1\""));

    desk.post("/votes/2/opening", &[]).await;
    let second = votes::store::find_by_number(world.app.db.read(), 2).await.unwrap().unwrap();
    world.casts(second.id, alice, Choice::Against).await;
    desk.get("/votes/2/closing").await;
    desk.post("/votes/2/closing", &[("reason", "Iedereen heeft gestemd.")]).await;
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("Deze uitslag geldt niet meer. In de plaats kwam:"), "{}", page.main());
    let list = Browser::of(&world).get("/votes").await;
    let told = list.main().matches("Deze uitslag geldt niet meer: er kwam").count();
    assert_eq!(told, 1, "{}", list.main());
    let page = Browser::of(&world).get("/votes/2").await;
    assert!(page.says("Afgewezen") || page.says("afgewezen"), "{}", page.main());
}
