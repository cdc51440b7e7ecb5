//! A real browser in front of three real neighbourhoods: what the demonstration promises, done by
//! hand on a phone of 360 by 740, with axe-core run on every page that is visited.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

#[path = "browser/candidates.rs"]
mod candidates;
#[path = "browser/kinds.rs"]
mod kinds;
#[path = "browser/papers.rs"]
mod papers;
#[path = "browser/people.rs"]
mod people;
#[path = "browser/phone.rs"]
mod phone;
#[path = "browser/proxies.rs"]
mod proxies;
#[path = "browser/rounds.rs"]
mod rounds;
#[path = "browser/tellers.rs"]
mod tellers;

use std::{
    net::TcpListener,
    path::Path,
    sync::atomic::{AtomicU16, Ordering},
};

use phone::Phone;
use translokaal::{
    rules::record::v2::{self, Published},
    server::demo::{self, Neighbour},
};

/// The three neighbourhoods on ports that are free now.
async fn town(folder: &Path) -> Vec<Neighbour> {
    // Tests run beside each other: none looks where another one does.
    static NEXT: AtomicU16 = AtomicU16::new(21_000);
    for port_base in std::iter::repeat_with(|| NEXT.fetch_add(97, Ordering::Relaxed)).take(400) {
        let is_free = |port: u16| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if (port_base..port_base + 3).all(is_free) {
            return demo::open(folder, port_base, true).await.unwrap();
        }
    }
    panic!("no three ports are free");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbourhood_decides_and_its_neighbours_see_it() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(folder.path()).await;
    let [banne, venserpolder, _] = town.as_slice() else { panic!("three neighbourhoods") };
    let phone = Phone::pick_up().await;

    looks_around(&phone, &banne.url).await;
    papers::fills_in_every_paper(&phone, &town).await;
    papers::reads_every_result(&phone, &town).await;
    supports_and_writes(&phone, banne).await;
    let vote = votes(&phone, banne).await;
    closes(&phone, banne, &vote).await;
    sees_it_elsewhere(&phone, venserpolder, banne).await;
    recounts(&vote).await;
    keeps_the_desk(&phone, banne).await;

    phone.put_down().await;
    for one in town {
        assert!(one.instance.shutdown().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_vote_is_walked_with_everybody_who_has_a_part_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(folder.path()).await;
    let [banne, venserpolder, wildemanbuurt] = town.as_slice() else {
        panic!("three neighbourhoods")
    };
    let phone = Phone::pick_up().await;

    tellers::count(&phone, banne).await;
    candidates::stand(&phone, banne).await;
    candidates::follow(&phone, banne).await;
    candidates::elect(&phone, venserpolder).await;
    rounds::consent(&phone, venserpolder).await;
    kinds::spend(&phone, venserpolder).await;
    kinds::order(&phone, venserpolder).await;
    kinds::choose(&phone, wildemanbuurt).await;
    candidates::was_drawn(&phone, wildemanbuurt).await;
    let trees = people::vote_on(wildemanbuurt, "Drie plekken voor een boom").await;
    rounds::add(&phone, wildemanbuurt, &trees).await;
    proxies::vote_for_each_other(&phone, wildemanbuurt).await;
    rounds::read_again(&phone, wildemanbuurt).await;
    rounds::dispute(&phone, wildemanbuurt).await;
    rounds::be_few(&phone, wildemanbuurt).await;

    phone.put_down().await;
    for one in town {
        assert!(one.instance.shutdown().await);
    }
}

/// A visitor reads, in both languages.
async fn looks_around(phone: &Phone, url: &str) {
    for path in [
        "",
        "proposals",
        "proposals?text=werk",
        "votes",
        "council",
        "elsewhere",
        "log",
        "help",
        "privacy",
        "sign-in",
        "proposals/1",
        "votes/1",
        "no-such-page",
    ] {
        phone.visit(&format!("{url}{path}")).await;
    }
    phone.visit(url).await;
    phone.press("button[name=language][value=en]").await;
    assert_eq!(phone.value_of("html", "lang").await, "en");
    phone.visit(&format!("{url}votes/1")).await;
    assert_eq!(phone.value_of("html", "lang").await, "en");
    phone.press("button[name=language][value=nl]").await;
    assert_eq!(phone.value_of("html", "lang").await, "nl");
}

async fn signs_in(phone: &Phone, url: &str, code: &str) {
    phone.visit(&format!("{url}sign-in")).await;
    phone.types("#code", code).await;
    phone.press("form[action^='/sign-in'] button[type=submit]").await;
    assert!(phone.has("form[action='/session/end']").await, "not signed in");
}

async fn signs_out(phone: &Phone) {
    phone.press("form[action='/session/end'] button").await;
    assert!(!phone.has("form[action='/session/end']").await);
}

/// A resident supports a proposal and writes one of her own.
async fn supports_and_writes(phone: &Phone, banne: &Neighbour) {
    let url = &banne.url;
    phone.visit(&format!("{url}sign-in")).await;
    phone.types("#code", "ABCD-EFGH-JKMN").await;
    phone.press("form[action^='/sign-in'] button[type=submit]").await;
    assert!(phone.has("[role=alert]").await, "a wrong code is told");
    signs_in(phone, url, &banne.codes.resident).await;

    phone.visit(&format!("{url}proposals?stage=open")).await;
    phone.press("main li.card h3 a").await;
    assert!(phone.has("form[action$='/support']").await);
    phone.press("form[action$='/support'] button").await;
    assert!(phone.has("form[action$='/support/end']").await, "the support was not kept");
    phone.press("form[action$='/support/end'] button").await;
    phone.press("form[action$='/support'] button").await;

    phone.visit(&format!("{url}proposals/new")).await;
    phone.types("#title", "Een waterkraan bij het speelveld").await;
    phone.types("#text", "Kinderen hebben **dorst** na het spelen.").await;
    phone.press_unchecked("main form button[type=submit]").await;
    assert!(phone.has("[role=alert] a[href='#summary']").await, "the summary is asked for");
    assert_eq!(phone.typed("#title").await, "Een waterkraan bij het speelveld");
    let summary = "Bij het speelveld is geen water. Wij vragen om een kraan, zodat kinderen en \
                   sporters kunnen drinken zonder een flesje te kopen.";
    phone.types("#summary", summary).await;
    phone.press("main form button[type=submit]").await;
    phone.press("form[action$='/opening'] button").await;
    assert!(phone.text("h1").await.contains("waterkraan"));
    phone.visit(&format!("{url}me")).await;
    signs_out(phone).await;
}

/// A council member votes, and changes her mind; gives the address of the vote.
async fn votes(phone: &Phone, banne: &Neighbour) -> String {
    let url = &banne.url;
    signs_in(phone, url, &banne.codes.council).await;
    phone.visit(&format!("{url}votes")).await;
    for open in phone.links("main li.card.now h3 a").await {
        phone.visit(&open).await;
        if phone.has("button[name=choice]").await {
            break;
        }
    }
    let vote = phone.address().await;
    for choice in ["against", "for"] {
        phone.press(&format!("button[name=choice][value={choice}]")).await;
        let pressed = format!("button[name=choice][value={choice}][aria-pressed=true]");
        assert!(phone.has(&pressed).await, "{choice} was not kept");
    }
    signs_out(phone).await;
    vote.split(['?', '#']).next().unwrap().to_owned()
}

/// The secretary closes the vote; everybody reads the result.
async fn closes(phone: &Phone, banne: &Neighbour, vote: &str) {
    signs_in(phone, &banne.url, &banne.codes.secretary).await;
    phone.visit(&format!("{vote}/closing")).await;
    phone.types("#reason", "Iedereen die wilde heeft gestemd.").await;
    phone.press("main form button[type=submit]").await;
    assert!(phone.has("#outcome").await, "no outcome on the page");
    signs_out(phone).await;
}

async fn sees_it_elsewhere(phone: &Phone, neighbour: &Neighbour, origin: &Neighbour) {
    let host = origin.handle.rsplit('@').next().unwrap();
    let title = "Het stadsdeel aan tafel";
    let page = format!("{}elsewhere?kind=result", neighbour.url);
    for _ in 0..100 {
        phone.visit(&page).await;
        let text = phone.text("main").await;
        if text.contains(title) && text.contains(host) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    panic!("the result of {host} did not come to {}", neighbour.handle);
}

/// A stranger downloads the record and recounts it.
async fn recounts(vote: &str) {
    let text = reqwest::get(format!("{vote}/record.json")).await.unwrap().text().await.unwrap();
    let published: Published = serde_json::from_str(&text).unwrap();
    let findings = v2::recount(&published);
    assert!(findings.iter().all(|it| it.differs.is_none()), "{findings:?}");
    assert_eq!(v2::write(&published).unwrap(), text.trim_end());
}

/// The secretary's desk, every page of it.
async fn keeps_the_desk(phone: &Phone, banne: &Neighbour) {
    signs_in(phone, &banne.url, &banne.codes.secretary).await;
    phone.visit(&format!("{}desk", banne.url)).await;
    for path in phone.links("main a[href^='/desk/']").await {
        phone.visit(&path).await;
    }
}
