//! How it works and what is kept, in plain words.

use askama::Template;

use crate::{
    bodies,
    rules::charter::Charter,
    web::{self, Page, visit::Visit},
};

/// Sections of a page: a heading and paragraphs.
type Sections = Vec<(&'static str, String, Vec<String>)>;

#[derive(Template)]
#[template(path = "home/about.html")]
struct About<'a> {
    visit: &'a Visit,
    title: String,
    sections: Sections,
}

/// How it works.
pub async fn help(visit: Visit) -> Page {
    let charter = bodies::charter(visit.app().db.read()).await?.charter;
    let sections = vec![
        ("idea", visit.say("help-idea"), vec![visit.say("help-idea-text")]),
        ("propose", visit.say("help-propose"), propose(&visit, &charter)),
        ("vote", visit.say("help-vote"), vec![visit.say("help-vote-text")]),
        ("result", visit.say("help-result"), vec![visit.say("help-result-text")]),
        (
            "elsewhere",
            visit.say("help-elsewhere"),
            vec![visit.with("help-elsewhere-text", "handle", visit.handle())],
        ),
        (
            "source",
            visit.say("help-source"),
            vec![visit.with_two(
                "help-source-text",
                ("version", env!("CARGO_PKG_VERSION")),
                ("address", env!("CARGO_PKG_REPOSITORY")),
            )],
        ),
    ];
    Ok(web::render(&About { title: visit.say("frame-help"), visit: &visit, sections }))
}

fn propose(visit: &Visit, charter: &Charter) -> Vec<String> {
    let (support, days) = (charter.support_threshold, charter.reading_days);
    vec![visit.with_two("help-propose-text", ("supporters", support), ("days", days))]
}

/// What is kept, who sees it, and what the one who keeps the server could see.
pub async fn privacy(visit: Visit) -> Page {
    let sections = vec![
        ("kept", visit.say("privacy-kept"), vec![visit.say("privacy-kept-text")]),
        ("seen", visit.say("privacy-seen"), vec![visit.say("privacy-seen-text")]),
        ("ballots", visit.say("privacy-ballots"), vec![visit.say("privacy-ballots-text")]),
        ("operator", visit.say("privacy-operator"), vec![visit.say("privacy-operator-text")]),
        ("cookies", visit.say("privacy-cookies"), vec![visit.say("privacy-cookies-text")]),
        ("rights", visit.say("privacy-rights"), vec![visit.say("privacy-rights-text")]),
    ];
    Ok(web::render(&About { title: visit.say("frame-privacy"), visit: &visit, sections }))
}

/// What is secret in a secret vote, from whom, and what the one who keeps the server could do.
pub async fn secrecy(visit: Visit) -> Page {
    let section = |id: &'static str| {
        let heading = visit.say(&format!("secrecy-{id}"));
        (id, heading, vec![visit.say(&format!("secrecy-{id}-text"))])
    };
    let ids = ["open", "secret", "neighbours", "few", "server", "device", "later"];
    let sections = ids.map(section).into();
    Ok(web::render(&About { title: visit.say("secrecy-title"), visit: &visit, sections }))
}
