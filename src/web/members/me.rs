//! My page: what waits for me, what I support and wrote, and what the roll says of me.

use askama::Template;

use crate::{
    clock::Instant,
    error::Result,
    members::{self, Portrait},
    proposals::{self, entity::proposal},
    rules::{ballot::Mark, vote::Stage},
    votes::{self, entity::vote},
    web::{self, Page, form::Form, visit::Visit},
};

/// An open vote in which she may vote, and her ballot if she cast one.
struct Ballot {
    vote: vote::Model,
    cast: Option<(Mark, Instant)>,
}

#[derive(Template)]
#[template(path = "members/me.html")]
struct Me<'a> {
    visit: &'a Visit,
    roll: Portrait,
    ballots: Vec<Ballot>,
    supported: Vec<proposal::Model>,
    written: Vec<proposal::Model>,
    sign_out_everywhere: Form<'a>,
}

/// The page of the member who is signed in.
pub async fn page(visit: Visit) -> Page {
    let member = visit.signed_in()?;
    let reader = visit.app().db.read();
    let page = Me {
        roll: members::portrait(reader, member).await?,
        ballots: ballots(&visit).await?,
        supported: proposals::store::supported_by(reader, member).await?,
        written: proposals::store::written_by(reader, member).await?,
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
        if votes::store::voters_for(reader, vote.id, member).await?.is_empty() {
            continue;
        }
        let ballot = cast.iter().find(|ballot| ballot.vote_id == vote.id);
        hers.push(Ballot { cast: ballot.map(|it| (it.mark.clone(), it.cast_at)), vote });
    }
    Ok(hers)
}
