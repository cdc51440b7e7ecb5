use axum::http::StatusCode;
use base64::{Engine, prelude::BASE64_STANDARD};

use super::Browser;
use crate::{
    ids::{MemberId, VoteId},
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        record::{proof, schema, v2},
        tally::{
            approval, equal_shares,
            greedy::{self, Misfit},
            method::{Opt, Rules},
            stv_scottish,
        },
    },
    votes::{self, Paper},
    world::World,
};

fn options(cost: Option<u64>) -> Vec<Opt> {
    let titles = ["Een bankje", "Drie bomen", "Een moestuin"];
    let option =
        |(title, key): (&str, usize)| Opt { key: key.to_string(), title: title.to_owned(), cost };
    titles.into_iter().zip(1..).map(option).collect()
}

fn paper(rules: Rules) -> Paper {
    Paper { rules: Some(rules), options: options(None), ..Paper::default() }
}

/// A vote with a paper, and the browser of somebody who may vote in it.
async fn open(world: &World, paper: Paper) -> (VoteId, MemberId, Browser) {
    let alice = world.member("Alice").await.id;
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    (vote, alice, Browser::signed_in(world, alice).await)
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
async fn ticks_are_cast_kept_and_told_in_the_result() {
    let world = World::founded().await;
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let (vote, alice, mut browser) = open(&world, paper(rules)).await;
    let (id, voter) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let fields = [("vote", id.as_str()), ("voter", &voter), ("do", "cast")];
    let nothing = browser.post("/votes/1/paper", &fields).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.says("U hebt nog niets ingevuld."), "{}", nothing.main());
    let ticked = [&fields[..], &[("approve", "2"), ("approve", "3")]].concat();
    let cast = browser.post("/votes/1/paper", &ticked).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-cast"));
    assert!(browser.get("/votes/1").await.says("U stemde: Drie bomen, Een moestuin"));
    let again = [&fields[..], &[("approve", "2")]].concat();
    let cast = browser.post("/votes/1/paper", &again).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-replaced"));
    finish(&world, vote).await;
    let page = browser.get("/votes/1").await;
    assert!(page.says("Gekozen: Drie bomen."), "{}", page.main());
    assert!(page.says("Drie bomen heeft 1 kruisjes."), "{}", page.main());
}

#[tokio::test]
async fn a_position_given_twice_is_told_and_what_was_chosen_stays() {
    let world = World::founded().await;
    let rules = Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: Vec::new() });
    let (vote, alice, mut browser) = open(&world, paper(rules)).await;
    let (id, voter) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let fields = [("vote", id.as_str()), ("voter", &voter), ("do", "cast"), ("rank-1", "2")];
    let twice = browser.post("/votes/1/paper", &[&fields[..], &[("rank-3", "2")]].concat()).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.says("Plaats 2 staat er twee keer."), "{}", twice.main());
    assert!(twice.says("<option value=\"2\" selected>"), "{}", twice.main());
    let cast = browser.post("/votes/1/paper", &[&fields[..], &[("rank-3", "1")]].concat()).await;
    assert_eq!(cast.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/votes/1").await.says("U stemde: 1. Een moestuin; 2. Een bankje"));
    finish(&world, vote).await;
    let page = browser.get("/votes/1").await;
    assert!(page.says("Gekozen: Een moestuin."), "{}", page.main());
}

#[tokio::test]
async fn money_is_reckoned_without_casting() {
    let world = World::founded().await;
    let paper = Paper {
        rules: Some(Rules::EqualShares(equal_shares::Rules::default())),
        budget: Some(100_000),
        options: options(Some(60_000)),
        ..Paper::default()
    };
    let (vote, alice, mut browser) = open(&world, paper).await;
    let (id, voter) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let fields = [("vote", id.as_str()), ("voter", &voter), ("approve", "1"), ("approve", "2")];
    let sum = [&fields[..], &[("do", "calculate")]].concat();
    let reckoned = browser.post("/votes/1/paper", &sum).await;
    assert_eq!(reckoned.status, StatusCode::OK);
    assert!(
        reckoned.says("Samen kost dit €\u{a0}1.200. Dat is €\u{a0}200 meer"),
        "{}",
        reckoned.main()
    );
    assert!(reckoned.says("value=\"2\" checked"), "{}", reckoned.main());
    assert_eq!(votes::store::turnout(world.app.db.read(), vote).await.unwrap().0, 0);
    browser.post("/votes/1/paper", &[&fields[..], &[("do", "cast")]].concat()).await;
    finish(&world, vote).await;
    let page = browser.get("/votes/1").await;
    assert!(page.says("wordt gekocht voor €\u{a0}600"), "{}", page.main());
}

#[tokio::test]
async fn a_secret_ballot_is_looked_over_cast_once_and_found_again() {
    let world = World::founded().await;
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let paper = Paper { secrecy: Secrecy::Secret, ..paper(rules) };
    let (vote, alice, mut browser) = open(&world, paper).await;
    let (id, voter) = (vote.to_string(), world.voter(vote, alice).await.to_string());
    let fields = [("vote", id.as_str()), ("voter", &voter), ("do", "cast"), ("approve", "1")];
    let sure = browser.post("/votes/1/paper", &fields).await;
    assert!(sure.says("Kijk uw stem na") && sure.says("Een bankje"), "{}", sure.main());
    let receipt = sure.html.split("name=\"receipt\" value=\"").nth(1).unwrap();
    let receipt = receipt.split('"').next().unwrap().to_owned();
    assert_eq!(votes::store::turnout(world.app.db.read(), vote).await.unwrap().0, 0);
    let cast =
        [("vote", id.as_str()), ("voter", &voter), ("choice", "approve:1"), ("receipt", &receipt)];
    let kept = browser.post("/votes/1/ballot", &cast).await;
    assert!(kept.says("Uw stem is opgeslagen") && kept.says(&receipt), "{}", kept.main());
    let signed = kept.html.split("base64,").nth(1).unwrap().split('"').next().unwrap();
    let signed = BASE64_STANDARD.decode(signed).unwrap();
    let signed: proof::Receipt = serde_json::from_slice(&signed).unwrap();
    assert_eq!(signed.check(Some(&receipt), None), Ok(()));
    let again = browser.post("/votes/1/ballot", &cast).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("U hebt al gestemd."), "{}", again.main());
    assert!(browser.get("/votes/1").await.says("U hebt al gestemd."));
    let early = browser.post("/votes/1/receipt", &[("code", &receipt)]).await;
    assert!(early.says("De uitslag is nog niet bekend."), "{}", early.main());
    finish(&world, vote).await;
    let found = browser.post("/votes/1/receipt", &[("code", &receipt)]).await;
    assert!(found.says("Bij deze code hoort een stem die meetelt: Een bankje"), "{}", found.main());
    let page = browser.get("/votes/1/record.json").await;
    let published: v2::Published = serde_json::from_str(&page.html).unwrap();
    assert_eq!(signed.check(Some(&receipt), Some(&published)), Ok(()));
    let root = published.record.ballots_root;
    assert!(found.says("Het is stem 1 van 1") && found.says(&root.to_string()));
    browser.get("/votes/1/receipt").await;
    let file = browser.post("/votes/1/receipt/proof.json", &[("code", &receipt)]).await;
    let file: proof::Proof = serde_json::from_str(&file.html).unwrap();
    assert_eq!(file.check(&root, Some(&receipt)), Ok(()));
    let other = browser.post("/votes/1/receipt/proof.json", &[("code", "nonsense")]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let other = browser.post("/votes/1/receipt", &[("code", "nonsense")]).await;
    assert!(other.says("Bij deze code hoort geen stem."), "{}", other.main());
    assert!(browser.get("/secrecy").await.says("Wie de server beheert"));
}

#[tokio::test]
async fn an_open_ballot_has_a_signed_receipt_and_is_found_in_the_record_by_its_number() {
    let world = World::founded().await;
    let (vote, alice, mut browser) = open(&world, Paper::default()).await;
    assert!(!browser.get("/votes/1").await.says("ondertekend ontvangstbewijs"));
    world.casts(vote, alice, Choice::For).await;
    let voters = votes::store::voters_for(world.app.db.read(), vote, alice).await.unwrap();
    let number = voters[0].number.to_string();
    let signed = format!("/votes/1/receipt/signed.json?number={number}");
    assert!(browser.get("/votes/1").await.says(&signed));
    let given = browser.get(&signed).await;
    let given: proof::Receipt = serde_json::from_str(&given.html).unwrap();
    assert_eq!(given.check(None, None), Ok(()));
    let mut visitor = Browser::of(&world);
    assert_eq!(visitor.get(&signed).await.status, StatusCode::SEE_OTHER);
    finish(&world, vote).await;
    let page = browser.get("/votes/1/receipt").await;
    assert!(page.says(&format!("U bent nummer {number} op het stemregister")), "{}", page.main());
    visitor.get("/votes/1/receipt").await;
    let found = visitor.post("/votes/1/receipt", &[("code", &number)]).await;
    assert!(found.says("een stem die meetelt: Voor"), "{}", found.main());
    let file = visitor.post("/votes/1/receipt/proof.json", &[("code", &number)]).await;
    let file: proof::Proof = serde_json::from_str(&file.html).unwrap();
    assert_eq!(file.check(&file.root, None), Ok(()));
    let nobody = visitor.post("/votes/1/receipt", &[("code", "99")]).await;
    assert!(nobody.says("Bij dit nummer staat geen stem"), "{}", nobody.main());
}

#[tokio::test]
async fn the_schema_of_records_stands_at_its_address() {
    let world = World::founded().await;
    let page = Browser::of(&world).get(schema::PATH).await;
    assert_eq!((page.status, page.html.as_str()), (StatusCode::OK, schema::TEXT));
}

#[tokio::test]
async fn a_paper_with_options_is_prepared_and_its_faults_are_told_at_the_field() {
    let world = World::founded().await;
    let secretary = world.secretary().await;
    let proposal = world.open_proposal(secretary, "Het buurtbudget").await.id;
    for _ in 0..2 {
        let supporter = world.member("Supporter").await;
        world.supports(supporter.id, proposal).await;
    }
    let mut browser = Browser::signed_in(&world, secretary).await;
    assert!(browser.get("/proposals/1/vote").await.says("Geld verdelen"));
    let fields = |options: &'static str, budget: &'static str| {
        [
            ("body", "assembly"),
            ("closing", "by_hand"),
            ("opens_at", "2026-05-01T14:00"),
            ("closes_at", "2026-05-08T14:00"),
            ("question", "money"),
            ("options", options),
            ("budget", budget),
            ("secrecy", "open"),
        ]
    };
    let wrong = browser.post("/proposals/1/vote", &fields("Een bankje", "")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Dat lukt niet bij: Een bankje"), "{}", wrong.main());
    assert!(wrong.says("Vul in hoeveel geld er te verdelen is."), "{}", wrong.main());
    let options = "Een bankje; 1.200\nDrie bomen; 300,50";
    let announced = browser.post("/proposals/1/vote", &fields(options, "€ 1.500")).await;
    assert_eq!(announced.location.as_deref(), Some("/votes/1?done=vote-prepared"));
    let vote = votes::store::find_by_number(world.app.db.read(), 1).await.unwrap().unwrap();
    let kept = votes::store::options(world.app.db.read(), vote.id).await.unwrap();
    assert_eq!(kept[1].cost, Some(30_050));
    assert_eq!(votes::method(&vote).unwrap().budget, Some(150_000));
}

#[tokio::test]
async fn a_paper_about_money_says_what_its_ticks_do() {
    let by_votes = Rules::Greedy(greedy::Rules { misfit: Misfit::PassOver });
    let in_shares = Rules::EqualShares(equal_shares::Rules::default());
    for (rules, said) in [
        (by_votes, "wat de meeste kruisjes heeft, gaat voor."),
        (in_shares, "iedereen krijgt een even groot deel om uit te geven."),
    ] {
        let world = World::founded().await;
        let options = options(Some(60_000));
        let paper = Paper { options, budget: Some(100_000), ..paper(rules) };
        let (_, _, mut browser) = open(&world, paper).await;
        let page = browser.get("/votes/1").await;
        assert!(page.says(said), "{said}: {}", page.main());
    }
}
