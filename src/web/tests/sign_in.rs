use axum::http::StatusCode;
use chrono::TimeDelta;

use super::Browser;
use crate::{
    ids::MemberId,
    mail::tests as mail,
    members::{codes, sign_in},
    world::World,
};

async fn code(world: &World, member: MemberId) -> String {
    let now = world.now();
    let (until, secret) = (now + TimeDelta::days(30), &world.app.secret);
    let issued =
        world.write(async |tx| codes::issue(tx, now, None, secret, member, until).await).await;
    issued.unwrap().printed()
}

#[tokio::test]
async fn a_code_lets_in_and_leads_back() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let code = code(&world, alice.id).await;
    let mut browser = Browser::of(&world);
    let away = browser.get("/me").await;
    assert_eq!(away.location.as_deref(), Some("/sign-in?next=%2Fme"));
    browser.get("/sign-in?next=%2Fme").await;
    let typed = code.to_lowercase();
    let entered = browser.post("/sign-in", &[("code", &typed), ("next", "/me")]).await;
    assert_eq!(entered.location.as_deref(), Some("/me"));
    assert!(browser.get("/me").await.says("Dag Alice"));
    browser.post("/session/end", &[]).await;
    assert!(browser.get("/me").await.location.is_some());
}

#[tokio::test]
async fn looking_at_the_address_of_a_qr_code_signs_nobody_in() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let code = code(&world, alice.id).await;
    let mut browser = Browser::of(&world);
    let page = browser.get(&format!("/sign-in/{}", code.replace('-', ""))).await;
    assert!(page.says(&format!("value=\"{code}\"")));
    assert!(browser.get("/me").await.location.is_some());
}

#[tokio::test]
async fn what_is_wrong_with_a_code_is_told_and_what_was_typed_stays() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let old = code(&world, alice.id).await;
    let new = code(&world, alice.id).await;
    let mut browser = Browser::of(&world);
    browser.get("/sign-in").await;
    for (typed, said) in [
        ("ABC", "twaalf tekens"),
        ("AAAA-AAAA-AAA0", "nooit een 0"),
        ("2222-2222-2223", "tikfout"),
        ("2222-2222-2222", "kennen we niet"),
        (old.as_str(), "Deze oude werkt niet meer"),
    ] {
        let answer = browser.post("/sign-in", &[("code", typed)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says(said), "{typed}: {}", answer.main());
        assert!(answer.says(&format!("value=\"{typed}\"")));
        assert!(answer.says("aria-describedby=\"code-hint code-fault\""));
    }
    world.days_pass(40);
    browser.get("/sign-in").await;
    let late = browser.post("/sign-in", &[("code", &new)]).await;
    assert!(late.says("Deze code was geldig"), "{}", late.main());
}

#[tokio::test]
async fn a_code_that_is_tried_too_often_waits() {
    let world = World::founded().await;
    let mut browser = Browser::of(&world);
    browser.get("/sign-in").await;
    for _ in 0..10 {
        let tried = browser.post("/sign-in", &[("code", "2222-2222-2222")]).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let tried = browser.post("/sign-in", &[("code", "2222-2222-2222")]).await;
    assert_eq!(tried.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(tried.retry_after.as_deref(), Some("60"));
    assert!(tried.says("te vaak geprobeerd"));
}

#[tokio::test]
async fn a_link_by_mail_works_once_and_only_when_the_button_is_pressed() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let (now, email) = (world.now(), alice.email.unwrap());
    let links = world
        .write(async |tx| sign_in::ask_link(tx, now, &world.app.secret, &email).await)
        .await
        .unwrap();
    let token = &links[0].1;
    let mut browser = Browser::of(&world);
    let page = browser.get(&format!("/sign-in/link/{token}")).await;
    assert!(page.says("Druk op de knop om in te loggen"));
    assert!(browser.get("/me").await.location.is_some());
    browser.get("/sign-in").await;
    let entered = browser.post("/sign-in/link", &[("token", token)]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/me").await.says("Dag Alice"));
    let mut other = Browser::of(&world);
    other.get("/sign-in").await;
    let again = other.post("/sign-in/link", &[("token", token)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("Deze link werkt niet meer"));
}

#[tokio::test]
async fn somebody_asks_for_a_link_gets_it_by_mail_and_is_let_in() {
    let mut world = World::founded().await;
    world.member("Alice").await;
    let port = mail::free_port();
    let mut server = mail::server(port).await;
    world.app.mailer = mail::mailer(port);
    let mut browser = Browser::of(&world);
    assert!(browser.get("/sign-in").await.says("action=\"/sign-in/mail\""));
    let asked = browser.post("/sign-in/mail", &[("email", " Alice@Alpha.example ")]).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.main());
    let letter = plain(&mail::first_mail(&mut server).await);
    assert!(
        letter.contains("To: \"Alice\" <alice@alpha.example>")
            || letter.contains("To: Alice <alice@alpha.example>"),
        "{letter}"
    );
    let (_, link) = letter.split_once("http://alpha.test:8080/sign-in/link/").unwrap();
    let token = link.split_whitespace().next().unwrap();
    let mut phone = Browser::of(&world);
    let page = phone.get(&format!("/sign-in/link/{token}")).await;
    let (_, hidden) = page.html.split_once("name=\"token\" value=\"").unwrap();
    assert_eq!(hidden.split('"').next(), Some(token));
    let entered = phone.post("/sign-in/link", &[("token", token)]).await;
    assert_eq!(entered.location.as_deref(), Some("/?done=signed-in"), "{}", entered.main());
    assert!(phone.get("/me").await.says("Dag Alice"));
}

/// The text of a mail without the breaks that keep its lines short on the way.
fn plain(mail: &str) -> String {
    mail.replace("=\n", "").replace("=3D", "=")
}

#[tokio::test]
async fn who_is_not_on_the_roll_reads_the_same_and_gets_no_mail() {
    let world = World::founded().await;
    let mut known = Browser::of(&world);
    known.get("/sign-in").await;
    let sam = known.post("/sign-in/mail", &[("email", "sam@alpha.example")]).await;
    let nobody = known.post("/sign-in/mail", &[("email", "nobody@alpha.example")]).await;
    assert_eq!((sam.status, sam.main()), (nobody.status, nobody.main()));
    let now = world.now();
    let links = world.write(async |tx| {
        sign_in::ask_link(tx, now, &world.app.secret, "nobody@alpha.example").await
    });
    assert!(links.await.unwrap().is_empty());
}

#[tokio::test]
async fn her_data_are_hers() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let file = browser.get("/me/data.json").await;
    assert!(file.says("\"name\": \"Alice\"") && file.says("\"ballots\": []"));
    let kept = browser.get("/me").await;
    assert!(kept.says("Dag Alice"));
    let unsure = browser.post("/me/forgetting", &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.post("/me/forgetting", &[("sure", "yes")]).await;
    assert_eq!(world.journal().await.last(), Some(&"member-forgotten"));
    assert!(browser.get("/me").await.location.is_some());
}
