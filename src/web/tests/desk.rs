use axum::http::StatusCode;

use super::Browser;
use crate::world::World;

async fn desk(world: &World) -> Browser {
    Browser::signed_in(world, world.secretary().await).await
}

#[tokio::test]
async fn a_roll_is_tried_out_first_and_every_bad_line_is_told() {
    let world = World::founded().await;
    let mut desk = desk(&world).await;
    let before = world.journal().await;
    let bad = "naam;geboortejaar;taal\nAlice;1980;nl\nBob;later;nl\nCarol;1990;xx\n";
    let answer = desk.upload("/desk/roll/import", "roll", bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("Regel 3:") && answer.says("Regel 4:") && !answer.says("Regel 2:"));
    let good = "naam;geboortejaar\nAlice;1980\nBob;1990\n";
    let tried = desk.upload("/desk/roll/import", "roll", good).await;
    assert!(tried.says("2 nieuwe leden"), "{}", tried.main());
    assert_eq!(world.journal().await, before);
    let read_in = desk.post("/desk/roll/import/confirmation", &[("roll", good)]).await;
    assert_eq!(read_in.location.as_deref(), Some("/desk/roll?done=imported"));
    assert!(desk.get("/desk/roll?q=bob").await.says(">Bob</a>"));
    let again = desk.upload("/desk/roll/import", "roll", good).await;
    assert!(again.says("2 leden blijven hetzelfde"), "{}", again.main());
}

#[tokio::test]
async fn letters_hold_a_code_that_lets_in() {
    let world = World::founded().await;
    world.member("Alice").await;
    let mut desk = desk(&world).await;
    let fields = [("who", "without"), ("valid_until", "2026-12-31")];
    let letters = desk.post("/desk/letters", &fields).await;
    assert!(letters.says("2 brieven") && letters.says("<svg"), "{}", letters.main());
    assert!(letters.says("tot en met donderdag 31 december 2026"));
    let (_, rest) = letters.html.split_once("code-printed\">").unwrap();
    let code = rest.split('<').next().unwrap();
    let mut browser = Browser::of(&world);
    browser.get("/sign-in").await;
    let entered = browser.post("/sign-in", &[("code", code)]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.main());
    let past = desk.post("/desk/letters", &[("valid_until", "2020-01-01")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn every_page_of_the_desk_opens() {
    let world = World::founded().await;
    world.member("Alice").await;
    let mut desk = desk(&world).await;
    for path in [
        "/desk",
        "/desk/roll",
        "/desk/roll/new",
        "/desk/roll/import",
        "/desk/letters",
        "/desk/officers",
        "/desk/seats",
        "/desk/charter",
        "/desk/comments",
        "/desk/partners",
        "/log",
        "/council",
        "/elsewhere",
        "/help",
        "/privacy",
        "/me",
        "/me/forgetting",
    ] {
        let page = desk.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.main());
    }
}

#[tokio::test]
async fn a_seat_is_filled_and_a_charter_adopted() {
    let world = World::founded().await;
    world.member("Alice").await;
    let seat = world.first_seat().await;
    let mut desk = desk(&world).await;
    let path = format!("/desk/seats/{seat}");
    assert_eq!(desk.get(&path).await.status, StatusCode::OK);
    let nobody = desk.post(&path, &[("holder", "Nobody"), ("from_on", "2026-05-01")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    let filled = desk.post(&path, &[("holder", "Alice"), ("from_on", "2026-05-01")]).await;
    assert_eq!(filled.location.as_deref(), Some("/desk/seats?done=seat-filled"));
    assert!(Browser::of(&world).get("/council").await.says("<strong>Alice</strong>"));
    let charter = [
        ("support_threshold", "7"),
        ("reading_days", "14"),
        ("notice_days", "7"),
        ("lapse_days", "90"),
        ("voting_age", "16"),
        ("proxies_most", "2"),
        ("smallest_group", "5"),
        ("delegations_most", "3"),
        ("council_quorum", "2/3"),
        ("council_sectors", "residents"),
        ("consent_rounds", "3"),
        ("council_base", "cast"),
        ("council_tie", "chair"),
        ("council_missing", "reject"),
        ("assembly_base", "roll"),
        ("assembly_tie", "reject"),
        ("assembly_missing", "again"),
        ("consent_silence", "lazy"),
        ("reason", "Zo besloten in de vergadering van mei."),
    ];
    let words = [
        "council_base",
        "council_tie",
        "council_missing",
        "assembly_base",
        "assembly_tie",
        "assembly_missing",
        "consent_silence",
    ];
    for word in words {
        let wrong = charter.map(|it| if it.0 == word { (word, "whatever") } else { it });
        let refused = desk.post("/desk/charter", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{word}");
        assert!(refused.says(&format!("id=\"{word}-fault\"")), "{}", refused.main());
        assert!(refused.says("value=\"2/3\""), "{}", refused.main());
    }
    let reader = world.app.db.read();
    assert_eq!(crate::bodies::charter(reader).await.unwrap().version, 1);
    let adopted = desk.post("/desk/charter", &charter).await;
    assert_eq!(
        adopted.location.as_deref(),
        Some("/council?done=charter-adopted#charter"),
        "{}",
        adopted.main()
    );
    let in_force = crate::bodies::charter(reader).await.unwrap().charter;
    assert_eq!(in_force.council.tie.word(), "chair");
    assert_eq!(in_force.assembly.base.word(), "roll");
    assert_eq!(in_force.consent.silence.word(), "lazy");
}

#[tokio::test]
async fn a_partner_is_asked_by_handle() {
    let world = World::founded().await;
    let mut desk = desk(&world).await;
    let wrong = desk.post("/desk/partners", &[("handle", "venserpolder")]).await;
    assert!(wrong.says("geen fediverse-adres"), "{}", wrong.main());
    let ours = desk.post("/desk/partners", &[("handle", "@alpha@alpha.test:8080")]).await;
    assert!(ours.says("deze wijk zelf"));
    desk.post("/desk/partners", &[("handle", "@beta@beta.test:8080")]).await;
    assert!(desk.get("/desk/partners").await.says("Gevraagd, wacht op antwoord"));
}
