//! Asking for a new vote, for who disputes the outcome of one.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};

use super::show;
use crate::{
    error::{Conflict, Error, Result},
    rules::{
        challenge::{HOURS, takes_the_place},
        permission::Deed,
    },
    votes::{self, entity::vote},
    web::{
        Page,
        form::{Nothing, Sent},
        visit::Visit,
    },
};

/// Who asks for a new vote instead of one, and what can be done about it.
#[derive(Template)]
#[template(path = "votes/challenge.html")]
pub struct Dispute<'a> {
    visit: &'a Visit,
    number: i64,
    /// How many ask, and how many have to, once anybody did.
    asked: Option<String>,
    /// When the button is hers to press: until when, and who can.
    lead: Option<String>,
    /// What has still to happen once enough ask; nothing when it is done.
    next: Option<String>,
    /// Where the secretary or the chair announces it.
    prepare: Option<String>,
}

impl<'a> Dispute<'a> {
    /// What there is to say of a vote with a result: to who may ask, and to everybody once somebody did.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(visit: &'a Visit, row: &vote::Model, proposal: i64) -> Result<Option<Self>> {
        let reader = visit.app().db.read();
        let Some(it) = votes::asked(reader, row).await? else { return Ok(None) };
        let places = votes::places(reader, row).await?;
        let is_free = places.later.is_none();
        let took_part = match &visit.member {
            Some(member) => votes::took_part(reader, row.id, member.id).await?,
            None => false,
        };
        let may_ask = is_free && it.announced.may_ask(visit.now, took_part).is_ok();
        if !may_ask && it.asked == 0 {
            return Ok(None);
        }
        let needed = it.announced.needed();
        let is_due = is_free && takes_the_place(it.announced.outcome) && it.is_enough();
        let prepare = is_due && visit.may(Deed::PrepareVote);
        Ok(Some(Self {
            visit,
            number: row.number,
            asked: (it.asked > 0)
                .then(|| visit.with_two("dispute-asked", ("asked", it.asked), ("needed", needed))),
            lead: may_ask.then(|| {
                let lead = visit.with_two("dispute-lead", ("hours", HOURS), ("needed", needed));
                let until = visit.moment(it.announced.until());
                format!("{lead} {}", visit.with("dispute-until", "until", until))
            }),
            next: is_due.then(|| visit.say("dispute-due")),
            prepare: prepare.then(|| format!("/proposals/{proposal}/vote")),
        }))
    }
}

/// Asks for a new vote.
pub async fn act(
    visit: Visit,
    Path(number): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    match visit.act(async |tx, by| votes::ask_anew(tx, now, by, row.id).await).await {
        // Sent twice: she asked already.
        Ok(_) | Err(Error::Conflict(Conflict::Already)) => {
            let path = format!("/votes/{}?done=outcome-disputed#dispute", row.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
