use axum::http::StatusCode;
use chrono::TimeDelta;

use super::Browser;
use crate::{
    bodies,
    db::Tx,
    ids::{MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        record::Published,
        role::Role,
    },
    votes::{self, Paper},
    world::World,
};

async fn teller(world: &World) -> MemberId {
    world.app.clock.pass(TimeDelta::seconds(1));
    let (tess, now) = (world.member("Tess").await.id, world.now());
    let appoints =
        world.write(async |tx| members::appoint(tx, now, None, tess, Role::Teller).await);
    appoints.await.unwrap();
    tess
}

async fn finish(world: &World, vote: VoteId) {
    let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    let now = world.now();
    let done = world
        .write(async |tx| votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await)
        .await;
    done.unwrap();
}

#[tokio::test]
async fn a_teller_makes_a_key_on_her_page_and_signs_the_result_with_its_code() {
    let world = World::founded().await;
    let (tess, alice) = (teller(&world).await, world.member("Alice").await.id);
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice, Choice::For).await;
    finish(&world, vote).await;
    let mut browser = Browser::signed_in(&world, tess).await;
    assert!(browser.get("/me").await.says("/me/signing-key"));
    let made = browser.post("/me/signing-key", &[]).await;
    let code = made.html.split("<p class=\"code\"><code>").nth(1).unwrap();
    let code = code.split('<').next().unwrap().to_owned();
    assert!(!browser.get("/me/signing-key").await.says(&code), "it is shown once");
    assert!(browser.get("/votes/1").await.says("/votes/1/signature"));

    let nothing = browser.post("/votes/1/signature", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.says("Typ uw ondertekencode in, of plak"), "{}", nothing.main());
    let wrong = browser.post("/votes/1/signature", &[("code", &code[1..])]).await;
    assert!(wrong.says("Er zit een typefout in deze code"), "{}", wrong.main());
    let pasted = browser.post("/votes/1/signature", &[("signature", "00")]).await;
    assert!(pasted.says("Dit is geen handtekening met uw sleutel"), "{}", pasted.main());
    let signed = browser.post("/votes/1/signature", &[("code", &code)]).await;
    assert_eq!(signed.location.as_deref(), Some("/votes/1?done=record-signed#recount"));

    let data: serde_json::Value =
        serde_json::from_str(&browser.get("/me/data.json").await.html).unwrap();
    assert_eq!(data["signatures"][0]["vote"], 1);
    assert_eq!(data["signatures"][0]["key"], data["signing_key"]);

    let mut visitor = Browser::of(&world);
    let page = visitor.get("/votes/1").await;
    assert!(page.says("Ondertekend door stemmentellers") && page.says("Tess"), "{}", page.main());
    assert!(page.says("met de code ingetypt op onze pagina"), "{}", page.main());
    let record = visitor.get("/votes/1/record.json").await;
    let published = Published::read(&record.html).unwrap();
    assert_eq!(published.about().tellers[0].0, "Tess");
    assert!(published.recount().iter().all(|it| it.differs.is_none()));
    let mut other = Browser::signed_in(&world, alice).await;
    for path in ["/votes/1/signature", "/me/signing-key"] {
        assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn of_a_secret_vote_with_few_ballots_everybody_reads_the_outcome_and_tellers_the_record() {
    let world = World::founded().await;
    let (tess, alice) = (teller(&world).await, world.member("Alice").await.id);
    let (secretary, now) = (world.secretary().await, world.now());
    let mut charter = bodies::charter(world.app.db.read()).await.unwrap().charter;
    charter.smallest_group = 6;
    let reason = "Wij zijn met weinig mensen";
    let adopts = async |tx: &Tx| bodies::adopt_charter(tx, now, secretary, charter, reason).await;
    world.write(adopts).await.unwrap();
    let paper = Paper { secrecy: Secrecy::Secret, ..Paper::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    let mut visitor = Browser::of(&world);
    let page = visitor.get("/votes/1").await;
    assert!(
        page.says("hier kunnen maar 5 stemmen") && page.says("minder dan 6"),
        "{}",
        page.main()
    );
    world.open_proposal(secretary, "Nog een voorstel").await;
    let prepares = Browser::signed_in(&world, secretary).await.get("/proposals/2/vote").await;
    assert!(prepares.says("in de wijkraad kunnen nu 0 stemmen"), "{}", prepares.main());
    assert!(prepares.says("in de wijkassemblee kunnen nu 5 stemmen"), "{}", prepares.main());

    for member in [alice, tess] {
        world.casts(vote, member, Choice::For).await;
    }
    finish(&world, vote).await;
    let page = visitor.get("/votes/1").await;
    assert!(page.says("Aangenomen") && page.says("leest u alleen de uitkomst"), "{}", page.main());
    assert!(!page.says("Voor: 2") && !page.says("record.json\" download"), "{}", page.main());
    let result = votes::store::result(world.app.db.read(), vote).await.unwrap().unwrap();
    let refused = visitor.get("/votes/1/record.json").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.says(&result.record_hash), "{}", refused.main());
    let record = Browser::signed_in(&world, tess).await.get("/votes/1/record.json").await;
    let published = Published::read(&record.html).unwrap();
    assert!(published.recount().iter().all(|it| it.differs.is_none()));
    assert_eq!(published.about().ballots, 2);
}
