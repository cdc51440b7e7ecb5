//! Preparing a vote on a proposal that has enough support.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use chrono::TimeDelta;
use serde::Deserialize;

use super::{
    asked::{self, Question},
    small,
};
use crate::{
    bodies,
    clock::Instant,
    error::{Conflict, Error, Result},
    ids::VoteId,
    proposals::entity::proposal,
    rules::{
        ballot::{BodyKind, Secrecy},
        deadline,
        permission::Deed,
        vote::Closing,
    },
    votes::{self, Preparation},
    web::{
        Page,
        form::{self, Faults, Form, FormPage, Pick, Sent},
        proposals,
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    id: String,
    body: String,
    closing: String,
    opens_at: String,
    closes_at: String,
    #[serde(flatten)]
    asked: asked::Typed,
}

/// The form, with the first moments that the charter allows filled in.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let row = proposals::find(&visit, &number).await?;
    let opens_at = earliest(&visit, &row).await?;
    let typed = Typed {
        id: VoteId::fresh(visit.now).to_string(),
        body: BodyKind::Council.to_string(),
        closing: Closing::AtTime.to_string(),
        opens_at: visit.typed(opens_at),
        closes_at: visit.typed(opens_at + TimeDelta::days(7)),
        asked: asked::Typed {
            question: Question::default().to_string(),
            secrecy: Secrecy::Open.to_string(),
            ..asked::Typed::default()
        },
    };
    Ok(show(&visit, &row, &typed, &Faults::none()).await?.answer())
}

/// Announces the vote.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let (row, now) = (proposals::find(&visit, &number).await?, visit.now);
    let new = match read(&visit, &row, &typed) {
        Ok(new) => new,
        Err(faults) => return Ok(show(&visit, &row, &typed, &faults).await?.answer()),
    };
    let id = new.id;
    match visit.act(async |tx, by| votes::prepare(tx, now, by, new).await).await {
        Ok(vote) => {
            let path = format!("/votes/{}?done=vote-prepared", vote.number);
            Ok(Redirect::to(&path).into_response())
        }
        // Sent twice: it is there already.
        Err(Error::Conflict(Conflict::Already)) => {
            let of_proposal = votes::store::of_proposal(visit.app().db.read(), row.id).await?;
            let same = of_proposal.iter().find(|vote| vote.id == id);
            let vote = same.ok_or(Error::Conflict(Conflict::Already))?;
            Ok(Redirect::to(&format!("/votes/{}", vote.number)).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(show(&visit, &row, &typed, &faults).await?.answer())
        }
    }
}

/// The first moment at which a vote can open: after the reading and the notice period, and on a
/// whole hour, since that is what people remember.
async fn earliest(visit: &Visit, row: &proposal::Model) -> Result<Instant> {
    let charter = bodies::charter(visit.app().db.read()).await?.charter;
    let read = deadline::after_days(row.opened_at.unwrap_or(visit.now), charter.reading_days);
    let noticed = deadline::after_days(visit.now, charter.notice_days);
    let first = read.max(noticed);
    if first <= visit.now {
        return Ok(visit.now);
    }
    let into_the_hour = first.timestamp().rem_euclid(3_600);
    Ok(first + TimeDelta::seconds((3_600 - into_the_hour) % 3_600))
}

fn read(visit: &Visit, row: &proposal::Model, typed: &Typed) -> Result<Preparation, Faults> {
    let mut faults = Faults::none();
    let (opens_at, closes_at) =
        (visit.read_moment(&typed.opens_at), visit.read_moment(&typed.closes_at));
    for (field, read) in [("opens_at", opens_at), ("closes_at", closes_at)] {
        if read.is_none() {
            faults.at(field, visit.say("fault-moment"));
        }
    }
    let paper = asked::read(visit, &typed.asked);
    let (Some(opens_at), Some(closes_at), Ok(paper)) = (opens_at, closes_at, &paper) else {
        faults.0.extend(paper.err().unwrap_or_else(Faults::none).0);
        return Err(faults);
    };
    Ok(Preparation {
        id: typed.id.parse().unwrap_or_else(|_| VoteId::fresh(visit.now)),
        proposal: row.id,
        body: typed.body.parse().unwrap_or(BodyKind::Council),
        closing: typed.closing.parse().unwrap_or(Closing::AtTime),
        opens_at,
        closes_at,
        paper: paper.clone(),
    })
}

async fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    typed: &Typed,
    faults: &Faults,
) -> Result<FormPage<'a>> {
    let pick = |value: &str, label: String, picked: &str| Pick {
        value: value.to_owned(),
        label,
        is_picked: value == picked,
    };
    let bodies = BodyKind::ALL
        .iter()
        .map(|body| pick(body.word(), visit.with("vote-who", "body", body.word()), &typed.body));
    let closings = [Closing::AtTime, Closing::ByHand].map(|closing| {
        pick(closing.word(), visit.with("closing", "closing", closing.word()), &typed.closing)
    });
    let moment = form::Kind::Line("datetime-local");
    let form = Form::to(visit, format!("/proposals/{}/vote", row.number), "prepare-button")
        .hidden("id", &typed.id);
    let form = asked::fields(visit, form, &typed.asked)
        .field("body", "prepare-body", form::Kind::Radios(bodies.collect()), "")
        .field("opens_at", "prepare-opens", moment.clone(), &typed.opens_at)
        .required()
        .hint("prepare-opens-hint")
        .field("closes_at", "prepare-closes", moment, &typed.closes_at)
        .required()
        .field("closing", "prepare-closing", form::Kind::Radios(closings.into()), "")
        .faulty(faults);
    let page = FormPage::new(visit, visit.with("prepare-title", "title", &row.title), form)
        .intro(visit.say("prepare-lead"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal");
    let warnings = small::of_bodies(visit).await?;
    Ok(warnings.into_iter().fold(page, FormPage::intro))
}
