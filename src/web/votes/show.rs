//! One vote: what is asked, who decides by which rules, the ballot, and at last the result.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::IntoResponse};

use super::{
    booth::{self, Booth},
    challenge::Dispute,
    delegation, explained, index, proxy,
    sheet::Sheet,
    small,
    story::{self, Story},
    waiting::Waiting,
};
use crate::{
    elections,
    error::{Error, Result},
    proposals::{self, entity::proposal},
    rules::{
        ballot::{BodyKind, Choice, Secrecy},
        canonical,
        permission::Deed,
        tally::method::PaperKind,
        vote::{self as rule, Closing, Stage, Visible},
    },
    votes::{self, Places, entity::vote, store},
    web::{self, Page, bar::Bar, journal::History, sectors::Sectors, visit::Visit},
};

#[derive(Template)]
#[template(path = "votes/show.html")]
struct Show<'a> {
    visit: &'a Visit,
    row: vote::Model,
    called: String,
    proposal: proposal::Model,
    rules: Vec<String>,
    /// Where the method is explained.
    method: String,
    turnout: Option<(u64, u64, Bar)>,
    booths: Vec<Booth>,
    why_not: Option<String>,
    story: Option<Story>,
    /// What she gave or holds, where there is something to say about proxies.
    proxies: Option<Vec<String>>,
    /// That so few may vote in a secret vote that the result may tell who voted what.
    warning: Option<String>,
    /// The same about those who speak for others.
    delegations: Option<Vec<String>>,
    /// What it waits for since it was closed.
    waiting: Option<Waiting<'a>>,
    /// The vote from which this one goes on or whose place it takes, and the one after it: what that one
    /// is to it, and its number.
    earlier: Other,
    later: Other,
    /// Who asks for a new vote.
    dispute: Option<Dispute<'a>>,
    /// The hash of the secret that ties are decided with.
    lot: Option<String>,
    /// The election whose candidates stand on the paper.
    election: Option<i64>,
    /// The sector whose members alone vote.
    voters: Option<String>,
    acts: Vec<(String, String)>,
    /// Batches that are typed before the vote is counted.
    waits_for: u64,
    history: History,
}

/// Finds the vote that an address names.
///
/// # Errors
/// There is no such vote.
pub async fn find(visit: &Visit, number: &str) -> Result<vote::Model> {
    let number = number.parse().map_err(|_| Error::NotFound("vote"))?;
    let found = store::find_by_number(visit.app().db.read(), number).await?;
    found.ok_or(Error::NotFound("vote"))
}

/// The page.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    show(&visit, &number, None).await
}

/// The page again, with a ballot paper as somebody filled it in.
///
/// # Errors
/// There is no such vote, or what the database says.
pub async fn again(visit: &Visit, number: &str, voter: &str, sheet: Sheet) -> Page {
    let status = match sheet.fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok((status, show(visit, number, Some((voter, sheet))).await?).into_response())
}

async fn show(visit: &Visit, number: &str, typed: Option<(&str, Sheet)>) -> Page {
    let row = find(visit, number).await?;
    let reader = visit.app().db.read();
    let sectors = Sectors::of(visit).await?;
    let proposal = proposals::store::get(reader, row.proposal_id).await?;
    let visible = rule::visible(row.stage);
    let turnout = match visible {
        Visible::Announcement => None,
        // Nothing is counted of it any more.
        _ if row.stage == Stage::Cancelled => None,
        Visible::Turnout | Visible::Result => {
            let (cast, entitled) = store::turnout(reader, row.id).await?;
            Some((cast, entitled, Bar::of(entitled, &[("for", cast)])))
        }
    };
    let story = match visible {
        Visible::Result => Story::of(visit, &row, &proposal, &sectors).await?,
        Visible::Announcement | Visible::Turnout => None,
    };
    let waiting = Waiting::of(visit, &row, &sectors).await?;
    let (earlier, later) = around(visit, &votes::places(reader, &row).await?);
    let is_open = row.stage == Stage::Open;
    let mut booths = if is_open { Booth::all(visit, &row).await? } else { Vec::new() };
    if let Some((voter, sheet)) = typed {
        let hers = booths.iter_mut().find(|booth| booth.voter.to_string() == voter);
        hers.ok_or(Error::NotFound("voter"))?.sheet = Some(sheet);
    }
    let why_not = (is_open && booths.is_empty()).then(|| booth::without_entry(visit, &row));
    let method = votes::method(&row)?;
    let warning = small::warning(visit, &row, turnout.as_ref().map(|it| it.1)).await?;
    let lot = row.lot.as_deref().filter(|_| method.has_options());
    let election = elections::store::of_proposal(reader, row.proposal_id).await?;
    let proposal_number = proposal.number;
    let page = Show {
        election: election.map(|it| it.number),
        voters: row.sector.as_deref().map(|key| sectors.name(key).to_owned()),
        called: index::called(visit, &sectors, &row),
        lot: lot.map(canonical::hash_text),
        visit,
        rules: story::rules(visit, &row, &method, &sectors),
        method: explained::address(&method),
        proposal,
        turnout,
        warning,
        booths,
        why_not: why_not.flatten(),
        proxies: proxy::at_the_vote(visit, &row).await?,
        delegations: delegation::at_the_vote(visit, &row).await?,
        story,
        acts: acts(visit, &row, waiting.as_ref()),
        waiting,
        earlier,
        later,
        dispute: Dispute::of(visit, &row, proposal_number).await?,
        waits_for: votes::batches::store::count_unfinished(reader, row.id).await?,
        history: History::about(visit, row.id.0).await?,
        row,
    };
    Ok(web::render(&page))
}

/// What another vote is to this one, and its number.
type Other = Option<(String, i64)>;

/// The vote before it and the one after it.
fn around(visit: &Visit, it: &Places) -> (Other, Other) {
    let before = if it.is_instead { "vote-instead-of" } else { "vote-goes-on-from" };
    let after = match (it.gives_way, it.replaced_at) {
        (false, _) => "vote-was-followed",
        (true, None) => "vote-will-give-way",
        (true, Some(_)) => "vote-gave-way",
    };
    let told = |key, number: Option<i64>| number.map(|number| (visit.say(key), number));
    (told(before, it.earlier), told(after, it.later))
}

/// What the chair and the secretary can do, as links.
fn acts(visit: &Visit, row: &vote::Model, waiting: Option<&Waiting<'_>>) -> Vec<(String, String)> {
    let at = |what: &str| format!("/votes/{}/{what}", row.number);
    let can = |step| rule::step(row.stage, step).is_ok();
    let mut acts = Vec::new();
    let is_coming = matches!(row.stage, Stage::Prepared | Stage::Open | Stage::Closed);
    if is_coming && visit.may(Deed::AnnounceBatch) {
        acts.push((at("batches"), visit.say("batches-link")));
    }
    if row.stage == Stage::Open && visit.may(Deed::MarkAbsent) {
        acts.push((at("absences"), visit.say("vote-absences")));
        if row.body == BodyKind::Council {
            acts.push((at("recusal"), visit.say("vote-recuse")));
        }
    }
    if row.stage == Stage::Open && visit.may(Deed::KeepRoll) {
        acts.push((at("voters"), visit.say("vote-add-voter")));
    }
    if row.stage != Stage::Cancelled && visit.may(Deed::KeepRoll) {
        acts.push((at("proxies"), visit.say("proxies-link")));
    }
    if row.stage == Stage::Open && visit.may(Deed::CloseVote) {
        acts.push((at("extension"), visit.say("vote-extend")));
    }
    if let Some(waiting) = waiting {
        acts.extend(waiting.acts());
    } else if (can(rule::Step::Close) || row.stage == Stage::Closed) && visit.may(Deed::CloseVote) {
        acts.push((at("closing"), visit.say("vote-close")));
    }
    if row.stage == Stage::Published && visit.may(Deed::SignRecord) {
        acts.push((at("signature"), visit.say("sign-button")));
    }
    if can(rule::Step::Cancel) && visit.may(Deed::PrepareVote) {
        acts.push((at("cancellation"), visit.say("vote-cancel")));
    }
    acts
}
