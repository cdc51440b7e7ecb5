//! Somebody with a letter and without mail, perhaps with somebody beside her.

use axum::http::StatusCode;

use super::Browser;
use crate::{
    members,
    rules::{
        ballot::{BodyKind, Channel, Choice, Secrecy},
        member::Entry,
    },
    votes::{self, Paper, store},
    world::World,
};

/// The code in the only letter that goes to somebody of this name.
async fn code_by_letter(world: &World, name: &str) -> String {
    let mut desk = Browser::signed_in(world, world.secretary().await).await;
    desk.get("/desk/letters").await;
    let fields = [("who", "without"), ("valid_until", "2026-12-31")];
    let letters = desk.post("/desk/letters", &fields).await;
    let (_, letter) = letters.html.split_once(name).unwrap();
    let (_, code) = letter.split_once("code-printed\">").unwrap();
    code.split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn who_has_a_letter_and_no_mail_votes_with_the_letter_alone() {
    for secrecy in [Secrecy::Open, Secrecy::Secret] {
        let world = World::founded().await;
        let entry = Entry {
            name: "Alida".to_owned(),
            email: None,
            language: "nl".to_owned(),
            born_in: Some(1940),
            ..Entry::default()
        };
        let (now, paper) = (world.now(), Paper { secrecy, ..Paper::default() });
        let alida = world.write(async |tx| members::add(tx, now, None, entry, &[]).await).await;
        let alida = alida.unwrap().id;
        let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
        let code = code_by_letter(&world, "Alida").await;

        // The QR code on the letter, scanned on the phone of somebody else, leads to the form.
        let mut phone = Browser::of(&world);
        let page = phone.get(&format!("/sign-in/{}", code.replace('-', ""))).await;
        assert!(page.says(&format!("value=\"{code}\"")), "{}", page.main());
        let entered = phone.post("/sign-in", &[("code", &code), ("next", "/votes/1")]).await;
        assert_eq!(entered.location.as_deref(), Some("/votes/1"), "{}", entered.main());
        let page = phone.get("/votes/1").await;
        assert!(page.says("Iemand hielp mij bij het stemmen"), "{}", page.main());

        let (id, voter) = (vote.to_string(), world.voter(vote, alida).await.to_string());
        let fields =
            [("vote", id.as_str()), ("voter", &voter), ("choice", "for"), ("helped", "yes")];
        if secrecy == Secrecy::Secret {
            let sure = phone.post("/votes/1/paper", &fields).await;
            assert!(sure.says("U zei dat iemand u hielp."), "{}", sure.main());
            let (_, receipt) = sure.html.split_once("name=\"receipt\" value=\"").unwrap();
            let receipt = receipt.split('"').next().unwrap();
            let cast = [&fields[..], &[("receipt", receipt)]].concat();
            let kept = phone.post("/votes/1/ballot", &cast).await;
            assert!(kept.says("Uw stem is opgeslagen"), "{}", kept.main());
        } else {
            let cast = phone.post("/votes/1/ballot", &fields).await;
            assert_eq!(cast.status, StatusCode::SEE_OTHER, "{}", cast.main());
            // She changes her mind, with help again: she was helped once.
            let again = phone.post("/votes/1/ballot", &fields).await;
            assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.main());
            assert!(!phone.get("/votes/1").await.says("Iemand hielp mij"));
        }
        let db = world.app.db.read();
        assert_eq!(store::turnout(db, vote).await.unwrap().0, 1);
        assert_eq!(store::count_helped(db, vote).await.unwrap(), 1);
        phone.post("/session/end", &[]).await;

        let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
        let finish = world.write(async |tx| {
            votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
        });
        finish.await.unwrap();
        let page = Browser::of(&world).get("/votes/1").await;
        assert!(page.says("Iemand hielp 1 stemmer bij het stemmen."), "{}", page.main());
        let result = store::result(db, vote).await.unwrap().unwrap();
        let channels = votes::channels(&result).unwrap().unwrap();
        assert_eq!(channels.totals[0].channel, Channel::Web);
        // The help stands in the record once, beside the totals, and joined to nobody.
        assert_eq!(result.record.matches("helped").count(), 1);
    }
}

#[tokio::test]
async fn help_with_a_ballot_that_is_refused_is_not_counted() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice, Choice::For).await;
    let (id, voter) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let mut other = Browser::signed_in(&world, bob).await;
    let fields = [("vote", id.as_str()), ("voter", &voter), ("choice", "for"), ("helped", "yes")];
    let refused = other.post("/votes/1/ballot", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(store::count_helped(world.app.db.read(), vote).await.unwrap(), 0);
}
