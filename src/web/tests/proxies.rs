use axum::http::StatusCode;

use super::Browser;
use crate::{
    members,
    rules::{
        ballot::{BodyKind, Secrecy},
        member::Entry,
    },
    votes::{self, Paper},
    world::{World, two_benches},
};

#[tokio::test]
async fn a_member_gives_a_proxy_and_its_holder_votes_twice() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    let mut giver = Browser::signed_in(&world, alice).await;
    let mut holder = Browser::signed_in(&world, bob).await;
    assert!(giver.get("/votes/1").await.says("/votes/1/proxy"));
    giver.get("/votes/1/proxy").await;
    // Part of a name doesn't do: the list of members isn't for everybody to look through.
    for (typed, said) in [
        ("Bo", "Niemand op de ledenlijst heet zo."),
        ("alice", "Een volmacht geeft u aan iemand anders."),
    ] {
        let sent = giver.post("/votes/1/proxy", &[("holder", typed)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.says(said) && sent.says(&format!("value=\"{typed}\"")), "{}", sent.main());
    }
    let given = giver.post("/votes/1/proxy", &[("holder", "bob")]).await;
    assert_eq!(given.location.as_deref(), Some("/votes/1/proxy?done=proxy-given"));
    assert!(giver.get("/me").await.says("U gaf een volmacht aan Bob."));
    assert!(holder.get("/votes/1").await.says("U hebt een volmacht van Alice."));
    world.opens(vote).await;
    let late = holder.post("/votes/1/proxy", &[("holder", "Alice")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("een volmacht wordt gegeven voordat de stemming opengaat"));
    let page = holder.get("/votes/1").await;
    assert_eq!(page.main().matches("Met volmacht: u stemt voor Alice").count(), 1);
    assert_eq!(page.main().matches("value=\"proxy\"").count(), 1, "{}", page.main());
    let (voter, vote) = (world.voter(vote, alice).await.to_string(), vote.to_string());
    let fields = [("vote", vote.as_str()), ("voter", &voter), ("choice", "for")];
    let paper = [&fields[..], &[("channel", "paper")]].concat();
    let paper = holder.post("/votes/1/ballot", &paper).await;
    assert_eq!(paper.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = holder.post("/votes/1/ballot", &fields).await;
    assert!(own.says("u stond niet op het stemregister"), "{}", own.main());
    let by_proxy = [&fields[..], &[("channel", "proxy")]].concat();
    let cast = holder.post("/votes/1/ballot", &by_proxy).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-cast"), "{}", cast.main());
    assert!(holder.get("/me").await.says("U stemde nog niet."));
    let data = holder.get("/me/data.json").await;
    assert!(data.says("\"channel\": \"proxy\"") && data.says("\"giver\": \"Alice\""));
    let late = giver.post("/votes/1/proxy/end", &[]).await;
    assert!(late.says("deze stem is al uitgebracht"), "{}", late.main());
    let own = giver.post("/votes/1/ballot", &fields).await;
    assert_eq!(own.location.as_deref(), Some("/votes/1?done=ballot-replaced"));
    let page = holder.get("/votes/1").await;
    assert!(page.says("Wie u de volmacht gaf, heeft zelf gestemd."), "{}", page.main());
    let visitor = Browser::of(&world).get("/votes/1").await;
    assert!(!visitor.says("Alice") && !visitor.says("olmacht"), "{}", visitor.main());
}

#[tokio::test]
async fn a_giver_who_comes_with_her_code_goes_before_her_proxy() {
    use chrono::TimeDelta;

    use crate::rules::proxy::Mandate;

    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    for secrecy in [Secrecy::Open, Secrecy::Secret] {
        let paper = Paper { secrecy, ..two_benches() };
        let vote = world.prepared_vote(BodyKind::Assembly, paper).await;
        let (at, new) = ((world.now(), world.today()), Mandate { giver: alice, holder: bob });
        let given = world.write(async |tx| votes::give_proxy(tx, at, alice, vote, new).await).await;
        given.unwrap();
        world.opens(vote).await;
        let (voter, id) = (world.voter(vote, alice).await.to_string(), vote.to_string());
        let number = votes::store::get(world.app.db.read(), vote).await.unwrap().number;
        let address = format!("/votes/{number}/ballot");
        let fields = [("vote", id.as_str()), ("voter", &voter), ("receipt", "")];
        let mut holder = Browser::signed_in(&world, bob).await;
        holder.get("/votes").await;
        let by_proxy = [&fields[..], &[("channel", "proxy"), ("choice", "approve:1")]].concat();
        let cast = holder.post(&address, &by_proxy).await;
        assert_eq!(cast.status, StatusCode::SEE_OTHER, "{}", cast.main());

        let (now, secret) = (world.now(), &world.app.secret);
        let until = now + TimeDelta::days(30);
        let code = world
            .write(async |tx| members::codes::issue(tx, now, None, secret, alice, until).await);
        let code = code.await.unwrap().printed();
        let mut giver = Browser::of(&world);
        giver.get("/sign-in").await;
        giver.post("/sign-in", &[("code", code.as_str()), ("next", "/me")]).await;
        giver.get("/votes").await;
        let own = giver.post(&address, &[&fields[..], &[("choice", "approve:2")]].concat()).await;
        if secrecy == Secrecy::Open {
            assert!(own.location.unwrap().ends_with("done=ballot-replaced"));
            let ballots = votes::store::ballots(world.app.db.read(), vote).await.unwrap();
            assert_eq!(ballots[0].mark.to_string(), "approve:2");
        } else {
            assert!(
                own.says("De stemming is geheim, dus die stem blijft staan."),
                "{}",
                own.main()
            );
        }
    }
}

#[tokio::test]
async fn a_secret_ballot_by_proxy_is_looked_over_with_the_name_of_its_giver() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let paper = Paper { secrecy: Secrecy::Secret, ..two_benches() };
    let vote = world.prepared_vote(BodyKind::Assembly, paper).await;
    let mut giver = Browser::signed_in(&world, alice).await;
    giver.get("/votes/1/proxy").await;
    giver.post("/votes/1/proxy", &[("holder", "Bob")]).await;
    world.opens(vote).await;
    let (voter, id) = (world.voter(vote, alice).await.to_string(), vote.to_string());
    let mut holder = Browser::signed_in(&world, bob).await;
    let fields = [("vote", id.as_str()), ("voter", &voter), ("channel", "proxy")];
    let ticked = [&fields[..], &[("do", "cast"), ("approve", "1")]].concat();
    let sure = holder.post("/votes/1/paper", &ticked).await;
    assert!(sure.says("Deze stem is voor: Alice"), "{}", sure.main());
    assert!(sure.says("name=\"channel\" value=\"proxy\""), "{}", sure.main());
    let cast = [&fields[..], &[("choice", "approve:1"), ("receipt", "abc")]].concat();
    assert!(holder.post("/votes/1/ballot", &cast).await.says("Uw stem is opgeslagen"));
    assert!(giver.get("/votes/1").await.says("Er is al voor u gestemd met een volmacht."));
    assert_eq!(votes::store::turnout(world.app.db.read(), vote).await.unwrap().0, 1);
}

#[tokio::test]
async fn the_secretary_writes_down_what_came_on_paper_and_sees_all_of_them() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    let mut stranger = Browser::signed_in(&world, alice).await;
    assert_eq!(stranger.get("/votes/1/proxies").await.status, StatusCode::NOT_FOUND);
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    assert!(desk.get("/votes/1").await.says("/votes/1/proxies"));
    desk.get("/votes/1/proxies").await;
    let typed = [("giver", "Nobody"), ("holder", "Bob")];
    let wrong = desk.post("/votes/1/proxies", &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("giver-fault") && wrong.says("value=\"Bob\""), "{}", wrong.main());
    let typed = [("giver", "Alice"), ("holder", "Bob")];
    let kept = desk.post("/votes/1/proxies", &typed).await;
    assert_eq!(kept.location.as_deref(), Some("/votes/1/proxies?done=proxy-given"));
    let page = desk.get("/votes/1/proxies").await;
    assert!(page.says("Alice aan Bob") && page.says("op papier"), "{}", page.main());
    let giver = alice.to_string();
    let back = desk.post("/votes/1/proxies/end", &[("giver", &giver)]).await;
    assert_eq!(back.location.as_deref(), Some("/votes/1/proxies?done=proxy-taken-back"));
    desk.post("/votes/1/proxies", &typed).await;
    let now = world.now();
    world.write(async |tx| members::forget(tx, now, bob, bob).await).await.unwrap();
    world.opens(vote).await;
    let page = desk.get("/votes/1/proxies").await;
    assert!(page.says("teruggenomen") && page.says("vervallen bij de opening"), "{}", page.main());
    let me = stranger.get("/me").await;
    assert!(me.says("is vervallen toen de stemming openging"), "{}", me.main());
}

#[tokio::test]
async fn a_seat_picks_a_colleague_of_its_sector() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    world.fill(world.first_seat().await, alice, None).await;
    world.fill(world.first_seat().await, bob, None).await;
    let vote = world.prepared_vote(BodyKind::Council, Paper::default()).await;
    let mut resident = Browser::signed_in(&world, world.member("Carol").await.id).await;
    assert!(!resident.get("/votes/1").await.says("/votes/1/proxy"));
    let mut giver = Browser::signed_in(&world, alice).await;
    let page = giver.get("/votes/1/proxy").await;
    let bob = bob.to_string();
    assert!(page.says(&bob) && page.main().matches("<option").count() == 2, "{}", page.main());
    let none = giver.post("/votes/1/proxy", &[("holder", "")]).await;
    assert!(none.says("Kies iemand uit de lijst."), "{}", none.main());
    let given = giver.post("/votes/1/proxy", &[("holder", &bob)]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.main());
    world.opens(vote).await;
    let given = votes::store::mandates(world.app.db.read(), vote).await.unwrap();
    assert_eq!(given[0].ending, None);
}

#[tokio::test]
async fn the_charter_says_how_many_proxies_there_may_be() {
    let world = World::founded().await;
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    assert!(desk.get("/council").await.says("Niemand heeft er in een stemming meer dan 1."));
    let form = desk.get("/desk/charter").await;
    assert!(form.says("name=\"proxies_most\" value=\"1\""), "{}", form.main());
    let typed = |most: &'static str| {
        [
            ("support_threshold", "2"),
            ("reading_days", "0"),
            ("notice_days", "0"),
            ("lapse_days", "180"),
            ("voting_age", "16"),
            ("smallest_group", "5"),
            ("proxies_most", most),
            ("consent_rounds", "3"),
            ("delegations_most", "0"),
            ("council_quorum", "1/2"),
            ("council_base", "cast"),
            ("council_tie", "reject"),
            ("council_missing", "reject"),
            ("assembly_base", "cast"),
            ("assembly_tie", "reject"),
            ("assembly_missing", "reject"),
            ("consent_silence", "explicit"),
            ("reason", "Besloten op 1 mei in de wijkraad."),
        ]
    };
    let many = desk.post("/desk/charter", &typed("6")).await;
    assert!(many.says("Dit is te veel: hoogstens 5."), "{}", many.main());
    let none = desk.post("/desk/charter", &typed("0")).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.main());
    assert!(desk.get("/council").await.says("Volmachten zijn er niet: iedereen stemt zelf."));
    let alice = world.member("Alice").await.id;
    world.member("Bob").await;
    world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    let mut browser = Browser::signed_in(&world, alice).await;
    assert!(!browser.get("/votes/1").await.says("/votes/1/proxy"));
    let refused = browser.post("/votes/1/proxy", &[("holder", "Bob")]).await;
    assert!(refused.says("Het reglement kent geen volmachten."), "{}", refused.main());
}

#[tokio::test]
async fn who_has_a_member_number_is_found_by_the_whole_name_and_by_nothing_less() {
    let world = World::founded().await;
    let alice = world.member("Alice").await.id;
    let entry = Entry {
        number: Some("008".to_owned()),
        name: "Dana Devi".to_owned(),
        language: "nl".to_owned(),
        born_in: Some(1980),
        ..Entry::default()
    };
    let now = world.now();
    world.write(async |tx| members::add(tx, now, None, entry, &[]).await).await.unwrap();
    world.prepared_vote(BodyKind::Assembly, Paper::default()).await;
    let mut giver = Browser::signed_in(&world, alice).await;
    giver.get("/votes/1/proxy").await;
    for part in ["Dana", "Dana Devi 00", "Devi", "%"] {
        let sent = giver.post("/votes/1/proxy", &[("holder", part)]).await;
        assert!(sent.says("Niemand op de ledenlijst heet zo."), "{part}: {}", sent.main());
    }
    let given = giver.post("/votes/1/proxy", &[("holder", "dana devi")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.main());
}
