//! One proposal: its summary first, then its text, support, comments and history.

use askama::Template;
use axum::extract::Path;

use super::talk::Talk;
use crate::{
    elections,
    error::{Error, Result},
    proposals::{self, entity::proposal, store},
    rules::{
        permission::{self, Deed},
        proposal::{self as rule, Stage, Value},
    },
    votes,
    web::{
        self, Page,
        form::{Faults, Form},
        journal::History,
        markdown,
        people::People,
        refusal::sentence,
        visit::Visit,
    },
};

#[derive(Template)]
#[template(path = "proposals/show.html")]
struct Show<'a> {
    visit: &'a Visit,
    row: proposal::Model,
    submitter: String,
    html: String,
    served: Vec<Value>,
    support: Support<'a>,
    vote: Option<i64>,
    /// The election that it belongs to.
    election: Option<i64>,
    acts: Vec<(String, String)>,
    opening: Option<Form<'a>>,
    talk: Talk<'a>,
    history: History,
}

/// How many support it, and what this visitor can do about that.
struct Support<'a> {
    have: u64,
    need: u64,
    button: Option<Form<'a>>,
    is_hers: bool,
    why_not: Option<String>,
    may_sign_in: bool,
}

/// Finds the proposal that an address names, if this visitor may see it.
///
/// # Errors
/// There is no such proposal, or it is somebody else's draft.
pub async fn find(visit: &Visit, number: &str) -> Result<proposal::Model> {
    let number = number.parse().map_err(|_| Error::NotFound("proposal"))?;
    let found = store::find_by_number(visit.app().db.read(), number).await?;
    let row = found.ok_or(Error::NotFound("proposal"))?;
    // One that was withdrawn as a draft was never public either.
    let is_public = rule::is_public(row.stage) && row.opened_at.is_some();
    if is_public || visit.is(row.submitter_id) { Ok(row) } else { Err(Error::NotFound("proposal")) }
}

/// The page.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = find(&visit, &number).await?;
    if row.removed_at.is_some() {
        return gone(&visit, row).await;
    }
    answer(&visit, row, "", &Faults::none()).await
}

/// The page with what was typed in the form for comments, and what was wrong with it.
pub(super) async fn answer(
    visit: &Visit,
    row: proposal::Model,
    typed: &str,
    faults: &Faults,
) -> Page {
    let reader = visit.app().db.read();
    let submitter = People::of(visit, [row.submitter_id]).await?;
    let vote = web::votes::number_of(visit, row.id).await?;
    let is_draft = row.stage == Stage::Draft;
    let is_disputed = rule::step(row.stage, rule::Step::EnterNewVote).is_ok()
        && votes::came_back(reader, row.id).await?.is_some();
    let opening = (is_draft && visit.is(row.submitter_id)).then(|| {
        Form::to(visit, format!("/proposals/{}/opening", row.number), "proposal-open-button")
    });
    let page = Show {
        visit,
        submitter: submitter.name(&row.submitter_id).to_owned(),
        html: markdown::html(&row.text),
        served: proposals::served(&row),
        support: support(visit, &row, store::supporters(reader, row.id).await?).await?,
        vote,
        election: elections::store::of_proposal(reader, row.id).await?.map(|it| it.number),
        acts: acts(visit, &row, is_disputed),
        opening,
        talk: Talk::about(visit, &row, typed, faults).await?,
        history: History::about(visit, row.id.0).await?,
        row,
    };
    let status = web::form::status(faults.is_empty());
    Ok(axum::response::IntoResponse::into_response((status, web::render(&page))))
}

async fn support<'a>(visit: &'a Visit, row: &proposal::Model, have: u64) -> Result<Support<'a>> {
    let is_hers = match &visit.member {
        Some(member) => store::is_supported_by(visit.app().db.read(), row.id, member.id).await?,
        None => false,
    };
    let may = permission::check(&visit.roles, Deed::SupportProposal);
    let why_not = match (rule::may_support(row.stage), may) {
        (Err(refusal), _) => Some(crate::error::Refusal::Proposal(refusal)),
        (Ok(()), Err(refusal)) => Some(crate::error::Refusal::Permission(refusal)),
        (Ok(()), Ok(())) => None,
    };
    let may_sign_in = why_not.as_ref().is_some_and(sentence::is_about_signing_in);
    let why_not = why_not.and_then(|refusal| sentence::faults(visit, &refusal).pop());
    let path = format!("/proposals/{}/support", row.number);
    let button = why_not.is_none().then(|| {
        if is_hers {
            Form::to(visit, format!("{path}/end"), "support-end-button")
        } else {
            Form::to(visit, path, "support-button")
        }
    });
    Ok(Support {
        have,
        need: u64::try_from(row.threshold).unwrap_or_default(),
        button,
        is_hers,
        why_not: why_not.map(|(_, said)| said),
        may_sign_in,
    })
}

/// What the submitter, the chair or the secretary can do, as links.
fn acts(visit: &Visit, row: &proposal::Model, is_disputed: bool) -> Vec<(String, String)> {
    let is_hers = visit.is(row.submitter_id);
    let at = |what: &str| format!("/proposals/{}/{what}", row.number);
    let mut acts = Vec::new();
    let is_written = !row.kind.is_election();
    if is_written && rule::may_revise(row.stage, is_hers).is_ok() {
        acts.push((at("revision"), visit.say("proposal-revise")));
    }
    if is_written && rule::withdraw(row.stage, is_hers).is_ok() {
        acts.push((at("withdrawal"), visit.say("proposal-withdraw")));
    }
    let enters = rule::step(row.stage, rule::Step::EnterVote);
    if is_written && enters.is_ok() && visit.may(Deed::PrepareVote) {
        acts.push((at("vote"), visit.say("proposal-prepare-vote")));
    }
    if is_disputed && visit.may(Deed::PrepareVote) {
        acts.push((at("vote"), visit.say("dispute-prepare")));
    }
    if visit.may(Deed::RemoveProposal) && row.stage != Stage::Draft {
        acts.push((at("removal"), visit.say("proposal-remove")));
    }
    acts
}

#[derive(Template)]
#[template(path = "proposals/gone.html")]
struct Gone<'a> {
    visit: &'a Visit,
    number: i64,
    history: History,
}

/// The number and the reason stay when the law wanted the text gone.
async fn gone(visit: &Visit, row: proposal::Model) -> Page {
    let history = History::about(visit, row.id.0).await?;
    let page = Gone { visit, number: row.number, history };
    let html = web::render(&page);
    Ok(axum::response::IntoResponse::into_response((axum::http::StatusCode::GONE, html)))
}
