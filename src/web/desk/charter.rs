//! Putting a new version of the charter in force.

use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::{
    bodies,
    error::Result,
    rules::{
        charter::{BodyRules, Charter, ConsentRules},
        permission::Deed,
        tally::{
            consent::Silence,
            majority::Share,
            majority_v2::{Base, OnMissing, OnTie},
        },
    },
    web::{
        Page,
        form::{self, Faults, Form, FormPage, Pick, Sent},
        sectors::Sectors,
        visit::Visit,
        words::read_share,
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
    delegations_most: String,
    council_quorum: String,
    council_majority: String,
    council_sectors: Vec<String>,
    assembly_quorum: String,
    assembly_majority: String,
    sortition: Vec<String>,
    council_base: String,
    council_tie: String,
    council_missing: String,
    assembly_base: String,
    assembly_tie: String,
    assembly_missing: String,
    consent_rounds: String,
    consent_silence: String,
    consent_fallback: String,
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
            delegations_most: charter.delegations_most.to_string(),
            council_quorum: share(charter.council.quorum),
            council_majority: share(charter.council.majority),
            council_sectors: charter.council.sector_majorities.clone(),
            assembly_quorum: share(charter.assembly.quorum),
            assembly_majority: share(charter.assembly.majority),
            sortition: charter.sortition.clone(),
            council_base: charter.council.base.to_string(),
            council_tie: charter.council.tie.to_string(),
            council_missing: charter.council.missing.to_string(),
            assembly_base: charter.assembly.base.to_string(),
            assembly_tie: charter.assembly.tie.to_string(),
            assembly_missing: charter.assembly.missing.to_string(),
            consent_rounds: charter.consent.rounds.to_string(),
            consent_silence: charter.consent.silence.to_string(),
            consent_fallback: share(charter.consent.fallback),
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
        let rounds = number("consent_rounds", &self.consent_rounds);
        let delegations_most = number("delegations_most", &self.delegations_most);
        let mut share = |field, typed: &str| match read_share(typed) {
            Ok(share) => share,
            Err(()) => {
                faults.at(field, visit.say("fault-share"));
                None
            }
        };
        let council_shares = (
            share("council_quorum", &self.council_quorum),
            share("council_majority", &self.council_majority),
        );
        let assembly_shares = (
            share("assembly_quorum", &self.assembly_quorum),
            share("assembly_majority", &self.assembly_majority),
        );
        let fallback = share("consent_fallback", &self.consent_fallback);
        let council = self.council(visit, council_shares, &mut faults);
        let assembly = self.assembly(visit, assembly_shares, &mut faults);
        let silence = faults.word(visit, "consent_silence", &self.consent_silence);
        let (Some(council), Some(assembly), Some(silence)) = (council, assembly, silence) else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let consent = ConsentRules { rounds, silence, fallback };
        Ok(Charter {
            support_threshold,
            reading_days,
            notice_days,
            lapse_days,
            voting_age,
            proxies_most,
            smallest_group,
            delegations_most,
            council,
            assembly,
            sortition: self.sortition.clone(),
            consent,
        })
    }

    /// The rules of the council; nothing where a word isn't one of the list.
    fn council(
        &self,
        visit: &Visit,
        (quorum, majority): Shares,
        faults: &mut Faults,
    ) -> Option<BodyRules> {
        let base = faults.word(visit, "council_base", &self.council_base);
        let tie = faults.word(visit, "council_tie", &self.council_tie);
        let missing = faults.word(visit, "council_missing", &self.council_missing);
        let sector_majorities = self.council_sectors.clone();
        let (base, tie, missing) = (base?, tie?, missing?);
        Some(BodyRules { quorum, majority, sector_majorities, base, tie, missing })
    }

    /// The same for the assembly.
    fn assembly(
        &self,
        visit: &Visit,
        (quorum, majority): Shares,
        faults: &mut Faults,
    ) -> Option<BodyRules> {
        let base = faults.word(visit, "assembly_base", &self.assembly_base);
        let tie = faults.word(visit, "assembly_tie", &self.assembly_tie);
        let missing = faults.word(visit, "assembly_missing", &self.assembly_missing);
        let (base, tie, missing) = (base?, tie?, missing?);
        Some(BodyRules { quorum, majority, sector_majorities: Vec::new(), base, tie, missing })
    }
}

/// Quorum and majority.
type Shares = (Option<Share>, Option<Share>);

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
        .field("proxies_most", "adopt-proxies", number.clone(), &typed.proxies_most)
        .required()
        .hint("adopt-proxies-hint")
        .field("delegations_most", "adopt-delegations", number, &typed.delegations_most)
        .required()
        .hint("adopt-delegations-hint");
    let sectors = picks(&typed.council_sectors);
    let form = of_body(form, visit, &COUNCIL, typed).field(
        "council_sectors",
        "adopt-sectors",
        sectors,
        "",
    );
    let form = of_body(form, visit, &ASSEMBLY, typed)
        .field("sortition", "adopt-sortition", picks(&typed.sortition), "")
        .hint("adopt-sortition-hint")
        .field(
            "consent_rounds",
            "adopt-consent-rounds",
            form::Kind::Line("number"),
            &typed.consent_rounds,
        )
        .required()
        .field(
            "consent_silence",
            "adopt-consent-silence",
            choices(visit, "consent-silence", Silence::ALL, Silence::word, &typed.consent_silence),
            &typed.consent_silence,
        )
        .line("consent_fallback", "adopt-consent-fallback", &typed.consent_fallback)
        .hint("adopt-consent-fallback-hint")
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .faulty(faults);
    let page = FormPage::new(visit, visit.say("adopt-title"), form)
        .intro(visit.say("adopt-lead"))
        .back("/desk", "back-to-desk");
    Ok(page.answer().into_response())
}

/// A field about the votes of a body: its name, its label, and what stands in it.
type OfBody = (&'static str, &'static str, fn(&Typed) -> &str);

/// Quorum, what follows without it, majority, of what, and what follows a tie.
const COUNCIL: [OfBody; 5] = [
    ("council_quorum", "adopt-council-quorum", |typed| &typed.council_quorum),
    ("council_missing", "adopt-council-missing", |typed| &typed.council_missing),
    ("council_majority", "adopt-council-majority", |typed| &typed.council_majority),
    ("council_base", "adopt-council-base", |typed| &typed.council_base),
    ("council_tie", "adopt-council-tie", |typed| &typed.council_tie),
];

/// The same for the assembly.
const ASSEMBLY: [OfBody; 5] = [
    ("assembly_quorum", "adopt-assembly-quorum", |typed| &typed.assembly_quorum),
    ("assembly_missing", "adopt-assembly-missing", |typed| &typed.assembly_missing),
    ("assembly_majority", "adopt-assembly-majority", |typed| &typed.assembly_majority),
    ("assembly_base", "adopt-assembly-base", |typed| &typed.assembly_base),
    ("assembly_tie", "adopt-assembly-tie", |typed| &typed.assembly_tie),
];

/// Adds the fields about the votes of a body.
fn of_body<'a>(form: Form<'a>, visit: &'a Visit, of: &[OfBody; 5], typed: &Typed) -> Form<'a> {
    let [quorum, missing, majority, base, tie] = *of;
    let missings =
        choices(visit, "charter-missing", OnMissing::ALL, OnMissing::word, missing.2(typed));
    let bases = choices(visit, "charter-base", Base::ALL, Base::word, base.2(typed));
    let ties = choices(visit, "charter-tie", OnTie::ALL, OnTie::word, tie.2(typed));
    form.line(quorum.0, quorum.1, quorum.2(typed))
        .hint("adopt-quorum-hint")
        .field(missing.0, missing.1, missings, "")
        .line(majority.0, majority.1, majority.2(typed))
        .hint("adopt-majority-hint")
        .field(base.0, base.1, bases, "")
        .field(tie.0, tie.1, ties, "")
}

/// The values of a word, to choose from.
fn choices<Word: Copy>(
    visit: &Visit,
    key: &str,
    all: &[Word],
    word: impl Fn(Word) -> &'static str,
    picked: &str,
) -> form::Kind {
    let pick = |it: &Word| Pick {
        value: word(*it).to_owned(),
        label: visit.with(key, "word", word(*it)),
        is_picked: word(*it) == picked,
    };
    form::Kind::Select(all.iter().map(pick).collect())
}
