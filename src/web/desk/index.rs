//! What there is to do at the desk, by what the visitor's roles allow.

use askama::Template;

use crate::{
    error::{Error, Result},
    neighbours,
    rules::permission::Deed,
    web::{self, Page, visit::Visit},
};

#[derive(Template)]
#[template(path = "desk/index.html")]
struct Desk<'a> {
    visit: &'a Visit,
    entries: Vec<(&'static str, String, String)>,
    /// Partners whose log isn't what it was.
    contradicting: Vec<String>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    visit.signed_in()?;
    if !visit.has_a_desk() {
        return Err(Error::NotFound("page").into());
    }
    let all = [
        (Deed::ReadRoll, "/desk/roll", visit.say("desk-roll"), visit.say("desk-roll-what")),
        (Deed::KeepRoll, "/desk/roll/import", visit.say("import-title"), visit.say("import-what")),
        (Deed::IssueCodes, "/desk/letters", visit.say("letters-title"), visit.say("letters-what")),
        (Deed::PrepareVote, "/votes", visit.say("desk-votes"), visit.say("desk-votes-what")),
        (
            Deed::PrepareVote,
            "/proposals?stage=supported",
            visit.say("desk-supported"),
            visit.say("desk-supported-what"),
        ),
        (Deed::Moderate, "/desk/comments", visit.say("desk-talk"), visit.say("desk-talk-what")),
        (Deed::FillSeats, "/desk/seats", visit.say("seats-title"), visit.say("seats-what")),
        (Deed::FillSeats, "/desk/elections", visit.say("call-title"), visit.say("call-what")),
        (
            Deed::AppointOfficers,
            "/desk/officers",
            visit.say("officers-title"),
            visit.say("officers-what"),
        ),
        (Deed::ChangeCharter, "/desk/charter", visit.say("adopt-title"), visit.say("adopt-what")),
        (
            Deed::KeepPartners,
            "/desk/partners",
            visit.say("partners-title"),
            visit.say("partners-what"),
        ),
        (Deed::Read, "/log", visit.say("log-title"), visit.say("desk-log-what")),
    ];
    let hers = all.into_iter().filter(|(deed, ..)| visit.may(*deed));
    let entries = hers.map(|(_, path, label, what)| (path, label, what)).collect();
    let contradicting = contradicting(&visit).await?;
    Ok(web::render(&Desk { visit: &visit, entries, contradicting }))
}

/// The partners whose log contradicts what was seen before; for those who keep the partners.
async fn contradicting(visit: &Visit) -> Result<Vec<String>> {
    if !visit.may(Deed::KeepPartners) {
        return Ok(Vec::new());
    }
    let seen = neighbours::lately_seen(visit.app().db.read()).await?;
    let faulty = seen.into_iter().filter(|(_, seen)| seen.fault.is_some());
    Ok(faulty.map(|(partner, _)| partner.handle).collect())
}
