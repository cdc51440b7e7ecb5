//! What all pages have in common: language, forms, failures.

use std::sync::Arc;

use axum::http::StatusCode;

use super::Browser;
use crate::{ids::CommentId, world::World};

#[tokio::test]
async fn a_neighbourhood_that_is_not_founded_says_so() {
    let world = World::new().await;
    let answer = Browser::of(&world).get("/").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.says("Deze wijk is nog niet ingericht"));
}

#[tokio::test]
async fn the_front_page_says_what_is_on() {
    let world = World::founded().await;
    let mut browser = Browser::of(&world);
    insta::assert_snapshot!(browser.get("/").await.main(), @r##"
    <h1>Wat er nu speelt</h1>
    <section class="intro" aria-labelledby="welcome">
    <h2 id="welcome">Welkom bij Alpha</h2>
    <p>Hier beslissen de bewoners van Alpha samen over hun wijk: u doet een voorstel, anderen steunen het, en er wordt gestemd. Iedereen kan alles lezen.</p>
    <p class="row"><a class="button" href="/sign-in">Inloggen met uw brief</a> <a href="/help">Hoe werkt het?</a></p>
    </section>
    <h2>Nu te stemmen</h2>
    <p class="meta">Er is nu geen stemming open.</p>
    <h2>Nieuwste voorstellen</h2>
    <p class="meta">Er zijn nog geen voorstellen. Schrijf het eerste!</p>
    <p class="row"><a class="button second" href="/proposals">Alle voorstellen</a> <a class="button second" href="/proposals/new">Schrijf een voorstel</a></p>
    "##);
}

#[tokio::test]
async fn a_chosen_language_is_kept() {
    let world = World::founded().await;
    let mut browser = Browser::of(&world);
    assert!(browser.get("/proposals").await.says("<html lang=\"nl\">"));
    let chosen = browser.post("/language", &[("language", "en"), ("next", "/votes")]).await;
    assert_eq!(chosen.location.as_deref(), Some("/votes"));
    assert!(browser.get("/votes").await.says("<html lang=\"en\">"));
    let astray = browser.post("/language", &[("language", "nl"), ("next", "//evil.example")]).await;
    assert_eq!(astray.location.as_deref(), Some("/"));
}

#[tokio::test]
async fn a_page_that_is_not_there_is_told_kindly() {
    let world = World::founded().await;
    let mut browser = Browser::of(&world);
    for path in ["/nowhere", "/proposals/999", "/proposals/abc", "/votes/1", "/style/old.css"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        if !path.starts_with("/style") {
            assert!(answer.says("Deze pagina is er niet"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_form_from_another_site_does_nothing() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let before = world.journal().await;
    let seal = browser.seal.clone();
    let answer = browser.post_raw("/me/forgetting", &[("sure", "yes")], &seal, "http://evil.test");
    assert_eq!(answer.await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.journal().await, before);
}

#[tokio::test]
async fn a_form_that_lay_too_long_keeps_what_was_typed() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    world.days_pass(1);
    let title = "Een lange titel die niemand twee keer wil typen, zo lang is die";
    let answer = browser.post("/proposals", &[("title", title)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("lag te lang open") && answer.says(title));
    let others = browser.post_raw("/me/forgetting", &[], "1.2", "http://alpha.test:8080").await;
    assert_eq!(others.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_megabyte_is_refused_with_a_friendly_page() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let before = world.journal().await;
    let answer = browser.post("/proposals", &[("text", &"a".repeat(1_000_000))]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.says("Dit is te groot"));
    assert_eq!(world.journal().await, before);
}

#[tokio::test]
async fn a_full_disk_is_told_kindly_keeps_nothing_half_and_passes() {
    use sea_orm::ConnectionTrait;

    let world = World::founded().await;
    if world.app.db.is_postgres() {
        // Only SQLite can be told how much room there is.
        return;
    }
    let alice = world.member("Alice").await;
    let proposal = world.open_proposal(alice.id, "Bomen op het plein").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let before = world.journal().await.len();
    let shape = world.app.db.shape();
    // Hardly a page more than there is now: what SQLite says then, it says when the disk is full.
    shape.execute_unprepared("PRAGMA max_page_count = 1").await.unwrap();
    let comment = "Dit is een lange reactie. ".repeat(150);
    let path = format!("/proposals/{}/comments", proposal.number);
    let mut kept = 0;
    let full = loop {
        let id = CommentId::fresh(world.now()).to_string();
        let sent = browser.post(&path, &[("id", &id), ("comment", &comment)]).await;
        if sent.status != StatusCode::SEE_OTHER {
            break sent;
        }
        kept += 1;
        assert!(kept < 100, "the disk is never full");
    };
    assert_eq!(full.status, StatusCode::INSUFFICIENT_STORAGE, "{}", full.main());
    assert!(full.says("De schijf van onze server is vol"), "{}", full.main());
    assert_eq!(world.journal().await.len(), before + kept);
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    shape.execute_unprepared("PRAGMA max_page_count = 1000000").await.unwrap();
    let id = CommentId::fresh(world.now()).to_string();
    browser.get(&format!("/proposals/{}", proposal.number)).await;
    let sent = browser.post(&path, &[("id", &id), ("comment", &comment)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(world.journal().await.len(), before + kept + 1);
}

#[tokio::test]
async fn setting_up_needs_the_link_of_the_one_who_keeps_the_server() {
    let world = World::new().await;
    let answer = Browser::of(&world).get("/setup?token=guess").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let world = World::founded().await;
    assert_eq!(Browser::of(&world).get("/setup").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_first_one_names_the_neighbourhood_and_keeps_its_desk() {
    let world = World::new().await;
    let folder = tempfile::tempdir().unwrap();
    let mut app = world.app.clone();
    let mut settings = (*app.settings).clone();
    settings.server.data_dir = folder.path().to_owned();
    app.settings = Arc::new(settings);
    let file = folder.path().join("setup.token");
    std::fs::write(&file, app.secret.hash("setup", "once")).unwrap();
    let mut browser = Browser::at(app);
    assert!(browser.get("/setup?token=once").await.says("Geef de wijk een naam"));
    let mut typed = vec![
        ("token", "once"),
        ("neighbourhood", "De Banne"),
        ("handle", "De Banne"),
        ("language", "nl"),
        ("name", "Saar"),
        ("born_in", "1980"),
    ];
    let wrong = browser.post("/setup", &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("kleine letters") && wrong.says("value=\"De Banne\""));
    typed[2] = ("handle", "banne");
    let founded = browser.post("/setup", &typed).await;
    assert_eq!(founded.location.as_deref(), Some("/desk?done=founded"), "{}", founded.main());
    assert!(browser.get("/desk?done=founded").await.says("Welkom! De wijk bestaat."));
    assert!(!file.exists());
    assert_eq!(browser.get("/setup?token=once").await.status, StatusCode::NOT_FOUND);
}
