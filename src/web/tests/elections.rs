use axum::http::StatusCode;

use super::Browser;
use crate::{
    elections::{self, store},
    ids::ElectionId,
    members,
    votes::{self, Origin},
    world::World,
};

const STATEMENT: &str = "Ik woon hier al dertig jaar en ken **iedereen** in de straat.";

fn call(seats: &'static str) -> [(&'static str, &'static str); 8] {
    [
        ("seats", seats),
        ("from_on", "2026-06-01"),
        ("nominate_until", "2026-05-03T14:00"),
        ("opens_at", "2026-05-04T14:00"),
        ("closes_at", "2026-05-11T14:00"),
        ("electorate", "sector"),
        ("secrecy", "secret"),
        ("until_on", "2028-05-31"),
    ]
}

/// An election for one seat of the residents, called by the page.
async fn called(world: &World) -> (ElectionId, Browser) {
    let mut desk = Browser::signed_in(world, world.secretary().await).await;
    desk.get("/desk/elections").await;
    let fields = [&call("1")[..], &[("sectors", "residents")]].concat();
    let done = desk.post("/desk/elections", &fields).await;
    assert_eq!(done.location.as_deref(), Some("/elections/1?done=election-called"));
    let row = store::find_by_number(world.app.db.read(), 1).await.unwrap().unwrap();
    (row.id, desk)
}

async fn stands(world: &World, name: &str) -> Browser {
    let member = world.member(name).await.id;
    let mut browser = Browser::signed_in(world, member).await;
    browser.get("/elections/1/candidacy").await;
    let sent = browser.post("/elections/1/candidacy", &[("statement", STATEMENT)]).await;
    assert_eq!(sent.location.as_deref(), Some("/elections/1?done=stands"), "{}", sent.main());
    browser
}

async fn attend(world: &World, id: ElectionId) {
    let (now, today, origin) = (world.now(), world.today(), Origin::of(&world.app));
    world.write(async |tx| elections::attend(tx, now, today, id, &origin).await).await.unwrap();
}

/// The candidates on a ballot paper, in the order in which they stand there.
fn order(page: &str) -> Vec<String> {
    let label = |rest: &str| rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
    page.split("<label for=\"rank-").skip(1).map(label).collect()
}

#[tokio::test]
async fn the_secretary_calls_elections_for_several_sectors_and_is_told_what_is_wrong() {
    let world = World::founded().await;
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let seats = desk.get("/desk/seats").await;
    assert!(seats.says("/desk/elections?sector=residents"), "{}", seats.main());
    let form = desk.get("/desk/elections?sector=residents").await;
    assert!(form.says("value=\"residents\" checked"), "{}", form.main());
    let nothing = desk.post("/desk/elections", &call("1")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.says("Kies een geleding."), "{}", nothing.main());
    let fields = [&call("8")[..], &[("sectors", "residents")]].concat();
    let many = desk.post("/desk/elections", &fields).await;
    assert!(many.says("Dan zijn er 7 zetels vrij."), "{}", many.main());
    let both = [&call("")[..], &[("sectors", "residents"), ("sectors", "research")]].concat();
    let done = desk.post("/desk/elections", &both).await;
    assert_eq!(done.location.as_deref(), Some("/elections?done=election-called"));
    let list = desk.get("/elections").await;
    assert!(list.says("Verkiezing: 7 zetels voor Bewoners"), "{}", list.main());
    assert!(list.says("Verkiezing: 1 zetel voor Onderzoek"), "{}", list.main());
    let visitor = Browser::of(&world).get("/").await;
    assert!(visitor.says("Kandidaten gezocht") && visitor.says("/elections/1"));
    let log = desk.get("/log").await;
    assert!(log.says("Er is een verkiezing uitgeschreven voor 7 zetels."), "{}", log.main());
    let about = desk.get("/proposals/1").await;
    assert!(about.says("/elections/1") && !about.says("/proposals/1/vote"), "{}", about.main());
}

#[tokio::test]
async fn who_is_asked_sees_it_on_her_page_and_says_yes_herself() {
    let world = World::founded().await;
    called(&world).await;
    let bob = world.member("Bob").await.id;
    let mut alice = stands(&world, "Alice").await;
    alice.get("/elections/1/nomination").await;
    let asked = alice.post("/elections/1/nomination", &[("name", "Bob")]).await;
    assert_eq!(asked.location.as_deref(), Some("/elections/1?done=nominated"));
    let nobody = alice.post("/elections/1/nomination", &[("name", "Iemand anders")]).await;
    assert_eq!(nobody.location, asked.location);
    let page = Browser::of(&world).get("/elections/1").await;
    assert!(page.says("Alice") && page.says("<strong>iedereen</strong>"), "{}", page.main());
    assert!(!page.says("Bob"), "{}", page.main());
    let mut his = Browser::signed_in(&world, bob).await;
    let me = his.get("/me").await;
    assert!(me.says("U bent gevraagd voor de wijkraad"), "{}", me.main());
    assert!(his.get("/elections/1").await.says("Nee, bedankt"));
    let silent = his.post("/elections/1/candidacy", &[("statement", "Ja")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.says("minstens 30 tekens"), "{}", silent.main());
    his.post("/elections/1/candidacy", &[("statement", STATEMENT)]).await;
    assert!(Browser::of(&world).get("/elections/1").await.says("<h3>Bob"));
    let data = his.get("/me/data.json").await;
    assert!(data.says("dertig jaar"), "{}", data.html);
    his.get("/elections/1/withdrawal").await;
    let gone = his.post("/elections/1/withdrawal", &[]).await;
    assert_eq!(gone.location.as_deref(), Some("/elections/1?done=stands-no-more"));
    assert!(!Browser::of(&world).get("/elections/1").await.says("<h3>Bob"));
}

#[tokio::test]
async fn candidates_stand_in_another_order_on_each_paper_and_in_the_same_on_hers() {
    let world = World::founded().await;
    let (id, _) = called(&world).await;
    let mut browsers = Vec::new();
    for name in ["Alice", "Bob", "Carol", "Dave", "Eve"] {
        browsers.push(stands(&world, name).await);
    }
    world.days_pass(2);
    attend(&world, id).await;
    let vote = store::get(world.app.db.read(), id).await.unwrap().vote_id.unwrap();
    world.days_pass(1);
    let (now, today) = (world.now(), world.today());
    world.write(async |tx| votes::open_due(tx, now, today, vote).await).await.unwrap();
    let mut orders = std::collections::BTreeSet::new();
    for browser in &mut browsers {
        let page = browser.get("/votes/1").await;
        let seen = order(&page.html);
        assert_eq!(seen.len(), 5, "{}", page.main());
        assert_eq!(order(&browser.get("/votes/1").await.html), seen);
        let voter = page.html.split("name=\"voter\" value=\"").nth(1).unwrap();
        let voter = voter.split('"').next().unwrap();
        let nothing = [("voter", voter), ("do", "cast")];
        let again = browser.post("/votes/1/paper", &nothing).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(order(&again.html), seen);
        orders.insert(seen);
    }
    assert!(orders.len() > 1);
    let page = browsers[0].get("/votes/1").await;
    assert!(page.says("De leden van de geleding Bewoners stemmen"), "{}", page.main());
    assert!(page.says("/elections/1"), "{}", page.main());
    let list = browsers[0].get("/votes").await;
    for told in [page.main(), list.main()] {
        assert!(told.contains("Stemming 1 van de geleding Bewoners"), "{told}");
        assert!(!told.contains("van alle bewoners"), "{told}");
    }
}

#[tokio::test]
async fn seats_are_kept_for_an_age_where_the_lot_decides() {
    use crate::{bodies, rules::charter::Charter};

    let world = World::founded().await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let mut desk = Browser::signed_in(&world, secretary).await;
    desk.get("/desk/elections").await;
    let young = [("sectors", "residents"), ("young_age", "30"), ("young_seats", "1")];
    let fields = [&call("2")[..], &young].concat();
    let by_vote = desk.post("/desk/elections", &fields).await;
    assert!(by_vote.says("kan alleen als het lot beslist"), "{}", by_vote.main());
    assert!(by_vote.says("value=\"30\""), "{}", by_vote.main());
    let before = bodies::charter(world.app.db.read()).await.unwrap().charter;
    let charter = Charter { sortition: vec!["residents".to_owned()], ..before };
    world
        .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, "Wij loten").await)
        .await
        .unwrap();
    for (age, seats, said) in [
        ("30", "", "young_seats-fault"),
        ("jong", "1", "young_age-fault"),
        ("30", "3", "U houdt 3 zetels vrij, en er zijn er 2."),
        ("200", "1", "Vul een leeftijd in van 1 tot en met 120"),
    ] {
        let typed = [("sectors", "residents"), ("young_age", age), ("young_seats", seats)];
        let wrong = desk.post("/desk/elections", &[&call("2")[..], &typed].concat()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says(said), "{said}: {}", wrong.main());
    }
    let done = desk.post("/desk/elections", &fields).await;
    assert_eq!(done.location.as_deref(), Some("/elections/1?done=election-called"));
    let told = "Minstens 1 zetel is voor iemand die jonger is dan 30.";
    assert!(Browser::of(&world).get("/elections/1").await.says(told));
    let mut names = Vec::new();
    for (name, year) in [("Alice", 2005), ("Bob", 1950), ("Carol", 1960), ("Dave", 1970)] {
        let member = world.born(name, year).await.id;
        let mut browser = Browser::signed_in(&world, member).await;
        let form = browser.get("/elections/1/candidacy").await;
        assert!(form.says("de leeftijdsgroep, zonder naam"), "{}", form.main());
        browser.post("/elections/1/candidacy", &[]).await;
        names.push(name);
    }
    world.days_pass(2);
    let row = store::find_by_number(world.app.db.read(), 1).await.unwrap().unwrap();
    attend(&world, row.id).await;
    let page = Browser::of(&world).get("/elections/1").await;
    assert!(
        page.says("Er waren 1.000 mogelijke groepen") || page.says("Er waren 1000"),
        "{}",
        page.main()
    );
    let elected = page.html.split("<h3>").find(|part| part.starts_with("Alice"));
    assert!(elected.unwrap().contains("Gekozen"), "{}", page.main());
}

/// The letters on each printed paper, in its order, and the name behind each letter.
fn printed(page: &str) -> (Vec<Vec<String>>, std::collections::BTreeSet<String>) {
    let mut named = std::collections::BTreeSet::new();
    let papers = page.split("class=\"slip\"").skip(1).map(|paper| {
        let lines = paper.split("class=\"box\" aria-hidden=\"true\"></span> ").skip(1);
        let lines = lines.map(|line| line.split('<').next().unwrap().trim().to_owned());
        let lines: Vec<String> = lines.collect();
        named.extend(lines.iter().cloned());
        lines.iter().map(|line| line.split('.').next().unwrap().to_owned()).collect()
    });
    (papers.collect(), named)
}

#[tokio::test]
async fn printed_papers_have_orders_by_lot_that_several_share_and_letters_that_stay() {
    let world = World::founded().await;
    let (id, _) = called(&world).await;
    for name in ["Alice", "Bob", "Carol"] {
        stands(&world, name).await;
    }
    let teller = world.member("Tess").await.id;
    let (now, by) = (world.now(), world.secretary().await);
    let appointed = world
        .write(async |tx| {
            members::appoint(tx, now, Some(by), teller, crate::rules::role::Role::Teller).await
        })
        .await;
    appointed.unwrap();
    world.days_pass(2);
    attend(&world, id).await;
    let mut tess = Browser::signed_in(&world, teller).await;
    // Five are on the roll: an order of its own would tell whose a paper is.
    let few = tess.get("/votes/1/papers?n=6").await;
    let (papers, _) = printed(&few.html);
    assert!(papers.len() == 6 && papers.iter().all(|order| *order == papers[0]), "{papers:?}");
    assert!(few.says("zo weinig mensen mee dat er maar één volgorde is"), "{}", few.main());
    for n in 0..11 {
        world.member(&format!("Voter{n}")).await;
    }
    let many = tess.get("/votes/1/papers?n=6").await;
    assert!(
        many.says("er zijn 3 volgordes, door het lot") && many.says("het lot van deze stemming")
    );
    let (papers, named) = printed(&many.html);
    assert_eq!(named.len(), 3, "a letter is of one candidate: {named:?}");
    let heads: std::collections::BTreeSet<_> = papers.iter().map(|order| &order[0]).collect();
    assert_eq!((papers.len(), heads.len()), (6, 3));
    assert_eq!(papers[..3], papers[3..]);
    assert_eq!(printed(&tess.get("/votes/1/papers?n=6").await.html).0, papers);
    // What is typed is told by letter, and a place says nothing.
    let vote = store::get(world.app.db.read(), id).await.unwrap().vote_id.unwrap();
    world.days_pass(1);
    let (now, today) = (world.now(), world.today());
    world.write(async |tx| votes::open_due(tx, now, today, vote).await).await.unwrap();
    tess.get("/votes/1/batches").await;
    let batch = crate::ids::BatchId::fresh(world.now()).to_string();
    let fields = [("id", batch.as_str()), ("channel", "paper"), ("announced", "2")];
    tess.post("/votes/1/batches", &fields).await;
    let places = [("lines", "1 2"), ("papers", "C,A\n2,1")];
    let places = tess.post("/votes/1/batches/1", &places).await;
    assert!(places.says("Regel 2: typ letters in plaats van “2”."), "{}", places.main());
    let letters = [("lines", "1 2"), ("papers", "C,A\nb")];
    let typed = tess.post("/votes/1/batches/1", &letters).await;
    assert_eq!(typed.location.as_deref(), Some("/votes/1/batches/1?done=batch-typed"));
}

#[tokio::test]
async fn who_got_a_seat_stands_on_the_pages_of_the_election_and_the_council() {
    let world = World::founded().await;
    let (id, _) = called(&world).await;
    stands(&world, "Alice").await;
    world.days_pass(2);
    attend(&world, id).await;
    world.days_pass(30);
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let council = desk.get("/council").await;
    assert!(council.says("<strong>Alice</strong>"), "{}", council.main());
    assert!(council.says("tot en met woensdag 31 mei 2028"), "{}", council.main());
    let page = desk.get("/elections/1").await;
    assert!(page.says("<span class=\"tag\">Gekozen</span>"), "{}", page.main());
    assert!(page.says("Zij kregen een zetel zonder stemming"), "{}", page.main());
    let row = store::get(world.app.db.read(), id).await.unwrap();
    let seat = store::candidacies(world.app.db.read(), row.id).await.unwrap()[0].seat_id.unwrap();
    desk.get(&format!("/desk/seats/{seat}")).await;
    let silent = desk.post(&format!("/desk/seats/{seat}/vacancy"), &[("reason", "")]).await;
    assert!(silent.says("href=\"#reason\"") && silent.says("id=\"reason-fault\""));
    desk.post(&format!("/desk/seats/{seat}/vacancy"), &[("reason", "Verhuisd")]).await;
    assert!(desk.get("/elections/1").await.says("Vul de vrije zetel uit dezelfde uitslag"));
    let nobody = desk.post("/elections/1/seats", &[]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says("Er is een nieuwe verkiezing nodig."), "{}", nobody.main());
}

#[tokio::test]
async fn an_election_is_called_off_by_the_secretary_alone() {
    let world = World::founded().await;
    let (_, mut desk) = called(&world).await;
    let mut alice = stands(&world, "Alice").await;
    let path = "/elections/1/cancellation";
    assert_eq!(alice.get(path).await.status, StatusCode::NOT_FOUND);
    desk.get(path).await;
    let silent = desk.post(path, &[("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = desk.post(path, &[("reason", "De hal is dicht")]).await;
    assert_eq!(done.location.as_deref(), Some("/elections/1?done=election-called-off"));
    let page = alice.get("/elections/1").await;
    assert!(page.says("Deze verkiezing gaat niet door."), "{}", page.main());
    assert!(page.says("Reden: De hal is dicht"), "{}", page.main());
}
