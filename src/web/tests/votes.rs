use axum::http::StatusCode;
use chrono::TimeDelta;

use super::Browser;
use crate::{
    bodies::{self, NewTenure},
    members,
    rules::{
        ballot::{BodyKind, Choice, Mark},
        role::Role,
    },
    votes::{self, Paper},
    world::World,
};

fn slip<'a>(vote: &'a str, voter: &'a str, choice: &'a str) -> [(&'a str, &'a str); 3] {
    [("vote", vote), ("voter", voter), ("choice", choice)]
}

#[tokio::test]
async fn a_ballot_is_cast_and_replaced_until_the_close() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    let voter = world.voter(vote, alice.id).await.to_string();
    let vote = &vote.to_string();
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let page = browser.get("/votes/1").await;
    assert!(page.says(vote) && page.says(&voter) && page.says("<span>Voor</span>"));
    let cast = browser.post("/votes/1/ballot", &slip(vote, &voter, "for")).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-cast"));
    let cast = browser.post("/votes/1/ballot", &slip(vote, &voter, "against")).await;
    assert_eq!(cast.location.as_deref(), Some("/votes/1?done=ballot-replaced"));
    assert!(browser.get("/votes/1").await.says("U stemde tegen, om 14.00 uur."));
    world.app.clock.pass(TimeDelta::days(7));
    browser.get("/votes/1").await;
    let late = browser.post("/votes/1/ballot", &slip(vote, &voter, "for")).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("de stemming sloot om 14.00 uur"), "{}", late.main());
}

#[tokio::test]
async fn a_choice_that_is_not_on_the_paper_and_a_seat_that_is_not_hers_are_refused() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let vote = world.open_vote(BodyKind::Assembly).await;
    let vote_id = vote;
    let hers = world.voter(vote, alice.id).await.to_string();
    let vote = &vote.to_string();
    let mut browser = Browser::signed_in(&world, bob.id).await;
    let his = world.voter(vote_id, bob.id).await.to_string();
    for (voter, choice, said) in [
        (hers.as_str(), "for", "niet op het stemregister"),
        (his.as_str(), "perhaps", "Dit formulier is niet goed aangekomen"),
    ] {
        let sent = browser.post("/votes/1/ballot", &slip(vote, voter, choice)).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.says(said), "{}", sent.main());
    }
    assert!(!world.journal().await.contains(&"ballot-cast"));
    let visitor = Browser::of(&world).get("/votes/1").await;
    assert!(visitor.says("Log in om te stemmen") && !visitor.says("name=\"choice\""));
}

#[tokio::test]
async fn a_ballot_for_the_seat_of_another_is_refused_with_the_reason() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let seat = world.first_seat().await;
    world.fill(seat, alice.id, None).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let voter = world.voter(vote, alice.id).await.to_string();
    let mut browser = Browser::signed_in(&world, bob.id).await;
    let sent = browser.post("/votes/1/ballot", &slip(&vote.to_string(), &voter, "for")).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.says("Deze zetel is niet van u."), "{}", sent.main());
    assert_eq!(votes::store::turnout(world.app.db.read(), vote).await.unwrap().0, 0);
}

#[tokio::test]
async fn a_holder_reads_why_she_cannot_vote_any_more() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let seat = world.first_seat().await;
    world.fill(seat, alice.id, Some(bob.id)).await;
    let vote = world.open_vote(BodyKind::Council).await;
    let (now, secretary) = (world.now(), world.secretary().await);
    let mark = world.write(async |tx| votes::mark_absent(tx, now, secretary, vote, seat).await);
    mark.await.unwrap();
    world.casts(vote, bob.id, Choice::For).await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    let page = browser.get("/votes/1").await;
    assert!(
        page.says("U kunt niet stemmen: uw plaatsvervanger stemde al, om 14.00 uur."),
        "{}",
        page.main()
    );
}

#[tokio::test]
async fn the_secretary_closes_and_the_result_is_told_step_by_step() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice.id, Choice::For).await;
    let mut visitor = Browser::of(&world);
    let record = visitor.get("/votes/1/record.json").await;
    assert_eq!(record.status, StatusCode::NOT_FOUND);
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    let closed =
        desk.post("/votes/1/closing", &[("reason", "Iedereen in de zaal heeft gestemd.")]).await;
    assert_eq!(closed.location.as_deref(), Some("/votes/1?done=vote-closed#outcome"));
    let page = visitor.get("/votes/1").await.main();
    let (before, pictured) = page.split_once("<h2>De uitslag in beeld</h2>\n").unwrap();
    let (_, steps) = pictured.split_once("<h2>Hoe deze").unwrap();
    insta::assert_snapshot!(format!("{before}<h2>Hoe deze{steps}"), @r##"
    <p class="meta"><span class="tag">Uitslag bekend</span> Stemming 1 van alle bewoners</p>
    <h1 lang="nl">More bicycle stands</h1>
    <p class="outcome" id="outcome">Aangenomen</p>
    <p>Voor: 1, tegen: 0. Aan alle regels is voldaan.</p>
    <p class="lead" lang="nl">Er is te weinig plek voor fietsen bij het plein. Wij vragen om meer rekken.</p>
    <p><a href="/proposals/1">Lees voorstel 1 helemaal</a></p>
    <h2>Hoe deze uitslag tot stand kwam</h2>
    <p><a href="/methods/majority">Lees hoe er geteld wordt, met een voorbeeld</a></p>
    <ol class="steps">
    <li>
    <h3>Wie mocht stemmen</h3>
    <p>Stemregister bij de opening: 4 bewoners. Ieder had één stem.</p>
    </li>
    <li>
    <h3>Wie stemde, en wat</h3>
    <p>Deelname: 1 van de 4. Voor: 1. Tegen: 0. Onthouding: 0. Niet gestemd: 3.</p>
    <svg class="bar" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" x="0" y="0" width="1000" height="30"/><rect class="for" x="0" y="0" width="250" height="30"/><rect class="against" x="250" y="0" width="0" height="30"/><rect class="abstain" x="250" y="0" width="0" height="30"/></svg>
    </li>
    <li>
    <h3>Was er een meerderheid? <span class="tag good">gehaald</span></h3>
    <p>De regel: Er zijn meer stemmen voor dan tegen. Nodig: minstens 1 van de 1 (voor en tegen samen). Voor: 1.</p>
    <svg class="bar" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" x="0" y="0" width="1000" height="30"/><rect class="for" x="0" y="0" width="1000" height="30"/><rect class="against" x="1000" y="0" width="0" height="30"/><line class="limit" x1="1000" x2="1000" y1="0" y2="30" vector-effect="non-scaling-stroke"/></svg>
    </li>
    <li>
    <h3>De uitslag</h3>
    <p><strong>Aangenomen.</strong> Voor: 1, tegen: 0. Aan alle regels is voldaan.</p>
    </li>
    </ol>
    <h2>Hoe de stemmen binnenkwamen</h2>
    <ul>
    <li>Via de website: 1.</li>
    </ul>
    <section class="no-print" aria-labelledby="recount">
    <h2 id="recount">Zelf natellen</h2>
    <p>In dit bestand staat alles om opnieuw te tellen: de regels, het stemregister zonder namen, en alle stemmen. Met het programma telt u na, op uw eigen computer en zonder internet.</p>
    <p><a class="button second" href="/votes/1/record.json" download>Download het proces-verbaal</a></p>
    <pre><code>translokaal recount record.json</code></pre>
    <p><a href="/schemas/record-v2.json">Wat er in het bestand staat, veld voor veld</a></p>
    </section>
    <p class="no-print"><a class="button second" href="/votes/1/receipt">Kijk na of uw stem in het proces-verbaal staat</a></p>
    <section aria-labelledby="history">
    <h2 id="history">Wat er gebeurde</h2>
    <ol class="plain">
    <li><time class="meta" datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026, 14.00 uur</time><br>Stemming aangekondigd. <span class="meta">(Sam)</span></li>
    <li><time class="meta" datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026, 14.00 uur</time><br>Stemming geopend. Het stemregister telt 4 stemmen. <span class="meta">(Sam)</span></li>
    <li><time class="meta" datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026, 14.00 uur</time><br>Stemming gesloten. Reden: Iedereen in de zaal heeft gestemd. <span class="meta">(Sam)</span></li>
    <li><time class="meta" datetime="2026-05-01T14:00:00+02:00">vrijdag 1 mei 2026, 14.00 uur</time><br>Uitslag bekendgemaakt: Aangenomen. <span class="meta">(Sam)</span></li>
    </ol>
    </section>
    "##);
    let record = visitor.get("/votes/1/record.json").await;
    assert!(record.says("translokaal-record") && !record.says("Alice"));
}

#[tokio::test]
async fn a_term_begins_at_midnight_in_the_neighbourhood_on_pages_and_on_the_roll() {
    // Noon in the world is two in the afternoon in Amsterdam; its midnight comes ten hours later.
    for (minutes, sits, gone) in [(599, "Carol", "Alice"), (600, "Alice", "Carol")] {
        let world = World::founded().await;
        let (alice, carol) = (world.member("Alice").await, world.member("Carol").await);
        let seat = world.first_seat().await;
        let (now, today) = (world.now(), world.today());
        for (holder, from_on) in [(carol.id, today), (alice.id, today.succ_opt().unwrap())] {
            let (alternate, organisation, until_on) = (None, None, None);
            let new = NewTenure { seat, holder, alternate, organisation, from_on, until_on };
            world.write(async |tx| bodies::fill(tx, now, today, None, new).await).await.unwrap();
        }
        world.app.clock.pass(TimeDelta::minutes(minutes));
        let council = Browser::of(&world).get("/council").await;
        assert!(council.says(sits) && !council.says(gone), "{}", council.main());
        let vote = world.open_vote(BodyKind::Council).await;
        let roll = votes::store::voters(world.app.db.read(), vote).await.unwrap();
        let holder = if sits == "Alice" { alice.id } else { carol.id };
        assert_eq!(roll.iter().map(|it| it.holder_id).collect::<Vec<_>>(), [Some(holder)]);
        let roles = bodies::roles(world.app.db.read(), world.today(), holder).await.unwrap();
        assert!(roles.contains(&Role::Holder));
    }
}

#[tokio::test]
async fn what_was_removed_by_law_is_named_nowhere_and_its_record_goes_to_those_who_check_it() {
    const TITLE: &str = "More bicycle stands";
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await, world.member("Bob").await);
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice.id, Choice::For).await;
    let (secretary, now) = (world.secretary().await, world.now());
    let mut desk = Browser::signed_in(&world, secretary).await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen in de zaal heeft gestemd.")]).await;
    let before = votes::store::result(world.app.db.read(), vote).await.unwrap().unwrap();
    let mut visitor = Browser::of(&world);
    assert!(visitor.get("/votes").await.says(TITLE));
    assert_eq!(visitor.get("/votes/1/record.json").await.html, before.record);

    let reason = [("reason", "De rechter vond dat een naam weg moest.")];
    let removed = desk.post("/proposals/1/removal", &reason).await;
    assert_eq!(removed.location.as_deref(), Some("/proposals/1?done=removed"));
    for (role, member) in [(Role::Teller, alice.id), (Role::Chair, bob.id)] {
        let appoint =
            world.write(async |tx| members::appoint(tx, now, Some(secretary), member, role).await);
        appoint.await.unwrap();
    }
    let mut teller = Browser::signed_in(&world, alice.id).await;
    let mut chair = Browser::signed_in(&world, bob.id).await;
    for browser in [&mut visitor, &mut teller, &mut chair, &mut desk] {
        for path in ["/", "/votes", "/votes/1", "/proposals", "/proposals/1", "/log", "/me"] {
            let page = browser.get(path).await;
            assert!(!page.says(TITLE), "{path}: {}", page.main());
        }
    }
    let page = visitor.get("/votes/1").await;
    assert!(page.says("<h1>(verwijderd)</h1>") && page.says(&before.record_hash));
    assert!(page.says("Voor: 1.") && !page.says("record.json\" download"));
    for browser in [&mut visitor, &mut chair] {
        let refused = browser.get("/votes/1/record.json").await;
        assert_eq!(refused.status, StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS);
        assert!(refused.says("omdat de wet dat vraagt") && refused.says(&before.record_hash));
    }
    // The record that was hashed, to the letter.
    for browser in [&mut teller, &mut desk] {
        assert!(browser.get("/votes/1").await.says("record.json\" download"));
        assert_eq!(browser.get("/votes/1/record.json").await.html, before.record);
    }
}

#[tokio::test]
async fn why_the_clock_could_not_open_a_vote_is_told_in_the_language_of_the_reader() {
    let world = World::founded().await;
    let vote = world.prepared_vote(BodyKind::Council, Paper::default()).await;
    let (now, today) = (world.now(), world.today());
    let opened = world.write(async |tx| votes::open_due(tx, now, today, vote).await).await;
    let why = opened.unwrap_err();
    world.write(async |tx| votes::cancel_due(tx, now, vote, &why).await).await.unwrap();
    let mut browser = Browser::of(&world);
    for (language, said, reason) in [
        ("nl", "Niemand mag in deze stemming stemmen.", "Reden: Niemand mag"),
        ("en", "Nobody may vote in this vote.", "Reason: Nobody may"),
    ] {
        browser.get("/votes").await;
        browser.post("/language", &[("language", language)]).await;
        let page = browser.get("/votes/1").await;
        assert!(page.says(said), "{}", page.main());
        assert!(!page.says("0 van de 0") && !page.says("0 of 0"), "{}", page.main());
        let log = browser.get("/log").await;
        assert!(log.says(reason) && !log.says("unopened:"), "{}", log.main());
    }
}

#[tokio::test]
async fn a_blank_paper_is_drawn_and_told_as_one_and_not_as_silence_or_an_abstention() {
    let world = World::founded().await;
    let (alice, bob) = (world.member("Alice").await.id, world.member("Bob").await.id);
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice, Choice::Abstain).await;
    world.casts(vote, bob, Mark::Blank).await;
    let mut desk = Browser::signed_in(&world, world.secretary().await).await;
    desk.get("/votes/1/closing").await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen is klaar.")]).await;
    let page = Browser::of(&world).get("/votes/1").await;
    for said in [
        "Wie meedeed, onthield zich of stemde blanco of ongeldig.",
        "<th scope=\"col\">Blanco of ongeldig</th>",
        "-crossed\"",
        "<rect class=\"void\"",
    ] {
        assert!(page.says(said), "{said}: {}", page.main());
    }
}
