//! Preparing a vote on a proposal that has enough support.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use chrono::TimeDelta;
use serde::Deserialize;

use super::{
    again,
    asked::{self, Question},
    conditions::Filled,
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
        sectors::Sectors,
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub id: String,
    body: String,
    pub closing: String,
    /// That people who are named for a free round agreed to it.
    pub agreed: String,
    opens_at: String,
    closes_at: String,
    conditions: Vec<String>,
    residents: Vec<String>,
    weight_of: Vec<String>,
    weights: Vec<String>,
    #[serde(flatten)]
    pub asked: asked::Typed,
}

impl Typed {
    /// What stands in the form before anything is typed.
    #[must_use]
    pub fn at(visit: &Visit, opens_at: Instant, closes_at: Instant) -> Self {
        Self {
            id: VoteId::fresh(visit.now).to_string(),
            body: BodyKind::Council.to_string(),
            closing: Closing::AtTime.to_string(),
            agreed: String::new(),
            opens_at: visit.typed(opens_at),
            closes_at: visit.typed(closes_at),
            conditions: Vec::new(),
            residents: Vec::new(),
            weight_of: Vec::new(),
            weights: Vec::new(),
            asked: asked::Typed {
                question: Question::default().to_string(),
                secrecy: Secrecy::Open.to_string(),
                ..asked::Typed::default()
            },
        }
    }

    fn filled(&self) -> Filled<'_> {
        Filled {
            sectors: &self.conditions,
            residents: &self.residents,
            at_least: &self.asked.at_least,
            weight_of: &self.weight_of,
            weights: &self.weights,
            share: &self.asked.weighed_share,
        }
    }
}

/// The form, with the first moments that the charter allows filled in.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let row = proposals::find(&visit, &number).await?;
    let opens_at = earliest(&visit, &row).await?;
    if let Some(earlier) = votes::came_back(visit.app().db.read(), row.id).await? {
        return again::page(&visit, &row, &earlier, opens_at);
    }
    let typed = Typed::at(&visit, opens_at, opens_at + TimeDelta::days(7));
    let sectors = Sectors::of(&visit).await?;
    Ok(show(&visit, &sectors, &row, &typed, &Faults::none()).await?.answer())
}

/// Announces the vote.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::PrepareVote)?;
    let (row, now) = (proposals::find(&visit, &number).await?, visit.now);
    if let Some(earlier) = votes::came_back(visit.app().db.read(), row.id).await? {
        return again::act(&visit, &row, earlier, typed).await;
    }
    let sectors = Sectors::of(&visit).await?;
    let new = match read(&visit, &sectors, &row, &typed) {
        Ok(new) => new,
        Err(faults) => return Ok(show(&visit, &sectors, &row, &typed, &faults).await?.answer()),
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
            Ok(show(&visit, &sectors, &row, &typed, &faults).await?.answer())
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

fn read(
    visit: &Visit,
    sectors: &Sectors,
    row: &proposal::Model,
    typed: &Typed,
) -> Result<Preparation, Faults> {
    let mut faults = Faults::none();
    let body = faults.word(visit, "body", &typed.body);
    let moments = moments(visit, typed);
    let paper = asked::read(visit, sectors, &typed.asked, typed.filled());
    let (body, (opens_at, closes_at, closing), paper) = match (body, moments, paper) {
        (Some(body), Ok(moments), Ok(paper)) => (body, moments, paper),
        (_, moments, paper) => {
            let more = [moments.err(), paper.err()].into_iter().flatten();
            faults.0.extend(more.flat_map(|more| more.0));
            return Err(faults);
        }
    };
    Ok(Preparation {
        id: typed.id.parse().unwrap_or_else(|_| VoteId::fresh(visit.now)),
        proposal: row.id,
        body,
        closing,
        opens_at,
        closes_at,
        paper,
    })
}

/// When it opens and closes, and how.
///
/// # Errors
/// What can't be read, at its field.
pub fn moments(visit: &Visit, typed: &Typed) -> Result<(Instant, Instant, Closing), Faults> {
    let (opens_at, closes_at) =
        (visit.read_moment(&typed.opens_at), visit.read_moment(&typed.closes_at));
    let mut faults = Faults::none();
    let closing = faults.word(visit, "closing", &typed.closing);
    if let (Some(opens_at), Some(closes_at), Some(closing)) = (opens_at, closes_at, closing) {
        return Ok((opens_at, closes_at, closing));
    }
    for (field, read) in [("opens_at", opens_at), ("closes_at", closes_at)] {
        if read.is_none() {
            faults.at(field, visit.say("fault-moment"));
        }
    }
    Err(faults)
}

/// Adds the fields of the moments to a form.
#[must_use]
pub fn times<'a>(visit: &'a Visit, form: Form<'a>, typed: &Typed) -> Form<'a> {
    let pick = |closing: Closing| Pick {
        value: closing.word().to_owned(),
        label: visit.with("closing", "closing", closing.word()),
        is_picked: closing.word() == typed.closing,
    };
    let closings = [Closing::AtTime, Closing::ByHand].map(pick);
    let moment = form::Kind::Line("datetime-local");
    form.field("opens_at", "prepare-opens", moment.clone(), &typed.opens_at)
        .required()
        .hint("prepare-opens-hint")
        .field("closes_at", "prepare-closes", moment, &typed.closes_at)
        .required()
        .field("closing", "prepare-closing", form::Kind::Radios(closings.into()), "")
}

async fn show<'a>(
    visit: &'a Visit,
    sectors: &Sectors,
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
    let form = Form::to(visit, format!("/proposals/{}/vote", row.number), "prepare-button")
        .hidden("id", &typed.id);
    let form = asked::fields(visit, sectors, form, &typed.asked, typed.filled()).field(
        "body",
        "prepare-body",
        form::Kind::Radios(bodies.collect()),
        "",
    );
    let form = times(visit, form, typed).faulty(faults);
    let page = FormPage::new(visit, visit.with("prepare-title", "title", &row.title), form)
        .intro(visit.say("prepare-lead"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal");
    let warnings = small::of_bodies(visit).await?;
    Ok(warnings.into_iter().fold(page, FormPage::intro))
}
