use axum::http::StatusCode;

use super::Browser;
use crate::{
    bodies,
    rules::{
        ballot::{BodyKind, Mark, Secrecy},
        tally::{
            agenda_phragmen, approval, equal_shares, greedy,
            method::{Opt, Rules},
            schulze, stv_meek, stv_scottish,
        },
    },
    votes::{self, Paper},
    world::World,
};

const TITLES: [&str; 4] = ["Een bankje", "Drie bomen", "Een moestuin", "Laat het zo"];

/// The page of a result, in Dutch: six members mark the paper in turn.
async fn result(rules: Rules, budget: Option<u64>, marks: [&str; 6]) -> String {
    let world = World::founded().await;
    let option = |(title, key): (&str, u64)| Opt {
        key: key.to_string(),
        title: title.to_owned(),
        cost: budget.map(|budget| budget * key / 4),
    };
    let options = TITLES.into_iter().zip(1..).map(option).collect();
    let mut members = Vec::new();
    for n in 1..=6 {
        members.push(world.member(&format!("Member{n}")).await.id);
    }
    let paper = Paper { rules: Some(rules), budget, options, ..Paper::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    for (member, mark) in members.into_iter().zip(marks) {
        world.casts(vote, member, mark.parse::<Mark>().unwrap()).await;
    }
    let (secretary, origin) = (world.secretary().await, votes::Origin::of(&world.app));
    let now = world.now();
    let done = world
        .write(async |tx| votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await)
        .await;
    done.unwrap();
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("role=\"img\""), "{}", page.main());
    page.main().to_owned()
}

fn says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
}

#[tokio::test]
async fn a_choice_by_ticks_says_how_many_were_missing() {
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let marks = ["approve:1", "approve:1,2", "approve:1,2", "approve:3", "blank", "blank"];
    let page = result(rules, None, marks).await;
    says(
        &page,
        &[
            "<h3>Waarom niet ‘Drie bomen’?</h3>",
            "‘Drie bomen’ kreeg 2 kruisjes. ‘Een bankje’ kreeg er 3 en is gekozen. Met 2 kruisjes \
             meer was ‘Drie bomen’ zeker gekozen.",
            "Niemand kruiste dit aan.",
            "href=\"/methods/approval\"",
            "<th scope=\"row\">Een bankje</th><td>3</td><td>ja</td>",
            "3 van 6",
        ],
    );
}

#[tokio::test]
async fn money_says_what_supporters_lacked_and_how_many_more_would_have_bought_it() {
    let rules = Rules::EqualShares(equal_shares::Rules::default());
    let marks = ["approve:1", "approve:1", "approve:2", "approve:2", "approve:3", "approve:4"];
    let page = result(rules, Some(120_000), marks).await;
    says(
        &page,
        &[
            "Waar het geld naartoe gaat",
            "‘Een moestuin’ kost €\u{a0}900.",
            "Dat is nageteld",
            "<h3>Waarom niet ‘Laat het zo’?</h3>",
        ],
    );
}

#[tokio::test]
async fn pairs_say_against_whom_an_option_lost() {
    let status_quo = Some("4".to_owned());
    let rules = Rules::Schulze(schulze::Rules { winners: 1, status_quo, withdrawn: Vec::new() });
    let marks = ["rank:1>2>4", "rank:1>2>4", "rank:1>4", "rank:1>2>4", "rank:2>1>4", "rank:3>4>1"];
    let page = result(rules, None, marks).await;
    says(
        &page,
        &[
            "Zo deed ‘Een bankje’ het tegen de andere",
            "Het spannendst was het met",
            "<h3>Waarom niet ‘Een moestuin’?</h3>",
        ],
    );
}

#[tokio::test]
async fn rounds_show_the_quota_and_say_in_which_one_somebody_left() {
    let marks = ["rank:1>2", "rank:1>2", "rank:1>2", "rank:2", "rank:3>2", "rank:4>1"];
    let withdrawn = Vec::new();
    for rules in [
        Rules::StvScottish(stv_scottish::Rules { seats: 2, withdrawn: withdrawn.clone() }),
        Rules::StvMeek(stv_meek::Rules { seats: 2, withdrawn }),
    ] {
        let page = result(rules, None, marks).await;
        says(&page, &["Ronde 1", "Kiesdeler:", "Voor de kiesdeler van", "viel af na ronde"]);
        assert!(!page.contains("told-") && !page.contains("picture-"), "{page}");
    }
}

#[tokio::test]
async fn an_order_shows_how_many_have_something_and_why_more_stand_lower() {
    let rules = Rules::AgendaPhragmen(agenda_phragmen::Rules { places: None, earlier_first: true });
    let marks = ["approve:1,2", "approve:1,2", "approve:1,2", "approve:3", "approve:3", "blank"];
    let page = result(rules, None, marks).await;
    says(
        &page,
        &[
            "De volgorde is: 1. ",
            "5 van 5",
            "Waarom staat ‘Drie bomen’ niet hoger?",
            "Niemand kruiste dit aan.",
        ],
    );
}

#[tokio::test]
async fn money_by_votes_says_what_was_left_when_it_was_the_turn_of_an_option() {
    let rules = Rules::Greedy(greedy::Rules { misfit: greedy::Misfit::PassOver });
    let marks = ["approve:3", "approve:3", "approve:3", "approve:2", "approve:2", "approve:1"];
    let page = result(rules, Some(120_000), marks).await;
    says(
        &page,
        &[
            "Waar het geld naartoe gaat",
            "Toen het aan de beurt was, was er nog €\u{a0}300. Er ontbrak dus €\u{a0}300.",
        ],
    );
}

#[tokio::test]
async fn a_question_of_an_open_vote_is_not_answered_yet() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let vote = world.open_vote(BodyKind::Assembly).await;
    world.casts(vote, alice.id, crate::rules::ballot::Choice::For).await;
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(!page.says("Vragen over deze uitslag") && !page.says("class=\"picture\""));
    assert!(page.says("href=\"/methods/majority\""));
}

#[tokio::test]
async fn of_a_secret_vote_with_few_ballots_nothing_is_drawn_or_answered() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let mut charter = bodies::charter(world.app.db.read()).await.unwrap().charter;
    charter.smallest_group = 5;
    let (secretary, now) = (world.secretary().await, world.now());
    let reason = "Wij zijn met weinig mensen";
    world
        .write(async |tx| bodies::adopt_charter(tx, now, secretary, charter, reason).await)
        .await
        .unwrap();
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
    let options = ["1", "2"].map(option).into();
    let secrecy = Secrecy::Secret;
    let paper = Paper { rules: Some(rules), secrecy, options, ..Paper::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    world.casts_secretly(vote, alice.id, "approve:1").await;
    let origin = votes::Origin::of(&world.app);
    world
        .write(async |tx| votes::finish(tx, now, Some(secretary), vote, "Klaar", &origin).await)
        .await
        .unwrap();
    let page = Browser::of(&world).get("/votes/1").await;
    assert!(page.says("Gekozen"), "{}", page.main());
    assert!(!page.says("class=\"picture\"") && !page.says("Waarom niet"), "{}", page.main());
}

#[tokio::test]
async fn every_explanation_has_a_page_and_nothing_else_does() {
    let world = World::founded().await;
    let mut browser = Browser::of(&world);
    let index = browser.get("/methods").await;
    let links: Vec<&str> = index.html.split("href=\"/methods/").skip(1).collect();
    assert_eq!(links.len(), 11, "{}", index.main());
    for link in links {
        let path = format!("/methods/{}", link.split('"').next().unwrap());
        let page = browser.get(&path).await;
        assert!(page.status == StatusCode::OK && page.says("Een voorbeeld"), "{path}");
        assert!(!page.says("explained-"), "{}", page.main());
    }
    assert_eq!(browser.get("/methods/sortition").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_member_turns_reminders_off_and_on_and_sees_that_she_took_part_in_secret() {
    let world = World::founded().await;
    let alice = world.member("Alice").await;
    let rules = Rules::Approval(approval::Rules { seats: 1, fill: false });
    let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
    let options = ["1", "2"].map(option).into();
    let paper = Paper { rules: Some(rules), secrecy: Secrecy::Secret, options, ..Paper::default() };
    let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
    let mut browser = Browser::signed_in(&world, alice.id).await;
    assert!(browser.get("/me").await.says("U stemde nog niet."));
    world.casts_secretly(vote, alice.id, "approve:1").await;
    assert!(browser.get("/me").await.says("U hebt gestemd. Het is een geheime stemming"));
    let off = browser.post("/me/reminders", &[("wanted", "no")]).await;
    assert_eq!(off.location.as_deref(), Some("/me?done=reminders-off#reminders"));
    assert!(browser.get("/me/data.json").await.html.contains("\"reminders\": false"));
    assert!(browser.get("/me").await.says("Stuur mij wel herinneringen"));
    browser.post("/me/reminders", &[("wanted", "yes")]).await;
    assert!(browser.get("/me").await.says("Stuur mij geen herinneringen"));
    let stranger = Browser::of(&world).post("/me/reminders", &[("wanted", "no")]).await;
    assert_ne!(stranger.status, StatusCode::OK);
}
