use axum::http::StatusCode;

use super::Browser;
use crate::{ids::ProposalId, world::World};

const SUMMARY: &str = "Op het plein is geen schaduw. Wij willen tien bomen, gekozen met de buurt.";

fn fields<'a>(id: &'a str, title: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("id", id),
        ("kind", "proposal"),
        ("title", title),
        ("summary", SUMMARY),
        ("text", "# Waarom\nHet is heet. <script>alert(1)</script>"),
        ("served", "nature"),
        ("served", "health"),
        ("language", "nl"),
    ]
}

#[tokio::test]
async fn a_proposal_is_written_once_opened_and_supported() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let id = ProposalId::fresh(world.now()).to_string();
    for _ in 0..2 {
        let sent = browser.post("/proposals", &fields(&id, "Bomen op het plein")).await;
        assert_eq!(sent.location.as_deref(), Some("/proposals/1?done=drafted"));
    }
    let stranger = Browser::of(&world).get("/proposals/1").await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    browser.post("/proposals/1/opening", &[]).await;
    let supported = browser.post("/proposals/1/support", &[]).await;
    assert_eq!(supported.location.as_deref(), Some("/proposals/1?done=supported"));
    assert_eq!(
        world.journal().await[world.journal().await.len() - 3..],
        ["proposal-drafted", "proposal-opened", "support-given"]
    );
    let page = browser.get("/proposals/1").await;
    assert!(page.says("<h3>Waarom</h3>") && !page.says("<script>"));
    assert!(page.says("application/activity+json"));
}

#[tokio::test]
async fn one_proposal_as_a_visitor_reads_it() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    world.open_proposal(alice.id, "Bomen op het plein").await;
    let page = Browser::of(&world).get("/proposals/1").await;
    insta::assert_snapshot!(page.main(), @r##"
    <p class="meta"><span class="tag ">Open</span> Voorstel nr. 1</p>
    <h1 lang="nl">Bomen op het plein</h1>
    <p class="meta">Ingediend door Alice, <time datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026</time></p>
    <p class="lead" lang="nl">Er is te weinig plek voor fietsen bij het plein. Wij vragen om meer rekken.</p>
    <section class="card" aria-labelledby="support-title">
    <h2 id="support-title">Steun</h2>
    <p>Nog niemand steunt dit. Er is steun van 2 bewoners nodig. </p>
    <svg class="bar" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" x="0" y="0" width="1000" height="30"/><rect class="for" x="0" y="0" width="0" height="30"/></svg>
    <p><a class="button second" href="/sign-in?next=/proposals/1">Log in om dit te steunen</a></p>
    </section>
    <div lang="nl">
    <p>Bij het plein staan de fietsen in de weg.</p>
    </div>
    <dl class="facts">
    <dt>Voor wie het is</dt><dd>Stadsdeel</dd>
    <dt>Waar het goed voor is</dt>
    <dd><span class="tag">Veiligheid</span> </dd>
    <dt>Versie</dt>
    <dd>1</dd>
    </dl>
    <section aria-labelledby="comments">
    <h2 id="comments">Reacties</h2>
    <p><a class="button second" href="/sign-in?next=/proposals/1">Log in om te reageren</a></p>
    </section>
    <details class="no-print">
    <summary>Deel dit voorstel</summary>
    <p>Kopieer dit adres in een bericht, of zoek het op vanuit Mastodon.</p>
    <p class="handle">http://alpha.test:8080/proposals/1</p>
    </details>
    <section aria-labelledby="history">
    <h2 id="history">Wat er gebeurde</h2>
    <ol class="plain">
    <li><time class="meta" datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026, 14.00 uur</time><br>Voorgelegd aan de wijk. <span class="meta">(Alice)</span></li>
    </ol>
    </section>
    "##);
}

#[tokio::test]
async fn a_form_with_faults_tells_all_and_keeps_what_was_typed() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let id = ProposalId::fresh(world.now()).to_string();
    let long = "x".repeat(141);
    let sent = [("id", id.as_str()), ("title", &long), ("summary", "Kort"), ("served", "nature")];
    let answer = browser.post("/proposals", &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("hoogstens 140 tekens. Nu zijn het er 141."));
    assert!(answer.says("minstens 30 tekens. Nu zijn het er 4."));
    assert!(answer.says(&format!("value=\"{long}\"")) && answer.says("Kort</textarea>"));
    assert!(answer.says("value=\"nature\" checked"));
    assert!(answer.says("href=\"#title\"") && answer.says("role=\"alert\""));
    assert!(!world.journal().await.contains(&"proposal-drafted"));
}

#[tokio::test]
async fn a_form_without_its_fields_says_what_is_missing() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let before = world.journal().await;
    let id = ProposalId::fresh(world.now()).to_string();
    let answer = browser.post("/proposals", &[("id", &id)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("href=\"#title\"") && answer.says("href=\"#summary\""));
    // Nor does a form without even its hidden fields come to anything.
    assert!(browser.post("/proposals", &[]).await.status.is_client_error());
    assert!(browser.post("/votes/1/ballot", &[]).await.status.is_client_error());
    assert_eq!(world.journal().await, before);
}

#[tokio::test]
async fn two_tabs_at_once_show_both_versions() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    world.open_proposal(alice.id, "Bomen op het plein").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let id = ProposalId::fresh(world.now()).to_string();
    let mut first = fields(&id, "Tien bomen op het plein");
    first.push(("based_on", "1"));
    let revised = browser.post("/proposals/1/revision", &first).await;
    assert_eq!(revised.location.as_deref(), Some("/proposals/1?done=revised"));
    let mut second = fields(&id, "Twintig bomen op het plein");
    second.push(("based_on", "1"));
    let stale = browser.post("/proposals/1/revision", &second).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says("Tien bomen") && stale.says("Twintig bomen"));
    assert!(stale.says("name=\"based_on\" value=\"2\""));
    let changes = browser.get("/proposals/1/versions/2").await;
    assert!(changes.says("<ins>Tien bomen</ins>") || changes.says("<del>Bomen</del>"));
}

#[tokio::test]
async fn only_the_submitter_changes_and_only_the_desk_moderates() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    world.open_proposal(alice.id, "Bomen op het plein").await;
    let mut browser = Browser::signed_in(&world, bob.id).await;
    for path in ["/proposals/1/revision", "/proposals/1/withdrawal", "/proposals/1/removal"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/desk", "/desk/roll", "/desk/letters", "/proposals/1/vote"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn people_talk_and_the_secretary_hides_with_a_reason() {
    let world = World::founded().await;
    let (alice, secretary) = (world.member("Alice").await, world.secretary().await);
    world.open_proposal(alice.id, "Bomen op het plein").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let id = crate::ids::CommentId::fresh(world.now()).to_string();
    for _ in 0..2 {
        let said = browser
            .post("/proposals/1/comments", &[("id", &id), ("comment", "Mooi plan, **doen**!")])
            .await;
        let path = format!("/proposals/1?done=commented#comment-{id}");
        assert_eq!(said.location.as_deref(), Some(path.as_str()));
    }
    assert!(browser.get("/proposals/1").await.says("<strong>doen</strong>"));
    let mut desk = Browser::signed_in(&world, secretary).await;
    let path = format!("/proposals/1/comments/{id}");
    let without = desk.post(&path, &[("reason", "")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    desk.post(&path, &[("reason", "Dit is een test van het verbergen.")]).await;
    let page = browser.get("/proposals/1").await;
    assert!(!page.says("<strong>doen</strong>") && page.says("Dit is een test van het verbergen."));
}

#[tokio::test]
async fn a_comment_typed_after_signing_out_elsewhere_is_not_lost() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    world.open_proposal(alice.id, "Bomen op het plein").await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let now = world.now();
    let out = async |tx: &crate::db::Tx| {
        crate::members::suspend(tx, now, world.secretary().await, alice.id, true).await
    };
    world.write(out).await.unwrap();
    let id = crate::ids::CommentId::fresh(now).to_string();
    let answer = browser.post("/proposals/1/comments", &[("id", &id), ("comment", "Mooi")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.main());
}
