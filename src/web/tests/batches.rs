use axum::http::StatusCode;

use super::Browser;
use crate::{
    ids::{BatchId, MemberId, VoteId},
    members,
    rules::{
        ballot::{BodyKind, Secrecy},
        role::Role,
        tally::{
            method::{Opt, Rules},
            schulze,
        },
    },
    votes::{self, Paper},
    world::World,
};

/// A world in which Alice and Bob count, and a vote is open.
async fn hall(paper: Paper) -> (World, VoteId, [MemberId; 3]) {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let carol = world.member("Carol").await.id;
    let (now, by) = (world.now(), world.secretary().await);
    for teller in [alice, bob] {
        let appoint =
            world.write(async |tx| members::appoint(tx, now, Some(by), teller, Role::Teller).await);
        appoint.await.unwrap();
    }
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    (world, vote, [alice, bob, carol])
}

async fn number(world: &World, vote: VoteId, member: MemberId) -> i64 {
    votes::store::voters_for(world.app.db.read(), vote, member).await.unwrap()[0].number
}

async fn announce(browser: &mut Browser, world: &World, channel: &str, papers: &str) -> String {
    browser.get("/votes/1/batches").await;
    let id = BatchId::fresh(world.now()).to_string();
    let fields = [("id", id.as_str()), ("channel", channel), ("announced", papers)];
    let announced = browser.post("/votes/1/batches", &fields).await;
    announced.location.unwrap_or_else(|| announced.html.clone())
}

#[tokio::test]
async fn two_tellers_type_a_batch_see_where_they_differ_and_sign_it() {
    let (world, vote, [alice, bob, carol]) = hall(Paper::default()).await;
    let mut first = Browser::signed_in(&world, alice).await;
    let mut second = Browser::signed_in(&world, bob).await;
    assert!(first.get("/votes/1").await.says("Stemmen op papier en met handen"));
    let announced = announce(&mut first, &world, "paper", "2").await;
    assert_eq!(announced, "/votes/1/batches/1?done=batch-announced");
    let (hers, his) = (number(&world, vote, carol).await, number(&world, vote, bob).await);

    let wrong = first
        .post("/votes/1/batches/1", &[("lines", "99 voor\n1 misschien\nvoor"), ("aside", "x")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in [
        "Regel 1: nummer 99 staat niet op het stemregister.",
        "Regel 2: “misschien” is geen stem.",
        "Regel 3: er staat geen nummer.",
        ">“x” is geen aantal.</a>",
        "99 voor\n1 misschien",
    ] {
        assert!(wrong.says(said), "{said}: {}", wrong.main());
    }
    let few = first.post("/votes/1/batches/1", &[("lines", &format!("{hers} voor"))]).await;
    assert!(few.says("Er zijn er 2 gemeld. U komt op 1"), "{}", few.main());

    let lines = format!("{hers} voor\n{his} blanco");
    let typed = first.post("/votes/1/batches/1", &[("lines", &lines), ("helped", "1")]).await;
    assert_eq!(typed.location.as_deref(), Some("/votes/1/batches/1?done=batch-typed"));
    let page = first.get("/votes/1/batches/1").await;
    assert!(page.says("Nu moet een andere stemmenteller dat doen."), "{}", page.main());
    let page = second.get("/votes/1/batches/1").await;
    assert!(!page.says("blanco\n") && !page.says(&lines), "{}", page.main());
    let other = format!("voor: {hers} {his}");
    let typed = second.post("/votes/1/batches/1", &[("lines", &other), ("helped", "1")]).await;
    assert_eq!(typed.location.as_deref(), Some("/votes/1/batches/1?done=batch-differs"));
    let page = second.get("/votes/1/batches/1").await;
    let differs = format!("Nummer {his}. U: Voor. De ander: Blanco.");
    assert!(page.says(&differs) && page.says(&format!("{his}: voor")), "{}", page.main());
    assert!(page.says("Verbeter uw eigen invoer") && !page.says("zonder te kijken"));
    let agreed = second.post("/votes/1/batches/1", &[("lines", &lines), ("helped", "1")]).await;
    assert_eq!(agreed.location.as_deref(), Some("/votes/1/batches/1?done=batch-taken-in"));
    let page = first.get("/votes/1/batches/1").await;
    assert!(page.says("Ingevoerd en ondertekend door Alice en Bob."), "{}", page.main());

    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    desk.get("/votes/1/closing").await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen heeft gestemd.")]).await;
    let page = Browser::of(&world).get("/votes/1").await;
    for said in [
        "Blanco: 1. Ongeldig: 0.",
        "Op papier: 2. Blanco: 1.",
        "2 meegeteld, ingevoerd en ondertekend door Alice en Bob.",
        "Iemand hielp 1 stemmer bij het stemmen.",
    ] {
        assert!(page.says(said), "{said}: {}", page.main());
    }
}

#[tokio::test]
async fn a_vote_that_waits_says_so_and_the_secretary_lets_a_batch_go_with_a_reason() {
    let (world, vote, [alice, _, carol]) = hall(Paper::default()).await;
    let mut teller = Browser::signed_in(&world, alice).await;
    announce(&mut teller, &world, "post", "3").await;
    for (channel, papers, fault) in
        [("pigeon", "3", "channel-fault"), ("paper", "x", "announced-fault")]
    {
        let wrong = announce(&mut teller, &world, channel, papers).await;
        assert!(wrong.contains(fault), "{wrong}");
    }
    let too_many = announce(&mut teller, &world, "paper", "12").await;
    assert!(too_many.contains("minstens 1 en hoogstens 6"), "{too_many}");
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    desk.get("/votes/1/closing").await;
    let closed = desk.post("/votes/1/closing", &[("reason", "De zaal is leeg.")]).await;
    assert_eq!(closed.location.as_deref(), Some("/votes/1/batches?done=vote-waits"));
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("Twee stemmentellers voeren nog 1 stapel papier in."), "{}", page.main());
    assert!(desk.get("/votes/1/batches/1").await.says("Nog geen stemmenteller"));
    let late = teller.get("/votes/1/batches").await;
    assert!(late.says("de stemming is niet open") && !late.says("name=\"announced\""));

    let refused = teller.get("/votes/1/batches/1/discarding").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    desk.get("/votes/1/batches/1/discarding").await;
    let reason = [("reason", "De enveloppen zijn zoekgeraakt.")];
    let gone = desk.post("/votes/1/batches/1/discarding", &reason).await;
    assert_eq!(gone.location.as_deref(), Some("/votes/1/batches?done=batch-discarded"));
    let (now, origin) = (world.now(), votes::Origin::of(&world.app));
    let count = world.write(async |tx| votes::count_due(tx, now, vote, &origin).await);
    count.await.unwrap();
    let page = Browser::signed_in(&world, carol).await.get("/votes/1").await;
    let told = "Stapel 1 van 3 telt niet mee. Reden: De enveloppen zijn zoekgeraakt.";
    assert!(page.says(told), "{}", page.main());
}

#[tokio::test]
async fn a_wrong_number_is_said_at_its_field_and_corrected_where_everybody_reads_it() {
    let (world, vote, [alice, bob, carol]) = hall(Paper::default()).await;
    let mut teller = Browser::signed_in(&world, alice).await;
    for (channel, papers, field) in [("paper", "veel", "announced"), ("paper", "-1", "announced")] {
        let wrong = announce(&mut teller, &world, channel, papers).await;
        assert!(wrong.contains(&format!("{field}-fault")), "{wrong}");
    }
    assert_eq!(announce(&mut teller, &world, "paper", "1").await.matches("done=").count(), 1);
    let refused = teller.get("/votes/1/batches/1/correction").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(!teller.get("/votes/1/batches/1").await.says("/correction"));
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    assert!(desk.get("/votes/1/batches/1").await.says("/votes/1/batches/1/correction"));
    assert!(desk.get("/votes/1/batches/1/correction").await.says("value=\"1\""));
    for (papers, reason, said) in [
        ("twee", "Nageteld", "Vul een getal in."),
        ("1", "Nageteld", "Er zijn er al 1 gemeld."),
        ("99", "Nageteld", "minstens 1 en hoogstens 6"),
        ("2", "", "reason-fault"),
    ] {
        let typed = [("announced", papers), ("reason", reason)];
        let wrong = desk.post("/votes/1/batches/1/correction", &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says(said) && wrong.says(reason), "{said}: {}", wrong.main());
    }
    desk.get("/votes/1/closing").await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen heeft gestemd.")]).await;
    let typed = [("announced", "2"), ("reason", "Eén lag er onder de tafel.")];
    let done = desk.post("/votes/1/batches/1/correction", &typed).await;
    assert_eq!(done.location.as_deref(), Some("/votes/1/batches/1?done=batch-corrected"));
    let told = "eerst 1 gemeld, na het sluiten verbeterd tot 2";
    for page in ["/votes/1/batches", "/votes/1/batches/1"] {
        assert!(teller.get(page).await.says(told), "{page}");
    }
    let log = "van 1 naar 2. Reden: Eén lag er onder de tafel.";
    assert!(Browser::of(&world).get("/votes/1").await.says(log));

    let (hers, his) = (number(&world, vote, carol).await, number(&world, vote, bob).await);
    let lines = format!("{hers} voor\n{his} tegen");
    let mut other = Browser::signed_in(&world, bob).await;
    other.get("/votes/1/batches/1").await;
    for browser in [&mut teller, &mut other] {
        browser.post("/votes/1/batches/1", &[("lines", &lines)]).await;
    }
    assert!(!desk.get("/votes/1/batches/1").await.says("/correction"));
    let late = desk.post("/votes/1/batches/1/correction", &typed).await;
    assert!(late.says("Deze stapel telt al mee."), "{}", late.main());
    let (now, origin) = (world.now(), votes::Origin::of(&world.app));
    world.write(async |tx| votes::count_due(tx, now, vote, &origin).await).await.unwrap();
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says(told) && page.says("Op papier: 2."), "{}", page.main());
}

#[tokio::test]
async fn a_teller_who_is_called_like_an_option_counts_when_the_secretary_says_why() {
    let option =
        |key: &str, title: &str| Opt { key: key.to_owned(), title: title.to_owned(), cost: None };
    let (winners, status_quo, withdrawn) = (1, None, Vec::new());
    let rules = Some(Rules::Schulze(schulze::Rules { winners, status_quo, withdrawn }));
    let options = vec![option("1", "Alice"), option("2", "Een bankje")];
    let (world, _, [alice, ..]) = hall(Paper { rules, options, ..Paper::default() }).await;
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let mut teller = Browser::signed_in(&world, alice).await;
    announce(&mut teller, &world, "paper", "1").await;
    let page = teller.get("/votes/1/batches/1").await;
    assert!(page.says("U hebt zelf belang bij deze stemming."), "{}", page.main());
    assert_eq!(teller.get("/votes/1/namesake").await.status, StatusCode::NOT_FOUND);
    assert!(!teller.get("/votes/1/batches").await.says("/votes/1/namesake"));
    assert!(desk.get("/votes/1/batches").await.says("/votes/1/namesake"));
    let form = desk.get("/votes/1/namesake").await;
    assert!(form.says("Alice") && !form.says(">Bob<"), "{}", form.main());
    let id = alice.to_string();
    let silent = desk.post("/votes/1/namesake", &[("teller", &id), ("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reason = "De Alice op het biljet woont in een andere straat.";
    let done = desk.post("/votes/1/namesake", &[("teller", &id), ("reason", reason)]).await;
    assert_eq!(done.location.as_deref(), Some("/votes/1/batches?done=namesake-cleared"));
    assert!(!desk.get("/votes/1/batches").await.says("/votes/1/namesake"));
    let page = teller.get("/votes/1/batches/1").await;
    assert!(page.says("Typ de stapel in"), "{}", page.main());
    assert!(Browser::of(&world).get("/votes/1").await.says(reason));
}

#[tokio::test]
async fn rankings_of_a_secret_vote_are_typed_apart_from_the_numbers() {
    let titles = ["Een bankje", "Drie bomen", "Een moestuin"];
    let option = |(title, key): (&str, usize)| Opt {
        key: key.to_string(),
        title: title.to_owned(),
        cost: None,
    };
    let (winners, status_quo, withdrawn) = (1, None, Vec::new());
    let rules = Some(Rules::Schulze(schulze::Rules { winners, status_quo, withdrawn }));
    let options = titles.into_iter().zip(1..).map(option).collect();
    let paper = Paper { secrecy: Secrecy::Secret, rules, options, ..Paper::default() };
    let (world, _, [alice, bob, carol]) = hall(paper).await;
    let mut teller = Browser::signed_in(&world, alice).await;
    let page = teller.get("/votes/1/batches").await;
    assert!(page.says("Deze stemming is geheim.") && !page.says("handopsteken</option>"));
    announce(&mut teller, &world, "paper", "3").await;
    assert!(teller.get("/votes/1/batches/1").await.says("<li>B. Drie bomen</li>"));
    let few = [("lines", "1-3"), ("papers", "B,A")];
    let few = teller.post("/votes/1/batches/1", &few).await;
    assert!(few.says("Er zijn 3 nummers en 1 stemmen."), "{}", few.main());
    let fields = [("lines", "1-3"), ("papers", "B,A\n2 x B,C=A")];
    teller.post("/votes/1/batches/1", &fields).await;
    let mut other = Browser::signed_in(&world, bob).await;
    other.get("/votes/1/batches/1").await;
    let turned = [("lines", "3 2 1"), ("papers", "b > a=c\n2,1=3\nB,A")];
    let agreed = other.post("/votes/1/batches/1", &turned).await;
    assert_eq!(agreed.location.as_deref(), Some("/votes/1/batches/1?done=batch-taken-in"));

    let papers = other.get("/votes/1/papers?n=2").await;
    assert_eq!(papers.html.matches("class=\"slip\"").count(), 2);
    assert!(papers.says("B. Drie bomen") && papers.says("Zet 1 in het vakje"));
    let roll = other.get("/votes/1/roll").await;
    assert!(roll.says("Carol") && roll.says("Alleen voor de secretaris"), "{}", roll.main());
    let mut voter = Browser::signed_in(&world, carol).await;
    for path in ["/votes/1/roll", "/votes/1/papers", "/votes/1/batches", "/votes/1/batches/1"] {
        assert_eq!(voter.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn what_is_shown_again_to_a_teller_is_read_in_every_language() {
    use crate::{
        rules::batch::{
            Layout,
            typed::{Sheet, Typed, read, write},
        },
        web::words::{Language, Words},
    };

    let (world, vote, _) = hall(Paper::default()).await;
    let row = votes::store::get(world.app.db.read(), vote).await.unwrap();
    let method = votes::method(&row).unwrap();
    let (layout, options) = (Layout::Paired, &[]);
    let sheet = Sheet { layout, method: &method, options, is_by_lot: false, highest: 9 };
    let lines = "1 voor\n2 tegen\n3 onthouding\n4 blanco\n5 ongeldig".to_owned();
    let entry = read(&sheet, &Typed { lines, ..Typed::default() }).unwrap();
    for language in Language::ALL {
        let words = Words::new(language, "UTC", world.now());
        let typed = write(&sheet, &entry, |mark| words.with("batch-word", "mark", mark.kind()));
        assert_eq!(read(&sheet, &typed).unwrap(), entry);
    }
}
