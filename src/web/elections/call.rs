//! Calling elections: one for each sector that is picked, all at the same times.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;

use super::quotas;
use crate::{
    bodies::{self, entity::sector},
    elections::{self, Calling, NewElection, Phrases, Texts},
    error::{Conflict, Error, Result},
    ids::ElectionId,
    rules::{ballot::Secrecy, candidacy::Electorate, deadline, permission::Deed, sector::Usual},
    web::{
        Page,
        form::{self, Faults, Form, FormPage, Pick, Sent, optional},
        sectors::Sectors,
        visit::Visit,
        words::{Language, Words},
    },
};

/// Days that people have to stand, unless the secretary says otherwise.
const NOMINATION_DAYS: i64 = 21;

/// What was filled in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    id: String,
    sectors: Vec<String>,
    seats: String,
    from_on: String,
    until_on: String,
    nominate_until: String,
    opens_at: String,
    closes_at: String,
    electorate: String,
    secrecy: String,
    #[serde(flatten)]
    quotas: quotas::Typed,
}

/// The sector to begin with, if a link names one.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    sector: String,
}

/// The form, with times that the charter allows filled in.
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Page {
    visit.only(Deed::FillSeats)?;
    let charter = bodies::charter(visit.app().db.read()).await?.charter;
    let nominate_until = visit.now + TimeDelta::days(NOMINATION_DAYS);
    let read = deadline::after_days(visit.now, charter.reading_days);
    let opens_at = read.max(deadline::after_days(nominate_until, charter.notice_days));
    let closes_at = opens_at + TimeDelta::days(14);
    let typed = Typed {
        id: ElectionId::fresh(visit.now).to_string(),
        sectors: optional(&asked.sector).into_iter().collect(),
        seats: String::new(),
        from_on: (visit.app().settings.neighbourhood.day(closes_at) + TimeDelta::days(1))
            .to_string(),
        until_on: String::new(),
        nominate_until: visit.typed(nominate_until),
        opens_at: visit.typed(opens_at + TimeDelta::minutes(1)),
        closes_at: visit.typed(closes_at),
        electorate: Electorate::Sector.to_string(),
        secrecy: Secrecy::Secret.to_string(),
        quotas: quotas::Typed::default(),
    };
    Ok(show(&visit, &typed, &Faults::none()).await?)
}

/// Calls them, all or none.
pub async fn act(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::FillSeats)?;
    let now = visit.now;
    let new = match read(&visit, &typed).await? {
        Ok(new) => new,
        Err(faults) => return Ok(show(&visit, &typed, &faults).await?),
    };
    let done = visit
        .act(async |tx, by| {
            let mut called = Vec::new();
            for one in new {
                called.push(elections::call(tx, now, by, one).await?.number);
            }
            Ok(called)
        })
        .await;
    let path = match done {
        Ok(called) => match called.as_slice() {
            [number] => format!("/elections/{number}?done=election-called"),
            _ => "/elections?done=election-called".to_owned(),
        },
        // Sent twice: they are there already.
        Err(Error::Conflict(Conflict::Already)) => "/elections".to_owned(),
        Err(error) => return Ok(show(&visit, &typed, &Faults::or_leave(&visit, error)?).await?),
    };
    Ok(Redirect::to(&path).into_response())
}

async fn read(visit: &Visit, typed: &Typed) -> Result<Result<Vec<NewElection>, Faults>> {
    let mut faults = Faults::none();
    let mut moment = |field, text: &str| {
        let read = visit.read_moment(text);
        if read.is_none() {
            faults.at(field, visit.say("fault-moment"));
        }
        read.unwrap_or(visit.now)
    };
    let nominate_until = moment("nominate_until", &typed.nominate_until);
    let opens_at = moment("opens_at", &typed.opens_at);
    let closes_at = moment("closes_at", &typed.closes_at);
    let secrecy = faults.word(visit, "secrecy", &typed.secrecy);
    let electorate = faults.word(visit, "electorate", &typed.electorate);
    let quotas = quotas::read(visit, &typed.quotas, &mut faults);
    let from_on = typed.from_on.trim().parse::<NaiveDate>();
    let until_on = optional(&typed.until_on).map(|day| day.parse::<NaiveDate>()).transpose();
    if from_on.is_err() {
        faults.at("from_on", visit.say("fault-day"));
    }
    if until_on.is_err() {
        faults.at("until_on", visit.say("fault-day"));
    }
    let seats = optional(&typed.seats).map(|seats| seats.parse::<u32>()).transpose();
    if seats.is_err() {
        faults.at("seats", visit.say("seats-no-number"));
    }
    if typed.sectors.is_empty() {
        faults.at("sectors", visit.say("call-no-sector"));
    }
    let reader = visit.app().db.read();
    let rows = bodies::store::sectors(reader).await?;
    let is_known = |key: &String| rows.iter().any(|row| row.key == *key);
    if !typed.sectors.iter().all(is_known) {
        faults.at("sectors", visit.say("fault-choice"));
    }
    let (Ok(from_on), Ok(until_on), Ok(seats), Some(secrecy), Some(electorate), true) =
        (from_on, until_on, seats, secrecy, electorate, faults.is_empty())
    else {
        return Ok(Err(faults));
    };
    let calling = Calling { nominate_until, opens_at, closes_at, secrecy, electorate };
    let mut new: Vec<NewElection> = Vec::new();
    for row in rows.iter().filter(|row| typed.sectors.contains(&row.key)) {
        let free = bodies::store::free_seats(reader, &row.key, from_on).await?.len();
        let seats = seats.unwrap_or_else(|| u32::try_from(free).unwrap_or(u32::MAX));
        let id = if new.is_empty() { typed.id.parse().ok() } else { None };
        new.push(NewElection {
            id: id.unwrap_or_else(|| ElectionId::fresh(visit.now)),
            sector: row.key.clone(),
            seats,
            from_on,
            until_on,
            quotas,
            texts: texts(visit, row, seats, &calling, (from_on, until_on)),
            calling,
        });
    }
    Ok(Ok(new))
}

/// What everybody reads, in the language of the neighbourhood.
fn texts(
    visit: &Visit,
    row: &sector::Model,
    seats: u32,
    calling: &Calling,
    (from_on, until_on): (NaiveDate, Option<NaiveDate>),
) -> Texts {
    let language = Language::read(&visit.neighbourhood.language).unwrap_or(Language::Dutch);
    let words = visit.words.to(language);
    let sector = sector_name(&words, row);
    let until = calling.nominate_until;
    let things = [
        ("seats", seats.into()),
        ("sector", sector.into()),
        ("until", words.until(until).into()),
        ("opens", words.moment(calling.opens_at).into()),
        ("closes", words.until(calling.closes_at).into()),
        ("from", words.date(&from_on).into()),
        ("electorate", calling.electorate.word().into()),
        ("secrecy", calling.secrecy.word().into()),
    ];
    let say = |key: &str| words.fill(key, &things);
    let term = match until_on {
        Some(last) => words.with_two(
            "called-term-until",
            ("from", words.date(&from_on)),
            ("until", words.date(&last)),
        ),
        None => say("called-term"),
    };
    let rules = [say("called-voters"), say("called-count"), say("called-alternates"), term];
    let text = rules.join("\n\n");
    Texts {
        title: say("election-title"),
        summary: say("called-summary"),
        text: text.clone(),
        language: language.code().to_owned(),
        phrases: Phrases {
            text,
            heading: words.say("candidates-title"),
            uncontested: words.say("called-uncontested"),
            nobody: words.say("election-failed"),
        },
    }
}

/// What a sector is called in these words.
fn sector_name(words: &Words, row: &sector::Model) -> String {
    match (&row.name, row.key.parse::<Usual>()) {
        (Some(name), _) => name.clone(),
        (None, Ok(usual)) => words.with("sector-name", "sector", usual.word()),
        (None, Err(_)) => row.key.clone(),
    }
}

async fn show(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let pick = |value: &str, label: String, picked: &str| Pick {
        value: value.to_owned(),
        label,
        is_picked: value == picked,
    };
    let names = Sectors::of(visit).await?;
    let sectors = names.all().map(|(key, name)| Pick {
        value: key.to_owned(),
        label: name.to_owned(),
        is_picked: typed.sectors.iter().any(|it| it == key),
    });
    let electorates = Electorate::ALL.iter().map(|it| {
        pick(it.word(), visit.with("electorate", "electorate", it.word()), &typed.electorate)
    });
    let secrecies = [Secrecy::Secret, Secrecy::Open]
        .map(|it| pick(it.word(), visit.with("secrecy", "secrecy", it.word()), &typed.secrecy));
    let moment = form::Kind::Line("datetime-local");
    let day = form::Kind::Line("date");
    let form = Form::to(visit, "/desk/elections", "call-button")
        .hidden("id", &typed.id)
        .field("sectors", "call-sectors", form::Kind::Checks(sectors.collect()), "")
        .hint("call-sectors-hint")
        .field("seats", "call-seats", form::Kind::Line("number"), &typed.seats)
        .hint("call-seats-hint");
    let form = quotas::fields(form, &typed.quotas)
        .field("from_on", "call-from", day.clone(), &typed.from_on)
        .required()
        .field("until_on", "call-until", day, &typed.until_on)
        .hint("call-until-hint")
        .field("nominate_until", "call-nominate", moment.clone(), &typed.nominate_until)
        .required()
        .field("opens_at", "prepare-opens", moment.clone(), &typed.opens_at)
        .required()
        .field("closes_at", "prepare-closes", moment, &typed.closes_at)
        .required()
        .field("electorate", "prepare-body", form::Kind::Radios(electorates.collect()), "")
        .hint("call-electorate-hint")
        .field("secrecy", "prepare-secrecy", form::Kind::Radios(secrecies.into()), "")
        .hint("prepare-secrecy-hint")
        .faulty(faults);
    let page = FormPage::new(visit, visit.say("call-title"), form)
        .intro(visit.say("call-lead"))
        .back("/desk", "back-to-desk");
    Ok(page.answer().into_response())
}
