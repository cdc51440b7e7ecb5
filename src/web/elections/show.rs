//! One election: how it goes, who stands and what they say, and at last who got a seat.

use askama::Template;
use axum::extract::Path;

use crate::{
    elections::{
        self,
        entity::{candidacy, election, seating},
        store,
    },
    error::Result,
    rules::{
        candidacy::{self as rule, Stage, Way},
        canonical,
        permission::Deed,
        record::draw,
    },
    votes::{self, entity::vote},
    web::{
        self, Page, form::Form, journal::History, markdown, people::People, sectors::Sectors,
        visit::Visit,
    },
};

/// Somebody who stands.
struct Candidate {
    key: String,
    name: String,
    /// What she says of herself.
    html: String,
    /// What she became, in words.
    became: Option<String>,
}

#[derive(Template)]
#[template(path = "elections/show.html")]
struct Show<'a> {
    visit: &'a Visit,
    row: election::Model,
    title: String,
    tag: &'static str,
    vote: Option<vote::Model>,
    /// The sector whose members alone vote.
    voters: Option<String>,
    /// The hash of the secret that seats are drawn with.
    announced: String,
    /// What is asked of the drawing, and how it went.
    quotas: Vec<String>,
    /// How many are willing to be drawn.
    willing: usize,
    candidates: Vec<Candidate>,
    mine: Option<candidacy::Model>,
    /// What stands for her in the pool of a drawing.
    ticket: Option<String>,
    acts: Vec<(String, String)>,
    desk: Vec<(String, String)>,
    give: Option<Form<'a>>,
    seatings: Vec<seating::Model>,
    /// Whether this visitor is given the files of them.
    are_readable: bool,
    history: History,
}

/// The page.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    let row = super::find(&visit, &number).await?;
    let reader = visit.app().db.read();
    let sectors = Sectors::of(&visit).await?;
    let all = store::candidacies(reader, row.id).await?;
    let mine = visit.member.as_ref().and_then(|it| all.iter().find(|one| one.member_id == it.id));
    let mine = mine.cloned();
    let vote = match row.vote_id {
        Some(vote) => Some(votes::store::get(reader, vote).await?),
        None => None,
    };
    let is_drawn = row.way == Way::Lot && row.stage == Stage::Seated;
    let willing = all.iter().filter(|it| it.stands()).count();
    let voters = vote.as_ref().and_then(|it| it.sector.clone());
    let seatings = store::seatings(reader, row.id).await?;
    let page = Show {
        quotas: super::quotas::of(&visit, &row, &seatings)?,
        title: super::title(&visit, &sectors, &row),
        tag: super::tag(row.stage),
        voters: voters.map(|key| sectors.name(&key).to_owned()),
        announced: canonical::hash_text(&row.secret),
        willing,
        ticket: mine
            .as_ref()
            .filter(|it| is_drawn && it.stands())
            .map(|it| draw::ticket(&row.secret, &it.member_id.to_string())),
        candidates: candidates(&visit, &row, all).await?,
        acts: acts(&visit, &row, vote.as_ref(), mine.as_ref()),
        desk: desk(&visit, &row),
        give: give(&visit, &row, vote.as_ref()).await?,
        seatings,
        are_readable: super::documents::are_readable(&visit, &row).await?,
        history: History::about(&visit, row.id.0).await?,
        visit: &visit,
        vote,
        mine,
        row,
    };
    Ok(web::render(&page))
}

/// Those who stand, in an order by lot; afterwards in the order in which they were elected. Who is
/// only willing to be drawn is named when she got a seat or stands in for one.
async fn candidates(
    visit: &Visit,
    row: &election::Model,
    mut all: Vec<candidacy::Model>,
) -> Result<Vec<Candidate>> {
    let has_place = |it: &candidacy::Model| it.elected_place.or(it.alternate_place).is_some();
    all.retain(|it| it.stands() && (row.way == Way::Ballot || has_place(it)));
    let mut all = elections::on_paper(&row.seed, all);
    let last = i32::MAX;
    all.sort_by_key(|it| (it.elected_place.unwrap_or(last), it.alternate_place.unwrap_or(last)));
    let people = People::of(visit, all.iter().map(|it| it.member_id)).await?;
    let became = |it: &candidacy::Model| match (it.elected_place, it.alternate_place) {
        (Some(_), _) => Some(visit.say("candidate-elected")),
        (None, Some(_)) if it.declined_at.is_some() => Some(visit.say("candidate-declined")),
        (None, Some(place)) => Some(visit.with("candidate-alternate", "place", place)),
        (None, None) => None,
    };
    let candidate = |it: candidacy::Model| Candidate {
        name: people.name(&it.member_id).to_owned(),
        html: markdown::html(&it.statement),
        became: became(&it),
        key: it.key,
    };
    Ok(all.into_iter().map(candidate).collect())
}

/// What a member can do, as links.
fn acts(
    visit: &Visit,
    row: &election::Model,
    vote: Option<&vote::Model>,
    mine: Option<&candidacy::Model>,
) -> Vec<(String, String)> {
    let at = |what: &str| format!("/elections/{}/{what}", row.number);
    let mut acts = Vec::new();
    if !visit.may(Deed::Stand) {
        return acts;
    }
    let stands = mine.is_some_and(candidacy::Model::stands);
    let is_asked = mine.is_some_and(candidacy::Model::is_asked);
    if rule::takes_nominations(row.stage, visit.now, row.nominate_until).is_ok() {
        let label = match (row.way, stands, is_asked) {
            (Way::Ballot, true, _) => Some("stand-change"),
            (Way::Lot, true, _) => None,
            (_, false, true) => Some("stand-accept"),
            (Way::Ballot, false, false) => Some("stand-link"),
            (Way::Lot, false, false) => Some("stand-willing"),
        };
        acts.extend(label.map(|label| (at("candidacy"), visit.say(label))));
        acts.push((at("nomination"), visit.say("nominate-link")));
    }
    let opens_at = vote.map(|it| it.opens_at);
    if (stands || is_asked) && rule::may_withdraw(row.stage, visit.now, opens_at).is_ok() {
        let label = if stands { "withdraw-link" } else { "refuse-link" };
        acts.push((at("withdrawal"), visit.say(label)));
    }
    let is_left = |it: &candidacy::Model| {
        it.stands() && it.elected_place.is_none() && it.declined_at.is_none()
    };
    if row.stage == Stage::Seated && mine.is_some_and(is_left) {
        acts.push((at("withdrawal"), visit.say("decline-link")));
    }
    acts
}

/// What the secretary can do, as links.
fn desk(visit: &Visit, row: &election::Model) -> Vec<(String, String)> {
    let can = rule::step(row.stage, rule::Step::CallOff).is_ok();
    let path = format!("/elections/{}/cancellation", row.number);
    let link = (path, visit.say("call-off-link"));
    if can && visit.may(Deed::FillSeats) { vec![link] } else { Vec::new() }
}

/// The button that gives seats: after the result, or when one became vacant.
async fn give<'a>(
    visit: &'a Visit,
    row: &election::Model,
    vote: Option<&vote::Model>,
) -> Result<Option<Form<'a>>> {
    use crate::rules::vote::Stage as Voted;

    if !visit.may(Deed::FillSeats) {
        return Ok(None);
    }
    let path = format!("/elections/{}/seats", row.number);
    let is_counted = vote.is_some_and(|it| it.stage == Voted::Published);
    if row.stage == Stage::Voting && is_counted {
        return Ok(Some(Form::to(visit, path, "seats-give")));
    }
    let vacant = elections::vacant(visit.app().db.read(), visit.today(), row).await?;
    Ok((!vacant.is_empty()).then(|| Form::to(visit, path, "seats-succeed")))
}
