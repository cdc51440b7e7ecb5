//! My page: what waits for me, what I support and wrote, and what the roll says of me.

use askama::Template;

use crate::{
    clock::Instant,
    error::Result,
    members::{self, Portrait},
    notify,
    proposals::{self, entity::proposal},
    rules::{
        ballot::{Channel, Mark},
        proxy::Ending,
        vote::Stage,
    },
    votes::{
        self,
        entity::{ballot, vote},
    },
    web::{
        self, Page, elections,
        form::Form,
        visit::Visit,
        votes::{delegation, proxy},
    },
};

/// An open vote in which she may vote, and her ballot if she cast one; of a secret one only that she
/// did.
struct Ballot {
    vote: vote::Model,
    cast: Option<(Mark, Instant)>,
    took_part: bool,
}

#[derive(Template)]
#[template(path = "members/me.html")]
struct Me<'a> {
    visit: &'a Visit,
    roll: Portrait,
    ballots: Vec<Ballot>,
    /// Proxies in votes that come or are open, each with its vote.
    proxies: Vec<(vote::Model, String)>,
    elections: elections::Hers,
    supported: Vec<proposal::Model>,
    written: Vec<proposal::Model>,
    /// Whether she gets reminders.
    is_reminded: bool,
    sign_out_everywhere: Form<'a>,
}

/// The page of the member who is signed in.
pub async fn page(visit: Visit) -> Page {
    let member = visit.signed_in()?;
    let reader = visit.app().db.read();
    let page = Me {
        roll: members::portrait(reader, member).await?,
        ballots: ballots(&visit).await?,
        proxies: proxies(&visit).await?,
        elections: elections::Hers::of(&visit).await?,
        supported: proposals::store::supported_by(reader, member).await?,
        written: proposals::store::written_by(reader, member).await?,
        is_reminded: !notify::store::has_declined(reader, member).await?,
        sign_out_everywhere: Form::to(&visit, "/sessions/end", "me-sign-out-everywhere").grave(),
        visit: &visit,
    };
    Ok(web::render(&page))
}

/// The open votes on whose roll she stands.
async fn ballots(visit: &Visit) -> Result<Vec<Ballot>> {
    let reader = visit.app().db.read();
    let member = visit.signed_in()?;
    let cast = votes::store::ballots_by(reader, member).await?;
    let mut hers = Vec::new();
    // A handful of votes is open at once.
    for vote in votes::store::in_stage(reader, Stage::Open).await? {
        let entries = votes::store::voters_for(reader, vote.id, member).await?;
        if entries.is_empty() {
            continue;
        }
        // Not what she cast for somebody else, by proxy.
        let is_hers = |it: &&ballot::Model| entries.iter().any(|voter| voter.id == it.voter_id);
        let ballot = cast.iter().filter(|it| it.channel != Channel::Proxy).find(is_hers);
        let cast = ballot.map(|it| (it.mark.clone(), it.cast_at));
        let took_part = entries.iter().all(|voter| voter.channel.is_some());
        hers.push(Ballot { vote, cast, took_part });
    }
    Ok(hers)
}

/// The proxies that she gave and holds in votes that come or are open, what fell away there, and who
/// speaks for whom.
async fn proxies(visit: &Visit) -> Result<Vec<(vote::Model, String)>> {
    let reader = visit.app().db.read();
    let mut hers = votes::store::mandates_with(reader, visit.signed_in()?).await?;
    hers.retain(|it| it.ending != Some(Ending::TakenBack));
    let named = votes::store::of_ids(reader, hers.iter().map(|it| it.vote_id)).await?;
    let going = |vote: &&vote::Model| matches!(vote.stage, Stage::Prepared | Stage::Open);
    hers.retain(|it| named.get(&it.vote_id).filter(going).is_some());
    let notes = proxy::notes(visit, &hers).await?;
    let told = hers.iter().zip(notes);
    let told = told.filter_map(|(it, note)| Some((named.get(&it.vote_id)?.clone(), note)));
    Ok(told.chain(delegation::of_visitor(visit).await?).collect())
}
