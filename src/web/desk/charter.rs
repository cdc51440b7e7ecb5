//! Putting a new version of the charter in force.

use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::{
    bodies,
    error::Result,
    rules::{
        charter::{BodyRules, Charter},
        permission::Deed,
        tally::majority::Share,
    },
    web::{
        Page,
        form::{self, Faults, Form, FormPage, Pick, Sent},
        sectors::Sectors,
        visit::Visit,
    },
};

/// A charter as it is typed; shares like `1/2`, empty for none.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    support_threshold: String,
    reading_days: String,
    notice_days: String,
    lapse_days: String,
    voting_age: String,
    proxies_most: String,
    smallest_group: String,
    council_quorum: String,
    council_majority: String,
    council_sectors: Vec<String>,
    assembly_quorum: String,
    assembly_majority: String,
    sortition: Vec<String>,
    reason: String,
}

/// The charter in force, to be changed.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::ChangeCharter)?;
    let charter = bodies::charter(visit.app().db.read()).await?.charter;
    Ok(show(&visit, &Typed::of(&charter), &Faults::none()).await?)
}

/// Puts it in force.
pub async fn adopt(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::ChangeCharter)?;
    let now = visit.now;
    let charter = match typed.read(&visit) {
        Ok(charter) => charter,
        Err(faults) => return Ok(show(&visit, &typed, &faults).await?),
    };
    let done = visit
        .act(async |tx, by| bodies::adopt_charter(tx, now, by, charter, &typed.reason).await)
        .await;
    match done {
        Ok(_) => Ok(Redirect::to("/council?done=charter-adopted#charter").into_response()),
        Err(error) => Ok(show(&visit, &typed, &Faults::or_leave(&visit, error)?).await?),
    }
}

impl Typed {
    fn of(charter: &Charter) -> Self {
        let share = |share: Option<Share>| {
            share.map(|share| format!("{}/{}", share.need, share.of)).unwrap_or_default()
        };
        Self {
            support_threshold: charter.support_threshold.to_string(),
            reading_days: charter.reading_days.to_string(),
            notice_days: charter.notice_days.to_string(),
            lapse_days: charter.lapse_days.to_string(),
            voting_age: charter.voting_age.to_string(),
            proxies_most: charter.proxies_most.to_string(),
            smallest_group: charter.smallest_group.to_string(),
            council_quorum: share(charter.council.quorum),
            council_majority: share(charter.council.majority),
            council_sectors: charter.council.sector_majorities.clone(),
            assembly_quorum: share(charter.assembly.quorum),
            assembly_majority: share(charter.assembly.majority),
            sortition: charter.sortition.clone(),
            reason: String::new(),
        }
    }

    fn read(&self, visit: &Visit) -> Result<Charter, Faults> {
        let mut faults = Faults::none();
        let mut number = |field, typed: &str| match typed.trim().parse() {
            Ok(number) => number,
            Err(_) => {
                faults.at(field, visit.say("fault-number"));
                0
            }
        };
        let support_threshold = number("support_threshold", &self.support_threshold);
        let reading_days = number("reading_days", &self.reading_days);
        let notice_days = number("notice_days", &self.notice_days);
        let lapse_days = number("lapse_days", &self.lapse_days);
        let voting_age = number("voting_age", &self.voting_age);
        let proxies_most = number("proxies_most", &self.proxies_most);
        let smallest_group = number("smallest_group", &self.smallest_group);
        let mut share = |field, typed: &str| match read_share(typed) {
            Ok(share) => share,
            Err(()) => {
                faults.at(field, visit.say("fault-share"));
                None
            }
        };
        let council = BodyRules {
            quorum: share("council_quorum", &self.council_quorum),
            majority: share("council_majority", &self.council_majority),
            sector_majorities: self.council_sectors.clone(),
        };
        let assembly = BodyRules {
            quorum: share("assembly_quorum", &self.assembly_quorum),
            majority: share("assembly_majority", &self.assembly_majority),
            sector_majorities: Vec::new(),
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Charter {
            support_threshold,
            reading_days,
            notice_days,
            lapse_days,
            voting_age,
            proxies_most,
            smallest_group,
            council,
            assembly,
            sortition: self.sortition.clone(),
        })
    }
}

fn read_share(typed: &str) -> Result<Option<Share>, ()> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let (need, of) = typed.split_once('/').ok_or(())?;
    let part = |text: &str| text.trim().parse().map_err(|_| ());
    Ok(Some(Share { need: part(need)?, of: part(of)? }))
}

async fn show(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let names = Sectors::of(visit).await?;
    let picks = |picked: &[String]| {
        let pick = |(key, name): (&str, &str)| Pick {
            value: key.to_owned(),
            label: name.to_owned(),
            is_picked: picked.iter().any(|it| it == key),
        };
        form::Kind::Checks(names.all().map(pick).collect())
    };
    let number = form::Kind::Line("number");
    let form = Form::to(visit, "/desk/charter", "adopt-button")
        .field("support_threshold", "adopt-threshold", number.clone(), &typed.support_threshold)
        .required()
        .field("reading_days", "adopt-reading", number.clone(), &typed.reading_days)
        .required()
        .field("notice_days", "adopt-notice", number.clone(), &typed.notice_days)
        .required()
        .field("lapse_days", "adopt-lapse", number.clone(), &typed.lapse_days)
        .required()
        .field("voting_age", "adopt-age", number.clone(), &typed.voting_age)
        .required()
        .field("smallest_group", "adopt-smallest-group", number.clone(), &typed.smallest_group)
        .hint("adopt-smallest-group-hint")
        .required()
        .field("proxies_most", "adopt-proxies", number, &typed.proxies_most)
        .required()
        .hint("adopt-proxies-hint")
        .line("council_quorum", "adopt-council-quorum", &typed.council_quorum)
        .hint("adopt-quorum-hint")
        .line("council_majority", "adopt-council-majority", &typed.council_majority)
        .hint("adopt-majority-hint")
        .field("council_sectors", "adopt-sectors", picks(&typed.council_sectors), "")
        .line("assembly_quorum", "adopt-assembly-quorum", &typed.assembly_quorum)
        .hint("adopt-quorum-hint")
        .line("assembly_majority", "adopt-assembly-majority", &typed.assembly_majority)
        .hint("adopt-majority-hint")
        .field("sortition", "adopt-sortition", picks(&typed.sortition), "")
        .hint("adopt-sortition-hint")
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    let page = FormPage::new(visit, visit.say("adopt-title"), form)
        .intro(visit.say("adopt-lead"))
        .back("/desk", "back-to-desk");
    Ok(page.answer().into_response())
}
